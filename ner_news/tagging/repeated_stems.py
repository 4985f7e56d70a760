"""Tokens that share their stem with others of their document, and sums over those others."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ner_news.tagging.word_features import Integers


class RepeatedStems(NamedTuple):
    """The tokens of a document whose stem is there more than once, stem after stem."""

    tokens: Integers
    """Their numbers; those of one stem stand side by side."""
    starts: Integers
    """Where in `tokens` each stem begins."""
    counts: Integers
    """How many tokens each stem has, 2 or more."""

    def sum_others(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return for each of `tokens` the sum of the rows of its stem's other tokens; rows are tokens x columns.

        >>> found = find_repeated_stems(np.array([7, 0, 7, 5, 7, 0]))
        >>> found.tokens.tolist(), found.sum_others(np.array([[1], [2], [4]], np.float32)).ravel().tolist()
        ([0, 2, 4], [6.0, 5.0, 3.0])
        """
        if not len(rows):
            return rows
        totals: NDArray[np.float32] = np.add.reduceat(rows, self.starts, axis=0)
        return totals.repeat(self.counts, axis=0) - rows


def find_repeated_stems(stems: Integers) -> RepeatedStems:
    """Return the repeated stems among those of a document's tokens; 0 stands for no stem."""
    order = stems.argsort(kind="stable")
    ordered = stems[order]
    goes_on = np.zeros(len(stems) + 1, bool)  # the stem of the token before
    goes_on[1:-1] = (ordered[1:] == ordered[:-1]) & (ordered[1:] > 0)
    shared = goes_on[:-1] | goes_on[1:]
    starts = (~goes_on[:-1][shared]).nonzero()[0]
    return RepeatedStems(order[shared], starts, np.diff(starts, append=int(shared.sum())))
