"""Candidates in the light of cues."""

import pytest

from ner_news.lemmas.candidates import generate_candidates
from ner_news.lemmas.choice.rescoring import fits_of_neighbours, rescore
from ner_news.lemmas.context import Feature
from ner_news.lemmas.morphology.paradigms import CASES
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SINGLE_SLOTS, SLOTS
from ner_news.lemmas.span_words import SpanWords


def person(word: str) -> SpanWords:
    return SpanWords("PER", (word,), ("",))


def only(case: str, kind: str = "") -> Feature:
    return "preposition to a person", (SLOTS[case, kind], ALL_SLOTS), ""


@pytest.mark.parametrize(
    ("word", "slot", "lemma", "gender"),
    [
        ("Захарова", "nomn", "Захарова", "femn"),
        ("Захарова", "gent", "Захаров", "masc"),
        ("Шевченко", "nomn", "Шевченко", None),
        ("Шевченко", "nomn femn", "Шевченко", "femn"),
    ],
)
def test_a_cue_tells_the_case_and_the_gender(word: str, slot: str, lemma: str, gender: str | None) -> None:
    candidates = rescore(person(word), (only(*slot.split()),))
    assert (candidates[0].text, candidates[0].gender) == (lemma, gender)
    assert sum(candidate.share for candidate in candidates) == pytest.approx(1.0)


def test_two_cues_count_both() -> None:
    one, both = (rescore(person("Шевченко"), fits)[0] for fits in ((only("nomn"),), (only("nomn"), only("", "femn"))))
    assert (one.gender, both.gender) == (None, "femn")


def test_what_stands_alone_keeps_all_its_candidates() -> None:
    found = {candidate.text for candidate in rescore(person("Захарова"), ())}
    assert found == {candidate.text for candidate in generate_candidates(person("Захарова"))}


def test_neighbours_tell_their_case() -> None:
    row = [rescore(person(word), ()) for word in ("Иваном", "Захарова", "Марией")]
    fits = dict(zip(SINGLE_SLOTS, fits_of_neighbours(row, 1), strict=True))
    assert {case for case in CASES if max(fits[slot] for slot in fits if slot & SLOTS[case, ""]) == 1.0} == {"ablt"}
