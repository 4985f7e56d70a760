"""slovnet's network in numpy: word vector and shape, three convolutions of width 3, one linear head a scheme."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ner_news.tagging.batching import compute_in_windows, lay_out
from ner_news.tagging.heads import build_head_layer
from ner_news.tagging.layers import Affine, Convolution, Floats, unchanged
from ner_news.tagging.navec import load_navec
from ner_news.tagging.network_input import NetworkInput
from ner_news.tagging.pack import Pack
from ner_news.tagging.row_cache import RowCache
from ner_news.tagging.shapes import shape

ARCHITECTURE = "cnn-crf"


class SlovnetNetwork:
    """Computes the emissions of a pack whose architecture is `cnn-crf`; `networks` tells whether its parts fit."""

    def __init__(self, pack: Pack) -> None:
        arrays = {name: array.astype(np.float32) for name, array in pack.arrays.items()}
        self._navec = load_navec(pack.settings["embeddings"])
        self._shape_ids = {name: row for row, name in enumerate(pack.settings["shapes"])}
        before = unchanged(self._navec.width + arrays["shape"].shape[1])
        layers: list[Convolution] = []
        while f"conv{len(layers)}.weight" in arrays:
            name = f"conv{len(layers)}"
            layers.append(Convolution(arrays[f"{name}.weight"], arrays[f"{name}.bias"], before))
            before = Affine(arrays[f"{name}.scale"], arrays[f"{name}.shift"])
        self._first, *self._others = layers
        self._exact = self._first.weight.astype(np.float64)
        self._shapes = arrays["shape"]
        self._heads = {
            scheme: build_head_layer(arrays, scheme, len(tags), before)
            for scheme, tags in pack.settings["heads"].items()
        }
        self._words = RowCache(self._first.weight.shape[1], self._word_rows)

    def clear_caches(self) -> None:
        """Forget the words seen."""
        self._words.clear()

    def emissions(self, documents: Sequence[NetworkInput], schemes: Sequence[str]) -> list[list[Floats]]:
        """Return for each scheme and document tokens x tags."""
        batch = lay_out([document.words for document in documents], gap=1)
        heads = [self._heads[scheme] for scheme in schemes]

        def emissions(window: slice) -> Floats:
            hidden = self._layers(batch.words[window], batch.gaps[window].nonzero()[0])
            return np.concatenate([head(hidden) for head in heads], axis=1)

        rows = compute_in_windows(len(batch.words), 1 + len(self._others), emissions)
        columns = np.cumsum([len(head.bias) for head in heads])[:-1].tolist()
        parts = np.split(rows, columns, axis=1)
        return [[part[own] for own in batch.ranges] for part in parts]

    def _layers(self, words: list[str], gaps: NDArray[np.int64]) -> Floats:
        rows = self._first.join(self._words.rows(words), gaps)
        for layer in self._others:
            rows = layer(rows, gaps)
        return rows

    def _word_rows(self, words: list[str]) -> Floats:
        """Return the first layer's product of each word, words x 3 filters."""
        vectors = self._navec.vectors(self._navec.rows([word.lower() for word in words]))
        shapes = self._shapes.take([self._shape_ids.get(shape(word), 0) for word in words], axis=0)
        # In double precision: where a word stands among others then changes no bit of the rounded result.
        products = np.concatenate([vectors, shapes], axis=1).astype(np.float64) @ self._exact
        return products.astype(np.float32)
