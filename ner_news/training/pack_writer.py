"""A trained network as a pack."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ner_news.errors import PackError
from ner_news.tagging.document_features import FEATURES
from ner_news.tagging.news_network import ARCHITECTURE
from ner_news.tagging.pack import Pack
from ner_news.training.torch_network import NewsModule, Sizes, Taps

PRECISION = np.float16
"""Half of single precision's bytes."""


def build_pack(name: str, network: NewsModule, settings: Mapping[str, Any]) -> Pack:
    """Return the network's arrays in half precision, with its settings."""
    with torch.no_grad():
        arrays = {key: round_to_half(array) for key, array in _arrays(network)}
    more = {"features": FEATURES, "dilations": network.sizes.dilations}
    return Pack(name, ARCHITECTURE, {**settings, **more}, arrays)


def sizes_of(pack: Pack) -> Sizes:
    """Return the sizes of a network that `build_pack` made; `PackError` for a pack of another architecture."""
    if pack.architecture != ARCHITECTURE:
        raise PackError(f"{pack.name} is a {pack.architecture}; only a {ARCHITECTURE} can be trained on")
    return Sizes(len(pack.arrays["input.bias"]), tuple(pack.settings["dilations"]), pack.arrays["grams"].shape[1])


def restore(network: NewsModule, pack: Pack) -> None:
    """Give the network the weights of a pack that `build_pack` made; heads with other tags stay as they are."""
    heads: Mapping[str, Sequence[str]] = pack.settings["heads"]
    strange = {scheme for scheme in heads if list(heads[scheme]) != network.tags.get(scheme)}
    with torch.no_grad():
        for number, layer in enumerate(network.convolutions):
            layer.scale.copy_(_tensor(pack, f"conv{number}.scale"))
            layer.shift.copy_(_tensor(pack, f"conv{number}.shift"))
            layer.gain.fill_(1)
            layer.offset.fill_(0)
        for name, weights in _arrays(network):  # views of the weights, but for the two that are set above
            if name in pack.arrays and name.rpartition(".")[0] not in strange:
                weights.copy_(_tensor(pack, name))


def _tensor(pack: Pack, name: str) -> Tensor:
    return torch.from_numpy(np.array(pack.arrays[name], np.float32))


def round_to_half(array: Tensor) -> NDArray[np.float16]:
    """Return an array rounded to half precision; numbers out of its range are cut."""
    limit = float(np.finfo(PRECISION).max)
    return array.detach().clamp(-limit, limit).numpy().astype(PRECISION)


def _arrays(network: NewsModule) -> Iterator[tuple[str, Tensor]]:
    yield "shape", network.words.shape.weight
    yield "grams", network.words.gram.weight
    for number, layer in enumerate(network.convolutions):
        yield from _taps(f"conv{number}", layer.taps)
        yield f"conv{number}.scale", layer.scale * layer.gain
        yield f"conv{number}.shift", layer.shift * layer.gain + layer.offset
    yield from _linear("input", network.input)
    for number, block in enumerate(network.blocks):
        yield from _taps(f"block{number}", block.taps)
        yield f"block{number}.scale", block.norm.weight
        yield f"block{number}.shift", block.norm.bias
    yield from _linear("gate", network.pool.gate)
    yield from _linear("pool", network.pool.linear)
    for scheme, head in network.heads.items():
        yield from _linear(scheme, head)
        yield f"{scheme}.transitions", network.crfs[scheme].transitions


def _taps(name: str, taps: Taps) -> Iterator[tuple[str, Tensor]]:
    inputs = len(taps.weight)
    yield f"{name}.weight", taps.weight.reshape(inputs, 3, -1).permute(2, 0, 1)  # filters x inputs x 3
    yield f"{name}.bias", taps.bias


def _linear(name: str, linear: nn.Linear) -> Iterator[tuple[str, Tensor]]:
    yield f"{name}.weight", linear.weight.T  # inputs x outputs
    yield f"{name}.bias", linear.bias


def build_settings(start: Pack, heads: Mapping[str, Sequence[str]], silent: Sequence[str]) -> dict[str, Any]:
    """Return the settings of a pack."""
    known = {name: start.settings[name] for name in ("embeddings", "shapes")}
    return {**known, "heads": {scheme: list(tags) for scheme, tags in heads.items()}, "silent": list(silent)}
