"""Dates in digits alone: «16.09.2021», «2021-09-16T16:02», «16/09/21»."""

import re
from functools import cache

from ner_news.dates.boundaries import stands_after
from ner_news.dates.expressions import Match, Point, PointMatch, Range, is_day
from ner_news.dates.grammar.clock_times import read_clock
from ner_news.dates.grammar.day_month_year import expand_year, is_likely_year, read_year_word
from ner_news.dates.grammar.numeric_periods import read_basic_day
from ner_news.dates.lexer import LexedText

NO_MORE = r"(?![^\W_]*_|[a-z]|[./]?[0-9]|/|-[0-9](?![0-9]?[.-][0-9]))"
"""Nothing may follow that makes it a version, an address or a path; «16.09.2021-17.09.2021» is a range."""
VERSIONED = r"верси\w+|релиз\w*|сборк\w+|[a-z][\w.-]*"
"""«версия 2018.1.5», «PyCharm 2018.1.5»."""


@cache
def _year_first_pattern() -> re.Pattern[str]:
    seconds_and_zone = r"(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9:])"
    clock = rf"(?:t|[ \xa0]{{1,3}})([0-9]{{2}}):([0-9]{{2}}){seconds_and_zone}"
    return re.compile(rf"([0-9]{{4}})([-./])([0-9]{{2}})\2([0-9]{{2}})(?:{clock}|{NO_MORE})")


@cache
def _unpadded_pattern() -> re.Pattern[str]:
    return re.compile(rf"([12][0-9]{{3}})([-./])([0-9]{{1,2}})\2([0-9]{{1,2}})(?![0-9]){NO_MORE}")


@cache
def _day_first_pattern() -> re.Pattern[str]:
    gap, dot = r"[-/]|\.[ \xa0]?", r"(?<![-/][0-9])(?<![-/][0-9]{2})\.[ \xa0]?"  # «20. 06. 2019»
    return re.compile(rf"([0-9]{{1,2}})({gap})([0-9]{{1,2}})(?:\2|{dot})([0-9]{{4}}|[0-9]{{2}})(?![0-9]){NO_MORE}")


@cache
def _spaced_pattern() -> re.Pattern[str]:
    return re.compile(r"([0-9]{2})()\s([0-9]{2})\s([12][0-9]{3})(?=\s?г)")  # «от 22 04 2018 г.»


def _make_point(year: int, month: int, day: int) -> Point | None:
    return Point(year, month=month, day=day) if is_day(month, day, year) else None


def _make_match(lexed: LexedText, point: Point | None, stop: int, index: int) -> PointMatch | None:
    if point is None:
        return None
    while lexed.lexemes[index].start < stop:
        index += 1
    word = read_year_word(lexed, index)
    return PointMatch(point, word.stop, index + 1) if word else PointMatch(point, stop, index)


def read_year_first(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «2021-09-16», «2021.09.16», «2021-09-16 16:02:11+03:00»; seconds and zone belong to the span only."""
    found = _year_first_pattern().match(lexed.text, lexed.lexemes[index].start)
    if found is None:
        return None
    point = _make_point(int(found[1]), int(found[3]), int(found[4]))
    if point is not None and found[5] is not None:
        if int(found[5]) > 23 or int(found[6]) > 59:
            return None
        point = point._replace(hour=int(found[5]), minute=int(found[6]))
    return _make_match(lexed, point, found.end(), index)


def read_unpadded(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «2018.1.5», «2018-1-5»; behind a Latin word or «версия» it is a version."""
    number = lexed.lexemes[index]
    found = _unpadded_pattern().match(lexed.text, number.start) if number.digits == 4 else None
    if found is None or stands_after(lexed.text, number.start, VERSIONED):
        return None
    return _make_match(lexed, _make_point(int(found[1]), int(found[3]), int(found[4])), found.end(), index)


def read_basic(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «20121028», the basic form of ISO 8601, where nothing says that it is a number."""
    found = read_basic_day(lexed, index)
    return _make_match(lexed, _make_point(*found[:3]), found[3], index) if found else None


def _read_short_year(found: re.Match[str]) -> int | None:
    """Read the year of «16.09.21»; «1.2.21» may be a version, «16-09-21» a telephone number."""
    if len(found[4]) == 4:
        return int(found[4]) if is_likely_year(int(found[4])) else None
    is_padded = len(found[1]) == len(found[3]) == 2
    return expand_year(int(found[4])) if is_padded and found[2] in ("/", ".") else None


def read_day_first(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «16.09.2021», «16-09-2021», «16.09.21», «16 09 2021 г.»."""
    start = lexed.lexemes[index].start
    found = _day_first_pattern().match(lexed.text, start) or _spaced_pattern().match(lexed.text, start)
    year = _read_short_year(found) if found else None
    if found is None or year is None:
        return None
    point = _make_point(year, int(found[3]), int(found[1]))
    return _make_match(lexed, point and point._replace(is_short=len(found[4]) == 2), found.end(), index)


@cache
def _day_and_month_pattern() -> re.Pattern[str]:
    return re.compile(r"([0-9]{2})\.([01][0-9])\.?(?![0-9])")


def read_numeric_day(lexed: LexedText, index: int) -> Match | None:
    """Read «01.04. в 18 часов», «14.10 в 18:00»: a day and a month in digits with a time behind them."""
    start = lexed.lexemes[index].start
    found = _day_and_month_pattern().match(lexed.text, start)
    if found is None or not is_day(int(found[2]), int(found[1])):
        return None
    after = index + 2
    if lexed.lexemes[after].gap.lstrip(".") != " в ":
        return None
    clock = read_clock(lexed, after)
    if clock is None:
        return None
    point = Point(month=int(found[2]), day=int(found[1]), hour=clock.hour, minute=clock.minute)
    return Match(point, start, clock.stop, clock.after)


def read_numeric_days(lexed: LexedText, index: int) -> Match | None:
    """Read «14.10. - 15.10.», «с 14.10 по 20.10»: both with leading zeros."""
    start = lexed.lexemes[index].start
    first = _day_and_month_pattern().match(lexed.text, start)
    gap = _to_pattern().match(lexed.text, first.end()) if first else None
    last = _day_and_month_pattern().match(lexed.text, gap.end()) if gap else None
    if first is None or gap is None or last is None:
        return None
    is_led = stands_after(lexed.text, start, "с|со|c")
    if "по" not in gap[0] and not (first[0].endswith(".") and last[0].endswith(".")):
        return None
    points = [Point(month=int(each[2]), day=int(each[1])) for each in (first, last)]
    if not all(is_day(point.month or 0, point.day or 0) for point in points):
        return None
    if "по" in gap[0] and not is_led and not first[0].endswith("."):
        return None
    begin = start - len(is_led[0]) if is_led else start
    return Match(Range(points[0], points[1]), begin, last.end(), index + 4)


@cache
def _to_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*-\s*|\s+по\s+")
