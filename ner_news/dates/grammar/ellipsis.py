"""Dates that leave a part to the next one: «1» of «1–5 мая 2021 года», «28 декабря» of «28 декабря – 3 января»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ner_news.categories import Mod
from ner_news.dates.expressions import Point, is_day
from ner_news.dates.grammar.day_month_year import can_be_day, is_likely_year, read_number
from ner_news.dates.grammar.decades_centuries import LAST_CENTURY, read_decade_number
from ner_news.dates.grammar.full_dates import read_full_date
from ner_news.dates.grammar.gaps import SPACE
from ner_news.dates.grammar.quarters_seasons import MODS, with_open_year
from ner_news.dates.lexer import LexedText
from ner_news.dates.notation.date_values import write_point_value
from ner_news.dates.notation.intervals import parse_value


class LeftEnd(NamedTuple):
    """The first of two dates."""

    point: Point | None
    """`None` for a number alone."""
    number: int
    """The number alone; 0 for a point."""
    start: int
    stop: int
    after: int
    can_be_day: bool = False
    """Whether the number may be a day by its form."""
    mod: Mod | None = None
    """The edge before the number: «конец XIX» in «конец XIX – начало XX века»."""


def read_left_ends(lexed: LexedText, index: int) -> Iterator[LeftEnd]:
    """Yield all that can be the first of two dates: a date, «14.10.», a number."""
    start = lexed.lexemes[index].start
    found = read_full_date(lexed, index)
    if found is not None:
        yield LeftEnd(found.point, 0, start, found.stop, found.after)
        return
    dotted = _read_day_and_month(lexed, index)
    if dotted is not None:
        yield dotted
    edge = lexed.lexemes[index] if lexed.lexemes[index].kind == "edge" else None
    number = (
        _read_left_number(lexed, index + 1)
        if edge and lexed.lexemes[index + 1].gap in SPACE
        else _read_left_number(lexed, index)
    )
    if number is not None:
        last = lexed.lexemes[number[1] - 1]
        mod = MODS[edge.code] if edge else None
        yield LeftEnd(None, number[0], start, last.stop, number[1], can_be_day(last), mod)


def _read_left_number(lexed: LexedText, index: int) -> tuple[int, int] | None:
    value = read_decade_number(lexed, index)
    return (value, index + 1) if value is not None else read_number(lexed, index)


@cache
def _dotted_pattern() -> re.Pattern[str]:
    return re.compile(r"([0-9]{1,2})\.([0-9]{2})(?![0-9])\.?(?!\.)")


def _read_day_and_month(lexed: LexedText, index: int) -> LeftEnd | None:
    """Read «14.10.» of «14.10. - 15.10.2018»."""
    start = lexed.lexemes[index].start
    found = _dotted_pattern().match(lexed.text, start)
    if found is None or not is_day(int(found[2]), int(found[1])):
        return None
    return LeftEnd(Point(month=int(found[2]), day=int(found[1])), 0, start, found.end(), index + 2)


def find_gap_behind(lexed: LexedText, left: LeftEnd) -> str:
    """Return the gap between a first date and the next word: «по» in «14.10. по 15.10.2018»."""
    gap = lexed.lexemes[left.after].gap
    return gap.removeprefix(".") if lexed.text[left.stop - 1] == "." else gap


def _complete_year(number: int, model: Point) -> Point | None:
    return Point(number) if is_likely_year(number) and model.year is not None else None


def _complete_day(number: int, model: Point) -> Point | None:
    if model.day is None or (model.month is not None and not is_day(model.month, number, model.year)):
        return None
    return with_open_year(Point(month=model.month, day=number), model) if 1 <= number <= 31 else None


def _complete_quarter(number: int, model: Point) -> Point | None:
    return with_open_year(Point(quarter=number), model) if model.quarter is not None and 1 <= number <= 4 else None


def _complete_half(number: int, model: Point) -> Point | None:
    return with_open_year(Point(half=number), model) if model.half is not None and 1 <= number <= 2 else None


def _complete_century(number: int, model: Point) -> Point | None:
    return Point(century=number) if model.century is not None and 1 <= number <= LAST_CENTURY else None


def _complete_decade(number: int, model: Point) -> Point | None:
    if model.decade is None or number % 10 or 100 <= number < 1000:
        return None
    return Point(decade=number if number >= 1000 else model.decade // 100 * 100 + number)


# A number of four digits beside a year is a year; the others ask for a field of the model that excludes the rest.
NUMBER_RULES = (_complete_year, _complete_day, _complete_quarter, _complete_half, _complete_century, _complete_decade)


def complete_number(number: int, model: Point) -> Point | None:
    """Return what a number alone means beside a date; `None` where it means nothing.

    >>> complete_number(1, Point(2021, month=5, day=5))
    Point(year=2021, month=5, day=1)
    """
    for rule in NUMBER_RULES:
        point = rule(number, model)
        if point is not None:
            return point
    return None


def _may_run_forward(first: Point, last: Point) -> bool:
    """Return whether the first may begin no later, of dates that leave their year open."""
    if last.is_absolute:
        return False
    if first.is_absolute:
        return not last.shifts and last.month is not None
    is_one_month = first.month == last.month and first.day is not None and last.day is not None
    return (
        not is_one_month
        or (first.day or 0, first.hour or 0) < (last.day or 0, last.hour or 0)
        or ((last.hour or 0) - (first.hour or 0)) > 0
    )


def runs_forward(first: Point, last: Point) -> bool:
    """Return whether the first begins no later than the last, and ends no later."""
    if not first.is_absolute or not last.is_absolute:
        return _may_run_forward(first, last)
    one, two = parse_value(write_point_value(first)), parse_value(write_point_value(last))
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return False
    return one.start <= two.start and one.end <= two.end


def _with_year_of(point: Point, model: Point) -> Point | None:
    """Return the point in the model's year or the one before, as in «28 декабря – 3 января 2022 года»."""
    if point.is_absolute or model.year is None:
        shares = bool(model.shifts) and model.shifts[-1].unit == "year" and not point.shifts and point.weekday is None
        return with_open_year(point, model) if shares and not point.is_absolute else point
    if point.shifts or (point.month is None and point.quarter is None and point.half is None and point.season is None):
        return None
    for year in (model.year, model.year - 1):
        dated = point._replace(year=year, is_short=model.is_short)
        is_real = point.day is None or point.month is None or is_day(point.month, point.day, year)
        if year > 0 and is_real and runs_forward(dated, model):
            return dated
    return None


def complete_left_end(left: LeftEnd, model: Point) -> Point | None:
    """Return the first of two dates with what it leaves to the second; `None` where that makes no range."""
    if left.point is None and model.day is not None and left.number <= 31 and (left.mod or not left.can_be_day):
        return None
    point = _with_year_of(left.point, model) if left.point else complete_number(left.number, model)
    point = point._replace(mod=left.mod) if point is not None and left.mod else point
    return point if point is not None and runs_forward(point, model) else None
