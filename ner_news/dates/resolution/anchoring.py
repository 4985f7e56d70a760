"""The anchoring of any expression, a point or a range, at its place in the calendar."""

from ner_news.dates.expressions import Expression, Point, Range, Shift
from ner_news.dates.resolution.calendar_placement import find_first_day, place_in_year, place_on_day
from ner_news.dates.resolution.calendar_steps import shift_time
from ner_news.dates.resolution.reference_time import ReferenceTime
from ner_news.dates.resolution.relative_anchoring import anchor_relative
from ner_news.dates.resolution.yearless_anchoring import (
    anchor_day_number,
    anchor_feast,
    anchor_weekday,
    anchor_yearless,
)


def anchor_point(point: Point, reference: ReferenceTime) -> Expression | None:
    """Return the point at its place in the calendar; `None` where it has none.

    >>> from datetime import datetime
    >>> reference = ReferenceTime(datetime(2021, 9, 16), "past")
    >>> anchor_point(Point(month=10), reference), anchor_point(Point(day=25), reference)
    (Point(year=2020, month=10), Point(year=2021, month=8, day=25))
    """
    if point.is_absolute:
        is_computed = point.nth is not None or point.easter is not None
        return place_in_year(point, point.year or 0) if is_computed else point
    if point.shifts:
        return anchor_relative(point, reference.moment)
    if point.holiday is not None:
        return anchor_feast(point, reference)
    if point.is_weekend or (point.weekday is not None and point.month is None and point.day is None):
        return anchor_weekday(point, reference)
    if point.day is not None and point.month is None:
        return anchor_day_number(point, reference)
    if point.hour is not None and point.month is None:
        return place_on_day(point, reference.moment)
    return anchor_yearless(point, reference)


def _split_ends(expression: Expression | None) -> tuple[Point, Point] | None:
    """Return the first and the last point of an anchored expression."""
    if isinstance(expression, Range):
        return (expression.first, expression.last) if expression.first and expression.last else None
    return (expression, expression) if expression else None


def anchor_expression(expression: Expression, reference: ReferenceTime) -> Expression | None:
    """Return the expression at its place in the calendar; `None` where it has none.

    The end of a range that looks ahead is anchored first.

    >>> from datetime import datetime
    >>> holidays = Range(Point(month=12, day=28), Point(month=1, day=3))
    >>> anchor_expression(holidays, ReferenceTime(datetime(2022, 1, 2), "future"))
    Range(first=Point(year=2021, month=12, day=28), last=Point(year=2022, month=1, day=3), mod=None)
    """
    if isinstance(expression, Point):
        return anchor_point(expression, reference)
    first, last = expression.first, expression.last
    if first is None or last is None:
        only = _split_ends(anchor_point(first or last or Point(), reference))
        return only and expression._replace(first=first and only[0], last=last and only[1])
    if reference.tense in ("future", "present") and not first.is_absolute:
        end = _split_ends(anchor_point(last, reference))
        begin = end and _split_ends(anchor_point(first, ReferenceTime(find_first_day(end[1]), "past")))
    else:
        begin = _split_ends(anchor_point(first, reference))
        end = begin and _split_ends(anchor_point(last, ReferenceTime(find_first_day(begin[0]), "future")))
        if end is not None and last.shifts:  # «с мая по прошлую неделю»
            end = _split_ends(anchor_point(last, reference))
    latest = _over_midnight(begin[0], end[1]) if begin and end else None
    return Range(begin[0], latest, expression.mod) if begin and latest else None


def _over_midnight(begin: Point, end: Point) -> Point | None:
    """Return the end, on the next day where its hour is before that of the beginning: «с 23:00 до 6:00».

    `None` after the calendar's last day.
    """
    if begin.hour is None or end.hour is None or (begin.year, begin.month, begin.day) != (end.year, end.month, end.day):
        return end
    if (begin.hour, begin.minute or 0) <= (end.hour, end.minute or 0):
        return end
    next_day = shift_time(find_first_day(end), Shift("day", 1))
    return place_on_day(end, next_day) if next_day else None
