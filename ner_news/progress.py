"""A bar on standard error for work that takes a while; none where standard error is no terminal."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from importlib.util import find_spec
from time import monotonic
from typing import TypeVar

PATIENCE = 2.0
"""Seconds before the bar shows: shorter work needs none."""

Item = TypeVar("Item")


@contextmanager
def progress(total: int | None, quiet: bool) -> Iterator[Callable[..., None]]:
    """Show a bar, and give the function that advances it: `advance(size, count=1)`.

    `size` is what was done since the last call, in the unit of `total` (bytes, items), and `count` the number of
    articles in it, whose rate the bar shows. `total` is `None` when it is not known. The bar is drawn on a terminal,
    and in a notebook that has ipywidgets.
    """
    # Imported here: 60 ms that the start of an extractor without a bar need not pay.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.fields[articles]} articles, {task.fields[rate]:.0f} a second"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
    task = bar.add_task("", total=total, articles=0, rate=0.0)
    is_watched = find_spec("ipywidgets") is not None if console.is_jupyter else sys.stderr.isatty()
    is_shown = is_watched and not quiet  # the bar of a quiet run is never started
    begun = monotonic()
    articles = 0

    def advance(size: int, count: int = 1) -> None:
        nonlocal articles
        articles += count
        bar.update(task, advance=size, articles=articles, rate=articles / max(1e-9, monotonic() - begun))
        if is_shown and not bar.live.is_started and monotonic() - begun > PATIENCE:
            bar.start()

    try:
        yield advance
    finally:
        if bar.live.is_started:
            bar.stop()


def show_progress(items: Iterable[Item], of: object = None, quiet: bool = False) -> Iterator[Item]:
    """Yield the items, and show a bar of how many have come; `of` has a length if `items` has none.

    >>> list(show_progress("ab"))
    ['a', 'b']
    """
    if quiet:
        yield from items
        return
    whole = next((each for each in (of, items) if isinstance(each, Sized)), None)
    with progress(None if whole is None else len(whole), quiet) as advance:
        for item in items:
            yield item
            advance(1)
