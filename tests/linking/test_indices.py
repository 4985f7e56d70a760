"""The indices that linking looks names up in, the sets that it joins, and what it merges."""

import pytest

from ner_news.linking.introductions import find_introductions
from ner_news.linking.mention_keys import Mention
from ner_news.linking.organizations_places import AliasIndex, find_short_forms
from ner_news.linking.people import PersonIndex, measure_fullness
from ner_news.linking.within import DisjointSets, merge_names
from ner_news.names import NameParts
from tests.drawing import undraw


@pytest.mark.parametrize(
    ("name", "lemma", "expected"),
    [
        ("комитет", "Комитет", {"комитет защиты озер", "комитет матерей"}),
        ("кзо", "КЗО", {"комитет защиты озер"}),
        ("кзо", "Кзо", set()),
        ("гослесфонд", "Гослесфонд", {"государственный лесной фонд"}),
        ("volvo", "Volvo", {"вольво"}),
        ("мид", "МИД", {"мид чехия"}),
        ("союз", "Союз", set()),
    ],
)
def test_a_short_name_finds_its_candidates(name: str, lemma: str, expected: set[str]) -> None:
    aliases = AliasIndex(has_latin=True)
    fuller = {
        "комитет защиты озер": "Комитет защиты озёр",
        "комитет матерей": "Комитет матерей",
        "государственный лесной фонд": "Государственный лесной фонд",
        "вольво": "Вольво",
        "мид чехия": "МИД Чехии",
    }
    for other, full_lemma in fuller.items():
        aliases.add(f"ORG:{other}", [full_lemma])
    assert aliases.find_candidates(f"ORG:{name}", lemma) == {f"ORG:{key}" for key in expected}


def test_a_short_form_of_a_short_form_goes_to_the_fullest() -> None:
    lemmas = ["Верховный суд Индии", "Верховный суд", "Суд"]
    keys = {"ORG:верховный суд индия": [0], "ORG:верховный суд": [1], "ORG:суд": [2]}
    pairs = dict(find_short_forms([Mention("ORG", lemma) for lemma in lemmas], keys))
    assert pairs == dict.fromkeys(["ORG:верховный суд", "ORG:суд"], "ORG:верховный суд индия")


def test_mentions_of_one_person_come_into_one_cluster() -> None:
    index = PersonIndex(has_latin=False)
    index.add([0], NameParts("Дональд", "Трамп"), "masc")
    index.add([1], NameParts("Иванка", "Трамп"), "femn")
    index.add([2, 3], NameParts(last="Трамп", initials="И."), None)
    index.add([4], NameParts(last="Трамп"), "masc")
    assert [cluster.indices for cluster in index.clusters] == [[0, 4], [1, 2, 3]]
    assert [len(cluster.names) for cluster in index.clusters] == [2, 2]


def test_sets_are_joined_through_their_members() -> None:
    sets = DisjointSets([0, 1, 2, 3, 3])
    sets.join([2, 1])
    sets.join([4, 2])
    assert sets.groups() == [[0], [1, 2, 3, 4]]


def test_a_merged_name_has_each_part_of_the_fullest() -> None:
    names = [NameParts(last="Кот", initials="Б. Л."), NameParts("Борис", "Котов"), NameParts("Боря", None, "Львович")]
    assert [measure_fullness(name) for name in names] == [3, 4, 4]
    assert merge_names(names) == NameParts("Борис", "Котов", "Львович")
    assert merge_names(names[:1]) == names[0]
    assert merge_names([]) is None


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("[Фонд Рек Сибири|ORG] ([ФРС|ORG]) закрыт, [МИД|ORG] (Москва) нет.", [(0, 1)]),
        ("«[Искра|ORG]» (далее по тексту — «[Общество|ORG]») продана.", [(0, 1)]),
        ("[Искра|ORG] (далее — новое [Общество|ORG]) продана.", []),
        ("[Фонд Рек Сибири|ORG] [ФРС|ORG] закрыт.", []),
    ],
)
def test_introductions_are_found_in_brackets(drawing: str, expected: list[tuple[int, int]]) -> None:
    text, spans = undraw(drawing)
    mentions = [Mention(span.label, text[span.start : span.stop], start=span.start, stop=span.stop) for span in spans]
    assert list(find_introductions(mentions, text)) == expected
