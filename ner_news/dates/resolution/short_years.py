"""Years of two digits: the century that the publication, the context or the caller's pivot gives them."""

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from typing import NamedTuple

from ner_news.dates.boundaries import stands_after
from ner_news.dates.expressions import Expression, Point, is_day
from ner_news.dates.finder import FoundDate
from ner_news.dates.lexer import LexedText
from ner_news.dates.resolution.plans import find_lead
from ner_news.dates.resolution.tense import find_sentence, find_tense

AHEAD, AHEAD_UNTIL = 5, 10
"""Years after the publication that are still ahead, and those of «до 31.12.35». By eye."""
LEAST_AGE, GREATEST_AGE = 12, 105
"""Of who was born in a year of two digits, children aside: «родился 09.05.25» is 1925, «родился 09.05.12» is 2012."""
LAST_CENTURY_FROM, BORN_FROM = 30, 16
"""Without a publication: «погиб 12.03.43» and «родился 01.10.25» are of the last century. By eye."""


@cache
def _birth_pattern() -> re.Pattern[str]:
    words = r"родил\w*|рожден\w*|уроженец|уроженк\w+|г\.\s?р|г/р|д\.\s?р|д/р|появил\w+\s+на\s+свет|род\."
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _child_pattern() -> re.Pattern[str]:
    words = (
        r"ребен\w+|дет\w+|малыш\w*|младен\w+|девочк\w+|мальчик\w*|двойн\w+|тройн\w+|первен\w+|дочь|дочк\w+|сын\w*|"
        r"внук\w*|внучк\w+"
    )
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _past_pattern() -> re.Pattern[str]:
    """Match what tells that a date is over where no verb does: «война», «выдан», «ветеран»."""
    words = (
        r"войн\w+|фронт\w*|ветеран\w*|умер\w*|ум\.|смерт\w+|погиб\w*|убит\w*|расстрел\w+|осужд\w+|репресс\w+|выдан\w*|"
        r"могил\w+|похорон\w+|призван\w*|приговор\w*|блокад\w+|оккупац\w+"
    )
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _latest(two_digits: int, limit: int) -> int:
    """Return the latest year with these two digits up to the limit.

    >>> _latest(55, 2031), _latest(30, 2031)
    (1955, 2030)
    """
    return limit - (limit - two_digits) % 100


def _choose_birth(two_digits: int, published: int, *, is_child: bool) -> int:
    year = _latest(two_digits, published)
    is_too_young = published - year < LEAST_AGE and published - year + 100 <= GREATEST_AGE
    return year - 100 if is_too_young and not is_child else year


def _is_later(point: Point, year: int, publication: datetime) -> bool:
    return (year, point.month or 0, point.day or 0) > (publication.year, publication.month, publication.day)


class _Context(NamedTuple):
    """What the sentence around a date says of its century."""

    is_birth: bool
    is_child: bool
    is_past: bool
    is_bound: bool
    """The date is an end: «до 31.12.35»."""


def _read_context(lexed: LexedText, date: FoundDate) -> _Context:
    first, last = find_sentence(lexed.text, date.start, date.stop)
    sentence = lexed.text[first : last + 1]
    is_birth, is_child, is_past = (
        pattern().search(sentence) is not None for pattern in (_birth_pattern, _child_pattern, _past_pattern)
    )
    is_bound = find_lead(lexed.text, date.start, date.stop) in ("до", "по", "к", "ко")
    is_told = find_tense(lexed.text, date.start, date.stop).tense == "past"
    is_issued = stands_after(lexed.text, date.start + 3, "от") is not None  # «акт от 18.01.29»
    return _Context(is_birth, is_child, is_issued or (not is_bound and (is_past or is_told)), is_bound)


def _choose_year(point: Point, context: _Context, publication: datetime | None) -> int | None:
    """Return the year that publication and context tell; `None` where neither does."""
    two_digits = (point.year or 0) % 100
    if publication is None:
        if not context.is_birth and not context.is_past:
            return None
        return two_digits + (1900 if two_digits >= (BORN_FROM if context.is_birth else LAST_CENTURY_FROM) else 2000)
    if context.is_birth:
        return _choose_birth(two_digits, publication.year, is_child=context.is_child)
    if context.is_past:
        year = _latest(two_digits, publication.year)
        return year - 100 if _is_later(point, year, publication) else year
    return _latest(two_digits, publication.year + (AHEAD_UNTIL if context.is_bound else AHEAD))


def check_pivot(pivot: int | None) -> int | None:
    """Return the pivot; raise `ValueError` for what is no whole number from 0 to 100.

    >>> check_pivot(30)
    30
    """
    if pivot is not None and (not isinstance(pivot, int) or isinstance(pivot, bool) or not 0 <= pivot <= 100):
        raise ValueError(f"century_pivot={pivot!r} must be a whole number from 0 to 100")
    return pivot


def _by_pivot(pivot: int, point: Point) -> int:
    two_digits = (point.year or 0) % 100
    return two_digits + (1900 if two_digits >= pivot else 2000)


def _settle(point: Point | None, choose: Callable[[Point], int | None]) -> Point | None:
    """Return the point in its year, or in the one guessed where the calendar has no such day or nothing is known."""
    if point is None or not point.is_short:
        return point
    year = choose(point)
    is_real = year is not None and (point.day is None or point.month is None or is_day(point.month, point.day, year))
    return point._replace(year=year if is_real else point.year, is_short=False)


def settle_short_years(
    lexed: LexedText, date: FoundDate, publication: datetime | None, century_pivot: int | None
) -> tuple[FoundDate, bool]:
    """Return the date with its years of two digits settled, and whether more than a guess settled them.

    From `century_pivot` on they are of the twentieth century, below it of this one.
    """
    expression = date.expression
    if not (expression.points[0].is_short or expression.points[-1].is_short):
        return date, True
    choose: Callable[[Point], int | None] = partial(_by_pivot, century_pivot or 0)
    if century_pivot is None:
        context = _read_context(lexed, date)
        choose = partial(_choose_year, context=context, publication=publication)
    is_sure = choose(expression.points[-1]) is not None
    return date._replace(expression=_settle_both(expression, choose)), is_sure


def _settle_both(expression: Expression, choose: Callable[[Point], int | None]) -> Expression:
    if isinstance(expression, Point):
        return _settle(expression, choose) or expression
    first, last = _settle(expression.first, choose), _settle(expression.last, choose)
    if first and last and first.year and last.year and first.year > last.year > 100:  # «29–33 гг.»
        first = first._replace(year=first.year - 100)
    return expression._replace(first=first, last=last)
