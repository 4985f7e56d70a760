"""The networks by their architecture, and what all of them can do."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.tagging import news_network, slovnet_network
from ner_news.tagging.layers import Floats
from ner_news.tagging.network_input import NetworkInput
from ner_news.tagging.pack import Pack


class Network(Protocol):
    """A network that reads documents."""

    def emissions(self, documents: Sequence[NetworkInput], schemes: Sequence[str]) -> list[list[Floats]]:
        """Return for each scheme and document tokens x tags of the scheme's head."""

    def clear_caches(self) -> None:
        """Forget the words seen, which are kept to be faster."""


NETWORKS: Mapping[str, Callable[[Pack], Network]] = {
    slovnet_network.ARCHITECTURE: slovnet_network.SlovnetNetwork,
    news_network.ARCHITECTURE: news_network.NewsNetwork,
}


def build_network(pack: Pack) -> Network:
    """Return the network of a pack; `PackError` when its architecture is not known or its parts do not fit."""
    if pack.architecture not in NETWORKS:
        raise PackError(f"{pack.name}: the architecture {pack.architecture!r} is not known")
    try:
        _check_shapes(pack.arrays)
        with np.errstate(all="ignore"):
            network = NETWORKS[pack.architecture](pack)
            _try(network, list(pack.settings["heads"]))
    except KeyError as error:
        raise PackError(f"the pack {pack.name} has no {error}") from error
    except (ValueError, TypeError, IndexError, AttributeError, ArithmeticError, MemoryError) as error:
        if isinstance(error, PackError):
            raise
        raise PackError(f"the arrays or settings of the pack {pack.name} do not fit together: {error}") from error
    return network


def _check_shapes(arrays: Mapping[str, NDArray[Any]]) -> None:
    """Raise `ValueError` for what stands beside a weight and has another length: NumPy repeats a single number."""
    for name, array in arrays.items():
        layer, _, part = name.rpartition(".")
        weight = arrays.get(f"{layer}.weight")
        if part in ("bias", "scale", "shift") and weight is not None and array.shape not in _ends(weight.shape)[part]:
            raise ValueError(f"{name} has the shape {array.shape} beside a weight of {weight.shape}")


def _ends(shape: tuple[int, ...]) -> Mapping[str, tuple[tuple[int, ...], ...]]:
    """Return the shapes that may stand beside a weight of inputs x outputs, or of filters x inputs x 3."""
    inputs, outputs = (shape[1:2], shape[:1]) if len(shape) == 3 else (shape[:1], shape[1:])
    return {"bias": (outputs,), "scale": (inputs, outputs), "shift": (inputs, outputs)}


def _try(network: Network, schemes: Sequence[str]) -> None:
    """Read two words, so that parts that do not fit together are found before a text comes."""
    words = NetworkInput(["мир"] * 2, np.ones(2, bool), np.ones(2, bool))
    scores = network.emissions([words], schemes) if schemes else []
    if not all(np.isfinite(rows).all() for [rows] in scores):
        raise ValueError("what they compute is no number")
    network.clear_caches()
