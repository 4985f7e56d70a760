"""Ranges: «с 1 по 5 мая 2021 года», «28 февраля – 3 марта 2022 года», «XVIII–XIX вв.», «с 2014 года по сей день»."""

import re
from collections.abc import Iterator
from functools import cache

from ner_news.dates.boundaries import stands_after
from ner_news.dates.expressions import Match, Point, Range, Reading
from ner_news.dates.grammar.day_month_year import SPACE, read_last_year, year_word
from ner_news.dates.grammar.durations import read_count
from ner_news.dates.grammar.ellipsis import Left, complete, gap_behind, read_left
from ner_news.dates.grammar.full_dates import read_moment
from ner_news.dates.grammar.quarters_seasons import is_count_of_quarters
from ner_news.dates.lexer import Row

DASHES = ("-", " - ", "- ", " -")
TO = (" по ", " до ", ", по ", ", до ")
AND = (" и ", " или ", ", и ", " и в ", " или в ")
FROM = "со?|c|от"  # the second «c» is Latin, a frequent slip
LIST_LENGTH = 8
"""How many members of «5, 7 и 9 мая» are looked through: the bound on the work at each place."""


def from_start(row: Row, start: int) -> int:
    """Where a range begins whose first date stands at `start`: at its «с», if it has one."""
    lead = stands_after(row.text, start, FROM)
    return start - len(lead[0]) if lead else start


def _shape(point: Point) -> tuple[bool, ...]:
    fields = (point.century, point.decade, point.half, point.quarter, point.season, point.month, point.day)
    is_weekday = point.weekday is not None and point.day is None
    return (is_weekday, *(field is not None for field in fields))


def _is_joined(row: Row, left: Left, right: Point, first: Point) -> bool:
    """Whether the gap makes a range: a dash joins like with like, «до» needs its «с» («с мая до 5 июня»)."""
    gap = gap_behind(row, left)
    if gap in DASHES:
        return _shape(first) == _shape(right) and not (first.shifts and first.shifts[-1].unit != "year")
    return gap.endswith(" по ") or stands_after(row.text, left.start, FROM) is not None


def _ranges(row: Row, index: int) -> Iterator[Match]:
    for left in read_left(row, index):
        gap = gap_behind(row, left)
        right = read_moment(row, left.after) if gap in DASHES or gap in TO else None
        first = complete(left, right.point) if right else None
        if right is None or first is None or not _is_joined(row, left, right.point, first):
            continue
        start = left.start if gap in DASHES else from_start(row, left.start)
        yield Match(Range(first, right.point), start, right.stop, right.after)


def read_range(row: Row, index: int) -> Match | None:
    """«с 1 по 5 мая 2021 года», «2019–2021 гг.»; the ends must run forward."""
    return next(_ranges(row, index), None)


def read_between(row: Row, index: int) -> Match | None:
    """«между 2019 и 2021 годами»."""
    lead = stands_after(row.text, row.lexemes[index].start, "между")
    if lead is None:
        return None
    for left in read_left(row, index):
        right = read_moment(row, left.after) if row.lexemes[left.after].gap == " и " else None
        first = complete(left, right.point) if right else None
        if right is not None and first is not None:
            return Match(Range(first, right.point), left.start - len(lead[0]), right.stop, right.after)
    return None


def read_short_range(row: Row, index: int) -> Match | None:
    """«2019–21 гг.», «в 1989-90 годах»."""
    first, last, word = row.lexemes[index], row.lexemes[index + 1], year_word(row, index + 2)
    if first.digits != 4 or last.digits != 2 or last.gap not in DASHES or word is None or first.code:
        return None
    year = first.value // 100 * 100 + last.value
    if not first.value < year or not word.code.startswith("many"):
        return None
    return Match(Range(Point(first.value), Point(year)), first.start, word.stop, index + 3)


@cache
def _until_now() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:по|до)\s+(?:настоящее\s+время|настоящего\s+времени|сей\s+день|сегодняшний\s+день|н\.\s?в\.)"
        r"|\s?-\s?(?:настоящее\s+время|н\.\s?в\.)"
    )


def read_until_now(row: Row, index: int) -> Match | None:
    """«с 2014 года по настоящее время», «с мая 2014 по сей день»."""
    found: Reading | None = read_moment(row, index)
    if found is None:
        return None
    end = _until_now().match(row.text, found.stop)
    if end is None:
        return None
    return Match(Range(found.point, None), from_start(row, row.lexemes[index].start), end.end(), found.after)


def read_first_months(row: Row, index: int) -> Match | None:
    """«первые шесть месяцев 2021 года», «за 9 месяцев текущего года»: from January on."""
    start = row.lexemes[index].start
    if row.text.startswith(("первые", "первых"), start) and row.lexemes[index + 1].gap == " ":
        index += 1
    count = read_count(row, index)
    unit = row.lexemes[count[1]] if count else row.lexemes[index]
    is_months = row.text.startswith("месяц", unit.start) or is_count_of_quarters(row, index)
    if count is None or not 2 <= count[0] <= 12 or not is_months or unit.gap not in SPACE:
        return None
    year = read_last_year(row, count[1] + 1)
    if year is None or row.lexemes[count[1] + 1].gap not in SPACE:
        return None
    months = count[0] * (3 if unit.kind == "quarter" else 1)
    first, last = (year.point._replace(month=month) for month in (1, months))
    return Match(Range(first, last), start, year.stop, year.after) if months <= 12 else None


def _rest(row: Row, index: int, depth: int) -> Point | None:
    """Behind a comma only a list that goes on: «5, 7 и 9 мая», not «ему 30, 5 мая он»."""
    rest = read_listed(row, index, depth - 1) if depth else None
    return rest.expression if rest and isinstance(rest.expression, Point) else None


def _is_shared(point: Point) -> bool:
    """Whether a date without a year has something to share: its month, its quarter's word, «прошлого года»."""
    fields = (point.month, point.quarter, point.half)
    return (
        point.hour is None
        and any(field is not None for field in fields)
        and (not point.shifts or point.shifts[-1].unit == "year")
    )


def _last_or_rest(row: Row, index: int, depth: int) -> Point | None:
    found = read_moment(row, index)
    if found is not None and (found.point.is_absolute or _is_shared(found.point)):
        return found.point
    return _rest(row, index, depth)


def read_listed(row: Row, index: int, depth: int = LIST_LENGTH) -> Match | None:
    """One of several: «1» in «1 и 2 мая 2021 года», «2009» in «2009, 2011 и 2014 годы»."""
    for left in read_left(row, index):
        gap = row.lexemes[left.after].gap
        is_last = gap in AND
        if (left.point is not None and left.point.is_absolute) or not (is_last or gap == ", "):
            continue
        model = _last_or_rest(row, left.after, depth) if is_last else _rest(row, left.after, depth)
        if model and left.point and not model.is_absolute and not model.shifts:
            continue  # «30 апреля и 2 мая» are two dates
        point = complete(left, model) if model else None
        if point is not None:
            return Match(point, left.start, left.stop, left.after)
    return None
