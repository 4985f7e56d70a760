"""Parses and nominatives of single words."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pymorphy3
import pytest

from ner_news import caches, morph


@pytest.mark.parametrize(
    ("word", "nominative"),
    [
        ("Захаровой", "захарова"),
        ("Петровны", "петровна"),
        ("Штатов", "штаты"),
        ("Нидерландах", "нидерланды"),
        ("Северной", "северная"),
        ("Соединённого", "соединённое"),
        ("Крыму", "крым"),
        ("МИДа", "мид"),
        ("Высшим", "высшее"),
        ("Пушкиных", "пушкины"),
        ("Шевченко", "шевченко"),
    ],
)
def test_the_first_parse_has_this_nominative(word: str, nominative: str) -> None:
    assert morph.nominative(morph.parse(word)[0]) == nominative


@pytest.mark.parametrize("word", ["", "Ryanair", "12", "\ud800", "-", "а-", "замо́к", "а" * 65, "а-" * 40 + "а"])
def test_what_is_no_russian_word_has_no_parses(word: str) -> None:
    assert morph.parse(word) == ()


def test_the_dictionary_is_told_from_a_guess() -> None:
    assert morph.parse("Москвы")[0].is_known
    assert not any(parse.is_known for parse in morph.parse("Зась"))


@pytest.mark.parametrize(
    "word",
    "россии путина захаровой штатов все еж елка пушкиных крыму шевченко дел тверской нью-йорке кофе и".split(),
)
def test_a_known_word_is_read_and_inflected_as_by_pymorphy3(word: str) -> None:
    theirs = morph._analyzer().parse(word)
    ours = morph.look_up(word)
    assert [(one.word, one.normal, one.score) for one in ours] == [
        (one.word, one.normal_form, one.score) for one in theirs
    ]
    assert [one.grammemes for one in ours] == [one.tag.grammemes for one in theirs]
    for reading, other in zip(ours, theirs, strict=True):
        if reading.case and "Fixd" not in reading.grammemes:
            assert morph.nominative(reading) == other.inflect({"nomn"}).word


def test_a_word_outside_the_dictionary_is_only_guessed_at() -> None:
    assert morph.look_up("Волгаэкострой") == ()
    assert morph.parse("Волгаэкострой")


def test_minor_cases_are_folded_into_the_six() -> None:
    assert morph.parse("Крыму")[0].case == "loct"
    assert {parse.case for parse in morph.parse("Иван")} <= {"", *morph.CASES}


def test_clearing_the_caches_changes_no_answer() -> None:
    before = morph.parse("Химок")
    caches.clear_all()
    assert morph.parse("Химок") == before


def test_threads_share_one_analyzer(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    make = pymorphy3.MorphAnalyzer

    def count(**options: Any) -> Any:
        made.append("analyzer")
        return make(**options)

    monkeypatch.setattr(pymorphy3, "MorphAnalyzer", count)
    caches.clear_all()
    morph._make_analyzer.cache_clear()
    morph._analyzer.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(morph.parse, ["Москвы"] * 64))
    assert made == ["analyzer"]
    assert len(set(answers)) == 1
