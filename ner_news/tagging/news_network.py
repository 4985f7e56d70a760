"""The network of the shipped pack in numpy, layer by layer as `ner_news.training.torch_network` trains it in torch.

A word's vector, outline and letter groups run through slovnet's three convolutions; the word, the features of its
place and the outputs of the last two run through one linear layer and blocks of dilated convolutions. Then each token
gets a mean over the other tokens of its stem in the document, and every scheme has a linear head of its own.

Documents of a batch lie one after another with rows of zeros between them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ner_news.tagging.batching import compute_in_windows, lay_out
from ner_news.tagging.document_features import FEATURES, LINE_FEATURE, compute_document_features
from ner_news.tagging.heads import build_head_layer
from ner_news.tagging.layers import (
    BLOCK,
    TILE,
    Affine,
    Convolution,
    Floats,
    Linear,
    Rounded,
    normalized,
    rectified,
    side_by_side,
    unchanged,
)
from ner_news.tagging.navec import load_navec
from ner_news.tagging.network_input import NetworkInput
from ner_news.tagging.pack import Pack
from ner_news.tagging.repeated_stems import RepeatedStems, find_repeated_stems
from ner_news.tagging.row_cache import RowCache
from ner_news.tagging.word_features import BUCKETS, classify_words, compute_word_features

ARCHITECTURE = "stack-crf"

SECTION = 16_384
"""Tokens that are read together, whose stems are compared, by eye: a longer text is read in sections, so memory stays
bounded."""

SEARCH = 1024
"""Tokens in which the end of a line or of a sentence is looked for, to end a section with it, by eye."""

BARRIER = 30.0
"""Taken from the score of going on with a name at the start of a line, by eye: no name crosses lines."""

GATE_LIMIT = 8.0
"""Gates are cut at this, up and down, before they become weights, by eye."""

SMALLEST_WEIGHT = 1e-4
"""Keeps a mean over nothing from a division by zero, by eye."""


class Section(NamedTuple):
    """A document, or a part of a very long one."""

    document: NetworkInput
    features: Floats
    repeated: RepeatedStems


class NewsNetwork:
    """Computes the emissions of a pack whose architecture is `stack-crf`; `networks` tells whether its parts fit."""

    def __init__(self, pack: Pack) -> None:
        settings = pack.settings
        if tuple(settings["features"]) != FEATURES:
            raise ValueError("the features of places are others")
        arrays = {name: array.astype(np.float32) for name, array in pack.arrays.items()}
        if len(arrays["grams"]) != BUCKETS:
            raise ValueError(f"the table of letter groups must have {BUCKETS} rows")
        self._navec = load_navec(settings["embeddings"])
        self._shape_ids = {name: row for row, name in enumerate(settings["shapes"])}
        self._shapes, self._grams = arrays["shape"], arrays["grams"]
        if len(self._shapes) != len(self._shape_ids):
            raise ValueError(f"{len(self._shape_ids)} outlines, {len(self._shapes)} rows for them")
        if arrays["conv0.weight"].shape[1] != self._navec.width + self._shapes.shape[1] + self._grams.shape[1]:
            raise ValueError("the first layer takes words of another width")
        after = self._build_convolutions(arrays)
        self._build_blocks(arrays, settings["dilations"])
        self._heads = {
            scheme: build_head_layer(arrays, scheme, len(tags), after) for scheme, tags in settings["heads"].items()
        }
        self._inside = {
            scheme: BARRIER * np.array([tag.startswith("I-") for tag in tags], np.float32)
            for scheme, tags in settings["heads"].items()
        }
        self._words = RowCache(len(self._by_word.scale), self._word_rows, halved=True)

    def _build_convolutions(self, arrays: dict[str, Floats]) -> Affine:
        """Build the convolutions and the input of the blocks; return the scale and shift that are left to the heads."""
        inputs = arrays["conv0.weight"].shape[1]
        self._convolutions: list[Convolution] = []
        affines = [unchanged(inputs)]
        while f"conv{len(self._convolutions)}.weight" in arrays:
            name = f"conv{len(self._convolutions)}"
            weight, bias = arrays[f"{name}.weight"], arrays[f"{name}.bias"]
            self._convolutions.append(Convolution(weight, bias, affines[-1]))
            affines.append(Affine(arrays[f"{name}.scale"], arrays[f"{name}.shift"]))
        weight, bias = arrays["input.weight"], arrays["input.bias"]
        self._width = len(bias)
        self._by_word = Rounded.of(np.concatenate([self._convolutions[0].weight, weight[:inputs]], axis=1))
        self._convolutions[0].weight = np.zeros((0, 0), np.float32)  # 1 MB that `_by_word` has now
        self._input = Linear(weight[inputs:], bias, side_by_side([unchanged(len(FEATURES)), *affines[2:]]))
        return side_by_side([unchanged(self._width), affines[-1]])

    def _build_blocks(self, arrays: dict[str, Floats], dilations: Sequence[int]) -> None:
        if not all(1 <= dilation <= BLOCK for dilation in dilations):
            raise ValueError(f"dilations {dilations} are not from 1 to {BLOCK}")
        self._blocks: list[Convolution] = []
        for number, dilation in enumerate(dilations):
            name = f"block{number}"
            norm = Affine(arrays[f"{name}.scale"], arrays[f"{name}.shift"])
            self._blocks.append(Convolution(arrays[f"{name}.weight"], arrays[f"{name}.bias"], norm, dilation))
        self._gap = max(dilations)
        self._reach = len(self._convolutions) + sum(dilations)
        if 2 * self._reach >= BLOCK - TILE:
            raise ValueError(f"dilations {dilations} reach further than a block of {BLOCK} rows")
        self._gate, self._gate_bias = arrays["gate.weight"], arrays["gate.bias"]
        if self._gate.shape != (self._width, 1):
            raise ValueError(f"the gate has the shape {self._gate.shape}")
        self._pool = Linear(arrays["pool.weight"], arrays["pool.bias"], unchanged(len(arrays["pool.weight"])))

    def clear_caches(self) -> None:
        """Forget the words seen."""
        self._words.clear()

    def emissions(self, documents: Sequence[NetworkInput], schemes: Sequence[str]) -> list[list[Floats]]:
        """Return for each scheme and document tokens x tags."""
        sections = [list(_split_sections(document)) for document in documents]
        flat = [section for parts in sections for section in parts]
        found = iter([rows for batch in _group_sections(flat) for rows in self._compute(batch, schemes)])
        nothing = [np.zeros((0, len(self._inside[scheme])), np.float32) for scheme in schemes]
        parts = [[nothing, *(next(found) for _ in own)] for own in sections]
        return [[np.concatenate([rows[number] for rows in own]) for own in parts] for number in range(len(schemes))]

    def _compute(self, sections: Sequence[Section], schemes: Sequence[str]) -> Iterator[list[Floats]]:
        """Yield for each section its emissions in each scheme."""
        batch = lay_out([section.document.words for section in sections], self._gap)
        features = np.zeros((len(batch.words), len(FEATURES)), np.float32)
        for own, section in zip(batch.ranges, sections, strict=True):
            features[own] = section.features
        rows = compute_in_windows(
            len(batch.words),
            self._reach,
            lambda window: self._layers(batch.words[window], features[window], batch.gaps[window].nonzero()[0]),
        )
        for own, section in zip(batch.ranges, sections, strict=True):
            hidden = rows[own]
            self._add_repeated(hidden, section.repeated)
            line = section.features[:, LINE_FEATURE : LINE_FEATURE + 1]
            yield [self._heads[scheme](hidden) - line * self._inside[scheme] for scheme in schemes]

    def _layers(self, words: list[str], features: Floats, gaps: NDArray[np.int64]) -> Floats:
        products = self._words.rows(words)
        first, *others = self._convolutions
        outputs = [first.join(products[:, : -self._width], gaps)]
        for convolution in others:
            outputs.append(convolution(outputs[-1], gaps))
        hidden = self._input(np.concatenate([features, *outputs[1:]], axis=1))
        hidden += products[:, -self._width :]
        rectified(hidden)[gaps] = 0
        for block in self._blocks:
            hidden += block(normalized(hidden), gaps)
            hidden[gaps] = 0
        return np.concatenate([hidden, outputs[-1]], axis=1)

    def _add_repeated(self, rows: Floats, repeated: RepeatedStems) -> None:
        """Add to each of a document's rows a mean over the other tokens of its stem, weighted by the gate."""
        hidden = rows[repeated.tokens, : self._width]
        gates = np.einsum("ij,jk->ik", hidden, self._gate) + self._gate_bias  # no BLAS: rows stay independent
        weights = np.exp(gates.clip(-GATE_LIMIT, GATE_LIMIT))
        others = repeated.sum_others(np.concatenate([hidden * weights, weights], axis=1))
        means = others[:, :-1] / others[:, -1:].clip(SMALLEST_WEIGHT)
        count = np.log(repeated.counts.astype(np.float32)).repeat(repeated.counts)
        pooled = self._pool(np.concatenate([hidden, means, count[:, None]], axis=1))
        rows[repeated.tokens, : self._width] = hidden + rectified(pooled)

    def _word_rows(self, words: list[str]) -> Floats:
        """Return the products of the first layers for each word alone, words x (3 filters + width)."""
        features = compute_word_features(words, self._navec, self._shape_ids)
        count = (features.grams > 0).sum(axis=1, keepdims=True).clip(1)
        grams = self._grams[features.grams].sum(axis=1) / np.sqrt(count.astype(np.float32))
        vectors = self._navec.vectors(features.vectors)
        return self._by_word.exactly(np.concatenate([vectors, self._shapes[features.shapes], grams], axis=1))


def _split_sections(document: NetworkInput) -> Iterator[Section]:
    for part in document.split(SECTION, SEARCH):
        kinds, stems = classify_words(part.words)
        repeated = find_repeated_stems(stems)
        yield Section(part, compute_document_features(kinds, part, repeated), repeated)


def _group_sections(sections: Sequence[Section]) -> Iterator[list[Section]]:
    """Yield sections that are read together: no more than `SECTION` tokens, or one."""
    group: list[Section] = []
    size = 0
    for section in sections:
        if group and size + len(section.document.words) > SECTION:
            yield group
            group, size = [], 0
        group.append(section)
        size += len(section.document.words)
    if group:
        yield group
