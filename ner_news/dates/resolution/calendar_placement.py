"""Points at a place in the calendar: in a year, on a day, on a weekend; where a point begins and ends."""

from datetime import datetime, timedelta

from ner_news.dates.expressions import Expression, Point, Range, Shift, is_day
from ner_news.dates.feast_calendar import find_easter
from ner_news.dates.notation.intervals import SEASON_MONTHS
from ner_news.dates.resolution.calendar_steps import find_nth_weekday, shift_time

SEASON_FIRST = {**SEASON_MONTHS, "GAME": 7}
SEASON_LAST = {"SP": 5, "SU": 8, "FA": 11, "WI": 12, "GAME": 12}
LAST_YEAR = 9999
"""The last that the notation can write."""


def without_shifts(point: Point) -> Point:
    """Return the point without what said where it counts from."""
    return point._replace(shifts=(), is_anaphoric=False, is_duration=False)


def place_on_day(point: Point, day: datetime) -> Point:
    """Return the point on a day, its hour and part of day kept."""
    return point._replace(
        year=day.year,
        month=day.month,
        day=day.day,
        weekday=None,
        week=None,
        season=None,
        shifts=(),
        is_anaphoric=False,
        is_duration=False,
    )


def place_weekend(point: Point, saturday: datetime | None) -> Expression | None:
    """Return the Saturday and the Sunday after it as a range."""
    if saturday is None:
        return None
    sunday = shift_time(saturday, Shift("day", 1))
    plain = point._replace(is_weekend=False)
    return Range(place_on_day(plain, saturday), place_on_day(plain, sunday), point.mod) if sunday else None


def find_bounds(point: Point) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return month and day that the point begins with, and those it ends with."""
    if point.month is not None:
        first = point.day or (point.days[0] if point.days else 1)
        return (point.month, first), (point.month, point.day or 31)
    if point.season is not None:
        return (SEASON_FIRST[point.season], 1), (SEASON_LAST[point.season], 31)
    if point.quarter is not None:
        return (point.quarter * 3 - 2, 1), (point.quarter * 3, 31)
    if point.half is not None:
        return (point.half * 6 - 5, 1), (point.half * 6, 31)
    return (1, 1), (12, 31)


def is_winter(point: Point) -> bool:
    """Return whether the point is a winter, which begins in one year and ends in the next."""
    return point.season == "WI" and point.month is None


def place_in_year(point: Point, year: int) -> Point | None:
    """Return the point in a year; `None` where there is no such day.

    >>> place_in_year(Point(month=2, day=29), 2021)

    """
    if not 1 <= year < LAST_YEAR:
        return None
    found = without_shifts(point._replace(year=year))
    if point.nth is not None and point.month is not None and point.weekday is not None:
        day = find_nth_weekday(year, point.month, point.weekday, point.nth)
        return found._replace(day=day, nth=None, weekday=None) if day else None
    if point.easter is not None:
        feast = find_easter(year) + timedelta(point.easter)
        return found._replace(month=feast.month, day=feast.day, easter=None)
    if is_winter(point):
        return found._replace(is_across=True)
    if point.day is not None and point.month is not None and not is_day(point.month, point.day, year):
        return None
    return found


def find_beginning(point: Point) -> datetime:
    """Return the first day of a point that has a year."""
    first, _ = find_bounds(point)
    return datetime(point.year or 1, *first)


def place_nearest(point: Point, moment: datetime) -> Point | None:
    """Return the point in the year that brings it nearest to the moment."""
    found = [place_in_year(point, moment.year + more) for more in (0, -1, 1)]
    real = [each for each in found if each is not None]
    return min(real, key=lambda each: abs(find_beginning(each) - moment), default=None)


def find_first_day(point: Point) -> datetime:
    """Return the first day of an anchored point, or one near it."""
    if point.week is not None:
        return datetime.fromisocalendar(point.year or 1, point.week, 1)
    if point.decade or point.century:
        return datetime(point.decade or ((point.century or 1) - 1) * 100 + 1, 1, 1)
    month, day = find_bounds(point)[0]
    try:
        return datetime(max(1, point.year or 1), month, day, point.hour or 0, point.minute or 0)
    except ValueError:
        return datetime(max(1, point.year or 1), month, 1)
