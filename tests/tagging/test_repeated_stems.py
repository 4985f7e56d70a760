"""Tokens with a stem that is there more than once."""

import numpy as np
import pytest

from ner_news.tagging.repeated_stems import find_repeated_stems


@pytest.mark.parametrize(
    ("stems", "tokens", "counts", "sums"),
    [
        ([7, 0, 7, 5, 7, 0], [0, 2, 4], [3], [6, 4, 2]),  # each token's row is its number
        ([3, 9, 9, 3], [0, 3, 1, 2], [2, 2], [3, 0, 2, 1]),
        ([0, 0, 0], [], [], []),
        ([1, 2, 3], [], [], []),
        ([], [], [], []),
    ],
)
def test_others_of_a_stem_are_summed(stems: list[int], tokens: list[int], counts: list[int], sums: list[int]) -> None:
    repeated = find_repeated_stems(np.array(stems, np.int64))
    assert (repeated.tokens.tolist(), repeated.counts.tolist()) == (tokens, counts)
    rows = repeated.tokens.astype(np.float32)[:, None]
    assert repeated.sum_others(rows).ravel().tolist() == sums
