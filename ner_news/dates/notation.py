"""The value of an expression in the package's notation: `2021-09-16T16:02`, `2019/2021`, `199X`."""

from calendar import monthrange

from ner_news.dates.expressions import Expression, Point, Range
from ner_news.errors import InputError


def _century(point: Point) -> str | None:
    if point.century is None:
        return None
    first = (point.century - 1) * 100
    start, end = {None: (1, 100), 1: (1, 50), 2: (51, 100)}[point.portion]
    return f"{first + start:04d}/{first + end:04d}"


def _decade(point: Point) -> str | None:
    if point.decade is None:
        return None
    if point.portion is None:
        return f"{point.decade // 10:03d}X"
    first = point.decade + 5 * (point.portion - 1)
    return f"{first:04d}/{first + 4:04d}"


def _season(point: Point) -> str | None:
    if point.season is None:
        return None
    if point.season != "GAME":
        return f"{point.year:04d}-12/{_next(point):04d}-02" if point.is_across else f"{point.year:04d}-{point.season}"
    return f"{point.year:04d}/{_next(point):04d}" if point.is_across else f"{point.year:04d}"


def _next(point: Point) -> int:
    return (point.year or 0) + 1


def _part_of_year(point: Point) -> str | None:
    if point.quarter is not None:
        return f"{point.year:04d}-Q{point.quarter}"
    half = point.half if point.month is not None else point.half or point.portion
    return f"{point.year:04d}-H{half}" if half is not None else None


def _part_of_month(point: Point) -> str | None:
    if point.portion is None or point.month is None:
        return None
    first, last = (1, 15) if point.portion == 1 else (16, monthrange(point.year or 1, point.month)[1])
    month = f"{point.year:04d}-{point.month:02d}"
    return f"{month}-{first:02d}/{month}-{last:02d}"


def _moment(point: Point) -> str:
    value = f"{point.year:04d}"
    if point.month is not None:
        value += f"-{point.month:02d}"
    if point.day is not None:
        value += f"-{point.day:02d}"
    if point.hour is not None:
        return f"{value}T{point.hour:02d}:{point.minute or 0:02d}"
    return value + (point.part or "")


# Each form has a field of its own; years, months and days, which the other forms have too, come last.
FORMS = (_century, _decade, _season, _part_of_month, _part_of_year)


def point_value(point: Point) -> str:
    """The value of a point; `InputError` where its year is not known.

    >>> point_value(Point(2021, month=9, day=16, hour=16, minute=2))
    '2021-09-16T16:02'
    >>> point_value(Point(century=19)), point_value(Point(2021, portion=2))
    ('1801/1900', '2021-H2')
    """
    if not point.is_absolute:
        raise InputError(f"{point} has no year")
    for form in FORMS:
        value = form(point)
        if value is not None:
            return value
    return _moment(point)


def range_value(expression: Range) -> str:
    """Both ends inclusive, `..` for an open one.

    >>> range_value(Range(Point(2014), None)), range_value(Range(Point(century=18), Point(century=19)))
    ('2014/..', '1701/1900')
    """
    first = point_value(expression.first).partition("/")[0] if expression.first else ".."
    last = point_value(expression.last).rpartition("/")[2] if expression.last else ".."
    return f"{first}/{last}"


def value_of(expression: Expression) -> str:
    """The value of any expression."""
    return range_value(expression) if isinstance(expression, Range) else point_value(expression)
