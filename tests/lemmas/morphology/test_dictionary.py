"""Facts of words by the dictionary."""

import pytest

from ner_news.lemmas.morphology.dictionary import (
    find_nouns,
    is_attested,
    is_first_name,
    is_generic_noun,
    proper_grammeme,
    weigh_readings,
)
from ner_news.morph import PROPER_GRAMMEMES, look_up


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("партии", True),
        ("авиакомпанией", True),
        ("телеграм-каналу", True),
        ("компаний", False),  # of several they own the name: «акции компаний «Лукойла»»
        ("Партия", False),
        ("стол", False),
        ("", False),
    ],
)
def test_a_generic_noun_is_one_and_no_name(word: str, expected: bool) -> None:
    assert is_generic_noun(word) == expected


def test_nouns_are_those_of_the_dictionary_alone() -> None:
    assert {found.normal for found in find_nouns("Толстой")} >= {"толстой"}
    assert find_nouns("зася") == []
    assert find_nouns("бежать") == []


@pytest.mark.parametrize("word", ["моря", "марку", "бориса"])
def test_the_weights_of_the_normal_forms_sum_to_one_at_most(word: str) -> None:
    nouns = find_nouns(word)
    weights = weigh_readings(nouns, [""] * len(nouns))
    by_form = {found.normal: weight for found, weight in zip(nouns, weights, strict=True)}
    assert 0 < sum(by_form.values()) <= 1 + 1e-9


def test_first_names_that_the_dictionary_lacks_are_listed() -> None:
    assert is_first_name("эмомали")
    assert not is_first_name("эмомаль")
    assert is_attested("Бориса")
    assert not is_attested("Асия")


def test_the_first_of_the_asked_grammemes_is_told() -> None:
    moscow = look_up("москва")[0]
    assert proper_grammeme(moscow.grammemes, ("Surn", "Geox")) == "Geox"
    assert proper_grammeme(moscow.grammemes, ("Surn",)) == ""
    assert look_up("стол")[0].grammemes.isdisjoint(PROPER_GRAMMEMES)
