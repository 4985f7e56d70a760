"""Text to dates: the rules in their order, tried at each lexeme; no publication time is known here."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ner_news.dates.bare import read_bare_range, read_bare_year, read_year_behind_word
from ner_news.dates.contexts import ABOUT, NAMED_AFTER_YEARS, is_glued_before, stands_after
from ner_news.dates.expressions import Expression, Match, Point
from ner_news.dates.hours import read_day_with_hours, read_hours_with_day
from ner_news.dates.lexemes import Row, read_row
from ner_news.dates.lists import read_listed
from ner_news.dates.moments import read_moment
from ner_news.dates.points import LOOSE, SPACE, can_be_day
from ner_news.dates.ranges import read_between, read_range, read_short_range, read_until_now


class FoundDate(NamedTuple):
    """A date in a text."""

    start: int
    stop: int
    expression: Expression
    """What is written; `resolve` says what it means."""


def read_single(row: Row, index: int) -> Match | None:
    """One date with all that belongs to it."""
    found = read_moment(row, index)
    return Match(found.point, row.lexemes[index].start, found.stop, found.after) if found else None


Rule = Callable[[Row, int], Match | None]

# Two dates before one, since a range begins like its first date; dates with words before years without,
# which are sure by their place alone.
RULES: tuple[Rule, ...] = (
    read_until_now,
    read_day_with_hours,
    read_hours_with_day,
    read_between,
    read_range,
    read_short_range,
    read_listed,
    read_single,
    read_bare_range,
    read_bare_year,
    read_year_behind_word,
)


def _is_rest(row: Row, index: int) -> bool:
    """Whether what begins here is the rest of a date that does not exist, or of something longer.

    «31 февраля 2021 года» must not leave «февраля 2021 года», nor «32.13.2021 года» its year.
    """
    lexeme, last = row.lexemes[index], row.lexemes[index - 1]  # before the first stands an `END`
    if lexeme.kind == "number":
        follows_month = last.kind == "month" and lexeme.gap in LOOSE and lexeme.digits in (3, 4)
        return follows_month or is_glued_before(row.text, lexeme.start)
    is_genitive = lexeme.kind == "month" and lexeme.code.startswith("gen")
    return is_genitive and lexeme.gap in SPACE and can_be_day(last)


def _is_name(row: Row, match: Match) -> bool:
    """Whether the year belongs to a name: «площадь 1905 года»."""
    is_year = isinstance(match.expression, Point) and match.expression == Point(match.expression.year)
    return is_year and stands_after(row.text, match.start, NAMED_AFTER_YEARS) is not None


def _answer(row: Row, index: int) -> tuple[str, Match] | None:
    """The first rule that finds a date whose place in the calendar is known, and what it finds."""
    for rule in RULES:
        match = rule(row, index)
        if match is not None and match.expression.is_absolute and not _is_name(row, match):
            return rule.__name__, match
    return None


def _with_approximation(row: Row, match: Match) -> Expression:
    """The expression, marked when «около» or «примерно в» stands before it."""
    if match.expression.mod is not None or not stands_after(row.text, match.start, ABOUT):
        return match.expression
    return match.expression._replace(mod="APPROX")


def find_with_rules(text: str) -> Iterator[tuple[str, FoundDate]]:
    """Each date with the name of the rule that decided, to see why.

    >>> [(rule, date.stop) for rule, date in find_with_rules("с 1 по 5 мая 2021 года")]
    [('read_range', 22)]
    """
    row, index = read_row(text), 0
    while row.lexemes[index].kind != "end":
        answer = None if _is_rest(row, index) else _answer(row, index)
        if answer is None:
            index += 1
            continue
        rule, match = answer
        yield rule, FoundDate(match.start, match.stop, _with_approximation(row, match))
        index = match.after


def find_dates(text: str) -> list[FoundDate]:
    """The absolute dates of a text, in order, without overlaps.

    >>> find_dates("Сессия прошла 16 сентября 2021 года.")
    [FoundDate(start=14, stop=35, expression=Point(year=2021, month=9, day=16))]
    """
    return [date for _, date in find_with_rules(text)]
