"""A user's gazetteer and rules in documents."""

import pickle
import re
from collections.abc import Iterator
from typing import Any

import pytest

from ner_news import Document, Extractor, Gazetteer, InputError, RuleSpan
from ner_news.custom import GazetteerEntry
from ner_news.dates import grain_of_value

TEXT = "Ромашку возглавил Ильдар Сабиров. По словам Сабирова, МИД Германии ждёт её отчёта к 16.09.2021."


def drawn(document: Document) -> list[tuple[str, str, str, str | None]]:
    return [(span.label, span.text, span.lemma, span.entity) for span in document.spans]


def seasons(text: str) -> Iterator[RuleSpan]:
    for match in re.finditer(r"сезон (\d{4})/(\d{2})", text):
        yield RuleSpan(*match.span(), "DATE", value=f"{match[1]}/20{match[2]}")


def ships(text: str) -> list[tuple[int, int, str]]:
    return [(*match.span(), "ORG") for match in re.finditer(r"теплоход\w* «\w+»", text)]


def test_a_name_of_the_list_has_its_lemma_and_its_entity() -> None:
    names = {"Ромашка": {"label": "ORG", "lemma": "АО «Ромашка»", "entity": "Q1"}}
    document = Extractor(gazetteer=names)(TEXT)
    assert drawn(document)[0] == ("ORG", "Ромашку", "АО «Ромашка»", "Q1")
    assert document.spans[0].score == 1.0
    assert (document.entities[0].id, document.entities[0].lemma) == ("Q1", "АО «Ромашка»")
    assert [span.text for span in document.entities[0].spans] == ["Ромашку"]


def test_mentions_that_linking_joins_go_with_the_id() -> None:
    document = Extractor(gazetteer=[{"name": "Ильдар Сабиров", "label": "PER", "entity": "P7"}])(TEXT)
    [entity] = [entity for entity in document.entities if entity.id == "P7"]
    assert [span.text for span in entity.spans] == ["Ильдар Сабиров", "Сабирова"]
    assert (entity.lemma, entity.aliases) == ("Ильдар Сабиров", ("Сабиров",))
    assert document.people[0].name.last == "Сабиров"


def test_names_of_one_id_are_one_entity_and_of_two_ids_two() -> None:
    names = [GazetteerEntry("Питер", "LOC", "Питер", "Q656"), GazetteerEntry("Петербург", "LOC", "Петербург", "Q656")]
    document = Extractor(gazetteer=names)("Из Питера в Москву, из Москвы в Петербург.")
    assert [(entity.id, len(entity.spans)) for entity in document.entities] == [("Q656", 2), ("LOC:москва", 2)]
    assert document.entities[0].aliases == ("Петербург",)
    twins = [GazetteerEntry("Пётр Иванов", "PER", "Пётр Иванов", "1"), GazetteerEntry("Иванов", "PER", "Иванов", "2")]
    document = Extractor(gazetteer=twins)("Петра Иванова ждали. Иванов не приехал.")
    assert [(entity.id, entity.lemma) for entity in document.entities] == [("1", "Пётр Иванов"), ("2", "Иванов")]


def test_without_an_id_linking_names_the_entity() -> None:
    document = Extractor(gazetteer={"Сабиров": "PER"})(TEXT)
    [entity] = [entity for entity in document.entities if entity.label == "PER"]
    assert (entity.id, entity.lemma) == ("PER:ильдар сабиров", "Ильдар Сабиров")


def test_an_own_name_puts_out_what_overlaps_it() -> None:
    document = Extractor(gazetteer={"МИД": "LOC", "Германия ждёт": "ORG"})("МИД Германии молчит. Германия ждёт.")
    assert [(span.label, span.text) for span in document.spans][-1] == ("ORG", "Германия ждёт")


@pytest.mark.parametrize(("scheme", "inner"), [("full", ["МИД", "Германии"]), ("names", None)])
def test_a_longer_name_around_it_stays(scheme: str, inner: list[str] | None) -> None:
    names = {"Германия": {"label": "LOC", "entity": "Q183", "lemma": "ФРГ"}}
    document = Extractor(scheme=scheme, gazetteer=names)(TEXT)
    if inner:
        [ministry] = document.organizations
        assert [part.text for part in ministry.inner] == inner
        assert (ministry.inner[1].lemma, ministry.inner[1].entity) == ("ФРГ", "Q183")
    else:
        assert ("LOC", "Германии", "ФРГ", "Q183") in drawn(document)
    assert "Q183" in {entity.id for entity in document.entities}


def test_rules_are_plain_functions() -> None:
    text = "В сезон 2023/24 теплоход «Волга» стоял, а 16.09.2021 теплохода «Кама» не ждали."
    document = Extractor(rules=[seasons, ships])(text)
    assert drawn(document)[0][:3] == ("DATE", "сезон 2023/24", "сезон 2023/24")
    first, second = document.dates
    assert (first.value, first.grain, first.interval.start.year if first.interval.start else None) == (
        "2023/2024", "year", 2023,
    )  # fmt: skip
    assert second.value == "2021-09-16"
    assert [span.text for span in document.organizations] == ["теплоход «Волга»", "теплохода «Кама»"]
    assert Document.from_json(document.to_json()) == document


def test_among_custom_spans_the_longer_stays_and_a_rule_comes_first() -> None:
    def volga(text: str) -> Iterator[RuleSpan]:
        yield RuleSpan(text.index("Волга"), text.index("Волга") + 5, "ORG", "Волга")

    text = "Теплоход «Волга» стоял."
    assert drawn(Extractor(rules=[volga], gazetteer={"Волга": "LOC"})(text))[0][:2] == ("ORG", "Волга")
    assert drawn(Extractor(rules=[volga], gazetteer={"Теплоход Волга": "LOC"})(text))[0][1] == "Теплоход «Волга»"


BAD: dict[str, Any] = {
    "does not lie in the text of 6": (0, 7, "LOC"),
    "does not lie": (3, 3, "LOC"),
    "label='CITY' is not known": (0, 6, "CITY"),
    "a date needs a value": (0, 6, "DATE"),
    "nothing else has one": (0, 6, "LOC", None, None, "2021"),
    "'вчера' is not in the notation": (0, 6, "DATE", None, None, "вчера"),
    "are text": (0, 6, "LOC", 7),
    "RuleSpan": 5,
}


@pytest.mark.parametrize("reason", BAD)
def test_a_rule_that_goes_wrong_is_named(reason: str) -> None:
    def broken(_: str) -> list[Any]:
        return [BAD[reason]]

    with pytest.raises(InputError, match=r"the rule broken gave .*" + re.escape(reason)):
        Extractor(rules=[broken])("Москва")


def test_misuse_is_named() -> None:
    with pytest.raises(TypeError, match="rules must be functions"):
        Extractor(rules=["Москва"])  # type: ignore[list-item]
    with pytest.raises(InputError, match="'PLANET'"):
        Extractor(gazetteer={"Москва": "PLANET"})


def test_an_extractor_with_both_pickles_and_streams() -> None:
    extractor = pickle.loads(pickle.dumps(Extractor(gazetteer=Gazetteer({"Ромашка": "ORG"}), rules=[ships])))
    texts = [TEXT, "", "теплоход «Кама»", "\ud800 Ромашка"]
    alone = [extractor(text) for text in texts]
    assert list(extractor.pipe(texts)) == alone
    assert [len(document.organizations) for document in alone] == [2, 0, 1, 1]


def test_nothing_changes_without_them() -> None:
    assert Extractor(gazetteer={}, rules=[])(TEXT) == Extractor()(TEXT)


VALUES = ("201X", "2021-09-16T16:02", "1801/1900", "2014/..", "XXXX", "XXXX-05", "XXXX-WXX-3", "XXXX-WXX-6/XXXX-WXX-7")


@pytest.mark.parametrize("value", VALUES)
def test_a_rule_may_give_every_value_that_the_package_gives(value: str) -> None:
    def whole(text: str) -> list[RuleSpan]:
        return [RuleSpan(0, len(text), "DATE", value=value)]

    [date] = Extractor(rules=[whole])("Условлено").dates
    assert (date.value, date.grain) == (value, grain_of_value(value))


def test_rules_may_come_from_a_generator() -> None:
    assert Extractor(rules=(rule for rule in [ships])).rules == (ships,)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="rules must be functions"):
        Extractor(rules=ships)  # type: ignore[arg-type]


@pytest.mark.parametrize("label", ["LOC", "ORG", "PER"])
def test_a_name_without_a_letter_is_one(label: str) -> None:
    document = Extractor(gazetteer={".": label})("Минск.")
    assert [span.text for span in document.spans if span.label == label][-1] == "."


def test_an_id_is_of_one_label() -> None:
    def both(_: str) -> Iterator[RuleSpan]:
        yield RuleSpan(0, 5, "LOC", entity="Q1")
        yield RuleSpan(7, 12, "ORG", entity="Q1")

    with pytest.raises(InputError, match="'Q1' is the id of LOC and of ORG names"):
        Extractor(rules=[both])("Минск, Ромаш")
