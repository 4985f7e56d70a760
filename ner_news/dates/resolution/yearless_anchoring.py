"""Dates that leave their year, month or week open: «9 мая», «в среду», «25 числа».

The tense decides: in the past the latest date on or before the publication, in the future the earliest on or after it;
where no verb tells, the date in the publication's own year.
"""

from datetime import datetime

from ner_news.dates.expressions import Expression, Point, Shift
from ner_news.dates.resolution.calendar_placement import (
    find_beginning,
    find_bounds,
    is_winter,
    place_in_year,
    place_nearest,
    place_on_day,
    place_weekend,
)
from ner_news.dates.resolution.calendar_steps import add_months, shift_time
from ner_news.dates.resolution.reference_time import ReferenceTime
from ner_news.dates.resolution.said_tense import Tense

FAR = 270
"""Days: without a verb «28 декабря» in a text of 3 January is the last one, not that at the year's end."""
CLOSE = 45
"""Days: a date so near in its year outweighs the tense of another clause."""
BOUND = 100
"""The same for «до 10 января», of which no tense tells much."""


def choose_year(point: Point, moment: datetime, tense: Tense | None, *, strict: bool = False) -> int:
    """Return the year of the latest beginning or of the earliest end; of a winter, its December's."""
    first, last = find_bounds(point)
    today = (moment.month, moment.day)
    if is_winter(point):
        return _choose_winter(moment, tense, strict=strict)
    if tense == "past":
        is_over = last < today if strict else first <= today
        return moment.year if is_over else moment.year - 1
    if tense == "future":
        is_ahead = first > today if strict else last >= today
        return moment.year if is_ahead else moment.year + 1
    distance = (first[0] - today[0]) * 30 + first[1] - today[1]
    return moment.year - (distance > FAR) + (distance < -FAR)


def _choose_winter(moment: datetime, tense: Tense | None, *, strict: bool) -> int:
    """Return the year of the December: until March the winter that goes on, unless another is named."""
    is_on = moment.month == 12 or moment.month < 3
    current = moment.year if moment.month >= 3 and moment.month < 12 else moment.year - (moment.month < 3)
    if is_on:
        return current + ((1 if tense == "future" else -1) if strict else 0)
    return moment.year - 1 if tense == "past" else moment.year


def _place_in_nearest_year(point: Point, year: int, way: int) -> Point | None:
    """Return the point in that year, or for «29 февраля» in the nearest leap year behind or ahead."""
    for far in range(8):
        found = place_in_year(point, year + way * far)
        if found is not None:
            return found
    return None


def anchor_yearless(point: Point, reference: ReferenceTime) -> Point | None:
    """Return a date without a year, «9 мая», in the year that the tense tells."""
    tense = None if reference.tense == "present" else reference.tense
    if (reference.is_bound or not reference.is_sure) and tense is not None:
        near = _place_in_nearest_year(point, choose_year(point, reference.moment, None), -1)
        if near is not None and _is_close(near, reference):
            return near
    found = _place_in_nearest_year(point, choose_year(point, reference.moment, tense), 1 if tense == "future" else -1)
    return _match_weekday(point, found) if found and point.weekday and point.day else found


def anchor_feast(point: Point, reference: ReferenceTime) -> Point | None:
    """Return a feast in the year that the tense tells; without a verb the nearest.

    Of a feast at the turn of the year a verb tells little («ёлку поставили на Новый год»), and without one it is ahead.
    """
    moment = reference.moment.replace(hour=0, minute=0, second=0, microsecond=0)
    near = place_nearest(point, moment)
    if near is None or reference.tense not in ("past", "future") or (near.month == 1 and reference.tense == "past"):
        is_coming = point.month == 1 and reference.tense in (None, "present")
        return _place_in_nearest_year(point, choose_year(point, moment, "future"), 1) if is_coming else near
    if reference.tense == "past":
        is_bound = reference.is_bound and abs((find_beginning(near) - moment).days) < CLOSE
        return near if is_bound else _find_feast(point, moment, -1)
    return _find_feast(point, moment, 1)


def _find_feast(point: Point, moment: datetime, way: int) -> Point | None:
    """Return the latest feast up to the moment, or the earliest from it."""
    for far in range(3):
        found = place_in_year(point, moment.year + way * far)
        if found is not None and (find_beginning(found) - moment).days * way >= 0:
            return found
    return None


def _is_close(point: Point, reference: ReferenceTime) -> bool:
    """Return whether a date in its nearest year is so near that the tense does not count."""
    month, day = find_bounds(point)[1]
    end = datetime(point.year or 1, month, min(day, 28))
    if reference.tense == "future" and end < reference.moment:  # «закрыли до 20 октября», said in January
        return (reference.moment - end).days < CLOSE
    return abs((find_beginning(point) - reference.moment).days) < (BOUND if reference.is_bound else CLOSE)


def _match_weekday(point: Point, found: Point) -> Point:
    """Return the date in a year near, where it falls on the weekday said: «в четверг, 2 ноября»."""
    year = found.year or 1
    for near in (year, year - 1, year + 1):
        other = place_in_year(point, near)
        if other is not None and find_beginning(other).isoweekday() == point.weekday:
            return other
    return found


def find_weekday_near(weekday: int, moment: datetime, *, is_past: bool, strict: bool) -> datetime | None:
    """Return the latest such day up to the moment, or the earliest from it; `strict` leaves out its own day."""
    if is_past:
        back = (moment.isoweekday() - weekday) % 7 or (7 if strict else 0)
        return shift_time(moment, Shift("day", -back))
    return shift_time(moment, Shift("day", (weekday - moment.isoweekday()) % 7 or (7 if strict else 0)))


def anchor_weekday(point: Point, reference: ReferenceTime) -> Expression | None:
    """Return a weekday alone or «выходные» in the week that the tense tells."""
    is_announced = reference.is_alone or point.hour is not None  # «похороны в субботу в 11:30»
    is_past = reference.tense == "past" or (reference.tense is None and not is_announced)
    day = find_weekday_near(point.weekday or 6, reference.moment, is_past=is_past, strict=reference.is_alone)
    if point.is_weekend:
        return place_weekend(point, day)
    return place_on_day(point, day) if day else None


def anchor_day_number(point: Point, reference: ReferenceTime) -> Point | None:
    """Return «25 числа» in the month that the tense tells."""
    is_ahead, day = (point.day or 0) > reference.moment.day, point.day or 1
    more = (
        -1
        if reference.tense == "past" and is_ahead
        else int(reference.tense == "future" and day < reference.moment.day)
    )
    month = add_months(reference.moment.replace(day=1), more)
    return place_in_year(point._replace(month=month.month), month.year) if month else None
