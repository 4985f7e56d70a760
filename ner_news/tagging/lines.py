"""Which tokens open a line."""

import re

import numpy as np
from numpy.typing import NDArray

from ner_news.segment import Tokens

_NEWLINES = re.compile(r"[\n\r\v\f\x85\u2028\u2029]\s*")  # the breaks of `str.splitlines`, a run at a time


def line_starts(text: str, tokens: Tokens) -> NDArray[np.bool_]:
    """For each token whether it is the first of its line.

    >>> from ner_news.segment import tokenize
    >>> line_starts("Да, нет.\\nИ да.", tokenize("Да, нет.\\nИ да.")).nonzero()[0].tolist()
    [0, 4]
    """
    starts = np.zeros(len(tokens) + 1, bool)
    breaks = [found.start() for found in _NEWLINES.finditer(text)]
    starts[np.searchsorted(tokens.starts, breaks)] = True
    starts[0] = True
    return starts[:-1]


def is_one_line(text: str) -> bool:
    """Whether no line ends in it."""
    return not _NEWLINES.search(text)
