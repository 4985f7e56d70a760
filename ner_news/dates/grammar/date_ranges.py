"""Ranges and lists: «с 1 по 5 мая 2021 года», «XVIII–XIX вв.», «с 2014 года по сей день», «1 и 2 мая 2021 года»."""

import re
from collections.abc import Iterator
from functools import cache

from ner_news.dates.boundaries import stands_after
from ner_news.dates.expressions import Match, Point, PointMatch, Range
from ner_news.dates.grammar.day_month_year import read_last_year, read_year_word
from ner_news.dates.grammar.durations import read_count
from ner_news.dates.grammar.ellipsis import LeftEnd, complete_left_end, find_gap_behind, read_left_ends
from ner_news.dates.grammar.full_dates import read_full_date
from ner_news.dates.grammar.gaps import AND, DASHES, SPACE, TO
from ner_news.dates.grammar.quarters_seasons import is_count_of_quarters
from ner_news.dates.lexer import BREAK, LexedText

FROM = "со?|c|от"  # the second «c» is Latin, a frequent slip
LIST_LENGTH = 8
"""How many members of «5, 7 и 9 мая» are looked through: the bound on the work at each place."""


def find_range_start(lexed: LexedText, start: int) -> int:
    """Return where a range begins whose first date stands at `start`: at its «с», if it has one."""
    lead = stands_after(lexed.text, start, FROM)
    return start - len(lead[0]) if lead else start


def _list_fields(point: Point) -> tuple[bool, ...]:
    fields = (point.century, point.decade, point.half, point.quarter, point.season, point.month, point.day)
    is_weekday = point.weekday is not None and point.day is None
    return (is_weekday, *(field is not None for field in fields))


def _is_joined(lexed: LexedText, left: LeftEnd, right: Point, first: Point) -> bool:
    """Return whether the gap makes a range: a dash joins like with like, «до» needs its «с» («с мая до 5 июня»)."""
    gap = find_gap_behind(lexed, left)
    if gap in DASHES:
        return _list_fields(first) == _list_fields(right) and not (first.shifts and first.shifts[-1].unit != "year")
    return gap.endswith(" по ") or stands_after(lexed.text, left.start, FROM) is not None


def _is_alone(lexed: LexedText, index: int) -> bool:
    """Return whether nothing joins a number or word that is no date by itself; «конец XIX – начало XX» is two words."""
    if lexed.lexemes[index + 1].gap not in (" ", BREAK) or read_full_date(lexed, index) is not None:
        return False
    return lexed.lexemes[index].kind not in ("edge", "tens", "ordinal", "decade")


def _read_ranges(lexed: LexedText, index: int) -> Iterator[Match]:
    if _is_alone(lexed, index):
        return
    for left in read_left_ends(lexed, index):
        gap = find_gap_behind(lexed, left)
        is_weekly = lexed.lexemes[left.after].kind in ("weekdays", "parts")  # «с 16 ноября по четвергам»
        right = read_full_date(lexed, left.after) if not is_weekly and (gap in DASHES or gap in TO) else None
        first = complete_left_end(left, right.point) if right else None
        if right is None or first is None or not _is_joined(lexed, left, right.point, first):
            continue
        start = left.start if gap in DASHES else find_range_start(lexed, left.start)
        yield Match(Range(first, right.point), start, right.stop, right.after)


def read_range(lexed: LexedText, index: int) -> Match | None:
    """Read «с 1 по 5 мая 2021 года», «2019–2021 гг.»; the first date must be the earlier."""
    return next(_read_ranges(lexed, index), None)


def read_between(lexed: LexedText, index: int) -> Match | None:
    """Read «между 2019 и 2021 годами»."""
    start = lexed.lexemes[index].start
    if "между" not in lexed.text[max(0, start - 8) : start]:  # quicker than a pattern
        return None
    lead = stands_after(lexed.text, start, "между")
    if lead is None:
        return None
    for left in read_left_ends(lexed, index):
        right = read_full_date(lexed, left.after) if lexed.lexemes[left.after].gap == " и " else None
        first = complete_left_end(left, right.point) if right else None
        if right is not None and first is not None:
            return Match(Range(first, right.point), left.start - len(lead[0]), right.stop, right.after)
    return None


def read_short_range(lexed: LexedText, index: int) -> Match | None:
    """Read «2019–21 гг.», «в 1989-90 годах»."""
    first, last, word = lexed.lexemes[index], lexed.lexemes[index + 1], read_year_word(lexed, index + 2)
    if first.digits != 4 or last.digits != 2 or last.gap not in DASHES or word is None or first.code:
        return None
    year = first.value // 100 * 100 + last.value
    if not first.value < year or not word.code.startswith("many"):
        return None
    return Match(Range(Point(first.value), Point(year)), first.start, word.stop, index + 3)


@cache
def _until_now_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:по|до)\s+(?:настоящее\s+время|настоящего\s+времени|сей\s+день|сегодняшний\s+день|н\.\s?в\.)"
        r"|\s?-\s?(?:настоящее\s+время|н\.\s?в\.)"
    )


def read_until_now(lexed: LexedText, index: int) -> Match | None:
    """Read «с 2014 года по настоящее время», «с мая 2014 по сей день»."""
    found: PointMatch | None = read_full_date(lexed, index)
    if found is None:
        return None
    end = _until_now_pattern().match(lexed.text, found.stop)
    if end is None:
        return None
    return Match(Range(found.point, None), find_range_start(lexed, lexed.lexemes[index].start), end.end(), found.after)


def read_first_months(lexed: LexedText, index: int) -> Match | None:
    """Read «первые шесть месяцев 2021 года», «за 9 месяцев текущего года»: from January on."""
    start = lexed.lexemes[index].start
    if lexed.text.startswith(("первые", "первых"), start) and lexed.lexemes[index + 1].gap == " ":
        index += 1
    count = read_count(lexed, index)
    unit = lexed.lexemes[count[1]] if count else lexed.lexemes[index]
    is_months = lexed.text.startswith("месяц", unit.start) or is_count_of_quarters(lexed, index)
    if count is None or not 2 <= count[0] <= 12 or not is_months or unit.gap not in SPACE:
        return None
    months, year = count[0] * (3 if unit.kind == "quarter" else 1), read_last_year(lexed, count[1] + 1)
    if year is None and stands_after(lexed.text, start, "(?:итог|результат)[а-я]{0,3}"):  # «по итогам девяти месяцев»
        year = PointMatch(Point(), unit.stop, count[1] + 1)
    elif year is None or lexed.lexemes[count[1] + 1].gap not in SPACE:
        return None
    first, last = (year.point._replace(month=month) for month in (1, months))
    return Match(Range(first, last), start, year.stop, year.after) if months <= 12 else None


def _read_rest(lexed: LexedText, index: int, depth: int) -> Point | None:
    """Read the rest of a list behind a comma: «5, 7 и 9 мая», but not «ему 30, 5 мая он»."""
    rest = read_listed(lexed, index, depth - 1) if depth else None
    return rest.expression if rest and isinstance(rest.expression, Point) else None


def _is_shared(point: Point) -> bool:
    """Return whether a date without a year has something to share: a month, «квартал», «прошлого года»."""
    fields = (point.month, point.quarter, point.half)
    return (
        point.hour is None
        and any(field is not None for field in fields)
        and (not point.shifts or point.shifts[-1].unit == "year")
    )


def _read_last_or_rest(lexed: LexedText, index: int, depth: int) -> Point | None:
    found = read_full_date(lexed, index)
    if found is not None and (found.point.is_absolute or _is_shared(found.point)):
        return found.point
    return _read_rest(lexed, index, depth)


def read_listed(lexed: LexedText, index: int, depth: int = LIST_LENGTH) -> Match | None:
    """Read one of several dates: «1» in «1 и 2 мая 2021 года», «2009» in «2009, 2011 и 2014 годы»."""
    if _is_alone(lexed, index):
        return None  # a number alone that nothing joins: half of all
    for left in read_left_ends(lexed, index):
        gap = lexed.lexemes[left.after].gap
        is_last = gap in AND
        if (left.point is not None and left.point.is_absolute) or not (is_last or gap == ", "):
            continue
        model = _read_last_or_rest(lexed, left.after, depth) if is_last else _read_rest(lexed, left.after, depth)
        if model and left.point and not model.is_absolute and not model.shifts:
            continue  # «30 апреля и 2 мая» are two dates
        point = complete_left_end(left, model) if model else None
        if point is not None:
            return Match(point, left.start, left.stop, left.after)
    return None
