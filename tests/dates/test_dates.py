"""Dates in texts: which are found, where they stand, what they mean."""

import json

import pytest

from ner_news.dates import Point, Range, find_dates, parse_value, resolve
from ner_news.dates.finder import find_with_rules
from ner_news.errors import InputError
from tests.dates.cases import FOLDER, Case, drawing_of, read_cases, read_worded, solve, text_of

DATES = read_cases("dates.jsonl")
NONE = read_cases("dates-none.jsonl")
CENSUS = {  # the classes of ../shared/research/dates.md that are dates
    "year with год", "day month year", "day month, past", "day month, future", "day month, no verb", "month year",
    "bare year", "ago and in", "weekday", "weekday with adjective", "weekday with date", "week", "month", "year",
    "year range", "range", "list", "today and yesterday", "part of a month", "decade", "century", "text anchor",
    "season", "half", "quarter", "part of a day", "night", "time", "time with a date", "recurring", "feast",
    "publication line", "open",
}  # fmt: skip


@pytest.mark.parametrize("case", DATES, ids=lambda case: case.drawn)
def test_dates_are_found_and_understood(case: Case) -> None:
    assert solve(case) == case


@pytest.mark.parametrize("case", NONE, ids=lambda case: case.drawn)
def test_what_is_no_date_is_left_alone(case: Case) -> None:
    assert solve(case) == case


@pytest.mark.parametrize("drawn", read_worded("dates-words.jsonl"))
def test_the_words_around_decide_what_is_found(drawn: str) -> None:
    text = text_of(drawn)
    assert drawing_of(text, find_dates(text)) == drawn


@pytest.mark.parametrize("era", ["рождества христова", "рождества  христова"])
def test_a_year_before_christ_is_none(era: str) -> None:
    """The feast in it is still found, so no drawing shows this."""
    assert not any(date.start < 14 for date in find_dates(f"Свиток V века до {era} забыт."))


def test_every_class_of_the_census_has_its_cases() -> None:
    assert {case.kind for case in DATES} >= CENSUS
    assert sum(case.published is not None for case in DATES) >= 300
    assert len(NONE) >= 60


def test_expressions_can_be_keys() -> None:
    dates = find_dates("16 сентября 2021 года, то есть 16.09.2021; с 1 по 5 мая 2021 года")
    assert len({date.expression for date in dates}) == 2


def test_a_result_says_what_its_value_says() -> None:
    [date] = find_dates("В конце марта 2021 года")
    resolved = resolve(date.expression)
    assert (resolved.start, resolved.end) == parse_value("2021-03")
    assert (resolved.mod, resolved.anchor) == ("END", "absolute")


@pytest.mark.parametrize("expression", [Point(month=9, day=16), Point(), Range(Point(month=5), Point(2021, month=6))])
def test_an_expression_without_a_year_is_refused(expression: Point | Range) -> None:
    with pytest.raises(InputError, match="has no year"):
        resolve(expression)


def test_the_deciding_rule_has_a_name() -> None:
    text = "5 мая 2021 года; (2021); 1–5 мая 2021 года; 1 и 2 мая 2021 года; через год; с 10:00 до 12:00"
    rules = [rule for rule, _ in find_with_rules(text)]
    assert rules == [
        "read_single_date",
        "read_bare_year",
        "read_range",
        "read_listed",
        "read_single_date",
        "read_single_date",
        "read_bare_clock_range",
    ]


def test_the_dates_of_the_article_are_exact() -> None:
    text = " \n\n\nЛидеры встретились\n\n \n16-09-2021, 16:02.\n\nВ Душанбе 16 сентября 2021 года прошла сессия."
    dates = [(text[date.start : date.stop], resolve(date.expression).value) for date in find_dates(text)]
    assert dates == [("16-09-2021, 16:02", "2021-09-16T16:02"), ("16 сентября 2021 года", "2021-09-16")]


def _intervals() -> list[tuple[str, str | None, str | None]]:
    lines = (FOLDER / "dates-values.jsonl").read_text(encoding="utf-8").splitlines()
    return [(record["value"], record["start"], record["end"]) for record in map(json.loads, lines)]


@pytest.mark.parametrize(("value", "start", "end"), _intervals())
def test_a_value_is_an_interval(value: str, start: str | None, end: str | None) -> None:
    interval = parse_value(value)
    written = [moment and moment.isoformat(timespec="auto" if moment.microsecond else "minutes") for moment in interval]
    assert written == [start, end]


NO_VALUES = (
    "", "..", "../..", "0000", "2021-13", "2021-00", "2021-02-30", "2021-W54", "2021-09-16T24:00", "2021-Q5", "21",
    "2021/", "/2021", "2021/2022/2023", "XXXX-02-30", "2021-09-16 ", "２０２１", "2021-09-16\n", "2021-XX",
    "XXXX-02-30T10:00", "XXXX-04-31TMO", "XXXX-11-WXX-4#6", "XXXX-11-WXX-8#1", "XXXX-WXX-4#3", "2021-11-WXX-4#3",
)  # fmt: skip


@pytest.mark.parametrize("value", NO_VALUES)
def test_what_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_value(value)
    assert repr(value) in str(caught.value)


MONTH_DAYS = {"января": 31, "февраля": 29, "марта": 31, "апреля": 30, "мая": 31, "июня": 30, "июля": 31, "августа": 31,
              "сентября": 30, "октября": 31, "ноября": 30, "декабря": 31}  # fmt: skip
IMPOSSIBLE = [
    *(f"{days + more} {month}" for month, days in MONTH_DAYS.items() for more in (1, 14)),
    *(f"{days + 1} {month} 2021 года" for month, days in MONTH_DAYS.items()),
    *(f"{day:02d}.{month:02d}.2021" for month, days in enumerate(MONTH_DAYS.values(), 1) for day in (days + 1, 0)),
    "29 февраля 2021 года", "29.02.2021", "2021-02-29", "16.13.2021", "16.00.2021", "2021-00-10",
    "тридцать первого июня",
]  # fmt: skip


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert find_dates(f"Встреча прошла {text} в городе") == []
