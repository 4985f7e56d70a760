"""The finder of dates: it tries the rules in their order at each lexeme, without knowing the publication time."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, get_args

from ner_news.dates.boundaries import ABOUT, MORE, is_glued_before, stands_after, with_era, with_preposition
from ner_news.dates.expressions import Expression, Match, Point
from ner_news.dates.false_positives import is_date
from ner_news.dates.grammar.bare_days import read_bare_day, read_part_of_bare_day
from ner_news.dates.grammar.bare_years import (
    read_bare_year,
    read_bare_year_range,
    read_short_years,
    read_year_behind_word,
)
from ner_news.dates.grammar.clock_ranges import (
    read_bare_clock,
    read_bare_clock_range,
    read_clock_range_with_day,
    read_day_with_clock_range,
)
from ner_news.dates.grammar.clock_times import TIME_KINDS
from ner_news.dates.grammar.date_ranges import (
    read_between,
    read_first_months,
    read_listed,
    read_range,
    read_short_range,
    read_until_now,
)
from ner_news.dates.grammar.day_month_year import can_be_day
from ner_news.dates.grammar.decades_centuries import read_share_of_century
from ner_news.dates.grammar.durations import read_between_durations, read_last_units
from ner_news.dates.grammar.full_dates import read_full_date
from ner_news.dates.grammar.gaps import AND, DASHES, LOOSE, ORDINAL_GAPS, SPACE, TO, TOUCHING
from ner_news.dates.grammar.holidays import read_new_year
from ner_news.dates.grammar.numeric_dates import read_numeric_day, read_numeric_days
from ner_news.dates.grammar.numeric_periods import begins_code, read_months_code, read_months_in_digits
from ner_news.dates.grammar.recurrence import read_every_part, read_workdays, recurs
from ner_news.dates.grammar.time_zones import find_zone
from ner_news.dates.lexer import BREAK, LexedText, lex
from ner_news.dates.vocabulary import Kind


class FoundDate(NamedTuple):
    """A date in a text."""

    start: int
    stop: int
    expression: Expression
    """The date as it is written; `resolve` says what it means."""
    zone: str | None = None
    """The time zone of its time of day, as written."""
    recurs: bool = False
    """It comes back: «каждую среду», «ежегодно 9 мая»."""


def read_single_date(lexed: LexedText, index: int) -> Match | None:
    """Read one date with all that belongs to it."""
    found = read_full_date(lexed, index)
    return Match(found.point, lexed.lexemes[index].start, found.stop, found.after) if found else None


DateRule = Callable[[LexedText, int], Match | None]

# Rules for two dates come before those for one, since a range begins like its first date; years without a word come
# last, since only their place makes them sure.
NUMBER: tuple[Kind, ...] = ("number",)
UNITS: tuple[Kind, ...] = ("unit", "year", "century", "quarter", "half", "hour", "minute")
"""They begin a date in «год назад», «Новый год» and «год 2000» alone."""
OTHERS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind not in (*UNITS, "portion", "date", "ten days"))
RULES: tuple[tuple[DateRule, tuple[Kind, ...]], ...] = (
    (read_last_units, ("adjective",)),
    (read_new_year, ("year",)),
    (read_first_months, ("number", "count", "ordinal")),
    (read_months_code, NUMBER),
    (read_months_in_digits, NUMBER),
    (read_share_of_century, ("ordinal", "adjective")),
    (read_between_durations, ("number", "count", "lead")),
    (read_until_now, OTHERS),
    (read_day_with_clock_range, OTHERS),
    (read_clock_range_with_day, TIME_KINDS),
    (read_between, OTHERS),
    (read_range, OTHERS),
    (read_short_range, NUMBER),
    (read_listed, OTHERS),
    (read_single_date, (*OTHERS, *UNITS, "portion")),
    (read_numeric_day, NUMBER),
    (read_numeric_days, NUMBER),
    (read_bare_clock_range, TIME_KINDS),
    (read_bare_clock, TIME_KINDS),
    (read_workdays, ("workdays",)),
    (read_every_part, ("part",)),
    (read_short_years, NUMBER),
    (read_bare_day, NUMBER),
    (read_part_of_bare_day, ("part",)),
    (read_bare_year_range, NUMBER),
    (read_bare_year, NUMBER),
    (read_year_behind_word, ("year",)),
)
RULES_BY_KIND: dict[Kind, tuple[DateRule, ...]] = {
    kind: tuple(rule for rule, kinds in RULES if kind in kinds) for kind in get_args(Kind)
}
NEVER_ALONE = frozenset(("adjective", "adverbial", "count", "tens", "ordinal", "edge", "lead", "portion"))
"""Words that are no date without the next one."""
NUMBER_GAPS = frozenset(
    (*TOUCHING, *ORDINAL_GAPS, *DASHES, *TO, *AND, ".", ". ", ":", "/", ", ", ". - ", ". по ", ". в ")
)
"""Gaps behind the first number of a date: «5 мая», «5–7 мая», «5, 6 и 7 мая», «05.05.2021»."""


def _choose_rules(lexed: LexedText, index: int) -> tuple[DateRule, ...]:
    """Return the rules that may find a date here; most words that a date can hold begin none."""
    lexeme, gap = lexed.lexemes[index], lexed.lexemes[index + 1].gap
    is_small = lexeme.kind == "number" and lexeme.digits < 3 and not lexeme.code
    if (is_small and gap not in NUMBER_GAPS and not begins_code(lexed, lexeme)) or (
        gap == BREAK and lexeme.kind in NEVER_ALONE
    ):
        return ()
    return RULES_BY_KIND[lexeme.kind]


def _is_rest(lexed: LexedText, index: int) -> bool:
    """Return whether what begins here is the rest of something longer, or of a date that does not exist.

    «31 февраля 2021 года» must not leave «февраля 2021 года», nor «32.13.2021 года» its year.
    """
    lexeme, last = lexed.lexemes[index], lexed.lexemes[index - 1]  # before the first stands an `END`
    if lexeme.kind == "number":
        follows_month = last.kind == "month" and lexeme.gap in LOOSE and lexeme.digits in (3, 4)
        return follows_month or is_glued_before(lexed.text, lexeme.start)
    if lexeme.kind == "ordinal":  # «тридцать первого июня»
        return last.kind == "tens" and lexeme.gap == " "
    is_genitive = lexeme.kind == "month" and lexeme.code.startswith("gen")
    return is_genitive and lexeme.gap in SPACE and can_be_day(last)


def _find_first(lexed: LexedText, index: int) -> tuple[str, Match] | None:
    """Return the name of the first rule that finds a date, and the match; `None` where no rule does."""
    for rule in _choose_rules(lexed, index):
        match = rule(lexed, index)
        if match is not None and is_date(lexed, match, index):
            return rule.__name__, match
    return None


def _with_approximation(lexed: LexedText, match: Match) -> Match:
    """Return the match, marked and extended by the «около» or «примерно в» that stands before it."""
    is_duration = isinstance(match.expression, Point) and match.expression.is_duration
    about = stands_after(lexed.text, match.start, f"{ABOUT}|{MORE}" if is_duration else ABOUT)
    if match.expression.mod is not None or about is None:
        return match
    return match._replace(expression=match.expression._replace(mod="APPROX"), start=match.start - len(about[0]))


def _find_start(lexed: LexedText, match: Match) -> int:
    """Return where the date begins, its preposition and the «без» of «без четверти пять» included."""
    is_clock = match.expression.points[0].hour is not None
    without = stands_after(lexed.text, match.start, "без") if is_clock else None
    return with_preposition(lexed.text, match.start - len(without[0]) if without else match.start)


def _find_stop(lexed: LexedText, match: Match) -> int:
    """Return where the date ends, its «н. э.» included."""
    return with_era(lexed.text, match.stop) if match.expression.is_absolute else match.stop


def find_in_lexed(lexed: LexedText) -> Iterator[tuple[str, FoundDate]]:
    """Yield each date with the name of the rule that decided."""
    index = 0
    while lexed.lexemes[index].kind != "end":
        answer = _find_first(lexed, index)
        if answer is None or _is_rest(lexed, index):  # few find anything: the dearer question comes last
            index += 1
            continue
        rule, match = answer
        is_back = recurs(lexed, match, index)
        match = _with_approximation(lexed, match)
        start, stop = _find_start(lexed, match), _find_stop(lexed, match)
        yield rule, FoundDate(start, stop, match.expression, find_zone(lexed, match), is_back)
        index = match.after


def find_with_rules(text: str) -> Iterator[tuple[str, FoundDate]]:
    """Yield each date of a text with the name of the rule that decided.

    >>> [(rule, date.stop) for rule, date in find_with_rules("с 1 по 5 мая 2021 года")]
    [('read_range', 22)]
    """
    return find_in_lexed(lex(text))


def find_dates(text: str) -> list[FoundDate]:
    """Return the dates of a text, in order, without overlaps.

    >>> [date.expression for date in find_dates("Сессия прошла 16 сентября 2021 года.")]
    [Point(year=2021, month=9, day=16)]
    """
    return [date for _, date in find_with_rules(text)]
