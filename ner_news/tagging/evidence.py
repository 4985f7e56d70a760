"""What a word's place in its document says of it: yes-or-no features, made by numpy for whole documents at a time."""

import numpy as np
from numpy.typing import NDArray

from ner_news.tagging.layers import Floats
from ner_news.tagging.lexicon import (
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
from ner_news.tagging.mentions import Mentions
from ner_news.tagging.reading import Reading

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
LINE = 1
EVIDENCE = 7
"""Where the features of the same stem begin."""

OFTEN = 4

Bools = NDArray[np.bool_]


def evidence(kinds: Integers, document: Reading, found: Mentions) -> Floats:
    """tokens x FEATURES of one document of at least one token."""
    lines = document.lines
    count = len(kinds)
    features = np.zeros((count, len(FEATURES)), np.float32)
    capital, lower = (kinds & CAPITAL) > 0, (kinds & LOWER) > 0
    opens = sentence_starts(kinds, lines)
    initial = _carried_on(opens, capital | lower)
    features[:, 0] = initial
    features[:, 1] = lines
    features[:, 2] = document.headline
    features[:, 3] = _inside(kinds, opens, OPENS, CLOSES) | _odd(kinds, opens)
    features[:, 4] = _inside(kinds, opens, BRACKET, CLOSED_BRACKET)
    features[:, 5] = not capital.any()
    features[:, 6] = not lower.any()
    before = np.zeros(count, np.int64)
    before[1:] = kinds[:-1]
    after_initial = np.zeros(count, bool)
    after_initial[2:] = ((kinds[1:-1] & ENDS) > 0) & ((kinds[:-2] & INITIAL) > 0)
    seen = np.empty((count, len(FEATURES) - EVIDENCE - 1), np.float32)
    seen[:, 0] = lower
    seen[:, 1] = capital & ~initial
    seen[:, 2] = capital & (((before & FIRST_NAME) > 0) | after_initial)
    seen[:, 3] = capital & ((before & (OPENS | QUOTE)) > 0)
    seen[:, 4] = capital & ((before & IN_PLACE) > 0)
    seen[:, 5] = (kinds & UPPER) > 0
    seen[:, 6] = capital
    others = found.others(seen[found.tokens])
    features[found.tokens, EVIDENCE:-1] = others > 0
    features[found.tokens, -1] = others[:, -1] >= OFTEN
    features[~capital, EVIDENCE + 1 :] = 0
    return features


def sentence_starts(kinds: Integers, lines: Bools) -> Bools:
    """After a full stop and the like, but not after an initial and not before lower case."""
    ends = (kinds & ENDS) > 0
    ends[1:] &= (kinds[:-1] & INITIAL) == 0
    starts: Bools = lines.copy()
    starts[0] = True
    starts[1:] |= ends[:-1] & ((kinds[1:] & (LOWER | ENDS | CLOSES)) == 0)
    return starts


def _carried_on(opens: Bools, words: Bools) -> Bools:
    """A sentence's first word also where up to two quotes or dashes stand before it."""
    initial: Bools = opens.copy()
    for _ in range(2):
        initial[1:] |= initial[:-1] & ~words[:-1]
    return initial


def _inside(kinds: Integers, opens: Bools, left: int, right: int) -> Bools:
    """Between two signs of one sentence."""
    depth = np.cumsum(((kinds & left) > 0).astype(np.int64) - ((kinds & right) > 0))
    inside: Bools = (_since(depth, opens) > 0) & ((kinds & (left | right)) == 0)
    return inside


def _odd(kinds: Integers, opens: Bools) -> Bools:
    quotes = (kinds & QUOTE) > 0
    odd: Bools = (_since(np.cumsum(quotes), opens) % 2 == 1) & ~quotes
    return odd


def _since(counts: Integers, opens: Bools) -> Integers:
    """Running counts, begun anew at each sentence."""
    starts = opens.nonzero()[0]
    base = np.concatenate([[0], counts])[starts]
    since: Integers = counts - base[np.cumsum(opens) - 1]
    return since
