"""Candidates for the name of a place or an organization."""

import pytest

from ner_news.lemmas.candidates.phrase import propose_phrase, propose_quoted
from ner_news.lemmas.span_words import SpanWords
from ner_news.spans import Label


def span(label: Label, name: str, *, is_quoted: bool = False) -> SpanWords:
    words = tuple(name.split())
    return SpanWords(label, words, ("", *[" "] * (len(words) - 1)), is_quoted=is_quoted)


@pytest.mark.parametrize(
    ("label", "name", "lemma"),
    [
        ("ORG", "Совета Европы", "Совет Европы"),
        ("ORG", "Совета коллективной безопасности", "Совет коллективной безопасности"),
        ("ORG", "Всемирной продовольственной и сельскохозяйственной организации",
         "Всемирная продовольственная и сельскохозяйственная организация"),
        ("ORG", "ВТБ Капитала", "ВТБ Капитал"),
        ("ORG", "МИДа Германии", "МИД Германии"),
        ("ORG", "сборной Испании", "сборная Испании"),
        ("ORG", "« Известия »", "« Известия »"),
        ("LOC", "Турецкой республикой", "Турецкая республика"),
        ("LOC", "Воробьёвых гор", "Воробьёвы горы"),
        ("LOC", "реке Волге", "река Волга"),
        ("LOC", "города Москвы", "город Москва"),
    ],
)  # fmt: skip
def test_the_likeliest_candidate(label: Label, name: str, lemma: str) -> None:
    candidates = propose_phrase(span(label, name))
    assert candidates is not None
    assert candidates[0].text == lemma
    assert sum(candidate.share for candidate in candidates) == pytest.approx(1.0)


@pytest.mark.parametrize(("name", "lemma"), [("Форин Офисе", "Форин Офис"), ("Шри Ланке", "Шри Ланка")])
def test_a_foreign_first_word_may_stay(name: str, lemma: str) -> None:
    assert lemma in {candidate.text for candidate in propose_phrase(span("LOC", name)) or ()}


def test_a_quoted_name_stays_and_has_its_other_lemmas_behind() -> None:
    candidates = propose_quoted(span("ORG", "Газпрома", is_quoted=True))
    assert candidates is not None
    assert [candidate.text for candidate in candidates][:2] == ["Газпрома", "Газпром"]
    assert candidates[0].rules == ("called",)
    assert propose_quoted(span("ORG", "Газпрома")) is None


def test_another_label_and_no_words_are_left_to_others() -> None:
    assert propose_phrase(span("PER", "Зася")) is None
    assert propose_phrase(span("LOC", "")) is None
