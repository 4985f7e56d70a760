"""The antecedent of a date: the date of the text before it that it counts from."""

from datetime import datetime
from typing import NamedTuple

from ner_news.dates.expressions import Expression, Point
from ner_news.dates.finder import FoundDate
from ner_news.dates.lexer import LexedText
from ner_news.dates.resolution.calendar_placement import find_first_day
from ner_news.dates.resolution.tense import find_sentence

NEAR = 400
"""Characters within which a date without a year takes that of a date before it."""
MONTHS_ON = 3
"""So many months later at most: «5 мая 2020 года … 7 августа»."""


class Antecedent(NamedTuple):
    """The last date of the text that others may count from."""

    stop: int
    point: Point
    is_written: bool
    """Its year stands in the text."""
    names_month: bool = False
    """So does its month: «3 марта … 15-го»."""


def _is_soon_after(point: Point, earlier: Point, publication: datetime | None) -> bool:
    """Return whether a yearless date is a little later than one with a year: «5 мая 2020 года … 7 мая»."""
    if earlier.year is None or (publication is not None and earlier.year == publication.year):
        return False
    if earlier.month is None:
        return publication is None
    if publication is not None and (earlier.day is None or point.day is None):
        return False
    months = (point.month or 0) - earlier.month
    if months < 0:
        return publication is None
    return months <= MONTHS_ON and (months > 0 or (point.day or 31) >= (earlier.day or 1))


def _is_same_sentence(lexed: LexedText, antecedent: Antecedent, start: int) -> bool:
    """Return whether the antecedent stands in the sentence of the date at `start`."""
    return start - antecedent.stop < NEAR and antecedent.stop > find_sentence(lexed.text, start, start)[0]


def _gives_its_year(
    lexed: LexedText, antecedent: Antecedent, point: Point, start: int, publication: datetime | None
) -> bool:
    """Return whether a date without a year at `start` takes that of its antecedent."""
    if point.is_absolute or point.shifts or point.month is None or not antecedent.is_written:
        return False
    if start - antecedent.stop <= NEAR and _is_soon_after(point, antecedent.point, publication):
        return True
    if publication is not None and antecedent.point.year == publication.year:
        return False
    return bool(antecedent.point.month) and _is_same_sentence(lexed, antecedent, start)


def find_antecedent_time(
    lexed: LexedText, date: FoundDate, antecedent: Antecedent | None, publication: datetime | None
) -> datetime | None:
    """Return the date of the text that this one counts from; `None` if it counts from the publication."""
    first = date.expression.points[0]
    if antecedent is None or first.is_absolute:
        return None
    if first.is_anaphoric:
        is_known = True
    elif first.hour is not None and not first.is_of_day:
        is_known = antecedent.point.day is not None and _is_same_sentence(lexed, antecedent, date.start)
    elif first.day is not None and first.month is None and not first.shifts:
        is_known = antecedent.names_month and date.start - antecedent.stop <= NEAR
    else:
        is_known = _gives_its_year(lexed, antecedent, first, date.start, publication)
    return find_first_day(antecedent.point) if is_known else None


def is_deictic(date: FoundDate) -> bool:
    """Return whether a date counts from the publication by its words: «вчера», «в прошлом году»."""
    return any(point.shifts and not point.is_anaphoric for point in date.expression.points)


def update_antecedent(antecedent: Antecedent | None, date: FoundDate, anchored: Expression | None) -> Antecedent | None:
    """Return the antecedent for the next date, once this one is anchored."""
    if anchored is None:
        return antecedent
    written = date.expression.points[-1]
    if written.is_anaphoric and written.is_duration and written.shifts[-1].amount < 0:
        return antecedent  # «неделей ранее … неделей ранее» both count from the same week
    point = anchored.points[-1]
    if point.century is not None or point.decade is not None:
        return antecedent
    is_written = written.is_absolute or (antecedent is not None and antecedent.is_written and not is_deictic(date))
    names_month = written.month is not None or (written.day is not None and antecedent is not None)
    return Antecedent(date.stop, point, is_written, names_month)
