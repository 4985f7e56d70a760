"""The network in torch, layer by layer as `ner_news.tagging.news_network` computes it in numpy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ner_news.tagging.document_features import FEATURES, LINE_FEATURE
from ner_news.tagging.navec import Navec
from ner_news.tagging.news_network import BARRIER, GATE_LIMIT, SMALLEST_WEIGHT
from ner_news.tagging.pack import Pack
from ner_news.tagging.word_features import BUCKETS, WordFeatures
from ner_news.training.torch_batches import TrainingBatch
from ner_news.training.torch_crf import CRF
from ner_news.training.torch_layers import drop, multiply

SHAPE_WIDTH = 30
"""Columns of an outline: slovnet's."""


@dataclass(frozen=True)
class Sizes:
    """The sizes of the layers; the convolutions are slovnet's.

    The card of the shipped network says what other sizes cost.
    """

    width: int = 96
    """Columns of the blocks."""
    dilations: tuple[int, ...] = (1, 2, 4)
    """One block each: they see 7 words to each side beyond the 3 of the convolutions."""
    grams: int = 32
    """Columns of a letter group."""


@dataclass(frozen=True)
class Dropout:
    """The shares that are left out in training. The card of the shipped network says what others cost."""

    words: float = 0.04
    """Words whose vector is replaced by that of an unknown one."""
    grams: float = 0.4
    inputs: float = 0.15
    layers: float = 0.2
    outputs: float = 0.4


class WordEncoder(nn.Module):
    """The features of each word by itself: its vector, which stays as it is, its outline and its letter groups."""

    def __init__(self, features: WordFeatures, navec: Navec, shapes: int, sizes: Sizes, dropout: Dropout) -> None:
        super().__init__()
        self.register_buffer("vectors", torch.from_numpy(navec.vectors(features.vectors)), persistent=False)
        self.register_buffer("unknown", torch.from_numpy(navec.vectors(np.array([navec.unknown]))[0]), persistent=False)
        self.register_buffer("shapes", torch.from_numpy(features.shapes), persistent=False)
        self.register_buffer("rows", torch.from_numpy(features.grams), persistent=False)
        self.shape = nn.Embedding(shapes, SHAPE_WIDTH)
        self.gram = nn.Embedding(BUCKETS, sizes.grams, padding_idx=0)
        nn.init.normal_(self.gram.weight, std=0.1)
        self.gram.weight.data[0] = 0
        self.width = navec.width + SHAPE_WIDTH + sizes.grams
        self.dropout = dropout

    def forward(self, batch: TrainingBatch) -> Tensor:
        """Return tokens x width."""
        rows = self.rows[batch.words]
        count = (rows > 0).sum(1, keepdim=True).clamp(min=1)
        grams = (self.gram(rows).sum(1) / count**0.5)[batch.types]
        vectors = self.vectors[batch.words][batch.types]
        if self.training:
            hidden = torch.rand(len(vectors), 1) < self.dropout.words
            vectors = torch.where(hidden, self.unknown, vectors)
        outlines = self.shape(self.shapes[batch.words])[batch.types]
        grams = drop(grams, self.dropout.grams, self.training)
        return torch.cat([vectors, outlines, grams], 1)


class Taps(nn.Module):
    """A convolution of width 3 with a dilation, as one product and two shifted additions."""

    def __init__(self, inputs: int, filters: int, dilation: int = 1) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(inputs, 3 * filters))
        self.bias = nn.Parameter(torch.zeros(filters))
        self.filters, self.dilation = filters, dilation
        bound = (3 * inputs) ** -0.5
        nn.init.uniform_(self.weight, -bound, bound)

    def forward(self, rows: Tensor) -> Tensor:
        """rows x inputs to rows x filters."""
        before, here, after = multiply(rows, self.weight).split(self.filters, 1)
        step = self.dilation
        here = here + self.bias + functional.pad(before[:-step], (0, 0, step, 0))
        return here + functional.pad(after[step:], (0, 0, 0, step))


class Convolution(nn.Module):
    """`Taps`, ReLU, then a scale and a shift of each filter: those it starts from times a gain, plus an offset."""

    def __init__(self, inputs: int, filters: int) -> None:
        super().__init__()
        self.taps = Taps(inputs, filters)
        self.register_buffer("scale", torch.ones(filters))
        self.register_buffer("shift", torch.zeros(filters))
        self.gain = nn.Parameter(torch.ones(filters))
        self.offset = nn.Parameter(torch.zeros(filters))

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """rows x inputs to rows x filters; nothing where the mask is 0."""
        filtered = torch.relu(self.taps(rows)) * self.scale + self.shift
        return (filtered * self.gain + self.offset) * mask


class Block(nn.Module):
    """A residual block: layer norm, dilated taps, ReLU."""

    def __init__(self, width: int, dilation: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.taps = Taps(width, width, dilation)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return what is to be added, rows x width."""
        return torch.relu(self.taps(self.norm(rows) * mask))


class RepeatedStemPool(nn.Module):
    """A mean over the other tokens of a token's stem in its document, weighted by a gate."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.gate = nn.Linear(width, 1)
        nn.init.zeros_(self.gate.weight)
        self.linear = nn.Linear(2 * width + 1, width)
        self.dropout = dropout

    def forward(self, rows: Tensor, batch: TrainingBatch) -> Tensor:
        """Return what is to be added, tokens x width; nothing for a token that stands alone."""
        own = rows[batch.repeated]
        weights = torch.exp(self.gate(own).clamp(-GATE_LIMIT, GATE_LIMIT))
        summed = torch.cat([own * weights, weights], 1)
        totals = summed.new_zeros(len(batch.counts), summed.shape[1]).index_add(0, batch.stems, summed)
        others = totals[batch.stems] - summed
        means = drop(others[:, :-1] / others[:, -1:].clamp(min=SMALLEST_WEIGHT), self.dropout, self.training)
        count = torch.log(batch.counts[batch.stems].float()).unsqueeze(1)
        pooled = torch.relu(self.linear(torch.cat([own, means, count], 1)))
        return torch.zeros_like(rows).index_copy(0, batch.repeated, pooled)


INNER_WEIGHT = 3.0
"""How much more a head for inner names counts, by eye: such names are ten times rarer."""


def _weigh(scheme: str) -> float:
    return INNER_WEIGHT if "-" in scheme else 1.0


class NewsModule(nn.Module):
    """All layers, with a head and a CRF for each scheme."""

    def __init__(self, words: WordEncoder, start: Pack, heads: Mapping[str, Sequence[str]], sizes: Sizes) -> None:
        super().__init__()
        self.words, self.dropout, self.sizes = words, words.dropout, sizes
        self.tags = {scheme: list(tags) for scheme, tags in heads.items()}
        filters = [len(start.arrays[f"conv{layer}.bias"]) for layer in range(3)]
        self.convolutions = nn.ModuleList(map(Convolution, [words.width, *filters], filters))
        self.input = nn.Linear(words.width + len(FEATURES) + sum(filters[1:]), sizes.width)
        self.blocks = nn.ModuleList(Block(sizes.width, dilation) for dilation in sizes.dilations)
        self.pool = RepeatedStemPool(sizes.width, self.dropout.layers)
        self.heads = nn.ModuleDict(
            {scheme: nn.Linear(sizes.width + filters[-1], len(tags)) for scheme, tags in heads.items()}
        )
        self.crfs = nn.ModuleDict({scheme: CRF(len(tags)) for scheme, tags in heads.items()})
        self.barriers = {
            scheme: BARRIER * torch.tensor([float(tag.startswith("I-")) for tag in tags])
            for scheme, tags in heads.items()
        }

    def emissions(self, batch: TrainingBatch, schemes: Iterable[str]) -> dict[str, Tensor]:
        """Return for each scheme the scores of its tags, tokens x tags."""
        hidden = self._hidden(batch)
        line = batch.features[:, LINE_FEATURE : LINE_FEATURE + 1]
        return {scheme: self.heads[scheme](hidden) - line * self.barriers[scheme] for scheme in schemes}

    def loss(self, batch: TrainingBatch) -> Tensor:
        """Return ten times the negative log likelihood a token, summed over the heads that the batch has layers for.

        A document without a layer for a head says nothing about it.
        """
        lost = [
            self.crfs[scheme].loss(emissions[layer.pieces], layer.tags, layer.mask).sum() * _weigh(scheme)
            for (scheme, layer), emissions in zip(
                batch.layers.items(), self.emissions(batch, batch.layers).values(), strict=True
            )
        ]
        return 10 * torch.stack(lost).sum() / len(batch.types)

    def _drop(self, rows: Tensor, share: float) -> Tensor:
        return drop(rows, share, self.training)

    def _hidden(self, batch: TrainingBatch) -> Tensor:
        inputs = self._drop(torch.cat([self.words(batch), batch.features], 1), self.dropout.inputs)
        grid = torch.zeros(batch.height, inputs.shape[1]).index_copy(0, batch.rows, inputs)
        mask = torch.zeros(batch.height, 1).index_fill(0, batch.rows, 1.0)
        layers = [grid[:, : self.words.width]]
        for convolution in self.convolutions:
            layers.append(self._drop(convolution(layers[-1], mask), self.dropout.layers))
        joined = multiply(torch.cat([grid, *layers[2:]], 1), self.input.weight.T)
        rows = torch.relu(joined + self.input.bias)
        rows = self._drop(rows, self.dropout.layers) * mask
        for block in self.blocks:
            rows = (rows + self._drop(block(rows, mask), self.dropout.layers)) * mask
        rows, last = rows[batch.rows], layers[-1][batch.rows]
        rows = rows + self._drop(self.pool(rows, batch), self.dropout.layers)
        return torch.cat([self._drop(rows, self.dropout.outputs), last], 1)
