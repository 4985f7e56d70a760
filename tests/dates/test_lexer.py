"""The lexemes of a text: which words and numbers are taken, and what stands between them."""

import pytest

from ner_news.dates.lexer import BREAK, lex

TEXTS = {
    "16 сентября 2021 года": "number:16 month:9 number:2021 year:0",
    "с 16-го по А-2021": "number:16 number:2021",
    "1990-е": "number:1990",
    "ХХ век": "roman:20 century:0",
    "XX век": "roman:20 century:0",
    "12345": "number:-1",
    "сентябрьский": "",
    "г-н Иванов, 5 г.": "number:5 year:0",
    "Четвёртого мая": "ordinal:4 month:5",
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_words_of_dates_are_taken(text: str, expected: str) -> None:
    lexemes = [lexeme for lexeme in lex(text).lexemes if lexeme.kind != "end"]
    assert " ".join(f"{lexeme.kind}:{lexeme.value}" for lexeme in lexemes) == expected


GAPS = {
    "5 мая": " ",
    "5\xa0\xa0мая": " ",
    "5\nмая": "\n",
    "5\n\nмая": BREAK,
    "5 — мая": " - ",
    "5 , мая": " , ",
    "5\n- мая": BREAK,
    "5 или мая": " или ",
    f"5 {'и' * 50} мая": BREAK,
}


@pytest.mark.parametrize(("text", "gap"), GAPS.items())
def test_a_gap_has_one_form(text: str, gap: str) -> None:
    assert lex(text).lexemes[1].gap == gap


def test_an_abbreviation_takes_its_dot_and_a_number_its_ending() -> None:
    first, second = lex("16-го янв. и").lexemes[:2]
    assert (first.stop, first.code, second.stop) == (5, "го", 10)
