"""Names that differ by a letter, within a document and among the frequent names of a corpus."""

from collections.abc import Iterable

import pytest

from ner_news.linking.misspellings import delete_letters, delete_name_letters, is_misspelling
from ner_news.linking.name_counts import NameCount
from ner_news.linking.name_folding import fold_name
from ner_news.linking.rare_names import link_misspellings
from ner_news.linking.thresholds import LONGEST_MISSPELT
from ner_news.names import NameParts


@pytest.mark.parametrize(
    ("one", "other", "are_near"),
    [("туск", "трск", True), ("туск", "тук", True), ("туск", "тускк", True), ("туск", "торс", False)],
)
def test_words_a_letter_apart_have_a_key_in_common(one: str, other: str, are_near: bool) -> None:
    assert bool(set(delete_letters(one)) & set(delete_letters(other))) is are_near


def test_a_long_word_has_one_key_and_a_short_part_none() -> None:
    assert len(delete_letters("а" * LONGEST_MISSPELT)) == LONGEST_MISSPELT + 1
    assert len(delete_letters("а" * (LONGEST_MISSPELT + 1))) == 1
    assert delete_name_letters(fold_name(NameParts("Ян", "Ли"))) == ()


@pytest.mark.parametrize(
    ("one", "other", "same_gender", "expected"),
    [
        (("Дональт", "Туск"), ("Дональд", "Туск"), False, True),
        (("Мария", "Попова"), ("Марина", "Попова"), False, False),
        (("Аким", "Сулим"), ("Аким", "Сулима"), True, True),
        (("Аким", "Сулим"), ("Аким", "Сулима"), False, False),
        (("Глеб", "Котов"), ("Глеб", "Кротов"), True, False),
        (("Глеб", "Котов", "Ильич"), ("Глеп", "Котов", "Львович"), False, False),
        (("Глеб", "Котов"), ("Глеб", "Котов"), False, False),
        (("Глеб", "Кот-ов"), ("Глеб", "Котоов"), False, False),
    ],
)
def test_a_misspelling_is_of_a_word_that_no_dictionary_knows(
    one: tuple[str, ...], other: tuple[str, ...], same_gender: bool, expected: bool
) -> None:
    assert is_misspelling(NameParts(*one), NameParts(*other), same_gender=same_gender) is expected


def moves(counts: Iterable[NameCount]) -> dict[str, str]:
    names = {count.key: count for count in counts}
    links = link_misspellings(names, {}, {key: count.documents for key, count in names.items()})
    return {key: link.entity for key, link in links.items()}


def person(first: str, last: str, documents: int) -> NameCount:
    return NameCount(f"PER:{first.lower()} {last.lower()}", "PER", documents, NameParts(first, last))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([person("Дональд", "Туск", 5), person("Дональт", "Туск", 1)], {"PER:дональт туск": "PER:дональд туск"}),
        ([person("Дональд", "Туск", 4), person("Дональт", "Туск", 1)], {}),
        ([person("Асия", "Биби", 3), person("Наша Асия", "Биби", 3)], {"PER:наша асия биби": "PER:асия биби"}),
        ([person("Асия", "Биби", 3), person("Наша Асия", "Биби", 4)], {}),
        ([NameCount("ORG:газпрем", "ORG", 1), NameCount("ORG:газпром", "ORG", 5)], {"ORG:газпрем": "ORG:газпром"}),
        ([NameCount("ORG:раблю", "ORG", 1), NameCount("ORG:рабля", "ORG", 50)], {}),
        ([NameCount("ORG:volvo", "ORG", 2), NameCount("ORG:вольво", "ORG", 3)], {"ORG:volvo": "ORG:вольво"}),
        ([NameCount("ORG:volvo", "ORG", 2), NameCount("LOC:вольво", "LOC", 3)], {}),
    ],
)  # fmt: skip
def test_a_rare_name_moves_to_the_frequent_one(counts: list[NameCount], expected: dict[str, str]) -> None:
    assert moves(counts) == moves(reversed(counts)) == expected
