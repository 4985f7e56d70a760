"""Stretches of the calendar to count by: days, weeks, months, years and more."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple


def in_utc(moment: datetime | None) -> datetime | None:
    """A time without a zone, one with a zone turned into UTC; the first or the last there is where UTC has none.

    >>> in_utc(datetime(2021, 9, 16, 1, tzinfo=timezone(timedelta(hours=3))))
    datetime.datetime(2021, 9, 15, 22, 0)
    """
    if moment is None or moment.tzinfo is None:
        return moment
    try:
        return moment.astimezone(timezone.utc).replace(tzinfo=None)
    except OverflowError:
        return datetime.min if moment.year == 1 else datetime.max


class Period(NamedTuple):
    """A unit of the calendar."""

    name: str
    days: float
    """How long it is, about."""
    first: Callable[[date], date]
    """The first day of the one that holds a day."""
    next: Callable[[date], date]
    """The first day of the one after; `date.max` where the calendar ends."""


def _monday(day: date) -> date:
    return max(date.fromordinal(1), day - timedelta(day.weekday()))


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _years(name: str, count: int) -> Period:
    def first(day: date) -> date:
        return date(max(1, day.year // count * count), 1, 1)

    def after(day: date) -> date:
        year = (day.year // count + 1) * count
        return date(year, 1, 1) if year <= date.max.year else date.max

    return Period(name, 365.25 * count, first, after)


def _next_month(day: date) -> date:
    return _later(day.replace(day=28), 4).replace(day=1) if (day.year, day.month) < (9999, 12) else date.max


PERIODS = (
    Period("day", 1, lambda day: day, lambda day: _later(day, 1)),
    Period("week", 7, _monday, lambda day: _later(_monday(day), 7)),
    Period("month", 30.4, lambda day: day.replace(day=1), _next_month),
    _years("year", 1),
    _years("decade", 10),
    _years("century", 100),
)
"""From short to long; a century here is 1900 to 1999."""


def period_for(first: date, last: date, most: int) -> Period:
    """The shortest unit of which no more than `most` or so lie between two days; else the longest.

    >>> period_for(date(2021, 1, 1), date(2021, 12, 31), 60).name
    'week'
    """
    days = (last - first).days + 1
    return next((period for period in PERIODS if days <= period.days * most), PERIODS[-1])


def starts(period: Period, first: date, last: date) -> Sequence[date]:
    """The first days of all units from the one that holds a day to the one that holds another.

    >>> [day.day for day in starts(PERIODS[1], date(2021, 9, 1), date(2021, 9, 16))]
    [30, 6, 13]
    """
    found = [period.first(first)]
    while (after := period.next(found[-1])) <= last and after != date.max:
        found.append(after)
    return found


def count_by_period(days: Iterable[tuple[date, int]], period: Period) -> Counter[date]:
    """Sum counts of days by the first days of their periods.

    >>> list(count_by_period([(date(2021, 9, 13), 2), (date(2021, 9, 16), 3)], PERIODS[1]).values())
    [5]
    """
    counts: Counter[date] = Counter()
    for day, count in days:
        counts[period.first(day)] += count
    return counts
