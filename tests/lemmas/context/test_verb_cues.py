"""Cues of verbs."""

import pytest

from ner_news.lemmas.context.verb_cues import (
    read_infinitive,
    read_object_behind,
    read_verb_after,
    read_verb_before,
    read_verb_of_object,
)
from ner_news.lemmas.morphology.slots import SLOTS


@pytest.mark.parametrize(
    ("verb", "kind", "subject"),
    [
        ("заявила", "verb", "femn"),
        ("заявил", "verb", "masc"),
        ("заявили", "plural verb", "plur"),
        ("ушёл", "verb", "masc"),
        ("поддержал", "transitive verb", "masc"),
        ("поддержали", "plural transitive verb", "plur"),
    ],
)
def test_a_verb_before_a_name(verb: str, kind: str, subject: str) -> None:
    cue = read_verb_before(verb, verb, "PER")
    assert cue is not None
    assert (cue.kind, cue.slots[0]) == (kind, SLOTS["nomn", subject])


@pytest.mark.parametrize("word", ["назначить", "стол", "", "быстро"])
def test_what_is_no_finite_verb_gives_no_cue_of_one(word: str) -> None:
    assert read_verb_before(word, word, "PER") is None
    assert read_verb_after(word) is None


def test_the_name_after_an_infinitive_does_not_act() -> None:
    assert read_infinitive("назначить", "назначить", "PER") is not None
    assert read_infinitive("назначил", "назначил", "PER") is None


@pytest.mark.parametrize(
    ("subject", "verb", "expected"),
    [
        ("Полиция", "ищет", True),
        ("", "ищут", True),
        ("", "ищет", False),
        ("завод", "возглавил", False),  # it may be the object itself: «завод возглавил Сидоров»
        ("Полиция", "ищут", False),
        ("Полиция", "заявила", False),
        ("Полиция", "ушла", False),
    ],
)
def test_a_verb_with_a_subject_takes_the_name_for_its_object(subject: str, verb: str, expected: bool) -> None:
    cue = read_verb_of_object(subject, verb)
    assert (cue is not None) == expected
    assert cue is None or SLOTS["accs", ""] in cue.slots


@pytest.mark.parametrize(
    ("before", "verb", "kind"),
    [
        ("Полицию", "ищет", "verb with its object"),
        ("Серебро", "добыла", "verb with its object"),
        ("Приз", "взяла", "verb with its object"),
        ("Приз", "взял", None),
        ("Совет", "подарил", "giving verb with its subject"),
        ("Соседи", "позвонили", "giving verb with its subject"),
    ],
)
def test_a_verb_has_its_subject_or_its_object_before_it(before: str, verb: str, kind: str | None) -> None:
    assert getattr(read_verb_of_object(before, verb), "kind", None) == kind


@pytest.mark.parametrize(("word", "expected"), [("картину", True), ("письмо", True), ("новую", True), ("утром", False)])
def test_an_object_behind_a_name(word: str, expected: bool) -> None:
    assert (read_object_behind(word) is not None) == expected


def test_a_verb_after_a_name_is_in_lower_case() -> None:
    assert read_verb_after("заявила") is not None
    assert read_verb_after("Заявила") is None
