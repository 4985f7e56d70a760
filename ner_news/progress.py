"""A bar on standard error for work that takes a while; silent where nobody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

PATIENCE = 2.0
"""Seconds before the bar shows: shorter work needs none."""


@contextmanager
def progress(total: int | None, quiet: bool) -> Iterator[Callable[[int], None]]:
    """A function to call with the bytes done since the last call; `total` is `None` when it is not known."""
    bar = Progress(
        TextColumn("{task.fields[articles]} articles"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task("", total=total, articles=0)
    shown = not quiet and sys.stderr.isatty()  # the bar of a quiet run is never started
    begun = monotonic()
    articles = 0

    def advance(size: int) -> None:
        nonlocal articles
        articles += 1
        bar.update(task, advance=size, articles=articles)
        if shown and not bar.live.is_started and monotonic() - begun > PATIENCE:
            bar.start()

    try:
        yield advance
    finally:
        if bar.live.is_started:
            bar.stop()
