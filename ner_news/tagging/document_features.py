"""Yes-or-no features of a word's place in its document, computed by numpy for a whole document at a time."""

import numpy as np
from numpy.typing import NDArray

from ner_news.tagging.layers import Floats
from ner_news.tagging.network_input import NetworkInput
from ner_news.tagging.repeated_stems import RepeatedStems
from ner_news.tagging.word_features import (
    BRACKET,
    CAPITAL,
    CLOSED_BRACKET,
    CLOSES,
    ENDS,
    FIRST_NAME,
    IN_PLACE,
    INITIAL,
    LOWER,
    OPENS,
    QUOTE,
    UPPER,
    Integers,
)

FEATURES = (
    "opens a sentence",
    "opens a line",
    "in the first line",
    "in quotes",
    "in brackets",
    "the document has no capitals",
    "the document has only capitals",
    # Of the same stem elsewhere in the document:
    "lower case",
    "a capital inside a sentence",
    "after a first name or an initial",
    "after an opening quote",
    "after a preposition of place",
    "all capitals",
    "with a capital",
    "with a capital four times",
)
LINE_FEATURE = 1
"""The column of "opens a line"."""
FIRST_STEM_FEATURE = 7
"""The first column of the features of the same stem."""

OFTEN = 4
"""Other mentions with a capital that are many, by eye; the network is trained with it."""

MOST_SIGNS = 2
"""Quotes or dashes between the start of a sentence and its first word, by eye; trained with it too."""

Bools = NDArray[np.bool_]


def compute_document_features(kinds: Integers, document: NetworkInput, repeated: RepeatedStems) -> Floats:
    """Return the features of one document of at least one token, tokens x FEATURES.

    `kinds` are the bits of `classify_words`.
    """
    count = len(kinds)
    features = np.zeros((count, len(FEATURES)), np.float32)
    capital, lower = (kinds & CAPITAL) > 0, (kinds & LOWER) > 0
    opens = find_sentence_starts(kinds, document.opens_line)
    initial = _include_first_words(opens, capital | lower)
    features[:, 0] = initial
    features[:, 1] = document.opens_line
    features[:, 2] = document.in_first_line
    features[:, 3] = _find_between(kinds, opens, OPENS, CLOSES) | _find_quoted(kinds, opens)
    features[:, 4] = _find_between(kinds, opens, BRACKET, CLOSED_BRACKET)
    features[:, 5] = not capital.any()
    features[:, 6] = not lower.any()
    before = np.zeros(count, np.int64)
    before[1:] = kinds[:-1]
    after_initial = np.zeros(count, bool)
    after_initial[2:] = ((kinds[1:-1] & ENDS) > 0) & ((kinds[:-2] & INITIAL) > 0)
    seen = np.empty((count, len(FEATURES) - FIRST_STEM_FEATURE - 1), np.float32)
    seen[:, 0] = lower
    seen[:, 1] = capital & ~initial
    seen[:, 2] = capital & (((before & FIRST_NAME) > 0) | after_initial)
    seen[:, 3] = capital & ((before & (OPENS | QUOTE)) > 0)
    seen[:, 4] = capital & ((before & IN_PLACE) > 0)
    seen[:, 5] = (kinds & UPPER) > 0
    seen[:, 6] = capital
    others = repeated.sum_others(seen[repeated.tokens])
    features[repeated.tokens, FIRST_STEM_FEATURE:-1] = others > 0
    features[repeated.tokens, -1] = others[:, -1] >= OFTEN
    features[~capital, FIRST_STEM_FEATURE + 1 :] = 0
    return features


def find_sentence_starts(kinds: Integers, opens_line: Bools) -> Bools:
    """Return the tokens after a full stop and the like, but not after an initial and not before lower case."""
    ends = (kinds & ENDS) > 0
    ends[1:] &= (kinds[:-1] & INITIAL) == 0
    starts: Bools = opens_line.copy()
    starts[0] = True
    starts[1:] |= ends[:-1] & ((kinds[1:] & (LOWER | ENDS | CLOSES)) == 0)
    return starts


def _include_first_words(opens: Bools, words: Bools) -> Bools:
    """Return the starts, and a sentence's first word also where quotes or dashes stand before it."""
    initial: Bools = opens.copy()
    for _ in range(MOST_SIGNS):
        initial[1:] |= initial[:-1] & ~words[:-1]
    return initial


def _find_between(kinds: Integers, opens: Bools, left: int, right: int) -> Bools:
    """Return the tokens between two signs of one sentence."""
    if not (kinds & (left | right)).any():
        return np.zeros(len(kinds), bool)
    depth = np.cumsum(((kinds & left) > 0).astype(np.int64) - ((kinds & right) > 0))
    inside: Bools = (_count_since(depth, opens) > 0) & ((kinds & (left | right)) == 0)
    return inside


def _find_quoted(kinds: Integers, opens: Bools) -> Bools:
    """Return the tokens after an odd number of straight quotes of one sentence."""
    quotes = (kinds & QUOTE) > 0
    if not quotes.any():
        return quotes
    odd: Bools = (_count_since(np.cumsum(quotes), opens) % 2 == 1) & ~quotes
    return odd


def _count_since(counts: Integers, opens: Bools) -> Integers:
    """Return running counts, which begin anew at each sentence."""
    starts = opens.nonzero()[0]
    base = np.concatenate([[0], counts])[starts]
    since: Integers = counts - base[np.cumsum(opens) - 1]
    return since
