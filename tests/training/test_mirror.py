"""The network in numpy computes what the network in torch computes."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs pip install 'ner-news[train]'")

from ner_news.errors import PackError
from ner_news.segment import tokenize
from ner_news.tagging import news_network
from ner_news.tagging.layers import Floats
from ner_news.tagging.navec import NEWS, load_navec
from ner_news.tagging.network_input import build_input
from ner_news.tagging.news_network import NewsNetwork
from ner_news.tagging.slovnet_weights import read_slovnet
from ner_news.training import torch_layers
from ner_news.training.examples import Example, Vocabulary, build_example
from ner_news.training.initialization import initialize
from ner_news.training.pack_writer import build_pack, build_settings, restore, sizes_of
from ner_news.training.sources import LayeredDocument
from ner_news.training.torch_batches import collate
from ner_news.training.torch_network import Dropout, NewsModule, Sizes, WordEncoder

TEXTS = (
    "В «Спартаке» заявил А. Иванов. Иван Иванов (Москва) рад.\n— Иванова нет в Москве, МОСКВА.",
    "Да.",
    "ОДКБ и МИД России.\n\nСовет безопасности ОДКБ собрался 16 сентября в г. Душанбе; России там не было. " * 4,
)
HEADS = {"names": ["O", "B-PER", "I-PER"], "full": ["O", "B-ORG", "I-ORG", "B-DATE", "I-DATE"]}


def module() -> tuple[NewsModule, list[Example]]:
    torch.manual_seed(3)
    start = read_slovnet()
    vocabulary = Vocabulary(load_navec(NEWS), start.settings["shapes"])
    found = [build_example(LayeredDocument(text, {}), HEADS, vocabulary) for text in TEXTS]
    rows = [each for each in found if each]
    words = WordEncoder(
        vocabulary.features, vocabulary.navec, len(start.settings["shapes"]), Sizes(width=48), Dropout()
    )
    network = NewsModule(words, start, HEADS, Sizes(width=48))
    initialize(start, network, HEADS)
    with torch.no_grad():
        for parameter in network.parameters():  # nothing may hide behind a weight of 0
            parameter += torch.randn_like(parameter) * 0.05
        network.words.gram.weight[0] = 0
    network.eval()
    return network, rows


class Plain(NamedTuple):
    """A weight that is not rounded, in the place of `Rounded`."""

    weight: Floats
    scale: Floats

    @classmethod
    def of(cls, weight: Floats) -> "Plain":
        return cls(weight, weight[0])

    def exactly(self, rows: Floats) -> Floats:
        return rows @ self.weight


@pytest.fixture(autouse=True)
def exact_products(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch_layers, "HAS_HALF_PRODUCTS", False)


def both(scheme: str) -> tuple[Floats, Floats]:
    """The emissions of all texts in numpy and in torch."""
    network, rows = module()
    with torch.no_grad():
        for parameter in network.parameters():  # as the pack keeps them
            parameter.copy_(parameter.half().float())
        expected = network.emissions(collate(rows, gap=4), [scheme])[scheme].numpy()
    pack = build_pack("own", network, build_settings(read_slovnet(), HEADS, ()))
    inputs = [build_input(text, tokenize(text)) for text in TEXTS]
    [emissions] = NewsNetwork(pack).emissions(inputs, [scheme])
    return np.concatenate(emissions), expected


@pytest.mark.parametrize("scheme", sorted(HEADS))
def test_numpy_computes_what_torch_computes(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news_network, "Rounded", Plain)
    found, expected = both(scheme)
    assert np.abs(expected).max() > 5
    np.testing.assert_allclose(found, expected, atol=1e-2)


@pytest.mark.parametrize("scheme", sorted(HEADS))
def test_rounding_words_changes_emissions_little(scheme: str) -> None:
    found, expected = both(scheme)
    np.testing.assert_allclose(found, expected, atol=0.01 * np.abs(expected).max())


def test_a_pack_can_be_trained_on() -> None:
    network, _ = module()
    pack = build_pack("own", network, build_settings(read_slovnet(), HEADS, ()))
    fresh, _ = module()
    with torch.no_grad():
        for parameter in fresh.parameters():
            parameter.normal_()
    restore(fresh, pack)
    assert sizes_of(pack) == fresh.sizes
    again = build_pack("own", fresh, build_settings(read_slovnet(), HEADS, ()))
    assert all(np.array_equal(again.arrays[name], array) for name, array in pack.arrays.items())
    other = dict(pack.settings, heads={**HEADS, "names": ["O", "B-LOC", "I-LOC"]})
    before = fresh.heads["names"].weight.clone()
    restore(fresh, replace(pack, settings=other))
    assert torch.equal(fresh.heads["names"].weight, before)  # of other tags
    with pytest.raises(PackError, match="only a stack-crf"):
        sizes_of(read_slovnet())
