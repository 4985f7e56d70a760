"""Documents one after another on a sheet of rows, and the sheet in windows: a batch without padding."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ner_news.tagging.layers import BLOCK, Floats, tiles

GAP = ""
"""Stands between documents."""


class Sheet(NamedTuple):
    """Documents on one sheet: full tiles, gaps around each document."""

    words: list[str]
    """A word a row, `GAP` in gaps."""
    gaps: NDArray[np.bool_]
    """Which rows are gaps."""
    places: list[slice]
    """The rows of each document."""


def placed(documents: Sequence[Sequence[str]], gap: int) -> Sheet:
    """The documents on a sheet, at least `gap` gaps around each; each in tiles of its own, at one place of a tile.

    >>> sheet = placed([["В", "Минске"], ["Да"]], gap=2)
    >>> sheet.words[:5], len(sheet.words), sheet.places[1]
    (['', '', 'В', 'Минске', ''], 96, slice(50, 51, None))
    """
    words: list[str] = []
    places: list[slice] = []
    for document in documents:
        start = len(words) + gap
        words += [GAP] * gap
        words += document
        places.append(slice(start, len(words)))
        words += [GAP] * (tiles(len(words) + gap) - len(words))
    gaps = np.ones(len(words), bool)
    for place in places:
        gaps[place] = False
    return Sheet(words, gaps, places)


def in_windows(height: int, reach: int, layers: Callable[[slice], Floats]) -> Floats:
    """The rows of a sheet of full tiles, made window after window, each with the `reach` rows that its edges can see.

    A window is one block of products, which fits a core's cache, and a long text needs no more memory.
    """
    step = BLOCK - tiles(2 * reach)
    windows: list[Floats] = []
    for low in range(0, max(1, height - BLOCK + step), step):
        rows = layers(slice(low, low + BLOCK))
        windows.append(rows[reach if low else 0 : None if low + BLOCK >= height else step + reach])
    return np.concatenate(windows) if len(windows) > 1 else windows[0]
