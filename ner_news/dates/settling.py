"""From what is written to a place in the calendar: relative dates, yearless dates, bare weekdays.

The tense decides for what leaves its year or week open: in the past the latest on or before the publication, in the
future the earliest on or after it; where no verb tells, the publication's own year.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from ner_news.dates.calendar_steps import add_months, nth_weekday, on_weekday, step
from ner_news.dates.expressions import Expression, Point, Range, Shift
from ner_news.dates.points import is_day
from ner_news.dates.tense import Tense
from ner_news.dates.values import SEASON_MONTHS

SEASON_FIRST = {**SEASON_MONTHS, "GAME": 7}
SEASON_LAST = {"SP": 5, "SU": 8, "FA": 11, "WI": 12, "GAME": 12}
FAR = 270
"""Days: without a verb «28 декабря» in a text of 3 January is the last one, not that at the year's end."""
CLOSE = 45
"""Days: a date so near in its year outweighs the tense of another clause."""
BOUND = 100
"""The same for «до 10 января», of which no tense tells much."""
LAST_YEAR = 9999
"""What the notation can write."""
DATE_FIELDS: dict[str, Any] = {"shifts": (), "leans": False, "is_amount": False}


class Now(NamedTuple):
    """Where a date counts from."""

    moment: datetime
    tense: Tense | None = None
    is_sure: bool = True
    """The tense is that of the date's own clause."""
    is_bound: bool = False
    """The date bounds something: «до 5 мая»; its verb is of another time."""
    is_alone: bool = False
    """The text is nothing but the date: a weekday is the coming one."""


def _of_day(point: Point, day: datetime) -> Point:
    """The point on a day, its hour and part of day kept."""
    return point._replace(
        year=day.year, month=day.month, day=day.day, weekday=None, week=None, season=None, **DATE_FIELDS
    )


def _weekend(point: Point, saturday: datetime | None) -> Expression | None:
    if saturday is None:
        return None
    sunday = step(saturday, Shift("day", 1))
    plain = point._replace(is_weekend=False)
    return Range(_of_day(plain, saturday), _of_day(plain, sunday), point.mod) if sunday else None


# Relative dates


def _moved(point: Point, moment: datetime) -> datetime | None:
    found: datetime | None = moment
    for shift in point.shifts:
        found = step(found, shift) if found is not None else None
    return found


def _in_year(point: Point, moment: datetime) -> Point | None:
    return dated(point, moment.year)


def _in_month(point: Point, moment: datetime) -> Point | None:
    return dated(point._replace(month=moment.month), moment.year)


def _in_quarter(point: Point, moment: datetime) -> Point | None:
    return _plain(point._replace(year=moment.year, quarter=(moment.month + 2) // 3))


def _in_half(point: Point, moment: datetime) -> Point | None:
    return _plain(point._replace(year=moment.year, half=(moment.month + 5) // 6))


def _in_week(point: Point, moment: datetime) -> Point | None:
    if point.weekday is not None:
        day = on_weekday(moment, point.weekday)
        return _of_day(point, day) if day else None
    year, week, _ = moment.isocalendar()
    return _plain(point._replace(year=year, week=week)) if 1 <= year <= 9999 else None


def _on_day(point: Point, moment: datetime) -> Point | None:
    """The day; one that is said beside it («вчера, 5 мая») is kept, in the year that brings it nearest."""
    if point.day is None or point.month is None:
        return _of_day(point, moment)
    return _nearest(point, moment)


def _to_minute(point: Point, moment: datetime) -> Point | None:
    return _of_day(point, moment)._replace(hour=moment.hour, minute=moment.minute)


def _in_decade(point: Point, moment: datetime) -> Point | None:
    return _plain(point._replace(decade=moment.year // 10 * 10)) if moment.year >= 10 else None


def _in_century(point: Point, moment: datetime) -> Point | None:
    century = (moment.year + 99) // 100
    return _plain(point._replace(century=century)) if century * 100 <= LAST_YEAR else None


def _in_game(point: Point, moment: datetime) -> Point | None:
    """A season of sport runs from summer to summer."""
    year = moment.year if moment.month >= SEASON_FIRST["GAME"] else moment.year - 1
    return _plain(point._replace(year=year, season="GAME", is_across=True)) if 1 <= year < LAST_YEAR else None


def _plain(point: Point) -> Point:
    return point._replace(**DATE_FIELDS)


PLACES: dict[str, Callable[[Point, datetime], Point | None]] = {
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
FINEST = tuple(reversed(PLACES))


def _shifted(point: Point, moment: datetime) -> Expression | None:
    """A relative date, from the moment it counts from."""
    if point.shifts[0].unit == "named":
        return _named(point, point.shifts[0].amount, moment)
    moved = _moved(point, moment)
    if moved is None:
        return None
    return PLACES[min((shift.unit for shift in point.shifts), key=FINEST.index)](point, moved)


def _named(point: Point, count: int, moment: datetime) -> Expression | None:
    """«прошлым летом», «в минувшую субботу»: the latest before that is over, or the earliest after."""
    if point.is_weekend:
        saturday = on_weekday(moment, 6)
        return _weekend(point, step(saturday, Shift("weeks", count)) if saturday else None)
    if point.weekday is not None:
        day = _weekday_near(point.weekday, moment, strict=True, is_past=count < 0)
        more = count + 1 if count < 0 else count - 1
        day = step(day, Shift("weeks", more)) if day else None
        return _of_day(point, day) if day else None
    bare = _plain(point)
    tense: Tense = "past" if count < 0 else "future"
    year = _year_by_tense(bare, moment, tense, strict=True)
    return dated(bare, year + (count + 1 if count < 0 else count - 1))


# What leaves its year open


def _first_and_last(point: Point) -> tuple[tuple[int, int], tuple[int, int]]:
    """Month and day that the point begins and ends with in its year."""
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


def _is_winter(point: Point) -> bool:
    return point.season == "WI" and point.month is None


def _year_by_tense(point: Point, moment: datetime, tense: Tense | None, *, strict: bool = False) -> int:
    """The year of the latest beginning, or of the earliest end; of a winter the year of its December."""
    first, last = _first_and_last(point)
    today = (moment.month, moment.day)
    if _is_winter(point):
        return _winter(moment, tense, strict=strict)
    if tense == "past":
        is_over = last < today if strict else first <= today
        return moment.year if is_over else moment.year - 1
    if tense == "future":
        is_ahead = first > today if strict else last >= today
        return moment.year if is_ahead else moment.year + 1
    distance = (first[0] - today[0]) * 30 + first[1] - today[1]
    return moment.year - (distance > FAR) + (distance < -FAR)


def _winter(moment: datetime, tense: Tense | None, *, strict: bool) -> int:
    """The year of the December: until March the winter that goes on, unless another is named."""
    is_on = moment.month == 12 or moment.month < 3
    current = moment.year if moment.month >= 3 and moment.month < 12 else moment.year - (moment.month < 3)
    if is_on:
        return current + ((1 if tense == "future" else -1) if strict else 0)
    return moment.year - 1 if tense == "past" else moment.year


def dated(point: Point, year: int) -> Point | None:
    """The point in a year; `None` where there is no such day.

    >>> dated(Point(month=2, day=29), 2021)

    """
    if not 1 <= year < LAST_YEAR:
        return None
    found = _plain(point._replace(year=year))
    if point.nth is not None and point.month is not None and point.weekday is not None:
        day = nth_weekday(year, point.month, point.weekday, point.nth)
        return found._replace(day=day, nth=None, weekday=None) if day else None
    if _is_winter(point):
        return found._replace(is_across=True)
    if point.day is not None and point.month is not None and not is_day(point.month, point.day, year):
        return None
    return found


def _leaping(point: Point, year: int, way: int) -> Point | None:
    """The point in that year, or for «29 февраля» in the nearest leap year behind or ahead."""
    for far in range(8):
        found = dated(point, year + way * far)
        if found is not None:
            return found
    return None


def _nearest(point: Point, moment: datetime) -> Point | None:
    found = [dated(point, moment.year + more) for more in (0, -1, 1)]
    real = [each for each in found if each is not None]
    return min(real, key=lambda each: abs(_begin(each) - moment), default=None)


def _begin(point: Point) -> datetime:
    first, _ = _first_and_last(point)
    return datetime(point.year or 1, *first)


def _yearless(point: Point, now: Now) -> Point | None:
    tense = None if now.tense == "present" else now.tense
    if point.feast is not None and tense is None:
        return _leaping(point, _year_by_tense(point, now.moment, "future"), 1)
    if point.feast is not None:
        return _nearest(point, now.moment)
    if (now.is_bound or not now.is_sure) and tense is not None:
        near = _leaping(point, _year_by_tense(point, now.moment, None), -1)
        if near is not None and abs((_begin(near) - now.moment).days) < (BOUND if now.is_bound else CLOSE):
            return near
    found = _leaping(point, _year_by_tense(point, now.moment, tense), 1 if tense == "future" else -1)
    return _on_its_weekday(point, found) if found and point.weekday and point.day else found


def _on_its_weekday(point: Point, found: Point) -> Point:
    """The year next to the one found where the day falls on the weekday said: «в четверг, 2 ноября»."""
    year = found.year or 1
    for near in (year, year - 1, year + 1):
        other = dated(point, near)
        if other is not None and _begin(other).isoweekday() == point.weekday:
            return other
    return found


def _weekday_near(weekday: int, moment: datetime, *, is_past: bool, strict: bool) -> datetime | None:
    """The latest such day on or before the moment, or the earliest on or after; `strict`: not its own day."""
    if is_past:
        back = (moment.isoweekday() - weekday) % 7 or (7 if strict else 0)
        return step(moment, Shift("day", -back))
    return step(moment, Shift("day", (weekday - moment.isoweekday()) % 7 or (7 if strict else 0)))


def _weekday(point: Point, now: Now) -> Expression | None:
    is_past = now.tense == "past" or (now.tense is None and not now.is_alone)
    day = _weekday_near(point.weekday or 6, now.moment, is_past=is_past, strict=now.is_alone)
    if point.is_weekend:
        return _weekend(point, day)
    return _of_day(point, day) if day else None


def _day_number(point: Point, now: Now) -> Point | None:
    """«25 числа»: of the month that the tense tells, or of this one."""
    is_ahead, day = (point.day or 0) > now.moment.day, point.day or 1
    more = -1 if now.tense == "past" and is_ahead else int(now.tense == "future" and day < now.moment.day)
    month = add_months(now.moment.replace(day=1), more)
    return dated(point._replace(month=month.month), month.year) if month else None


def settle_point(point: Point, now: Now) -> Expression | None:
    """The point in the calendar; `None` where it has no place there.

    >>> now = Now(datetime(2021, 9, 16), "past")
    >>> settle_point(Point(month=10), now), settle_point(Point(shifts=(Shift("week", -1),)), now)
    (Point(year=2020, month=10), Point(year=2021, week=36))
    """
    if point.is_absolute:
        return point if point.nth is None else dated(point, point.year or 0)
    if point.shifts:
        return _shifted(point, now.moment)
    if point.is_weekend or (point.weekday is not None and point.month is None and point.day is None):
        return _weekday(point, now)
    if point.day is not None and point.month is None:
        return _day_number(point, now)
    if point.hour is not None and point.month is None:
        return _of_day(point, now.moment)
    return _yearless(point, now)


# Ranges


def _ends(expression: Expression | None) -> tuple[Point, Point] | None:
    if isinstance(expression, Range):
        return (expression.first, expression.last) if expression.first and expression.last else None
    return (expression, expression) if expression else None


def day_of(point: Point) -> datetime:
    """The first day of a settled point, or near it."""
    if point.week is not None:
        return datetime.fromisocalendar(point.year or 1, point.week, 1)
    if point.decade or point.century:
        return datetime(point.decade or ((point.century or 1) - 1) * 100 + 1, 1, 1)
    month, day = _first_and_last(point)[0]
    try:
        return datetime(max(1, point.year or 1), month, day, point.hour or 0, point.minute or 0)
    except ValueError:
        return datetime(max(1, point.year or 1), month, 1)


def settle(expression: Expression, now: Now) -> Expression | None:
    """Any expression in the calendar; of a range that looks ahead the last point is settled first.

    >>> settle(Range(Point(month=12, day=28), Point(month=1, day=3)), Now(datetime(2022, 1, 2), "future"))
    Range(first=Point(year=2021, month=12, day=28), last=Point(year=2022, month=1, day=3), mod=None)
    """
    if isinstance(expression, Point):
        return settle_point(expression, now)
    first, last = expression.first, expression.last
    if first is None or last is None:
        only = _ends(settle_point(first or last or Point(), now))
        return only and expression._replace(first=first and only[0], last=last and only[1])
    if now.tense in ("future", "present") and not first.is_absolute:
        end = _ends(settle_point(last, now))
        begin = end and _ends(settle_point(first, Now(day_of(end[1]), "past")))
    else:
        begin = _ends(settle_point(first, now))
        end = begin and _ends(settle_point(last, Now(day_of(begin[0]), "future")))
        if end is not None and last.shifts:  # «с мая по прошлую неделю»
            end = _ends(settle_point(last, now))
    return Range(begin[0], end[1], expression.mod) if begin and end else None
