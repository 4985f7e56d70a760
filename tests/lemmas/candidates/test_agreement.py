"""Words that agree, and candidates in their order."""

import pytest

from ner_news.lemmas.candidates.agreement import Candidate, agree, keep_likely, rank
from ner_news.lemmas.morphology.slots import SLOTS, WordReading, keep_unchanged


def candidate(text: str, share: float, case: str = "nomn") -> Candidate:
    return Candidate(text, (), (), share, slot_shares=((SLOTS[case, "masc"], 1.0),), rules=(case,))


def test_words_agree_within_each_named_set_of_slots() -> None:
    tables = [[(SLOTS["gent", ""], WordReading("анна", 0.5, "test"))], keep_unchanged("шевченко", 0.5, "test")]
    found = agree(tables, lambda _: 0.1, {kind: SLOTS["", kind] for kind in ("masc", "femn")})
    assert [(name, slots) for name, slots, _, _ in found] == [(kind, SLOTS["gent", kind]) for kind in ("masc", "femn")]
    assert [score for *_, score in found] == pytest.approx([0.025, 0.025])


def test_the_shares_of_likely_analyses_sum_to_one() -> None:
    kept = keep_likely({"а": 3.0, "б": 1.0, "в": 0.001})
    assert kept == [("а", 0.75), ("б", 0.25)]
    assert keep_likely({"а": 0.0}) == [("а", 0.0)]
    assert keep_likely({}) == []


def test_candidates_of_one_text_become_one_with_both_shares() -> None:
    [first, second] = rank([candidate("а", 0.3), candidate("б", 0.4), candidate("а", 0.3, "accs")])
    assert (first.text, second.text) == ("а", "б")
    assert first.share == pytest.approx(0.6)
    assert first.slot_shares == ((SLOTS["nomn", "masc"], 0.5), (SLOTS["accs", "masc"], 0.5))


def test_of_equal_candidates_the_earlier_is_first() -> None:
    assert [one.text for one in rank([candidate("б", 0.5), candidate("а", 0.5)])] == ["б", "а"]
