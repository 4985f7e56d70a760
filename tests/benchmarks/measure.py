"""Workers in turn, and what their times come to."""

from collections.abc import Sequence
from statistics import median
from typing import Literal, NamedTuple

from tests.benchmarks.worker import Worker

State = Literal["cold", "warm", "emptied"]
"""Caches are empty when a pass over the batches begins, filled by an earlier pass, or emptied before each batch."""

TURN = 10
"""Batches before the other side's turn: changing at each one would measure how fast a processor's caches refill."""

Times = list[list[float]]
"""Seconds, batches x repeats."""


class Pair(NamedTuple):
    """The same batches on both sides."""

    ours: Times
    theirs: Times


class Summary(NamedTuple):
    ours: float
    """Seconds of a batch: the median over batches of the medians over repeats."""
    theirs: float
    ratio: float
    """natasha's seconds for all batches through ours; of each batch its median over repeats."""
    paired: float
    """The median over batches of natasha through ours, each a median over repeats that ran side by side."""
    total: float
    """Our seconds for all batches."""


def alternate(
    workers: Sequence[Worker], task: str, batches: Sequence[Sequence[int]], *, state: State, repeats: int
) -> tuple[Times, ...]:
    """A turn of batches on one side, then at once on the other; who begins changes with the repeat.

    Warm runs begin with a pass that is not counted.
    """
    if state == "warm":
        for worker in workers:
            for batch in batches:
                worker.ask(task, batch)
    times: tuple[Times, ...] = tuple([[] for _ in batches] for _ in workers)
    sides = list(zip(workers, times, strict=True))
    for repeat in range(repeats):
        for start in range(0, len(batches), TURN):
            for worker, own in sides if repeat % 2 == 0 else reversed(sides):
                for place, batch in enumerate(batches[start : start + TURN], start):
                    empties = state == "emptied" or (state == "cold" and place == 0)
                    own[place].append(worker.ask(task, batch, cold=empties).cpu)
    return times


def summary(pair: Pair) -> Summary:
    """The figures of a row.

    >>> summary(Pair(ours=[[1.0, 1.2, 1.1], [2.0, 2.0, 2.0]], theirs=[[3.3, 3.6, 3.3], [8.0, 9.0, 8.0]]))
    Summary(ours=1.55, theirs=5.65, ratio=3.645..., paired=3.5, total=3.1)
    """
    ours = [median(repeats) for repeats in pair.ours]
    theirs = [median(repeats) for repeats in pair.theirs]
    ratios = [
        median(slow / fast for fast, slow in zip(*batch, strict=True))
        for batch in zip(pair.ours, pair.theirs, strict=True)
    ]
    return Summary(median(ours), median(theirs), sum(theirs) / sum(ours), median(ratios), sum(ours))
