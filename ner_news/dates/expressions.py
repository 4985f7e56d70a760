"""The expressions that rules read out of a text: what is written, whenever it was published."""

from calendar import monthrange
from typing import Literal, NamedTuple

from ner_news.categories import Mod

Unit = Literal[
    "century", "decade", "year", "half", "quarter", "month", "week", "weeks", "day", "hour", "minute", "named", "game"
]
"""`week` is one of the calendar («на прошлой неделе»), `weeks` are seven days each («две недели назад»); `named` is
the weekday, month or season that the point names («прошлым летом»); `game` a season of sport."""


class Shift(NamedTuple):
    """A count of units from the time that the date counts from: («year», -1) in «в прошлом году»."""

    unit: Unit
    amount: int
    """Negative for what is past."""


def is_said(value: object) -> bool:
    """Return whether the text gives a field a value: midnight's 0 is one.

    >>> is_said(0), is_said(None)
    (True, False)
    """
    return value is not None and value is not False and value != ()


def is_day(month: int, day: int, year: int | None = None) -> bool:
    """Return whether the calendar has such a day; without a year 29 February exists.

    >>> is_day(2, 29), is_day(2, 29, 2021), is_day(13, 1)
    (True, False, False)
    """
    if not 1 <= month <= 12 or year == 0:
        return False
    return 1 <= day <= monthrange(year or 2000, month)[1]


class Point(NamedTuple):
    """One unit of the calendar. Every field is `None` where the text does not say it.

    >>> Point(2021, month=9).is_absolute, Point(month=9, day=16).is_absolute
    (True, False)
    """

    year: int | None = None
    """1..9999; of «сезон 2020/21» and «зима 2019/20» the first."""
    century: int | None = None
    """1..99."""
    decade: int | None = None
    """The first year: 1990 for «1990-е»."""
    half: int | None = None
    """1 or 2 in «первое полугодие»."""
    quarter: int | None = None
    season: str | None = None
    """SP SU FA WI; GAME is a season of sport."""
    is_across: bool = False
    """The season ends in the year after: «2019/20»."""
    month: int | None = None
    portion: int | None = None
    """1 or 2 in «первая половина» of anything."""
    day: int | None = None
    weekday: int | None = None
    """1..7, Monday is 1."""
    part: str | None = None
    """TMO TAF TEV TNI."""
    hour: int | None = None
    minute: int | None = None
    """`None` with an hour for «в 14 часов»."""
    mod: Mod | None = None
    week: int | None = None
    """The week of ISO 8601 in the ISO year `year`; only of an anchored point."""
    nth: int | None = None
    """1..5 or -1: «последнее воскресенье октября» with `weekday` and `month`."""
    days: tuple[int, int] | None = None
    """Days of the month: «в 20-х числах мая», «первая декада мая»."""
    holiday: str | None = None
    """The name of the day: «Новый год»; month and day are given too, or `nth` or `easter`."""
    easter: int | None = None
    """Days from Orthodox Easter to the feast."""
    is_weekend: bool = False
    """The Saturday meant and the Sunday after it."""
    shifts: tuple[Shift, ...] = ()
    """From the publication's time, or from another date of the text when `is_anaphoric`."""
    is_duration: bool = False
    """The shift is a duration, «год назад», not a unit of the calendar, «прошлый год»."""
    is_anaphoric: bool = False
    """Counts from another date of the text: «в тот же день», «годом ранее»."""
    is_short: bool = False
    """Two digits of the year are written: `year` is a guess until the publication or the context settles it."""

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True) if is_said(value))
        return f"Point({', '.join(said)})"

    @property
    def is_absolute(self) -> bool:
        """Return whether the calendar place is known without a publication time."""
        return self.year is not None or self.century is not None or self.decade is not None

    @property
    def points(self) -> tuple["Point", ...]:
        """Return the point itself, as a range returns its ends."""
        return (self,)

    @property
    def is_of_day(self) -> bool:
        """Return whether the point is one day, so that a time may belong to it."""
        if self.days or self.is_weekend:
            return False
        if self.easter is not None:
            return True
        is_shifted = bool(self.shifts) and self.shifts[-1].unit in ("day", "weeks")
        return self.day is not None or self.weekday is not None or is_shifted


class Range(NamedTuple):
    """All from one point to another, both included; `None` is an open end."""

    first: Point | None
    last: Point | None
    mod: Mod | None = None

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the ends that are not open."""
        return tuple(point for point in (self.first, self.last) if point is not None)

    @property
    def is_absolute(self) -> bool:
        """Return whether both ends are."""
        return all(point.is_absolute for point in self.points)


Expression = Point | Range


class PointMatch(NamedTuple):
    """A point that a rule has read out of a text."""

    point: Point
    stop: int
    """Offset behind its last character."""
    after: int
    """Index of the lexeme that follows."""


class Match(NamedTuple):
    """An expression that a rule has found in a text."""

    expression: Expression
    start: int
    """Offset of its first character."""
    stop: int
    """Offset behind its last character."""
    after: int
    """Index of the lexeme that follows."""
