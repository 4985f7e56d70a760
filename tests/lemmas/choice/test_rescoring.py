"""Candidates in the light of cues."""

import pytest

from ner_news.lemmas.candidates import generate_candidates
from ner_news.lemmas.choice.rescoring import fit_slot, fits_of_neighbours, rescore
from ner_news.lemmas.context import Feature
from ner_news.lemmas.morphology.paradigms import CASES
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SLOTS
from ner_news.lemmas.span_words import SpanWords


def person(word: str) -> SpanWords:
    return SpanWords("PER", (word,), ("",))


def only(case: str, kind: str = "") -> Feature:
    return "preposition to a person", (SLOTS[case, kind], ALL_SLOTS)


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


def test_without_cues_the_candidates_stay() -> None:
    assert rescore(person("Захарова"), ()) == generate_candidates(person("Захарова"))
    dated = SpanWords("DATE", ("мая",), ("",))
    assert rescore(dated, (only("gent"),)) == generate_candidates(dated)


def test_a_candidate_that_fits_no_cue_keeps_a_share() -> None:
    candidates = rescore(person("Засем"), (), neighbours=((SLOTS["nomn", "plur"], 1.0),))
    assert min(candidate.share for candidate in candidates) > 0


def test_the_first_set_that_holds_a_slot_counts() -> None:
    fits = (SLOTS["gent", ""], 0.5), (SLOTS["gent", "masc"], 1.0)
    assert fit_slot(fits, SLOTS["gent", "masc"]) == 0.5
    assert fit_slot(fits, SLOTS["nomn", "masc"]) == 0.0


def test_neighbours_tell_their_case() -> None:
    row = [generate_candidates(person(word)) for word in ("Иваном", "Захарова", "Марией")]
    by_case = dict(zip(CASES, [fit for _, fit in fits_of_neighbours(row, 1)], strict=True))
    assert by_case == {case: (1.0 if case == "ablt" else 0.1) for case in CASES}
