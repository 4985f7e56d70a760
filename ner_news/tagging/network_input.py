"""A document as a network takes it: its words, and which of them open a line."""

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ner_news.segment import Tokens

SENTENCE_ENDS = (".", "!", "?", "…")

_NEWLINES = re.compile(r"[\n\r\v\f\x85\u2028\u2029]\s*")  # the breaks of `str.splitlines`, a run at a time


class NetworkInput(NamedTuple):
    """The words of a document, which of them open a line, and which stand in the first line."""

    words: list[str]
    opens_line: NDArray[np.bool_]
    in_first_line: NDArray[np.bool_]

    def split(self, longest: int, search: int) -> "list[NetworkInput]":
        """Return the document in parts of at most `longest` words.

        A part ends where a line does, if one does among its last words, `search` of them; else where a sentence does;
        else anywhere.
        """
        parts: list[NetworkInput] = []
        start = 0
        while start < len(self.words):
            stop = start + longest
            if stop < len(self.words):
                stop = self._find_cut(stop - search, stop)
            own = slice(start, stop)
            parts.append(NetworkInput(self.words[own], self.opens_line[own], self.in_first_line[own]))
            start = stop
        return parts

    def _find_cut(self, first: int, stop: int) -> int:
        opened = self.opens_line[first + 1 : stop + 1].nonzero()[0]
        if len(opened):
            return first + 1 + int(opened[-1])
        ends = (end for end in range(stop, first, -1) if self.words[end - 1].startswith(SENTENCE_ENDS))
        return next(ends, stop)


def build_input(text: str, tokens: Tokens) -> NetworkInput:
    """Return the input of a text of which `tokens` were made."""
    opens_line = find_line_starts(text, tokens)
    return NetworkInput(tokens.texts, opens_line, opens_line.cumsum() <= 1)


def find_line_starts(text: str, tokens: Tokens) -> NDArray[np.bool_]:
    """Return for each token whether it is the first of its line.

    >>> from ner_news.segment import tokenize
    >>> find_line_starts("Да, нет.\\nИ да.", tokenize("Да, нет.\\nИ да.")).nonzero()[0].tolist()
    [0, 4]
    """
    starts = np.zeros(len(tokens) + 1, bool)
    breaks = [found.start() for found in _NEWLINES.finditer(text)]
    starts[np.searchsorted(tokens.starts, breaks)] = True
    starts[0] = True
    return starts[:-1]


def is_one_line(text: str) -> bool:
    """Tell whether no line ends in the text."""
    return not _NEWLINES.search(text)
