"""Who is who by counts of documents."""

import itertools

import pytest

from ner_news.linking import NameCount, UsageCount, make_person_key, resolve
from ner_news.names import NameParts


def person(name: str, documents: int) -> NameCount:
    """«last», «first last» or «first patronymic last»."""
    *given, last = name.split()
    first, patronymic = [*given, None, None][:2]
    parts = NameParts(first, last, patronymic)
    return NameCount(make_person_key(parts, patronymic=True) or f"PER:{name.lower()}", "PER", documents, parts)


def place(name: str, documents: int) -> NameCount:
    return NameCount(f"LOC:{name}", "LOC", documents)


def organization(name: str, documents: int) -> NameCount:
    return NameCount(f"ORG:{name}", "ORG", documents)


def moved(known: list[NameCount], usages: list[tuple[str, str, int]] | None = None) -> dict[str, str]:
    """Names that are of another entity, in any order of the counts."""
    told = [UsageCount(*usage) for usage in usages or []]
    answers = [resolve(mixed, told[::step]) for mixed in itertools.permutations(known) for step in (1, -1)]
    assert all(answer == answers[0] for answer in answers)
    return {key: link.entity for key, link in answers[0].items() if link.entity != key}


def test_a_surname_goes_to_its_only_bearer() -> None:
    assert moved([person("Дональд Трамп", 1), person("Трамп", 5)]) == {"PER:трамп": "PER:дональд трамп"}


def test_a_surname_goes_to_the_dominant_bearer_alone() -> None:
    bearers = [person("Иванка Трамп", 2), person("Трамп", 1)]
    assert moved([person("Дональд Трамп", 4), *bearers]) == {"PER:трамп": "PER:дональд трамп"}
    assert moved([person("Дональд Трамп", 3), *bearers]) == {}


def test_the_more_documents_tell_the_surer() -> None:
    counts = [1, 3, 100]
    links = [resolve([person("Дональд Трамп", count), person("Трамп", 1)], [])["PER:трамп"] for count in counts]
    assert [link.confidence for link in links] == [0.5, 0.75, 0.9901]


def test_patronymics_make_two_people_of_one_name() -> None:
    both = [person("Иван Ильич Котов", 1), person("Иван Львович Котов", 1)]
    assert moved([*both, person("Иван Котов", 3), person("Котов", 1)]) == {}
    assert moved([both[0], person("Иван Котов", 3), person("Котов", 1)]) == {
        "PER:иван ильич котов": "PER:иван котов",
        "PER:котов": "PER:иван котов",
    }


def test_a_dominant_patronymic_goes_without_saying() -> None:
    known = [person("Иван Ильич Котов", 2), person("Иван Львович Котов", 1), person("Иван Котов", 3)]
    assert moved(known) == {"PER:иван ильич котов": "PER:иван котов"}


def test_spellings_go_to_the_most_frequent() -> None:
    assert moved([person("Тереза Мэй", 2), person("Тереза Мей", 1)]) == {"PER:тереза мей": "PER:тереза мэй"}
    assert moved([person("Тереза Мэй", 1), person("Тереза Мей", 2)]) == {"PER:тереза мэй": "PER:тереза мей"}


@pytest.mark.parametrize(
    ("rare", "frequent"),
    [
        (person("Глеб Кшиштопов", 1), person("Глеб Кшиштофов", 5)),
        (NameCount("PER:фрн зара котова", "PER", 1, NameParts("Фрн Зара", "Котова")), person("Зара Котова", 5)),
        (person("Thomas Schäfer", 1), person("Томас Шефер", 5)),
        (place("щвеция", 1), place("швеция", 5)),
        (organization("нафтотаз", 1), organization("нафтогаз", 5)),
        (organization("вольво групп", 1), organization("volvo grupp", 5)),
    ],
)
def test_slips_go_to_frequent_names(rare: NameCount, frequent: NameCount) -> None:
    assert moved([rare, frequent]) == {rare.key: frequent.key}
    assert moved([rare, frequent._replace(documents=2)]) == {}


@pytest.mark.parametrize(
    ("rare", "frequent"),
    [
        (person("Мария Попова", 1), person("Марина Попова", 9)),
        (person("Иван Петров", 1), person("Иван Перов", 9)),
        (person("Валентин Ким", 1), person("Валентина Ким", 9)),
        (place("нигер", 1), place("нигерия", 9)),
        (place("австрия", 1), place("австралия", 9)),
        (place("школа 15", 1), place("школа 16", 9)),
        (organization("мид чехия", 1), organization("мид чили", 9)),
    ],
)
def test_names_that_are_alike_and_two(rare: NameCount, frequent: NameCount) -> None:
    assert moved([rare, frequent]) == {}


def test_an_abbreviation_that_one_document_explains_serves_the_others() -> None:
    names = [organization("ткс", 5), organization("турецкий клуб садоводов", 1)]
    told = [("ORG:ткс", "ORG:турецкий клуб садоводов", 1)]
    assert moved(names, told) == {"ORG:ткс": "ORG:турецкий клуб садоводов"}
    assert moved(names, [*told, ("ORG:ткс", "ORG:театр кукол сызрани", 1)]) == {}


def test_what_mostly_goes_unexplained_speaks_for_itself() -> None:
    told = [("ORG:ткс", "ORG:турецкий клуб садоводов", 1)]
    assert moved([organization("ткс", 11)], told) == {}


@pytest.mark.parametrize("name", ["совет", "ес", "оон"])
def test_mere_kinds_and_known_names_do_not_move(name: str) -> None:
    assert moved([organization(name, 1)], [(f"ORG:{name}", "ORG:совет отцов", 9)]) == {}


def test_a_round_has_one_end() -> None:
    names = [organization("альфа", 1), organization("бета", 1), organization("гамма", 1)]
    told = [("ORG:альфа", "ORG:бета", 1), ("ORG:бета", "ORG:гамма", 1), ("ORG:гамма", "ORG:альфа", 1)]
    assert moved(names, told) == {"ORG:бета": "ORG:альфа", "ORG:гамма": "ORG:альфа"}
    assert resolve(names, [UsageCount(*usage) for usage in told])["ORG:альфа"].confidence == 1
