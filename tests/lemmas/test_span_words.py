"""A span as its words."""

import pytest

from ner_news.lemmas.span_words import SpanWords, join_words, split_span
from ner_news.segment import tokenize
from tests.drawing import undraw


def split(drawing: str) -> SpanWords:
    text, [span] = undraw(drawing)
    return split_span(text, tokenize(text), span)


@pytest.mark.parametrize(
    ("drawing", "words"),
    [
        ("в [Новом  Уренгое|LOC] зимой", "Новом Уренгое"),
        ("экс-[Москвы|LOC]", "Москвы"),
        ("[О’Нила|PER] ждут", "О’Нила"),
        ("в [Кот-д’Ивуаре|LOC]", "Кот-д’Ивуаре"),
        ("ВЗРЫВ В [УФЕ|LOC]", "Уфе"),
        ("Встреча [ВЛАДИМИРА ПУТИНА|PER]", "Владимира Путина"),
        ("Заявление [ОДКБ|ORG]", "ОДКБ"),
        ("[А. В. Гавриловой|PER]", "А . В . Гавриловой"),
    ],
)
def test_the_words_of_a_span(drawing: str, words: str) -> None:
    assert " ".join(split(drawing).words) == words


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("партии «[Яблоко|ORG]»", True),
        ("партии [«Яблоко»|ORG]", True),
        ("акции компаний «[Лукойл|ORG]»", False),
        ("слово «[Яблоко|ORG]»", False),
        ("партии [Яблоко|ORG]", False),
        ("партии «[Яблоков|PER]»", False),
    ],
)
def test_a_name_is_quoted_after_a_generic_noun(drawing: str, expected: bool) -> None:
    assert split(drawing).is_quoted == expected


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [("Сергей и [Юлия Скрипали|PER]", True), ("Сергей и [Юлия|PER]", False), ("и [Новый Уренгой|LOC]", False)],
)
def test_a_person_of_several_words_is_after_and(drawing: str, expected: bool) -> None:
    assert split(drawing).is_after_and == expected


def test_words_are_joined_as_they_were_split() -> None:
    span = split("[Совета  безопасности, ООН|ORG]")
    assert join_words(span.words, span.gaps) == "Совета безопасности, ООН"
