"""The meaning of anchored expressions: value, grain, interval and lemma."""

from datetime import datetime
from typing import NamedTuple

from ner_news.categories import Anchor, Grain, Mod
from ner_news.dates.expressions import Expression, Point, is_said
from ner_news.dates.lemma.absolute_lemma import write_lemma, write_recurring_lemma
from ner_news.dates.notation.date_values import write_open_value, write_value
from ner_news.dates.notation.intervals import parse_value


class ResolvedDate(NamedTuple):
    """The meaning of a date."""

    value: str
    """In the notation of the package: `2021-09-16T16:02`, `2019/2021`."""
    grain: Grain
    """How fine it is said; of a range the finer end."""
    start: datetime | None
    """The first moment, without a time zone; `None` when open."""
    end: datetime | None
    """The first moment after it; `None` when open, `datetime.max` after the year 9999."""
    mod: Mod | None
    anchor: Anchor
    """The time that the value counts from."""
    lemma: str
    """A readable normal form: «16 сентября 2021 года, 16:02»."""
    zone: str | None = None
    """The time zone of the time of day, as the text names it; the value stays as written."""
    recurs: bool = False
    """It comes back, «каждую среду»: the value has an X and no place in the calendar."""


# Finest first: the first field that is said decides.
GRAINS: tuple[Grain, ...] = (
    "minute", "hour", "part", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century",
)  # fmt: skip
PORTION_GRAINS: dict[Grain, Grain] = {"year": "half", "month": "day", "decade": "year", "century": "year"}
"""«Первая половина» of each is given by ends of this grain."""
UNIT_GRAINS: dict[str, Grain] = {"weeks": "day", "game": "season"}


def find_point_grain(point: Point) -> Grain:
    """Return the finest unit that a point says.

    >>> find_point_grain(Point(2021, month=9)), find_point_grain(Point(2021, portion=1))
    ('month', 'half')
    """
    grain: Grain | None = next((grain for grain in GRAINS if is_said(getattr(point, grain))), None)
    if (
        point.days is not None
        or point.is_weekend
        or (point.holiday is not None and grain in (None, "month", "year"))
        or (point.weekday is not None and grain is None)
        or (point.nth is not None and grain == "month")
    ):
        return "day"
    if grain is None:
        unit = point.shifts[-1].unit if point.shifts else "year"
        return UNIT_GRAINS.get(unit, unit)  # type: ignore[arg-type]
    return PORTION_GRAINS.get(grain, grain) if point.portion is not None else grain


def find_grain(expression: Expression) -> Grain:
    """Return the grain of any expression."""
    if isinstance(expression, Point):
        return find_point_grain(expression)
    ends = (find_point_grain(point) for point in (expression.first, expression.last) if point is not None)
    return min(ends, key=GRAINS.index)


def resolve(anchored: Expression, written: Expression | None = None, anchor: Anchor = "absolute") -> ResolvedDate:
    """Return the meaning of an anchored expression; the lemma is that of what was `written`.

    `InputError` for an expression that has no place.

    >>> resolve(Point(2021, month=9, day=16)).value
    '2021-09-16'
    """
    value = write_value(anchored)
    start, end = parse_value(value)
    return ResolvedDate(
        value=value,
        grain=find_grain(anchored),
        start=start,
        end=end,
        mod=anchored.mod,
        anchor=anchor,
        lemma=write_lemma(written or anchored),
    )


def resolve_unanchored(written: Expression, anchor: Anchor = "publication", *, recurs: bool = False) -> ResolvedDate:
    """Return the meaning of an expression without an anchor: the value says what is known, its interval is open.

    >>> resolve_unanchored(Point(month=5, day=9)).value
    'XXXX-05-09'
    """
    return ResolvedDate(
        value=write_open_value(written),
        grain=find_grain(written),
        start=None,
        end=None,
        mod=written.mod,
        anchor=anchor,
        lemma=write_recurring_lemma(written) if recurs else write_lemma(written),
        recurs=recurs,
    )
