"""The networks by their architecture, and what all of them can do."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

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
    return NETWORKS[pack.architecture](pack)
