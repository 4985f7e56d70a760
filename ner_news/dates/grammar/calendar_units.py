"""Every stretch of the calendar that is one day or longer, and the order in which they are tried."""

from collections.abc import Callable
from typing import get_args

from ner_news.dates.expressions import Point, Reading
from ner_news.dates.grammar.day_month_year import (
    SPACE,
    read_day_of_month,
    read_month,
    read_number,
    read_ordinal_year,
    read_worded_year,
    read_year,
)
from ner_news.dates.grammar.decades_centuries import read_century, read_decade
from ner_news.dates.grammar.durations import read_about_ago, read_ago, read_before_that, read_in
from ner_news.dates.grammar.holidays import read_holiday, read_weekend
from ner_news.dates.grammar.numeric_dates import read_day_first, read_year_first
from ner_news.dates.grammar.quarters_seasons import (
    MODS,
    read_game_season,
    read_half,
    read_nth_weekday,
    read_quarter,
    read_season,
    read_slashed,
    read_tens,
)
from ner_news.dates.grammar.relative_dates import (
    read_adverb,
    read_adverbial,
    read_bare_unit,
    read_day_number,
    read_with_adjective,
)
from ner_news.dates.lexer import Row
from ner_news.dates.vocabulary import Kind

Rule = Callable[[Row, int], Reading | None]
Ruled = tuple[tuple[Rule, tuple[Kind, ...]], ...]


def read_edge(row: Row, index: int) -> Reading | None:
    """«начало 2016 года», «конец марта», «середина XIX века»."""
    edge = row.lexemes[index]
    if edge.kind != "edge" or row.lexemes[index + 1].gap not in SPACE:
        return None
    found = first_answer(row, index + 1, PLAIN) or read_bare_unit(row, index + 1) or read_ordinal_year(row, index + 1)
    if found is None or found.point.day is not None or found.point.weekday is not None or found.point.mod:
        return None
    return Reading(found.point._replace(mod=MODS[edge.code]), found.stop, found.after)


def read_portion(row: Row, index: int) -> Reading | None:
    """«первая половина 2021 года», «вторая половина мая»."""
    number = read_number(row, index)
    if number is None or number[0] > 2:
        return None
    word = row.lexemes[number[1]]
    if word.kind != "portion" or word.gap not in SPACE or row.lexemes[number[1] + 1].gap not in SPACE:
        return None
    found = first_answer(row, number[1] + 1, PLAIN) or read_bare_unit(row, number[1] + 1)
    if found is None or not _is_divisible(found.point):
        return None
    return Reading(found.point._replace(portion=number[0]), found.stop, found.after)


def _is_divisible(point: Point) -> bool:
    others = (point.day, point.half, point.quarter, point.season, point.weekday, point.nth, point.days)
    is_whole = all(shift.unit in ("year", "month", "century", "decade") for shift in point.shifts)
    return is_whole and all(field is None for field in others)


NUMBERS: tuple[Kind, ...] = ("number", "roman", "ordinal", "tens")
AMOUNTS: tuple[Kind, ...] = (
    "number", "count", "tens", "unit", "year", "part", "century", "quarter", "half", "hour", "minute", "half year",
)  # fmt: skip

# Each rule beside the kinds of words it can begin with. Longer first, where one is the beginning of another: digits
# alone come before digits with words, a season («2019/20 годов») before the year it begins with; those that hold
# one of the rest come first of all.
EDGES: Ruled = ((read_edge, ("edge",)), (read_portion, NUMBERS))
WHOLE: Ruled = (
    (read_year_first, ("number",)),
    (read_day_first, ("number",)),
    (read_tens, ("number", "ordinal", "adjective", "decade")),
    (read_nth_weekday, ("ordinal", "adjective")),
    (read_day_of_month, NUMBERS),
    (read_day_number, ("number",)),
    (read_adverb, ("adverb",)),
    (read_adverbial, ("adverbial",)),
    (read_with_adjective, ("adjective",)),
    (read_ago, AMOUNTS),
    (read_before_that, AMOUNTS),
    (read_about_ago, AMOUNTS),
    (read_in, ("lead",)),
    (read_holiday, ("holiday",)),
    (read_weekend, ("weekend",)),
    (read_month, ("month",)),
    (read_quarter, NUMBERS),
    (read_half, NUMBERS),
    (read_century, NUMBERS),
    (read_decade, ("number", "decade")),
    (read_season, ("season",)),
    (read_game_season, ("game",)),
    (read_slashed, ("number",)),
    (read_year, ("number",)),
    (read_worded_year, ("count", "thousand", "ordinal")),
)


def by_kind(rules: Ruled) -> dict[Kind, tuple[Rule, ...]]:
    """The rules of each kind of word, in their order: spares a fifth of all the time."""
    return {kind: tuple(rule for rule, kinds in rules if kind in kinds) for kind in get_args(Kind)}


PLAIN = by_kind(WHOLE)
CALENDAR = by_kind(EDGES + WHOLE)


def first_answer(row: Row, index: int, rules: dict[Kind, tuple[Rule, ...]]) -> Reading | None:
    """The first answer of the rules for the word at `index`."""
    for rule in rules[row.lexemes[index].kind]:
        found = rule(row, index)
        if found is not None:
            return found
    return None


def read_calendar(row: Row, index: int) -> Reading | None:
    """A stretch of the calendar that begins at `index`."""
    return first_answer(row, index, CALENDAR)
