"""Batches of examples: documents one after another with empty rows between them."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from ner_news.training.examples import Example

TOKENS = 1600
"""Tokens a batch, about, by eye; a longer document stands alone."""


@dataclass(frozen=True)
class TrainingBatch:
    """Documents of one scheme; token indices count over all of them."""

    scheme: str
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
    tags: Tensor
    pieces: Tensor
    """pieces x tokens: token indices, filled up with 0."""
    mask: Tensor
    """pieces x tokens: where `pieces` holds a token."""


def collate(examples: Sequence[Example], scheme: str, gap: int) -> TrainingBatch:
    """Return the examples as a batch, with `gap` rows between them."""
    lengths = [len(example.words) for example in examples]
    starts = np.cumsum([0, *lengths[:-1]]).tolist()
    words, types = np.unique(np.concatenate([example.words for example in examples]), return_inverse=True)
    rows = [np.arange(length) + start for start, length in zip(starts, lengths, strict=True)]
    counts = np.concatenate([example.repeated.counts for example in examples])
    pieces = [
        (start + first, start + last)
        for start, example in zip(starts, examples, strict=True)
        for first, last in example.pieces
    ]
    longest = max(last - first for first, last in pieces)
    steps = np.arange(longest)
    first, last = np.array(pieces).T
    indices = first[:, None] + steps
    mask = indices < last[:, None]
    return TrainingBatch(
        scheme,
        torch.from_numpy(words),
        torch.from_numpy(types),
        torch.from_numpy(np.concatenate([row + gap * number for number, row in enumerate(rows, start=1)])),
        sum(lengths) + gap * (len(examples) + 1),
        torch.from_numpy(np.concatenate([example.features for example in examples]).astype(np.float32)),
        torch.from_numpy(np.concatenate([own.repeated.tokens + at for own, at in zip(examples, starts, strict=True)])),
        torch.from_numpy(np.arange(len(counts)).repeat(counts)),
        torch.from_numpy(counts),
        torch.from_numpy(np.concatenate([example.tags for example in examples])),
        torch.from_numpy(np.where(mask, indices, 0)),
        torch.from_numpy(mask),
    )


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
