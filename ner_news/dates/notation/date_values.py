"""The value of an expression in the package's notation: `2021-09-16T16:02`, `2019/2021`, `199X`."""

from calendar import monthrange

from ner_news.dates.expressions import Expression, Point, Range
from ner_news.errors import InputError


def _write_century(point: Point) -> str | None:
    if point.century is None:
        return None
    first = (point.century - 1) * 100
    start, end = {None: (1, 100), 1: (1, 50), 2: (51, 100)}[point.portion]
    return f"{first + start:04d}/{first + end:04d}"


def _write_decade(point: Point) -> str | None:
    if point.decade is None:
        return None
    if point.portion is None:
        return f"{point.decade // 10:03d}X"
    first = point.decade + 5 * (point.portion - 1)
    return f"{first:04d}/{first + 4:04d}"


def _write_season(point: Point) -> str | None:
    if point.season is None:
        return None
    if point.season != "GAME":
        return (
            f"{point.year:04d}-12/{_next_year(point):04d}-02" if point.is_across else f"{point.year:04d}-{point.season}"
        )
    return f"{point.year:04d}/{_next_year(point):04d}" if point.is_across else f"{point.year:04d}"


def _next_year(point: Point) -> int:
    return (point.year or 0) + 1


def _write_part_of_year(point: Point) -> str | None:
    if point.quarter is not None:
        return f"{point.year:04d}-Q{point.quarter}"
    half = point.half if point.month is not None else point.half or point.portion
    return f"{point.year:04d}-H{half}" if half is not None else None


def _write_part_of_month(point: Point) -> str | None:
    if point.portion is None or point.month is None:
        return None
    first, last = (1, 15) if point.portion == 1 else (16, monthrange(point.year or 1, point.month)[1])
    month = f"{point.year:04d}-{point.month:02d}"
    return f"{month}-{first:02d}/{month}-{last:02d}"


def _write_week(point: Point) -> str | None:
    return None if point.week is None else f"{point.year:04d}-W{point.week:02d}"


def _write_days(point: Point) -> str | None:
    if point.days is None or point.month is None:
        return None
    month = f"{point.year:04d}-{point.month:02d}"
    last = min(point.days[1], monthrange(point.year or 1, point.month)[1])
    return f"{month}-{point.days[0]:02d}/{month}-{last:02d}"


def _write_time(point: Point) -> str:
    value = f"{point.year:04d}"
    if point.month is not None:
        value += f"-{point.month:02d}"
    if point.day is not None:
        value += f"-{point.day:02d}"
    if point.hour is not None:
        return f"{value}T{point.hour:02d}:{point.minute or 0:02d}"
    return value + (point.part or "")


# Each form has a field of its own; years, months and days, which the other forms have too, come last.
FORMS = (
    _write_century,
    _write_decade,
    _write_week,
    _write_days,
    _write_season,
    _write_part_of_month,
    _write_part_of_year,
)


def write_point_value(point: Point) -> str:
    """Write the value of a point; `InputError` where its year is not known.

    >>> write_point_value(Point(2021, month=9, day=16, hour=16, minute=2))
    '2021-09-16T16:02'
    >>> write_point_value(Point(century=19)), write_point_value(Point(2021, portion=2))
    ('1801/1900', '2021-H2')
    """
    if not point.is_absolute:
        raise InputError(f"{point} has no year")
    for form in FORMS:
        value = form(point)
        if value is not None:
            return value
    return _write_time(point)


def write_range_value(expression: Range) -> str:
    """Write both ends, inclusive; `..` is an open one.

    >>> write_range_value(Range(Point(2014), None)), write_range_value(Range(Point(century=18), Point(century=19)))
    ('2014/..', '1701/1900')
    """
    first = write_point_value(expression.first).partition("/")[0] if expression.first else ".."
    last = write_point_value(expression.last).rpartition("/")[2] if expression.last else ".."
    return f"{first}/{last}"


def write_value(expression: Expression) -> str:
    """Write the value of any expression."""
    return write_range_value(expression) if isinstance(expression, Range) else write_point_value(expression)


# Values of expressions without a place in the calendar: what is not known is X.


def _write_open_day(point: Point) -> str:
    month = "XX" if point.month is None else f"{point.month:02d}"
    if point.weekday is not None and point.day is None:
        return f"XXXX-WXX-{point.weekday}" if point.nth is None else f"XXXX-{month}-WXX-{point.weekday}#{point.nth}"
    return f"XXXX-{month}-XX" if point.day is None else f"XXXX-{month}-{point.day:02d}"


def _write_open_point(point: Point) -> str:
    """Write what is known of a date without an anchor: `XXXX-05-09` for «9 мая», `XXXX-WXX-3` for «среда».

    «Третий четверг ноября» is `XXXX-11-WXX-4#3`.
    """
    if point.is_absolute:
        return write_point_value(point)
    if point.hour is not None:
        return f"{_write_open_day(point)}T{point.hour:02d}:{point.minute or 0:02d}"
    if point.part is not None:
        return _write_open_day(point) + point.part
    if point.day is not None or point.easter is not None or point.nth is not None:
        return _write_open_day(point)
    if point.days is not None:
        return f"XXXX-{point.month:02d}-{point.days[0]:02d}/XXXX-{point.month:02d}-{point.days[1]:02d}"
    for known, form in (
        (point.month, "XXXX-{:02d}"),
        (point.quarter, "XXXX-Q{}"),
        (point.half, "XXXX-H{}"),
        (point.season, "XXXX-{}"),
        (point.weekday, "XXXX-WXX-{}"),
    ):
        if known is not None and known != "GAME":
            return form.format(known)
    if point.is_weekend:
        return "XXXX-WXX-6/XXXX-WXX-7"
    return OPEN.get(point.shifts[-1].unit, "XXXX") if point.shifts else "XXXX"


OPEN = {
    "day": "XXXX-XX-XX", "weeks": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "hour": "XXXX-XX-XXTXX:XX", "minute": "XXXX-XX-XXTXX:XX",
}  # fmt: skip


def write_open_value(expression: Expression) -> str:
    """Write the value of an expression whose place in the calendar is unknown.

    >>> write_open_value(Point(month=5, day=9)), write_open_value(Range(Point(month=5), Point(month=6)))
    ('XXXX-05-09', 'XXXX-05/XXXX-06')
    """
    if isinstance(expression, Point):
        return _write_open_point(expression)
    first = _write_open_point(expression.first).partition("/")[0] if expression.first else ".."
    last = _write_open_point(expression.last).rpartition("/")[2] if expression.last else ".."
    return f"{first}/{last}"
