"""The normal form of names, alone and in the company of a document."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ner_news import caches
from ner_news.lemmas import explain, lemmatize
from ner_news.lemmas.candidates import generate_candidates
from ner_news.lemmas.span_words import split_span
from ner_news.segment import tokenize
from ner_news.spans import Label, PlainSpan
from tests.drawing import undraw
from tests.lemmas.reading import read_cases
from tests.steps import steps


@pytest.mark.parametrize("case", read_cases("lemmas.jsonl"))
def test_a_name_alone_has_this_lemma(case: dict[str, Any]) -> None:
    text, label = case["text"], case["label"]
    [lemma] = lemmatize(text, tokenize(text), [PlainSpan(0, len(text), label)])
    assert lemma.text == case["lemma"]


@pytest.mark.parametrize("case", read_cases("lemmas-names.jsonl"))
def test_a_persons_name_has_these_parts(case: dict[str, Any]) -> None:
    text = case["text"]
    [lemma] = lemmatize(text, tokenize(text), [PlainSpan(0, len(text), "PER")])
    assert lemma.name is not None
    assert {part: word for part, word in lemma.name._asdict().items() if word} == case["name"]
    assert lemma.gender == case["gender"]


@pytest.mark.parametrize("case", read_cases("lemmas-documents.jsonl") + read_cases("lemmas-context.jsonl"))
def test_the_words_around_and_other_mentions_help(case: dict[str, Any]) -> None:
    text, spans = undraw(case["text"])
    assert [lemma.text for lemma in lemmatize(text, tokenize(text), spans)] == case["lemmas"]


READ_TWO_WAYS = frozenset(
    # nominatives that are also an oblique case of another name, and alone are taken for it
    ("А. В. Гаврилова", "Ахматова", "Цветаева", "Хезболла")
)


@pytest.mark.parametrize("case", [case for case in read_cases("lemmas.jsonl") if not case.marks])
def test_a_lemma_is_its_own_lemma(case: dict[str, Any]) -> None:
    text, label = case["lemma"], case["label"]
    [lemma] = lemmatize(text, tokenize(text), [PlainSpan(0, len(text), label)])
    assert (lemma.text == text) != (text in READ_TWO_WAYS)


@pytest.mark.parametrize(
    ("label", "text", "lemma"),
    [
        ("ORG", "Совета\nЕвропы", "Совет Европы"),
        ("PER", "Владимиром \t Путиным", "Владимир Путин"),
        ("PER", "А.В.Гавриловой", "А.В.Гаврилова"),
        ("LOC", "  Москвы ", "Москва"),
    ],
)
def test_only_runs_of_white_space_are_changed(label: Label, text: str, lemma: str) -> None:
    assert lemmatize(text, tokenize(text), [PlainSpan(0, len(text), label)])[0].text == lemma


def test_edges_within_tokens_are_kept() -> None:
    text = "экс-Москвы"
    assert lemmatize(text, tokenize(text), [PlainSpan(4, 10, "LOC")])[0].text == "Москва"


def test_no_spans_no_lemmas() -> None:
    assert lemmatize("Москва", tokenize("Москва"), []) == []


ODD_TEXTS = ["\ud800Ка", "«»", "-", "--", "-а-", "И", "’", "А’", "А’’Б", "İвана", "1", "«", "(", ".", "Ы"]
ENDLESS_TEXTS = ["ё" * 300, "а-" * 200 + "а", "А’" * 200 + "а", "Иван " * 500, "Большой " * 500, "Большой " * 40]
ODD_LEMMAS = {
    # the words among them that are declined; all others stay as they are
    ("\ud800Ка", "PER"): "\ud800К",
    ("\ud800Ка", "ORG"): "\ud800К",
    ("\ud800Ка", "LOC"): "\ud800К",
    ("İвана", "PER"): "İван",
    # «Большой» may be a noun, and the adjectives before it agree
    ("Большой " * 40, "ORG"): ("Большая " * 7 + "Большой " * 33).strip(),
    ("Большой " * 40, "LOC"): ("Большая " * 7 + "Большой " * 33).strip(),
}


@pytest.mark.parametrize("label", ["PER", "ORG", "LOC"])
@pytest.mark.parametrize("text", ODD_TEXTS + ENDLESS_TEXTS)
def test_odd_text_stays_or_is_declined(text: str, label: Label) -> None:
    [lemma] = lemmatize(text, tokenize(text), [PlainSpan(0, len(text), label)])
    assert lemma.text == ODD_LEMMAS.get((text, label), text.strip())


@pytest.mark.parametrize(("label", "text"), [("PER", "Станислава Зася"), ("LOC", "Химок"), ("ORG", "МИДа")])
def test_candidates_say_what_decided(label: Label, text: str) -> None:
    found = generate_candidates(split_span(text, tokenize(text), PlainSpan(0, len(text), label)))
    assert found[0].rules
    assert sum(candidate.share for candidate in found) == pytest.approx(1.0)


@pytest.mark.parametrize("case", [case.values[0] for case in read_cases("lemmas-context.jsonl")])
def test_an_explanation_is_of_the_lemma_given(case: dict[str, Any]) -> None:
    text, spans = undraw(case["text"])
    decisions = explain(text, tokenize(text), spans)
    assert [decision.lemma for decision in decisions] == lemmatize(text, tokenize(text), spans)
    for decision in decisions:
        assert decision.rules
        assert decision.lemma.text in dict(decision.candidates)


@pytest.mark.parametrize(
    ("drawing", "gender"),
    [
        ("[Меркель|PER] заявила об этом.", "femn"),
        ("[Шевченко|PER] заявил об этом.", "masc"),
        ("Речь о [Шевченко|PER], которая ушла.", "femn"),
        ("Просили г-жу [Кларк|PER] войти.", "femn"),
        ("Об этом молчит [Шевченко|PER].", None),
        ("Приехала [Ольга Шевченко|PER]. [Шевченко|PER] молчит.", "femn"),
        ("Приехали [Ольга Шевченко|PER] и [Пётр Шевченко|PER]. [Шевченко|PER] молчит.", None),
    ],
)
def test_the_words_around_tell_the_gender(drawing: str, gender: str | None) -> None:
    text, spans = undraw(drawing)
    assert lemmatize(text, tokenize(text), spans)[-1].gender == gender


def test_a_text_full_of_one_surname_takes_steps_in_proportion() -> None:
    text, spans = undraw("".join(f"[Лелек{ending}|PER] и " for ending in ("а", "и", "е", "у", "ой") * 400))
    tokens = tokenize(text)
    lemmatize(text, tokens, spans)
    few = steps(lambda: lemmatize(text, tokens, spans[:400]))
    assert steps(lambda: lemmatize(text, tokens, spans)) < 7 * few


def test_the_same_words_have_the_same_candidates_whatever_came_before() -> None:
    words = split_span("Зася", tokenize("Зася"), PlainSpan(0, 4, "PER"))
    before = generate_candidates(words)
    text, spans = undraw("[Станислава Зася|PER] и [Зась|PER]")
    lemmatize(text, tokenize(text), spans)
    caches.clear_all()
    assert generate_candidates(words) == before


_WORDS = st.sampled_from(
    "Иван Иванова Ивановым Москвы МИДа ОДКБ «Газпром» von Жан-Клода О’Нила А. ( ) - — » и де 12 II Нью-Йорке ЯЯ".split()
)
_TEXTS = st.one_of(st.text(max_size=40), st.lists(_WORDS, max_size=8).map(" ".join))


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.data(), _TEXTS)
def test_any_aligned_spans_of_any_text_have_a_lemma_each(draw: st.DataObject, text: str) -> None:
    tokens = tokenize(text)
    places = draw.draw(st.lists(st.integers(0, len(tokens.starts)), max_size=8).map(sorted))
    spans = [
        PlainSpan(tokens.starts[first], tokens.stops[last - 1], draw.draw(st.sampled_from(["PER", "ORG", "LOC"])))
        for first, last in zip(places[::2], places[1::2], strict=False)
        if first < last
    ]
    assert len(lemmatize(text, tokens, spans)) == len(spans)
