"""Units of the calendar to group days by, from days to centuries, and times in UTC."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple


def in_utc(moment: datetime | None) -> datetime | None:
    """Return a time without a zone, in UTC if it had one; the first or last `datetime` where UTC leaves the calendar.

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
    """Its approximate length."""
    first: Callable[[date], date]
    """Returns the first day of the unit that a day lies in."""
    next: Callable[[date], date]
    """Returns the first day of the unit after it; `date.max` where the calendar ends."""


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
"""From short to long; a century is counted from 1900 to 1999."""


def period_for(first: date, last: date, most: int) -> Period:
    """Return the shortest unit of which about `most` or fewer lie between two days, or else the longest.

    >>> period_for(date(2021, 1, 1), date(2021, 12, 31), 60).name
    'week'
    """
    days = (last - first).days + 1
    return next((period for period in PERIODS if days <= period.days * most), PERIODS[-1])


def starts(period: Period, first: date, last: date) -> Sequence[date]:
    """Return the first day of each unit, from that of the day `first` to that of the day `last`.

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
