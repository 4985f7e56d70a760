"""The features of a word's place: after `:` the words that have the feature."""

import pytest

from ner_news.segment import tokenize
from ner_news.tagging.document_features import FEATURES, compute_document_features
from ner_news.tagging.network_input import build_input
from ner_news.tagging.repeated_stems import find_repeated_stems
from ner_news.tagging.word_features import classify_words


@pytest.mark.parametrize(
    ("text", "feature", "words"),
    [
        ("Да . Нет", "opens a sentence", "Да Нет"),
        ("Пришёл А. Иванов", "opens a sentence", "Пришёл"),  # the full stop of an initial
        ("« Да » . — Нет", "opens a sentence", "« Да — Нет"),
        ("Да нет\nИ да", "opens a line", "Да И"),
        ("Да нет\nИ да", "in the first line", "Да нет"),
        ("Завод « Маяк » рад", "in quotes", "Маяк"),
        ('Завод " Маяк " рад', "in quotes", "Маяк"),
        ("Завод ( Маяк ) рад", "in brackets", "Маяк"),
        ("да нет", "the document has no capitals", "да нет"),
        ("ДА НЕТ", "the document has only capitals", "ДА НЕТ"),
        ("Роза , роза", "lower case", "Роза"),
        ("Роза . И Розу", "a capital inside a sentence", "Роза"),
        ("Рахмон . Эмомали и Владимир Рахмон", "after a first name or an initial", "Рахмон"),
        ("Маяк и « Маяк »", "after an opening quote", "Маяк"),
        ("Москва . В Москве", "after a preposition of place", "Москва"),
        ("Тасс и ТАСС", "all capitals", "Тасс"),
        ("Маяк и Маяк", "with a capital", "Маяк Маяк"),
        ("Маяк " * 4, "with a capital four times", ""),
        ("Маяк " * 5, "with a capital four times", "Маяк " * 5),
    ],
)
def test_words_have_the_features_of_their_place(text: str, feature: str, words: str) -> None:
    tokens = tokenize(text)
    kinds, stems = classify_words(tokens.texts)
    features = compute_document_features(kinds, build_input(text, tokens), find_repeated_stems(stems))
    column = features[:, FEATURES.index(feature)]
    assert [word for word, has in zip(tokens.texts, column, strict=True) if has] == words.split()
