"""Batches of examples: documents one after another with empty rows between them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from ner_news.training.examples import Example

TOKENS = 1600
"""Tokens a batch, about, by eye; a longer document stands alone."""


class TagLayer(NamedTuple):
    """What is known for one head, of the documents that have a layer for it; pieces x tokens."""

    pieces: Tensor
    """Token indices, filled up with 0."""
    mask: Tensor
    """Where `pieces` holds a token."""
    tags: Tensor


@dataclass(frozen=True)
class TrainingBatch:
    """Documents; token indices count over all of them."""

    words: Tensor
    """Different words: rows of the vocabulary's features."""
    types: Tensor
    """For each token its number in `words`."""
    rows: Tensor
    """For each token its row in the batch."""
    height: int
    """Rows of the batch."""
    features: Tensor
    """tokens x FEATURES."""
    repeated: Tensor
    """Tokens whose stem is there more than once in their document."""
    stems: Tensor
    """For each of those the number of its stem."""
    counts: Tensor
    """How often each stem is there."""
    layers: Mapping[str, TagLayer]
    """For each head that any document has a layer for."""


def collate(examples: Sequence[Example], gap: int) -> TrainingBatch:
    """Return the examples as a batch, with `gap` rows between them."""
    lengths = [len(example.words) for example in examples]
    starts = np.cumsum([0, *lengths[:-1]]).tolist()
    words, types = np.unique(np.concatenate([example.words for example in examples]), return_inverse=True)
    rows = [np.arange(length) + start for start, length in zip(starts, lengths, strict=True)]
    counts = np.concatenate([example.repeated.counts for example in examples])
    return TrainingBatch(
        torch.from_numpy(words),
        torch.from_numpy(types),
        torch.from_numpy(np.concatenate([row + gap * number for number, row in enumerate(rows, start=1)])),
        sum(lengths) + gap * (len(examples) + 1),
        torch.from_numpy(np.concatenate([example.features for example in examples]).astype(np.float32)),
        torch.from_numpy(np.concatenate([own.repeated.tokens + at for own, at in zip(examples, starts, strict=True)])),
        torch.from_numpy(np.arange(len(counts)).repeat(counts)),
        torch.from_numpy(counts),
        dict(_collate_layers(examples, starts)),
    )


def _collate_layers(examples: Sequence[Example], starts: Sequence[int]) -> Iterator[tuple[str, TagLayer]]:
    for scheme in sorted({scheme for example in examples for scheme in example.tags}):
        known = [(example, start) for example, start in zip(examples, starts, strict=True) if scheme in example.tags]
        places = [(start + first, start + last) for example, start in known for first, last in example.pieces]
        first, last = np.array(places).T
        indices = first[:, None] + np.arange((last - first).max())
        mask = indices < last[:, None]
        tags = np.zeros(max(start + len(example.words) for example, start in known), np.int64)
        for example, start in known:
            tags[start : start + len(example.words)] = example.tags[scheme]
        pieces = np.where(mask, indices, 0)
        yield scheme, TagLayer(*map(torch.from_numpy, (pieces, mask, np.where(mask, tags[pieces], 0))))


def group_examples(examples: Sequence[Example], rng: random.Random) -> Iterator[list[Example]]:
    """Yield the examples in random order, about `TOKENS` tokens a group."""
    group: list[Example] = []
    size = 0
    for example in rng.sample(examples, len(examples)):
        if group and size + len(example.words) > TOKENS:
            yield group
            group, size = [], 0
        group.append(example)
        size += len(example.words)
    if group:
        yield group
