"""Capitals and ё, as the text has them."""

import pytest

from ner_news.lemmas.morphology.letter_case import (
    collapse_spaces,
    count_shared,
    is_headline,
    is_plain,
    lower_capitals,
    write_like,
)
from ner_news.spans import Label


@pytest.mark.parametrize(
    ("written", "form", "expected"),
    [
        ("Химок", "химки", "Химки"),
        ("МИДа", "мид", "МИД"),
        ("РОССИИ", "россия", "РОССИЯ"),
        ("Соединенных", "соединённые", "Соединенные"),
        ("Королёва", "королёв", "Королёв"),
        ("Нью-Йорке", "нью-йорк", "Нью-Йорк"),
        ("КамАЗом", "камаз", "КамАЗ"),
        ("Льва", "лев", "Лев"),
        ("İвана", "иван", "Иван"),
        ("иваном", "иван", "иван"),
    ],
)
def test_a_form_is_written_like_the_word_of_the_text(written: str, form: str, expected: str) -> None:
    assert write_like(written, form) == expected


@pytest.mark.parametrize(
    ("words", "label", "headline", "expected"),
    [
        ("ВЛАДИМИРА ПУТИНА", "PER", False, "Владимира Путина"),
        ("УРСУЛЫ ФОН ДЕР ЛЯЙЕН", "PER", False, "Урсулы фон дер Ляйен"),
        ("ЖАН-КЛОДА", "PER", False, "Жан-Клода"),
        ("ФРАНЦИСКА II", "PER", False, "Франциска II"),
        ("А . ПУТИНА", "PER", False, "А . Путина"),
        ("МИДА РОССИИ", "ORG", False, "МИДА России"),
        ("ОДКБ", "ORG", True, "ОДКБ"),
        ("РОСТОВЕ-НА-ДОНУ", "LOC", True, "Ростове-на-Дону"),
        ("СОВЕТА ПРИ ПРЕЗИДЕНТЕ", "ORG", True, "Совета при президенте"),
        pytest.param(
            *("СОВЕТА ПО БЕЗОПАСНОСТИ", "ORG", True, "Совета по безопасности"),
            marks=pytest.mark.xfail(reason="«ПО» is taken for an abbreviation, of software", strict=True),
        ),
        ("Совета Европы", "ORG", True, "Совета Европы"),
    ],
)
def test_names_in_capitals_are_written_as_in_a_sentence(
    words: str, label: Label, headline: bool, expected: str
) -> None:
    assert " ".join(lower_capitals(words.split(), label, headline)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [("ВЗРЫВ В УФЕ", 2, True), ("Цены в США выросли", 2, False), ("США И РФ", 0, False), ("УФА", 0, False)],
)
def test_a_headline_has_long_words_in_capitals_beside(text: str, word: int, expected: bool) -> None:
    assert is_headline(text.split(), word, word + 1) == expected


def test_letters() -> None:
    assert count_shared("химок", "химки") == 3
    assert count_shared("", "химки") == 0
    assert collapse_spaces(" \n\t") == " "
    assert [word for word in ("Химки", "МИД", "Нью-Йорк", "S7", "О", "а" * 65) if is_plain(word)] == ["Химки"]
