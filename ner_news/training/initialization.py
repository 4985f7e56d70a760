"""The weights that training starts from: slovnet's convolutions and, for the tags it knows, its head.

Without them exact F1 on held-out documents of FactRuEval was .881 instead of .917.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from ner_news.tagging.pack import Pack
from ner_news.training.torch_network import NewsModule

NEW_BIAS = -4.0
"""Tags that slovnet does not know are rare at first; by eye."""

FORBIDDEN, FREE, GOING_ON = -3.0, 0.0, 3.0
"""First scores of going from or to such a tag: impossible, between names, within a name; by eye."""

SMALL = 0.02
"""The standard deviation of first weights of heads, by eye."""


def initialize(pack: Pack, network: NewsModule, heads: Mapping[str, Sequence[str]]) -> None:
    """Give the network the weights of a pack of slovnet's architecture; what is new starts at or near 0."""
    arrays = {name: torch.from_numpy(np.array(array, np.float32)) for name, array in pack.arrays.items()}
    network.words.shape.weight.data.copy_(arrays["shape"])
    for layer, convolution in enumerate(network.convolutions):
        name = f"conv{layer}"
        weight = arrays[f"{name}.weight"].permute(1, 2, 0)  # inputs x 3 x filters
        known = len(weight)
        convolution.taps.weight.data[:known] = weight.reshape(known, -1)
        if layer == 0:
            convolution.taps.weight.data[known:] = 0
        convolution.taps.bias.data.copy_(arrays[f"{name}.bias"])
        convolution.scale.copy_(arrays[f"{name}.scale"])
        convolution.shift.copy_(arrays[f"{name}.shift"])
    known_tags: list[str] = pack.settings["heads"]["names"]
    for scheme, tags in heads.items():
        _initialize_head(network, scheme, tags, known_tags, arrays)


def _initialize_head(
    network: NewsModule, scheme: str, tags: Sequence[str], known: Sequence[str], arrays: Mapping[str, Tensor]
) -> None:
    head, steps = network.heads[scheme], network.crfs[scheme].transitions.data
    head.weight.data.normal_(std=SMALL)
    head.bias.data.fill_(NEW_BIAS)
    for row, tag in enumerate(tags):
        if tag in known:
            old = known.index(tag)
            head.weight.data[row, network.sizes.width :] = arrays["names.weight"][:, old]
            head.bias.data[row] = arrays["names.bias"][old]
        for column, following in enumerate(tags):
            if tag in known and following in known:
                steps[row, column] = arrays["names.transitions"][known.index(tag), known.index(following)]
            else:
                steps[row, column] = _first_transition(tag, following)


def _first_transition(tag: str, following: str) -> float:
    if not following.startswith("I-"):
        return FREE
    return GOING_ON if tag[2:] == following[2:] else FORBIDDEN
