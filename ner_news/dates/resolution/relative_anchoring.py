"""The anchoring of dates with shifts: «вчера», «на прошлой неделе», «три дня назад», «прошлым летом»."""

from collections.abc import Callable
from datetime import datetime

from ner_news.dates.expressions import Expression, Point, Shift
from ner_news.dates.resolution.calendar_placement import (
    LAST_YEAR,
    SEASON_FIRST,
    place_in_year,
    place_nearest,
    place_on_day,
    place_weekend,
    without_shifts,
)
from ner_news.dates.resolution.calendar_steps import find_weekday, shift_time
from ner_news.dates.resolution.said_tense import Tense
from ner_news.dates.resolution.yearless_anchoring import choose_year, find_weekday_near


def _apply_shifts(point: Point, moment: datetime) -> datetime | None:
    """Return the moment that the shifts of a point lead to; `None` outside the calendar."""
    found: datetime | None = moment
    for shift in point.shifts:
        found = shift_time(found, shift) if found is not None else None
    return found


def _in_year(point: Point, moment: datetime) -> Point | None:
    return place_in_year(point, moment.year)


def _in_month(point: Point, moment: datetime) -> Point | None:
    return place_in_year(point._replace(month=moment.month), moment.year)


def _in_quarter(point: Point, moment: datetime) -> Point | None:
    return without_shifts(point._replace(year=moment.year, quarter=(moment.month + 2) // 3))


def _in_half(point: Point, moment: datetime) -> Point | None:
    return without_shifts(point._replace(year=moment.year, half=(moment.month + 5) // 6))


def _in_week(point: Point, moment: datetime) -> Point | None:
    if point.weekday is not None:
        day = find_weekday(moment, point.weekday)
        return place_on_day(point, day) if day else None
    year, week, _ = moment.isocalendar()
    return without_shifts(point._replace(year=year, week=week)) if 1 <= year <= 9999 else None


def _on_day(point: Point, moment: datetime) -> Point | None:
    """Return the day; a date said beside it («вчера, 5 мая») stays, in the year that brings it nearest."""
    if point.day is None or point.month is None:
        return place_on_day(point, moment)
    return place_nearest(point, moment)


def _to_minute(point: Point, moment: datetime) -> Point | None:
    return place_on_day(point, moment)._replace(hour=moment.hour, minute=moment.minute)


def _in_decade(point: Point, moment: datetime) -> Point | None:
    return without_shifts(point._replace(decade=moment.year // 10 * 10)) if moment.year >= 10 else None


def _in_century(point: Point, moment: datetime) -> Point | None:
    century = (moment.year + 99) // 100
    return without_shifts(point._replace(century=century)) if century * 100 <= LAST_YEAR else None


def _in_game(point: Point, moment: datetime) -> Point | None:
    """Return the season of sport; it runs from summer to summer."""
    year = moment.year if moment.month >= SEASON_FIRST["GAME"] else moment.year - 1
    return without_shifts(point._replace(year=year, season="GAME", is_across=True)) if 1 <= year < LAST_YEAR else None


PLACE_BY_UNIT: dict[str, Callable[[Point, datetime], Point | None]] = {
    "century": _in_century,
    "decade": _in_decade,
    "year": _in_year,
    "half": _in_half,
    "quarter": _in_quarter,
    "month": _in_month,
    "week": _in_week,
    "weeks": _on_day,
    "day": _on_day,
    "hour": _to_minute,
    "minute": _to_minute,
    "game": _in_game,
}
FINEST = tuple(reversed(PLACE_BY_UNIT))


def anchor_relative(point: Point, moment: datetime) -> Expression | None:
    """Return a point with shifts at its place, counted from `moment`."""
    if point.shifts[0].unit == "named":
        return _anchor_nearest_named(point, point.shifts[0].amount, moment)
    moved = _apply_shifts(point, moment)
    if moved is None:
        return None
    return PLACE_BY_UNIT[min((shift.unit for shift in point.shifts), key=FINEST.index)](point, moved)


def _anchor_nearest_named(point: Point, count: int, moment: datetime) -> Expression | None:
    """Anchor a weekday, month or season, «прошлым летом», «в минувшую субботу».

    It is the latest that is over, or the earliest ahead.
    """
    if point.is_weekend:
        saturday = find_weekday(moment, 6)
        return place_weekend(point, shift_time(saturday, Shift("weeks", count)) if saturday else None)
    if point.weekday is not None:
        day = find_weekday_near(point.weekday, moment, strict=True, is_past=count < 0)
        more = count + 1 if count < 0 else count - 1
        day = shift_time(day, Shift("weeks", more)) if day else None
        return place_on_day(point, day) if day else None
    bare = without_shifts(point)
    tense: Tense = "past" if count < 0 else "future"
    year = choose_year(bare, moment, tense, strict=True)
    return place_in_year(bare, year + (count + 1 if count < 0 else count - 1))
