"""Tokens of a person's name, and its parts."""

import pytest

from ner_news.lemmas.candidates.name_parts import build_name, classify_words


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("Станислав Зась", "word word"),
        ("Джордж У . Буш", "word initial mark word"),
        ("Дж . Буш", "initial mark word"),
        ("Урсула фон дер Ляйен", "word particle particle word"),
        ("Салман Аль Сауд", "word particle word"),
        ("Франциск II", "word number"),
        ("Пётр и Феврония", "word link word"),
        ("папа Франциск", "title word"),
        ("иван петров", "word word"),
        ("Сергей « Паук » Троицкий", "word mark nickname mark word"),
        ("« Паук »", "mark word mark"),
        ("Иван ( Ваня ) Петров", "word mark aside mark word"),
        ("Ким Чен Ын", "word word word"),
    ],
)
def test_each_token_has_a_class(name: str, classes: str) -> None:
    assert " ".join(classify_words(name.split())) == classes


@pytest.mark.parametrize(
    ("words", "roles", "expected"),
    [
        ("Иван Иванович Петров", "first patronymic last", ("Иван", "Петров", "Иванович", None, None)),
        ("А . В . Петров", "initial mark initial mark last", (None, "Петров", None, None, "А. В.")),
        ("Ким Чен Ын", "family syllable given", ("Чен Ын", "Ким", None, None, None)),
        ("Сергей Паук Троицкий", "first nickname last", ("Сергей", "Троицкий", None, "Паук", None)),
        ("Урсула фон Ляйен", "first particle last", ("Урсула", "фон Ляйен", None, None, None)),
        ("Мухаммед бин Салман Аль Сауд", "first particle any particle last",
         ("Мухаммед", "Аль Сауд", "бин Салман", None, None)),
        ("Гейдар Алиев оглы", "first last particle", ("Гейдар", "Алиев оглы", None, None, None)),
        ("Павел и Николай Дуровы", "first link first last", (None, "Дуровы", None, None, None)),
        ("Иван Петров и Яна Кузина", "first last link first last", (None, None, None, None, None)),
    ],
)  # fmt: skip
def test_a_name_has_these_parts(words: str, roles: str, expected: tuple[str | None, ...]) -> None:
    assert tuple(build_name(words.split(), roles.split())) == expected
