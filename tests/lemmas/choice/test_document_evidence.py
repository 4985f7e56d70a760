"""Mentions of one document help each other."""

import pytest

from ner_news.lemmas.candidates import Candidate, generate_candidates
from ner_news.lemmas.choice.document_evidence import DocumentEvidence
from ner_news.lemmas.span_words import SpanWords


def mention(name: str) -> tuple[Candidate, ...]:
    words = tuple(name.split())
    return generate_candidates(SpanWords("PER", words, ("", *[" "] * (len(words) - 1))))


@pytest.mark.parametrize(
    ("name", "others", "lemma"),
    [
        ("Захарова", [], "Захаров"),
        ("Захарова", ["Марии Захаровой"], "Захарова"),
        ("Зася", ["Станиславом Засем"], "Зась"),
        ("Лелеке", ["Лелека", "Лелеки"], "Лелека"),
    ],
)
def test_a_mention_is_chosen_by_the_others(name: str, others: list[str], lemma: str) -> None:
    mentions = [mention(name), *map(mention, others)]
    assert DocumentEvidence(mentions).choose(mentions[0]).text == lemma


@pytest.mark.parametrize(
    ("others", "gender"),
    [([], None), (["Ольга Шевченко"], "femn"), (["Ольга Шевченко", "Пётр Шевченко"], None)],
)
def test_the_gender_is_that_of_all_others_with_the_surname(others: list[str], gender: str | None) -> None:
    mentions = [mention("Шевченко"), *map(mention, others)]
    assert DocumentEvidence(mentions).choose(mentions[0]).gender == gender


def test_other_written_forms_support_a_candidate() -> None:
    mentions = [mention("Зася"), mention("Засем")]
    evidence = DocumentEvidence(mentions)
    assert evidence.find_support(evidence.choose(mentions[0])) == ("засем",)
    assert DocumentEvidence(mentions[:1]).find_support(mentions[0][0]) == ()
