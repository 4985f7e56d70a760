"""Candidates for a person's name."""

import pytest

from ner_news.lemmas.candidates.person import propose_person
from ner_news.lemmas.span_words import SpanWords


def span(name: str, *, is_after_and: bool = False) -> SpanWords:
    words = tuple(name.split())
    return SpanWords("PER", words, ("", *[" "] * (len(words) - 1)), is_after_and=is_after_and)


@pytest.mark.parametrize(
    ("name", "lemma", "roles", "gender"),
    [
        ("Станиславом Засем", "Станислав Зась", "first last", "masc"),
        ("Александра Лукашенко", "Александр Лукашенко", "first last", "masc"),
        ("Ангелу Меркель", "Ангела Меркель", "first last", "femn"),
        ("Иванова Ивана Ивановича", "Иванов Иван Иванович", "last first patronymic", "masc"),
        ("Ким Чен Ына", "Ким Чен Ын", "family syllable given", "masc"),
        ("Франциска II", "Франциск II", "first number", "masc"),
        ("Петра и Февронии", "Петр и Феврония", "first link first", None),
        ("А . Гавриловой", "А . Гаврилова", "initial mark last", "femn"),
        ("Фелипе Массы", "Фелипе Масса", "first last", None),
    ],
)
def test_the_likeliest_candidate(name: str, lemma: str, roles: str, gender: str | None) -> None:
    candidates = propose_person(span(name))
    assert candidates is not None
    best = candidates[0]
    assert (best.text, best.gender) == (lemma, gender)
    assert " ".join(rule.partition(":")[0] for rule in best.rules) == roles
    assert sum(candidate.share for candidate in candidates) == pytest.approx(1.0)


def test_one_of_a_family_shares_a_plural_surname() -> None:
    alone, after_and = propose_person(span("Юлия Скрипали")), propose_person(span("Юлия Скрипали", is_after_and=True))
    assert alone is not None
    assert after_and is not None
    assert "Юлия Скрипаль" not in {candidate.text for candidate in alone}
    assert after_and[0].text == "Юлия Скрипаль"


def test_another_label_and_no_words_are_left_to_others() -> None:
    assert propose_person(SpanWords("LOC", ("Москвы",), ("",))) is None
    assert propose_person(SpanWords("PER", (), ())) is None
