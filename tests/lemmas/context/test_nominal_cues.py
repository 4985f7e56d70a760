"""Cues of prepositions, adjectives and nouns."""

import pytest

from ner_news.lemmas.context.nominal_cues import (
    CASES_OF_PREPOSITION,
    read_adjective,
    read_honorific,
    read_noun,
    read_preposition,
    read_relative,
    read_title,
)
from ner_news.lemmas.morphology.slots import SLOTS


@pytest.mark.parametrize(
    ("word", "cases"), [("к", "datv"), ("с", "gent ablt"), ("по", "datv accs loct"), ("из-за", "gent"), ("стол", "")]
)
def test_a_preposition_has_these_cases(word: str, cases: str) -> None:
    assert CASES_OF_PREPOSITION.get(word, 0) == sum(SLOTS[case, ""] for case in cases.split())
    assert bool(read_preposition(word, word, "PER")) == bool(cases)


@pytest.mark.parametrize(
    ("word", "kind", "slot"),
    [
        ("вице-президента", "title", "gent masc"),
        ("омбудсмену", "title", "datv masc"),
        ("Президент", "title", "nomn masc"),
        ("христианки", "title", "gent femn"),
        ("адвокат", "relation", "nomn masc"),
        ("братья", "family members", "nomn plur"),
        ("представителей", "titles", "gent plur"),
    ],
)
def test_a_title_stands_in_the_case_of_the_name(word: str, kind: str, slot: str) -> None:
    case, of_kind = slot.split()
    cue = read_title(word)
    assert cue is not None
    assert cue.kind == kind
    assert cue.slots[0] & SLOTS[case, of_kind]
    assert not cue.slots[0] & SLOTS["ablt", of_kind]


@pytest.mark.parametrize("word", ["стол", "Москва", "Иванов", "ПРЕЗИДЕНТ", ""])
def test_other_words_are_no_titles(word: str) -> None:
    assert read_title(word) is None


def test_honorifics_tell_case_and_gender() -> None:
    cue = read_honorific("г-жу", "г-жу", "PER")
    assert cue is not None
    assert cue.slots[0] == SLOTS["accs", "femn"]
    assert read_honorific("жу", "жу", "PER") is None


def test_an_adjective_agrees_and_a_participle_has_an_agent() -> None:
    adjective, participle = (read_adjective(word, word, "PER") for word in ("известная", "обещанный"))
    assert adjective is not None
    assert adjective.slots[:2] == (SLOTS["nomn", "femn"], 0)
    assert participle is not None
    assert participle.slots[1] == SLOTS["ablt", ""]
    assert read_adjective("известная", "Известная", "PER") is None
    assert read_adjective("который", "который", "PER") is None


def test_a_noun_that_is_a_name_says_nothing() -> None:
    assert read_noun("москвы", "Москвы", "PER") is None
    assert read_noun("власти", "власти", "ORG") is not None


def test_a_relative_pronoun_tells_the_gender() -> None:
    cue = read_relative("которая")
    assert cue is not None
    assert cue.slots[0] == SLOTS["", "femn"]
    assert read_relative("кто") is None
