"""Documents one after another in the rows of one batch, and the batch in windows: no row is spent on padding."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ner_news.tagging.layers import BLOCK, Floats, tiles

GAP = ""
"""The word of a row between documents."""


class Batch(NamedTuple):
    """The rows of several documents: full tiles, gaps around each document."""

    words: list[str]
    """A word a row, `GAP` in gaps."""
    gaps: NDArray[np.bool_]
    """Which rows are gaps."""
    ranges: list[slice]
    """The rows of each document."""


def lay_out(documents: Sequence[Sequence[str]], gap: int) -> Batch:
    """Return the documents as a batch, at least `gap` gaps around each; each begins at the same place of a tile.

    >>> batch = lay_out([["В", "Минске"], ["Да"]], gap=2)
    >>> batch.words[:5], len(batch.words), batch.ranges[1]
    (['', '', 'В', 'Минске', ''], 96, slice(50, 51, None))
    """
    words: list[str] = []
    ranges: list[slice] = []
    for document in documents:
        start = len(words) + gap
        words += [GAP] * gap
        words += document
        ranges.append(slice(start, len(words)))
        words += [GAP] * (tiles(len(words) + gap) - len(words))
    gaps = np.ones(len(words), bool)
    for rows in ranges:
        gaps[rows] = False
    return Batch(words, gaps, ranges)


def compute_in_windows(height: int, reach: int, layers: Callable[[slice], Floats]) -> Floats:
    """Return the rows of a batch of full tiles, computed window after window.

    Each window has the `reach` rows beyond its edges that its own rows can see. It is one block of products, which
    fits a core's cache, and a long text needs no more memory.
    """
    step = BLOCK - tiles(2 * reach)
    windows: list[Floats] = []
    for low in range(0, max(1, height - BLOCK + step), step):
        rows = layers(slice(low, low + BLOCK))
        windows.append(rows[reach if low else 0 : None if low + BLOCK >= height else step + reach])
    return np.concatenate(windows) if len(windows) > 1 else windows[0]
