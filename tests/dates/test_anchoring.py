"""Expressions at their place in the calendar, from Thursday, 16 September 2021."""

from datetime import datetime

import pytest

from ner_news.dates.expressions import Point, Shift, Unit
from ner_news.dates.finder import find_dates
from ner_news.dates.lexer import lex
from ner_news.dates.notation.date_values import write_value
from ner_news.dates.resolution.anchoring import anchor_expression
from ner_news.dates.resolution.calendar_placement import place_nearest
from ner_news.dates.resolution.calendar_steps import find_nth_weekday
from ner_news.dates.resolution.dateline import read_dateline
from ner_news.dates.resolution.reference_time import ReferenceTime, find_reference_time
from ner_news.dates.resolution.said_tense import Tense
from ner_news.dates.resolution.tense import find_tense

NOW = datetime(2021, 9, 16, 16, 2)


def anchor(point: Point, tense: Tense | None = None, *, is_bound: bool = False, is_alone: bool = False) -> str | None:
    found = anchor_expression(point, ReferenceTime(NOW, tense, is_bound=is_bound, is_alone=is_alone))
    return write_value(found) if found else None


SHIFTS: dict[tuple[Unit, int], str | None] = {
    ("century", -1): "1901/2000",
    ("decade", -1): "201X",
    ("year", 1): "2022",
    ("half", -1): "2021-H1",
    ("quarter", 1): "2021-Q4",
    ("month", -9): "2020-12",
    ("week", -1): "2021-W36",
    ("weeks", -2): "2021-09-02",
    ("day", -1): "2021-09-15",
    ("hour", -3): "2021-09-16T13:02",
    ("minute", 30): "2021-09-16T16:32",
    ("game", 0): "2021/2022",
    ("year", 9000): None,
}


@pytest.mark.parametrize(("shift", "value"), SHIFTS.items())
def test_a_shift_is_counted_in_its_unit(shift: tuple[Unit, int], value: str | None) -> None:
    assert anchor(Point(shifts=(Shift(*shift),))) == value


# The point, then its value without a verb, in the past, in the future.
OPEN = (
    (Point(month=5, day=9), "2021-05-09", "2021-05-09", "2022-05-09"),
    (Point(month=12, day=28), "2021-12-28", "2020-12-28", "2021-12-28"),
    (Point(month=9, day=16), "2021-09-16", "2021-09-16", "2021-09-16"),
    (Point(month=2, day=29), "2020-02-29", "2020-02-29", "2024-02-29"),
    (Point(month=9), "2021-09", "2021-09", "2021-09"),
    (Point(quarter=4), "2021-Q4", "2020-Q4", "2021-Q4"),
    (Point(season="WI"), "2021-12/2022-02", "2020-12/2021-02", "2021-12/2022-02"),
    (Point(weekday=3), "2021-09-15", "2021-09-15", "2021-09-22"),
    (Point(weekday=4), "2021-09-16", "2021-09-16", "2021-09-16"),
    (Point(is_weekend=True), "2021-09-11/2021-09-12", "2021-09-11/2021-09-12", "2021-09-18/2021-09-19"),
    (Point(day=25), "2021-09-25", "2021-08-25", "2021-09-25"),
    (Point(day=5), "2021-09-05", "2021-09-05", "2021-10-05"),
    (Point(month=11, day=2, weekday=1), "2020-11-02", "2020-11-02", "2020-11-02"),
)


@pytest.mark.parametrize(("point", "plain", "past", "future"), OPEN, ids=repr)
def test_the_tense_decides_for_what_is_open(point: Point, plain: str, past: str, future: str) -> None:
    assert (anchor(point), anchor(point, "past"), anchor(point, "future")) == (plain, past, future)


def test_a_bound_near_in_its_year_outweighs_the_tense() -> None:
    assert anchor(Point(month=10, day=1), "past") == "2020-10-01"
    assert anchor(Point(month=10, day=1), "past", is_bound=True) == "2021-10-01"


def test_a_weekday_alone_is_the_coming_one() -> None:
    assert anchor(Point(weekday=4), is_alone=True) == "2021-09-23"


def test_the_nearest_year_is_looked_for_on_both_sides() -> None:
    december = place_nearest(Point(month=12, day=31), datetime(2021, 1, 2))
    january = place_nearest(Point(month=1, day=1), datetime(2021, 12, 30))
    assert (december and december.year, january and january.year) == (2020, 2022)


def test_a_fifth_sunday_may_be_missing() -> None:
    assert find_nth_weekday(2021, 10, 7, 5) == 31
    assert find_nth_weekday(2021, 9, 7, 5) is None


TENSES: dict[str, Tense | None] = {
    "Суд [в среду] отменил приговор.": "past",
    "Суд [в среду] вынесет приговор.": "future",
    "Планируется открыть мост [в среду].": "future",
    "Он заявил, что [в среду] поедет домой.": "future",
    "Мост [в среду] будет открыт.": "future",
    "Мост [в среду].": None,
    "Шёл снег. Мост [в среду].": None,
}


@pytest.mark.parametrize(("drawn", "tense"), TENSES.items())
def test_the_verb_nearest_in_the_clause_tells_the_tense(drawn: str, tense: Tense | None) -> None:
    lexed = lex(drawn.replace("[", "").replace("]", ""))
    assert find_tense(lexed.text, drawn.index("["), drawn.index("]") - 1).tense == tense


def test_a_bound_is_seen_by_its_preposition() -> None:
    text = "Выставка открылась и работает до 5 мая."
    [date] = find_dates(text)
    assert find_reference_time(lex(text), date, NOW).is_bound


DATELINES = {
    "Заголовок\n16.09.2021, 16:02\nТекст.": datetime(2021, 9, 16, 16, 2),
    "МОСКВА, 16 сентября 2021 года. Текст": datetime(2021, 9, 16),
    "Опубликовано: 16.09.2021\nТекст.": datetime(2021, 9, 16),
    "Иван родился 16 сентября 2021 года в Твери.": None,
    "Заголовок\nсентябрь 2021 года\nТекст.": None,
    f"{'слово ' * 120}\n16.09.2021\n": None,
}


@pytest.mark.parametrize(("text", "moment"), DATELINES.items())
def test_a_text_may_state_its_own_publication(text: str, moment: datetime | None) -> None:
    assert read_dateline(text, find_dates(text)) == moment
