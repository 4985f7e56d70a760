"""Annotated documents as the network reads them: tokens, facts of their words, features of their places, tags."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ner_news.export.annotated import GoldSpan
from ner_news.segment import Tokens, tokenize
from ner_news.tagging.evidence import evidence, sentence_starts
from ner_news.tagging.lexicon import Facts, Integers, facts, marks
from ner_news.tagging.mentions import Mentions, mentions
from ner_news.tagging.navec import Navec
from ner_news.tagging.reading import reading
from ner_news.training.gold import GoldDocument

PIECE = 64
"""Tokens that are decoded together in training, in whole sentences: one long sentence may be longer."""

LONGEST = 160
"""Where a sentence is cut in the end."""


@dataclass(frozen=True)
class Example:
    """One document; arrays have a row a token."""

    words: Integers
    """Rows of the vocabulary's facts."""
    features: NDArray[np.bool_]
    mentions: Mentions
    tags: Integers
    """Rows of the scheme's tags."""
    pieces: tuple[tuple[int, int], ...]
    """Ranges of tokens that are decoded together."""


class Vocabulary:
    """Facts of all words of a training, each computed once."""

    def __init__(self, navec: Navec, shapes: Sequence[str]) -> None:
        self.navec = navec
        self._shape_ids = {name: row for row, name in enumerate(shapes)}
        self._rows: dict[str, int] = {}
        self._parts: list[Facts] = []

    def rows(self, words: Sequence[str]) -> Integers:
        """The row of each word; new words are added."""
        new = [word for word in dict.fromkeys(words) if word not in self._rows]
        if new:
            start = len(self._rows)
            self._rows.update(zip(new, range(start, start + len(new)), strict=True))
            self._parts.append(facts(new, self.navec, self._shape_ids))
        return np.array([self._rows[word] for word in words], np.int64)

    @property
    def facts(self) -> Facts:
        """Of all words so far."""
        if len(self._parts) > 1:
            columns = zip(*self._parts, strict=True)
            self._parts = [Facts(*(np.concatenate(column) for column in columns))]
        return self._parts[0]


def example(document: GoldDocument, tags: Mapping[str, int], vocabulary: Vocabulary) -> Example | None:
    """The document as an example; `None` for a text without tokens. `tags` gives the row of each tag."""
    tokens = tokenize(document.text)
    if not len(tokens):
        return None
    read = reading(document.text, tokens)
    kinds, stems = marks(tokens.texts)
    found = mentions(stems)
    return Example(
        vocabulary.rows(tokens.texts),
        evidence(kinds, read, found) > 0,
        found,
        tag_rows(tokens, document.spans, tags),
        pieces(sentence_starts(kinds, read.lines)),
    )


def tag_rows(tokens: Tokens, spans: Sequence[GoldSpan], tags: Mapping[str, int]) -> Integers:
    """The tag of each token; a span takes every token that it touches."""
    rows = np.full(len(tokens), tags["O"], np.int64)
    starts, stops = np.array(tokens.starts), np.array(tokens.stops)
    for span in spans:
        if f"B-{span.label}" not in tags:
            continue
        first, last = stops.searchsorted(span.start, side="right"), starts.searchsorted(span.stop)
        rows[first:last] = tags[f"I-{span.label}"]
        rows[first : min(first + 1, last)] = tags[f"B-{span.label}"]
    return rows


def pieces(opens: NDArray[np.bool_]) -> tuple[tuple[int, int], ...]:
    """Ranges of whole sentences, about `PIECE` tokens each."""
    found: list[tuple[int, int]] = []
    start = previous = 0
    for stop in [*opens.nonzero()[0].tolist(), len(opens)]:
        if stop - start > PIECE and previous > start:
            found.append((start, previous))
            start = previous
        while stop - start > LONGEST:
            found.append((start, start + LONGEST))
            start += LONGEST
        previous = stop
    if start < len(opens):
        found.append((start, len(opens)))
    return tuple(found)
