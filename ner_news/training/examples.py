"""Annotated documents as arrays: their words, the features of their places, their tags."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ner_news.export.annotated import GoldSpan
from ner_news.segment import Tokens, tokenize
from ner_news.tagging.document_features import compute_document_features, find_sentence_starts
from ner_news.tagging.navec import Navec
from ner_news.tagging.network_input import build_input
from ner_news.tagging.repeated_stems import RepeatedStems, find_repeated_stems
from ner_news.tagging.word_features import Integers, WordFeatures, classify_words, compute_word_features
from ner_news.training.sources import LayeredDocument

Heads = Mapping[str, Sequence[str]]
"""The tags of each head."""

PIECE = 64
"""Tokens that are decoded together in training, by eye, in whole sentences: one long sentence may be longer."""

LONGEST = 160
"""Tokens after which a sentence is cut, by eye."""


@dataclass(frozen=True)
class Example:
    """One document; arrays have a row a token."""

    words: Integers
    """Rows of the vocabulary's features."""
    features: NDArray[np.bool_]
    repeated: RepeatedStems
    tags: Mapping[str, Integers]
    """For each head that the document has a layer for, rows of its tags."""
    pieces: tuple[tuple[int, int], ...]
    """Ranges of tokens that are decoded together."""


class Vocabulary:
    """The features of all words of a training, each computed once."""

    def __init__(self, navec: Navec, shapes: Sequence[str]) -> None:
        self.navec = navec
        self._shape_ids = {name: row for row, name in enumerate(shapes)}
        self._rows: dict[str, int] = {}
        self._parts: list[WordFeatures] = []

    def rows(self, words: Sequence[str]) -> Integers:
        """Return the row of each word; new words are added."""
        new = [word for word in dict.fromkeys(words) if word not in self._rows]
        if new:
            start = len(self._rows)
            self._rows.update(zip(new, range(start, start + len(new)), strict=True))
            self._parts.append(compute_word_features(new, self.navec, self._shape_ids))
        return np.array([self._rows[word] for word in words], np.int64)

    @property
    def features(self) -> WordFeatures:
        """Return those of all words so far."""
        if len(self._parts) > 1:
            columns = zip(*self._parts, strict=True)
            self._parts = [WordFeatures(*(np.concatenate(column) for column in columns))]
        return self._parts[0]


def build_example(document: LayeredDocument, tags: Heads, vocabulary: Vocabulary) -> Example | None:
    """Return the document as an example; `None` for a text without tokens. `tags` are those of each head.

    Layers without a head are left out.
    """
    tokens = tokenize(document.text)
    if not len(tokens):
        return None
    document_input = build_input(document.text, tokens)
    kinds, stems = classify_words(tokens.texts)
    repeated = find_repeated_stems(stems)
    return Example(
        vocabulary.rows(tokens.texts),
        compute_document_features(kinds, document_input, repeated) > 0,
        repeated,
        {
            scheme: assign_tags(tokens, document.layers.get(scheme, ()), names)
            for scheme, names in tags.items()
            if scheme in document.layers
        },
        split_pieces(find_sentence_starts(kinds, document_input.opens_line)),
    )


def assign_tags(tokens: Tokens, spans: Sequence[GoldSpan], names: Sequence[str]) -> Integers:
    """Return the tag of each token; a span takes every token that it touches."""
    tags = {name: row for row, name in enumerate(names)}
    rows = np.full(len(tokens), tags["O"], np.int64)
    starts, stops = np.array(tokens.starts), np.array(tokens.stops)
    for span in spans:
        if f"B-{span.label}" not in tags:
            continue
        first, last = stops.searchsorted(span.start, side="right"), starts.searchsorted(span.stop)
        rows[first:last] = tags[f"I-{span.label}"]
        rows[first : min(first + 1, last)] = tags[f"B-{span.label}"]
    return rows


def split_pieces(opens: NDArray[np.bool_]) -> tuple[tuple[int, int], ...]:
    """Return ranges of whole sentences, about `PIECE` tokens each."""
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
