"""Shapes are those that slovnet's weights were trained with."""

import pytest
from slovnet.shape import SHAPES, word_shape

from ner_news.tagging.shapes import MARKS, shape

LETTERS = [chr(code) for code in range(0x2FF, 0x530)]
WORDS = "Рахмон ОДКБ в В Касым-Жомарт касым-Жомарт Касым-жомарт iPhone ООН-овский д'Артаньян о́н СИЗО-6 2011-2020"
WORDS += " +7 -5 ... ?! ёлка Ёлка ЁЛКА ΔX Џ ѐ ſ K İ ı 5кг 😀 中国 McDonald’s a-B A-b т.д. «» - — _ №5 Б"


def test_every_character_alone_and_at_a_start_has_slovnets_shape() -> None:
    starts = [*LETTERS, *MARKS, *map(chr, range(1, 0x2FF))]
    words = [start + rest for start in starts for rest in ("", "а", "А", "аБ", "-Аб", "1")]
    assert [(word, shape(word)) for word in words] == [(word, word_shape(word)) for word in words]


@pytest.mark.parametrize("word", WORDS.split())
def test_a_word_has_slovnets_shape(word: str) -> None:
    assert shape(word) == word_shape(word)


def test_all_marks_are_known_shapes() -> None:
    assert {shape(mark) for mark in MARKS} <= set(SHAPES)
