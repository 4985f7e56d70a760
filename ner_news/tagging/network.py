"""slovnet's network in numpy: word vector and shape, three convolutions of width 3, one linear head a scheme."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.tagging.layers import Affine, Convolution, Floats, Linear, unchanged
from ner_news.tagging.navec import load_navec
from ner_news.tagging.pack import Pack
from ner_news.tagging.reading import Reading
from ner_news.tagging.shapes import shape
from ner_news.tagging.sheets import in_windows, placed
from ner_news.tagging.words import RowCache


class Network(Protocol):
    """What a pack's architecture turns into."""

    def emissions(self, documents: Sequence[Reading], schemes: Sequence[str]) -> list[list[Floats]]:
        """For each scheme and document tokens x tags of the scheme's head."""

    def clear_caches(self) -> None:
        """Forget what was kept to be faster."""


class ConvolutionNetwork:
    """Emissions of a pack whose architecture is `cnn-crf`. `PackError` when an array is missing."""

    def __init__(self, pack: Pack) -> None:
        try:
            self._build(pack)
        except KeyError as error:
            raise PackError(f"the pack {pack.name} has no {error}") from error
        except (ValueError, TypeError, IndexError, AttributeError) as error:
            raise PackError(f"the arrays or settings of the pack {pack.name} do not fit together: {error}") from error

    def _build(self, pack: Pack) -> None:
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
            scheme: head(arrays, scheme, len(tags), before) for scheme, tags in pack.settings["heads"].items()
        }
        self._words = RowCache(self._first.weight.shape[1], self._word_rows)

    def clear_caches(self) -> None:
        """Forget the words seen."""
        self._words.clear()

    def emissions(self, documents: Sequence[Reading], schemes: Sequence[str]) -> list[list[Floats]]:
        """For each scheme and document tokens x tags."""
        sheet = placed([document.words for document in documents], gap=1)
        heads = [self._heads[scheme] for scheme in schemes]

        def emissions(window: slice) -> Floats:
            hidden = self._layers(sheet.words[window], sheet.gaps[window])
            return np.concatenate([head(hidden) for head in heads], axis=1)

        rows = in_windows(len(sheet.words), 1 + len(self._others), emissions)
        columns = np.cumsum([len(head.bias) for head in heads])[:-1].tolist()
        parts = np.split(rows, columns, axis=1)
        return [[part[place] for place in sheet.places] for part in parts]

    def _layers(self, words: list[str], gaps: NDArray[np.bool_]) -> Floats:
        rows = self._first.join(self._words.rows(words), gaps)
        for layer in self._others:
            rows = layer(rows, gaps)
        return rows

    def _word_rows(self, words: list[str]) -> Floats:
        """The first layer's product of each word, words x 3 filters."""
        vectors = self._navec.vectors(self._navec.rows([word.lower() for word in words]))
        shapes = self._shapes.take([self._shape_ids.get(shape(word), 0) for word in words], axis=0)
        # In double precision: where a word stands among others then changes no bit of the rounded result.
        products = np.concatenate([vectors, shapes], axis=1).astype(np.float64) @ self._exact
        return products.astype(np.float32)


def head(arrays: Mapping[str, Floats], scheme: str, tags: int, before: Affine) -> Linear:
    """The linear layer from the last hidden rows to a scheme's tags."""
    weight = arrays[f"{scheme}.weight"]
    if weight.shape[1:] * 2 != arrays[f"{scheme}.transitions"].shape or weight.shape[1:] != (tags,):
        raise ValueError(f"{scheme} has {tags} tags, weights for {weight.shape[1:]}")
    return Linear(weight, arrays[f"{scheme}.bias"], before)
