"""Firms that the network took for people or places."""

import pytest

from ner_news.linking import correct_labels
from ner_news.spans import PlainSpan


@pytest.mark.parametrize(
    "word", ["Мегафону", "Озона", "Тинькоффом", "Яндексе", "Тойоту", "Wildberries", "«Сбер»", "ВТБ"]
)
def test_the_tables_know_better(word: str) -> None:
    [found] = correct_labels(word, [PlainSpan(0, len(word), "PER")])
    assert found.label == "ORG"


@pytest.mark.parametrize("word", ["Алибаба", "Москва", "Россия", "Иванов", "Озонов", "Сбер Иванов", "Магнит"])
def test_what_may_be_other_things_stays(word: str) -> None:
    span = PlainSpan(0, len(word), "LOC", 0.7)
    assert correct_labels(word, [span]) == [span]


def test_dates_and_organizations_stay() -> None:
    spans = [PlainSpan(0, 4, "ORG"), PlainSpan(5, 9, "DATE")]
    assert correct_labels("Сбер Сбер", spans) == spans


def test_a_surname_that_somebody_bears_stays() -> None:
    text = "Олег Тинькофф уехал. Тинькоффа ждут, а Мегафон закрыт."
    spans = [PlainSpan(0, 13, "PER"), PlainSpan(21, 30, "PER"), PlainSpan(39, 46, "PER")]
    assert [span.label for span in correct_labels(text, spans)] == ["PER", "PER", "ORG"]
