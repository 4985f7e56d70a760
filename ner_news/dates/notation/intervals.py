"""The notation of values, read as intervals: `start` and `end` of a result come from here alone."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

from ner_news.categories import CATEGORIES, Grain
from ner_news.errors import InputError

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season."""
PART_HOURS = {"TNI": 0, "TMO": 6, "TAF": 12, "TEV": 18}
"""Each part of day has six hours; the night is the one that ends on the morning of its date."""
DAY = timedelta(days=1)
MONTH, MONTH_DAY, HOUR = "(?:XX|0[1-9]|1[0-2])", r"(?:XX|0[1-9]|[12]\d|3[01])", r"(?:XX|[01]\d|2[0-3])"
"""Of a value that leaves its year open."""
NTH = "[1-7]#(?:[1-5]|-1)"
"""`4#3` is the third Thursday of a month, `7#-1` the last Sunday."""


class Interval(NamedTuple):
    """The time from the first moment to the first moment after it."""

    start: datetime | None
    """`None` when open."""
    end: datetime | None
    """`None` when open; `datetime.max` where the calendar ends, after 9999."""


NOWHERE = Interval(None, None)
"""Of what nothing anchors."""


def _from_month(year: int, month: int, count: int) -> Interval:
    """So many months from one on; cut where the calendar of the standard library ends."""
    first, last = year * 12 + month - 1, year * 12 + month - 1 + count
    if last <= 12:
        raise ValueError("the calendar begins with year 1")
    start = datetime(first // 12, first % 12 + 1, 1) if first >= 12 else datetime.min
    end = datetime(last // 12, last % 12 + 1, 1) if last < 120_000 else datetime.max
    return Interval(start, end)


def _from_moment(start: datetime, length: timedelta) -> Interval:
    return Interval(start, start + length if datetime.max - start > length else datetime.max)


def _years(found: re.Match[str]) -> Interval:
    return _from_month(int(found[1]), 1, 12)


def _decade(found: re.Match[str]) -> Interval:
    return _from_month(max(1, int(found[1]) * 10), 1, 120 if int(found[1]) else 108)


def _half(found: re.Match[str]) -> Interval:
    return _from_month(int(found[1]), int(found[2]) * 6 - 5, 6)


def _quarter(found: re.Match[str]) -> Interval:
    return _from_month(int(found[1]), int(found[2]) * 3 - 2, 3)


def _season(found: re.Match[str]) -> Interval:
    """`2021-WI` is the winter that holds January 2021: from December 2020 to February."""
    year = int(found[1]) - (found[2] == "WI")
    return _from_month(year, SEASON_MONTHS[found[2]], 3)


def _month(found: re.Match[str]) -> Interval:
    return _from_month(int(found[1]), int(found[2]), 1)


def _week(found: re.Match[str]) -> Interval:
    return _from_moment(datetime.fromisocalendar(int(found[1]), int(found[2]), 1), 7 * DAY)


def _day(found: re.Match[str]) -> Interval:
    return _from_moment(datetime(int(found[1]), int(found[2]), int(found[3])), DAY)


def _part(found: re.Match[str]) -> Interval:
    start = datetime(int(found[1]), int(found[2]), int(found[3]), PART_HOURS[found[4]])
    return _from_moment(start, timedelta(hours=6))


def _minute(found: re.Match[str]) -> Interval:
    year, month, day, hour, minute = map(int, found.groups())
    start = datetime(year, month, day, hour, minute)
    return _from_moment(start, timedelta(minutes=1))


def _recurring(found: re.Match[str]) -> Interval:
    datetime(2000, int(found[1]), int(found[2]))  # raises where there is no such day
    return NOWHERE


def _open_day(found: re.Match[str]) -> Interval:
    """Return `NOWHERE` for a day without a year, whose month or number may be open too."""
    return NOWHERE if "XX" in found.groups() else _recurring(found)


def _unknown(_found: re.Match[str]) -> Interval:
    """Return `NOWHERE`: a value without a year has no place in the calendar."""
    return NOWHERE


ToInterval = Callable[[re.Match[str]], Interval]
# The forms exclude one another, the frequent ones come first; X is what nothing tells.
FORMS: tuple[tuple[str, ToInterval, Grain], ...] = (
    (r"(\d{4})-(\d\d)-(\d\d)", _day, "day"),
    (r"(\d{4})", _years, "year"),
    (r"(\d{4})-(0[1-9]|1[0-2])", _month, "month"),
    (r"(\d{3})X", _decade, "decade"),
    (r"(\d{4})-H([12])", _half, "half"),
    (r"(\d{4})-Q([1-4])", _quarter, "quarter"),
    (r"(\d{4})-(SP|SU|FA|WI)", _season, "season"),
    (r"(\d{4})-W(\d\d)", _week, "week"),
    (r"(\d{4})-(\d\d)-(\d\d)(TMO|TAF|TEV|TNI)", _part, "part"),
    (r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)", _minute, "minute"),
    (r"XXXX-(\d\d)-(\d\d)", _recurring, "day"),
    (r"XXXX", _unknown, "year"),
    (r"XXXX-H[X12]", _unknown, "half"),
    (r"XXXX-Q[X1-4]", _unknown, "quarter"),
    (r"XXXX-(?:SP|SU|FA|WI)", _unknown, "season"),
    (rf"XXXX-{MONTH}", _unknown, "month"),
    (r"XXXX-WXX", _unknown, "week"),
    (rf"XXXX-WXX-[1-7]|XXXX-XX-{MONTH_DAY}|XXXX-{MONTH}-XX|XXXX-{MONTH}-WXX-{NTH}", _unknown, "day"),
    (rf"XXXX-({MONTH})-({MONTH_DAY})T(?:MO|AF|EV|NI)", _open_day, "part"),
    (rf"XXXX-({MONTH})-({MONTH_DAY})T{HOUR}:XX", _open_day, "hour"),
    (rf"XXXX-({MONTH})-({MONTH_DAY})T{HOUR}:[0-5]\d", _open_day, "minute"),
    (rf"XXXX-(?:{MONTH}-WXX-{NTH}|WXX-[1-7])T(?:MO|AF|EV|NI)", _unknown, "part"),
    (rf"XXXX-(?:{MONTH}-WXX-{NTH}|WXX-[1-7])T{HOUR}:[0-5]\d", _unknown, "minute"),
)


@cache
def _forms() -> tuple[tuple[re.Pattern[str], ToInterval, Grain], ...]:
    return tuple((re.compile(form, re.ASCII), rule, grain) for form, rule, grain in FORMS)


def _parse_point(value: str) -> Interval | None:
    for form, rule, _ in _forms():
        found = form.fullmatch(value)
        if found:
            return rule(found)
    return None


def _parse_ends(first: str, last: str) -> Interval | None:
    start = NOWHERE if first == ".." else _parse_point(first)
    end = NOWHERE if last == ".." else _parse_point(last)
    if start is None or end is None or first == last == "..":
        return None
    if (first != ".." and start == NOWHERE) or (last != ".." and end == NOWHERE):
        return NOWHERE
    return Interval(start.start, end.end)


def parse_value(value: str) -> Interval:
    """Return the interval that a value stands for; both ends are open where it leaves its year open.

    >>> parse_value("2021-Q3").end
    datetime.datetime(2021, 10, 1, 0, 0)
    >>> parse_value("2014/..")
    Interval(start=datetime.datetime(2014, 1, 1, 0, 0), end=None)
    """
    first, slash, last = value.partition("/")
    try:
        interval = _parse_ends(first, last) if slash else _parse_point(value)
    except (ValueError, OverflowError) as error:
        raise InputError(f"{value!r} names no time of the calendar") from error
    if interval is None:
        raise InputError(f"{value!r} is not in the notation of dates, such as 2021-09-16 or 2019/2021")
    return interval


def grain_of_value(value: str) -> Grain:
    """Return the unit a value counts in, of a range the finer end; `InputError` for one of another notation.

    A century and a season of sport are written in years, a winter may be written in months, an hour with its minute.

    >>> grain_of_value("2021-Q3"), grain_of_value("2019/2021-05"), grain_of_value("XXXX-WXX-3")
    ('quarter', 'month', 'day')
    """
    parse_value(value)
    ends = value.split("/")
    grains = [grain for form, _, grain in _forms() if any(form.fullmatch(end) for end in ends)]
    return max(grains, key=CATEGORIES["grain"].index)
