"""slovnet's network in numpy: word vector and shape, three convolutions of width 3, one linear head a scheme.

A batch is one sheet of rows: documents one after another, a gap row between them, no padding.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.tagging.layers import BLOCK, TILE, Convolution, Floats, in_blocks
from ner_news.tagging.navec import load_navec
from ner_news.tagging.pack import Pack
from ner_news.tagging.shapes import shape
from ner_news.tagging.words import RowCache

GAP = ""
"""Stands between documents."""


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
        width = self._navec.width + arrays["shape"].shape[1]
        scale, shift = np.ones(width, np.float32), np.zeros(width, np.float32)
        layers: list[Convolution] = []
        while f"conv{len(layers)}.weight" in arrays:
            name = f"conv{len(layers)}"
            layers.append(Convolution(arrays[f"{name}.weight"], arrays[f"{name}.bias"], scale, shift))
            scale, shift = arrays[f"{name}.scale"], arrays[f"{name}.shift"]
        self._first, *self._others = layers
        self._shapes = arrays["shape"]
        self._heads = {
            scheme: _head(arrays, scheme, len(tags), scale, shift) for scheme, tags in pack.settings["heads"].items()
        }
        self._words = RowCache(self._first.weight.shape[1], self._word_rows)

    def clear_caches(self) -> None:
        """Forget the words seen."""
        self._words.clear()

    def emissions(self, documents: Sequence[Sequence[str]], scheme: str) -> list[Floats]:
        """For each document, given as its tokens, tokens x tags."""
        sheet = [GAP]
        for tokens in documents:
            sheet += tokens
            sheet.append(GAP)
        weight, bias = self._heads[scheme]
        rows = np.concatenate([in_blocks(hidden, weight) + bias for hidden in self._hidden(sheet)])
        stops = np.cumsum([len(tokens) + 1 for tokens in documents]).tolist()
        return [rows[stop - len(tokens) : stop] for stop, tokens in zip(stops, documents, strict=True)]

    def _hidden(self, sheet: list[str]) -> Iterator[Floats]:
        """The last layer's rows, window after window; each window is computed with what its edges can see.

        A window is one block of products: it fits a core's cache, and a long text needs no more memory.
        """
        reach = 1 + len(self._others)
        size = BLOCK - 2 * reach
        for start in range(0, len(sheet), size):
            stop = min(start + size, len(sheet))
            low = max(0, start - reach)
            words = sheet[low : stop + reach]
            words += [GAP] * (-len(words) % TILE)  # full tiles need no copy
            yield self._layers(words)[start - low : stop - low]

    def _layers(self, words: list[str]) -> Floats:
        gaps: NDArray[np.bool_] = np.fromiter((not word for word in words), bool, len(words))
        rows = self._first.join(self._words.rows(words), gaps)
        for layer in self._others:
            rows = layer(rows, gaps)
        return rows

    def _word_rows(self, words: list[str], out: Floats) -> None:
        """The first layer's product of each word, words x 3 filters."""
        ids, unknown = self._navec.ids, self._navec.unknown
        vectors = self._navec.vectors(np.array([ids.get(word.lower(), unknown) for word in words]))
        shapes = self._shapes.take([self._shape_ids.get(shape(word), 0) for word in words], axis=0)
        out[:] = in_blocks(np.concatenate([vectors, shapes], axis=1), self._first.weight)


def _head(arrays: dict[str, Floats], scheme: str, tags: int, scale: Floats, shift: Floats) -> tuple[Floats, Floats]:
    """Weight and bias of a linear head, with the last layer's scale and shift folded in."""
    weight = arrays[f"{scheme}.weight"]
    if weight.shape[1:] * 2 != arrays[f"{scheme}.transitions"].shape or weight.shape[1:] != (tags,):
        raise ValueError(f"{scheme} has {tags} tags, weights for {weight.shape[1:]}")
    return np.ascontiguousarray(weight * scale[:, None]), arrays[f"{scheme}.bias"] + shift @ weight
