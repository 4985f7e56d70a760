"""A document as a network takes it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ner_news.segment import Tokens
from ner_news.tagging.lines import line_starts

ENDS = (".", "!", "?", "…")


class Reading(NamedTuple):
    """The words of a document, which of them open a line, and which stand in the first one."""

    words: list[str]
    lines: NDArray[np.bool_]
    headline: NDArray[np.bool_]

    def sections(self, longest: int, search: int) -> "list[Reading]":
        """The document in parts of at most `longest` words.

        A part ends where a line does, if one does among its last words, `search` of them; else where a sentence does;
        else anywhere.
        """
        parts: list[Reading] = []
        start = 0
        while start < len(self.words):
            stop = start + longest
            if stop < len(self.words):
                stop = self._cut(stop - search, stop)
            parts.append(Reading(self.words[start:stop], self.lines[start:stop], self.headline[start:stop]))
            start = stop
        return parts

    def _cut(self, first: int, stop: int) -> int:
        opened = self.lines[first + 1 : stop + 1].nonzero()[0]
        if len(opened):
            return first + 1 + int(opened[-1])
        ends = (place for place in range(stop, first, -1) if self.words[place - 1].startswith(ENDS))
        return next(ends, stop)


def reading(text: str, tokens: Tokens) -> Reading:
    """The reading of a text of which `tokens` were made."""
    lines = line_starts(text, tokens)
    return Reading(tokens.texts, lines, lines.cumsum() <= 1)
