"""Teachers fill in the layers that nobody marked, within the names that hands marked without their kind."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs pip install 'ner-news[train]'")

from ner_news.export.annotated import GoldSpan
from ner_news.tagging.network_input import NetworkInput
from ner_news.tagging.pack import Pack
from ner_news.training import pseudo_labels
from ner_news.training.gold import Layers
from ner_news.training.pseudo_labels import complete_layers
from ner_news.training.sources import LayeredDocument

HEADS = {
    "full": ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"],
    "full-1": ["O", "B-PER", "I-PER"],
    "names": ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"],
    "marked": ["O", "B-NAME", "I-NAME"],
    "roles": ["O", "B-ROLE", "I-ROLE"],
}
TEXT = "Глава Банка Крота ждёт Ивана"


class Teacher:
    """Says the same of any text, strongly or weakly."""

    def __init__(self, pack: Pack) -> None:
        self.scores = pack.settings["says"]

    def emissions(self, documents: list[NetworkInput], schemes: list[str]) -> list[list[np.ndarray]]:
        return [[np.array(self.scores[scheme], np.float32) for _ in documents] for scheme in schemes]

    def clear_caches(self) -> None: ...


def say(scheme: str, tags: str, strength: float = 5.0) -> list[list[float]]:
    return [[strength * (tag == name) for name in HEADS[scheme]] for tag in tags.split()]


def complete(layers: Layers, **said: str) -> dict[str, list[str]]:
    says = {scheme: say(scheme, said.get(scheme.replace("-", "_"), "O O O O O")) for scheme in HEADS}
    arrays = {f"{scheme}.transitions": np.zeros((len(tags), len(tags))) for scheme, tags in HEADS.items()}
    teacher = Pack("t", "fake", {"heads": HEADS, "silent": ["NAME", "ROLE"], "says": says}, arrays)
    [document] = complete_layers([LayeredDocument(TEXT, layers)], [teacher, teacher])
    return {scheme: [TEXT[span.start : span.stop] for span in spans] for scheme, spans in document.layers.items()}


@pytest.fixture(autouse=True)
def fake_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pseudo_labels, "build_network", Teacher)


def test_missing_layers_are_filled_in_and_marked_ones_stay() -> None:
    marked = {"full": (GoldSpan(23, 28, "PER"),)}
    found = complete(marked, full="B-ORG O O O O", roles="B-ROLE O O O O", full_1="O B-PER O O O")
    assert found == {"full": ["Ивана"], "full-1": ["Банка"], "names": [], "marked": [], "roles": ["Глава"]}


def test_no_bare_name_lies_outside_hand_marked_ones_or_across_their_start() -> None:
    marked = {"marked": (GoldSpan(6, 11, "NAME"), GoldSpan(12, 17, "NAME"))}
    found = complete(marked, names="B-ORG B-ORG I-ORG O B-PER", roles="B-ROLE O O O O")
    assert found["names"] == ["Банка", "Крота"]  # not one name, as the networks say
    assert found["roles"] == ["Глава"]  # roles lie outside names


def test_longest_names_may_join_hand_marked_ones_but_hold_no_capital_outside() -> None:
    marked = {"marked": (GoldSpan(6, 11, "NAME"), GoldSpan(12, 17, "NAME"))}
    found = complete(marked, full="O B-ORG I-ORG I-ORG B-PER", full_1="B-PER O O O B-PER")
    assert found["full"] == ["Банка Крота ждёт"]
    assert found["full-1"] == []


def test_a_capital_inside_a_hand_marked_name_is_rarely_none() -> None:
    says = say("full", "O O O O O", 1.0)
    says[1][3] = 0.5  # B-ORG is near
    arrays = {f"{scheme}.transitions": np.zeros((len(tags), len(tags))) for scheme, tags in HEADS.items()}
    rest = {scheme: say(scheme, "O O O O O") for scheme in HEADS}
    teacher = Pack("t", "fake", {"heads": HEADS, "silent": ["NAME", "ROLE"], "says": {**rest, "full": says}}, arrays)
    layers = {"marked": (GoldSpan(6, 11, "NAME"),)}
    [bound] = complete_layers([LayeredDocument(TEXT, layers)], [teacher])
    [free] = complete_layers([LayeredDocument(TEXT, {})], [teacher])
    assert [span.start for span in bound.layers["full"]] == [6]
    assert free.layers["full"] == ()
