"""The dates of a whole text, found and resolved: each may lean on those before it."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import NamedTuple

from ner_news.categories import Anchor
from ner_news.dates.boundaries import stands_after
from ner_news.dates.expressions import Expression, Point, Range
from ner_news.dates.finder import FoundDate, find_in_row
from ner_news.dates.lexer import Row, read_row
from ner_news.dates.resolution.anchoring import Now, day_of, settle
from ner_news.dates.resolution.resolved_dates import ResolvedDate, resolve, resolve_open
from ner_news.dates.resolution.tense import Tense, sentence, tense_at

HEAD = 600
"""Characters in which a publication line is looked for."""
NEAR = 400
"""Characters within which a date without a year leans on one with a year."""
MONTHS_ON = 3
BOUNDS = ("до ", "с ", "со ", "на ", "по ")
"""«разрешили с 1 декабря», «открыта до 5 мая»: the verb is of another time than the date."""
YEARLY = "ежегодно|каждый год|каждое|каждого"
VAGUE = ("в тот день", "тот день", "в этот день", "этот день", "того дня", "тот вечер", "в тот вечер")


class Known(NamedTuple):
    """The last date of the text that others may lean on."""

    stop: int
    point: Point
    is_written: bool
    """Its year stands in the text."""


@cache
def _head_line() -> re.Pattern[str]:
    """What may stand beside the date of a publication line: a town, an agency, «Опубликовано:»."""
    words = r"(?:опубликован\w*|обновлен\w*|дата(?:\s+публикации)?|время|публикации|[А-ЯЁ][\w-]*|/|г\.|мск|msk)"
    return re.compile(rf"[\W\d_]*(?:{words}[\W\d_]*){{0,4}}")


def _line(text: str, date: FoundDate) -> tuple[str, str]:
    """What stands before and behind a date on its line."""
    start = text.rfind("\n", 0, date.start) + 1
    stop = text.find("\n", date.stop)
    return text[start : date.start], text[date.stop : stop if stop >= 0 else len(text)]


def written_publication(text: str, dates: list[FoundDate]) -> datetime | None:
    """The time of the text's own publication line, or of its dateline; `None` where it has neither.

    >>> from ner_news.dates.finder import find_dates
    >>> text = "Заголовок\\n16-09-2021, 16:02.\\nВ среду прошла встреча."
    >>> written_publication(text, find_dates(text))
    datetime.datetime(2021, 9, 16, 16, 2)
    """
    for date in dates:
        if date.start > HEAD:
            return None
        point = date.expression
        if isinstance(point, Range) or point.year is None or point.day is None:
            continue
        before, behind = _line(text, date)
        is_alone = len(behind) < HEAD // 10 and _head_line().fullmatch(behind)
        is_dateline = not text[: date.start - len(before)].strip() and re.match(r"\.?\s*[-–—/|]|\.\s", behind)
        if len(before) < HEAD // 10 and _head_line().fullmatch(before) and (is_alone or is_dateline):
            return day_of(point)
    return None


def _points(expression: Expression) -> list[Point]:
    if isinstance(expression, Point):
        return [expression]
    return [point for point in (expression.first, expression.last) if point is not None]


def _is_open(point: Point) -> bool:
    """A date without a year that may take that of a date before it."""
    return not point.is_absolute and not point.shifts and point.month is not None


def _leans_on(known: Known | None, point: Point, start: int, now: datetime | None) -> bool:
    """Whether a yearless date is a little later than a date written with its year: «5 мая 2020 года … 7 мая»."""
    if known is None or not known.is_written or start - known.stop > NEAR or known.point.year is None:
        return False
    if now is not None and known.point.year == now.year:
        return False
    if known.point.month is None:
        return now is None
    if now is not None and (known.point.day is None or point.day is None):
        return False
    months = (point.month or 0) - known.point.month
    is_soon = 0 <= months <= MONTHS_ON
    return (is_soon and (months > 0 or (point.day or 31) >= (known.point.day or 1))) or (now is None and months < 0)


def _is_same_sentence(row: Row, known: Known, start: int) -> bool:
    return start - known.stop < NEAR and known.stop > sentence(row.text, start, start)[0]


def _from_text(row: Row, date: FoundDate, known: Known | None, now: datetime | None) -> datetime | None:
    """The date of the text that this one counts from, if it is not the publication."""
    first = _points(date.expression)[0]
    if known is None or first.is_absolute:
        return None
    place = day_of(known.point)
    if first.leans:
        return place
    if first.hour is not None and not first.is_of_day:
        is_day = known.point.day is not None and _is_same_sentence(row, known, date.start)
        return place if is_day else None
    if _is_open(first) and _leans_on(known, first, date.start, now):
        return place
    if _is_open(first) and known.is_written and known.point.month and _is_same_sentence(row, known, date.start):
        return place if now is None or known.point.year != now.year else None
    return None


def _resolved(
    row: Row, date: FoundDate, known: Known | None, now: datetime | None
) -> tuple[ResolvedDate, Expression | None]:
    expression = date.expression
    anchor: Anchor = "publication"
    if expression.is_absolute:
        settled = settle(expression, Now(datetime(2000, 1, 1)))
        return (resolve(settled, expression), settled) if settled else (resolve_open(expression), None)
    if _is_yearly(row, date):
        return resolve_open(expression, "absolute"), None
    place = _from_text(row, date, known, now)
    if place is not None:
        tense: Tense | None = None if _points(expression)[0].shifts else "future"
        settled, anchor = settle(expression, Now(place, tense)), "text"
    elif now is not None:
        is_alone = len(row.text) < HEAD and row.text.strip(" .\n") == row.text[date.start : date.stop].strip(" .\n")
        settled = settle(expression, _now(row, date, now, is_alone))
    else:
        settled, anchor = None, "text" if _points(expression)[0].leans else "publication"
    if settled is None:
        return resolve_open(expression, anchor), None
    return resolve(settled, expression, anchor), settled


def _is_yearly(row: Row, date: FoundDate) -> bool:
    """«ежегодно 9 мая», «каждое 1 сентября»."""
    point = date.expression
    if isinstance(point, Range) or point.day is None or point.month is None or point.shifts:
        return False
    return stands_after(row.text, date.start, YEARLY) is not None


def _now(row: Row, date: FoundDate, moment: datetime, is_alone: bool) -> Now:
    """The tense is asked only where it decides: a relative date says everything."""
    if any(point.shifts for point in _points(date.expression)):
        return Now(moment)
    said = tense_at(row.text, date.start, date.stop)
    is_bound = row.text.startswith(BOUNDS, date.start) or stands_after(row.text, date.start, "к|ко") is not None
    return Now(moment, said.tense, said.is_near, is_bound, is_alone)


def _next_known(known: Known | None, date: FoundDate, settled: Expression | None) -> Known | None:
    if settled is None:
        return known
    written = _points(date.expression)[-1]
    if written.leans and written.is_amount and written.shifts[-1].amount < 0:
        return known  # «неделей ранее … неделей ранее» both count from the same week
    point = _points(settled)[-1]
    if point.century is not None or point.decade is not None:
        return known
    is_written = written.is_absolute or (known is not None and known.is_written and not is_fresh(date))
    return Known(date.stop, point, is_written)


def is_fresh(date: FoundDate) -> bool:
    """Whether a date counts from the publication by its words: «вчера», «в прошлом году»."""
    return any(point.shifts and not point.leans for point in _points(date.expression))


def _is_vague(row: Row, date: FoundDate) -> bool:
    """«в тот день» that no date of the text comes before."""
    return row.text.startswith(VAGUE, date.start)


def read_dates(text: str, published: datetime | None = None) -> Iterator[tuple[FoundDate, ResolvedDate]]:
    """Each date of a text with what it means, in order.

    Without `published` the text's own publication line serves; what neither tells stays open in the value.

    >>> [(found, resolved)] = read_dates("Встреча прошла вчера.", datetime(2021, 9, 16))
    >>> resolved.value, resolved.anchor
    ('2021-09-15', 'publication')
    """
    row = read_row(text)
    dates = [date for _, date in find_in_row(row)]
    now = published.replace(tzinfo=None) if published is not None else written_publication(text, dates)
    known: Known | None = None
    for date in dates:
        if known is None and _points(date.expression)[0].leans and _is_vague(row, date):
            continue
        resolved, settled = _resolved(row, date, known, now)
        known = _next_known(known, date, settled)
        yield date, resolved
