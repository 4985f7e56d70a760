"""The letter ё where the dictionary is sure of it."""

import pytest

from ner_news.lemmas.morphology.yo import restore_yo


@pytest.mark.parametrize(
    ("text", "label", "restored"),
    [
        ("Семен Федоров", "PER", "Семён Фёдоров"),
        ("АЛЕНА", "PER", "АЛЁНА"),
        ("Артемов", "PER", "Артёмов"),
        ("Лев Толстой", "PER", "Лев Толстой"),
        ("Урсула фон дер Ляйен", "PER", "Урсула фон дер Ляйен"),
        ("Объединенные Арабские Эмираты", "LOC", "Объединённые Арабские Эмираты"),
        ("Вооруженные силы", "ORG", "Вооружённые силы"),
        ("Семён", "PER", "Семён"),
        ("Москва", "LOC", "Москва"),
        ("Шеффилд", "LOC", "Шеффилд"),
    ],
)
def test_it_is_written(text: str, label: str, restored: str) -> None:
    assert restore_yo(text, label) == restored
