"""Durations: «три дня назад», «через два месяца», «за последние два года», «годом ранее»."""

import re
from functools import cache
from typing import get_args

from ner_news.dates.boundaries import WINDOW, stands_after
from ner_news.dates.expressions import Match, Point, PointMatch, Range, Shift, Unit
from ner_news.dates.grammar.gaps import COUNTED_GAPS, MORE_GAPS, SPACE
from ner_news.dates.lexer import LexedText

KINDS: dict[str, Unit] = {
    "year": "year", "century": "century", "quarter": "quarter", "half": "half", "hour": "hour", "minute": "minute",
    "game": "game",
}  # fmt: skip
ALONE = {"год", "месяц", "неделю", "день", "сутки", "час", "минуту", "десятилетие", "столетие", "век", "квартал"}
"""Units that mean one without a count: «год назад»."""
ALONE_EARLIER = {"годом", "месяцем", "неделей", "днем", "часом", "сутками", "десятилетием"}
"""The same before «ранее» and «позже»: «годом ранее»."""
HALVES = {"года": Shift("month", 6), "часа": Shift("minute", 30), "века": Shift("year", 50), "суток": Shift("hour", 12)}
"""Behind «пол», written apart: «пол года назад»."""
LONGEST_COUNT = 999
_RANKS = {unit: rank for rank, unit in enumerate(get_args(Unit))}
"""Smaller units have higher ones: «1 год 1 год 1 год» is no duration of three."""


def read_unit(lexed: LexedText, index: int) -> Unit | None:
    """Read the unit that a word names; «дня» names one, though it is a part of day too.

    >>> from ner_news.dates.lexer import lex
    >>> read_unit(lex("три дня"), 1)
    'day'
    """
    lexeme = lexed.lexemes[index]
    if lexeme.kind == "unit":
        return lexeme.code  # type: ignore[return-value]
    if lexeme.kind == "part":
        return "day" if lexeme.code == "TAF" else None
    return KINDS.get(lexeme.kind)


def read_count(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """Read a number of things and the index behind it: «3», «три», «двадцать пять»."""
    lexeme = lexed.lexemes[index]
    if lexeme.kind == "number":
        return (lexeme.value, index + 1) if 0 < lexeme.value <= LONGEST_COUNT and not lexeme.code else None
    if lexeme.kind not in ("count", "tens"):
        return None
    units = lexed.lexemes[index + 1]
    is_compound = lexeme.value >= 20 and units.kind == "count" and units.value < 10 and units.gap == " "
    return (lexeme.value + units.value, index + 2) if is_compound else (lexeme.value, index + 1)


def _read_duration(lexed: LexedText, index: int, alone: set[str]) -> tuple[Shift, int] | None:
    """Read one duration and the index behind it: «три дня», «2 ч.», «полгода», «неделю»."""
    lexeme = lexed.lexemes[index]
    if lexeme.kind in ("half year", "half of"):
        return _read_half_units(lexed, index)
    count = read_count(lexed, index)
    if count is not None:
        unit = read_unit(lexed, count[1]) if lexed.lexemes[count[1]].gap in COUNTED_GAPS else None
        return (_make_shift(unit, count[0]), count[1] + 1) if unit else None
    unit = read_unit(lexed, index)
    if unit is None or lexed.text[lexeme.start : lexeme.stop] not in alone:
        return None
    return _make_shift(unit, 1), index + 1


def _read_half_units(lexed: LexedText, index: int) -> tuple[Shift, int] | None:
    lexeme = lexed.lexemes[index]
    if lexeme.kind == "half of":
        noun = lexed.lexemes[index + 1]
        half = HALVES.get(lexed.text[noun.start : noun.stop]) if noun.gap in COUNTED_GAPS else None
        return (half, index + 2) if half else None
    if lexeme.code == "year":
        return Shift("year", lexeme.value), index + 1
    if lexeme.code == "minute":
        return Shift("minute", lexeme.value), index + 1
    if not lexeme.code:
        return Shift("month", lexeme.value), index + 1
    unit = read_unit(lexed, index + 1) if lexed.lexemes[index + 1].gap in SPACE else None
    return (Shift("month", lexeme.value), index + 2) if unit == "year" else None


def _make_shift(unit: Unit, count: int) -> Shift:
    if unit == "century":
        return Shift("year", 100 * count)
    if unit == "decade":
        return Shift("year", 10 * count)
    return Shift("weeks" if unit == "week" else unit, count)


def _read_durations(lexed: LexedText, index: int, alone: set[str]) -> tuple[tuple[Shift, ...], int] | None:
    """Read one duration or several, each of a smaller unit: «1 год, 2 месяца и 3 дня»."""
    found: list[Shift] = []
    one = _read_duration(lexed, index, alone)
    while one is not None and not (found and _RANKS[one[0].unit] <= _RANKS[found[-1].unit]):
        found.append(one[0])
        index = one[1]
        one = _read_duration(lexed, index, alone) if lexed.lexemes[index].gap in MORE_GAPS else None
    return (tuple(found), index) if found else None


@cache
def _back_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+(?:тому\s+)?назад(?!\w)")


@cache
def _later_pattern() -> re.Pattern[str]:
    return re.compile(r"[ \xa0]+(?:(спустя|позже|позднее)|ранее|раньше)(?!\w)(?!\s+срока)")


@cache
def _before_that_pattern() -> re.Pattern[str]:
    return re.compile(r"[ \xa0]+до[ \xa0](?:этого|того)(?!\w)(?!,? как)")


@cache
def _after_that_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+(?:(после[ \xa0]этого(?!\w))|(?:после|до|с)\s)")


def _negate(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    return tuple(Shift(unit, -count) for unit, count in shifts)


def read_ago(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «три дня назад», «год назад», «двумя годами ранее», «неделю спустя»."""
    for alone, words in ((ALONE, _back_pattern()), (ALONE | ALONE_EARLIER, _later_pattern())):
        found = _read_durations(lexed, index, alone)
        if found is None or (alone is not ALONE and len(found[0]) > 1):
            continue
        stop = lexed.lexemes[found[1] - 1].stop
        end = words.match(lexed.text, stop, stop + WINDOW)
        if end is None:
            continue
        if stands_after(lexed.text, lexed.lexemes[index].start, "нескольк\\w+|мног\\w+|десятк\\w+|сот\\w+"):
            return None
        is_back = alone is ALONE
        if not is_back and stands_after(lexed.text, lexed.lexemes[index].start, "на"):
            return None  # «на год раньше»
        shifts = found[0] if end.lastindex and end[1] else _negate(found[0])
        return PointMatch(Point(shifts=shifts, is_duration=True, is_anaphoric=not is_back), end.end(), found[1])
    return None


def read_before_that(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «за два дня до этого»; «до того, как» refers to no date."""
    start = lexed.lexemes[index].start
    if lexed.text[max(0, start - 3) : start].strip() != "за":
        return None
    found = _read_durations(lexed, index, ALONE)
    if found is None or stands_after(lexed.text, start, "за") is None:
        return None
    stop = lexed.lexemes[found[1] - 1].stop
    end = _before_that_pattern().match(lexed.text, stop, stop + WINDOW)
    if end is None:
        return None
    return PointMatch(Point(shifts=_negate(found[0]), is_duration=True, is_anaphoric=True), end.end(), found[1])


def read_about_ago(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «года два назад», «лет пять назад»: an approximate duration."""
    unit, count = read_unit(lexed, index), read_count(lexed, index + 1)
    if unit is None or count is None or lexed.lexemes[index + 1].gap != " ":
        return None
    end = _back_pattern().match(lexed.text, lexed.lexemes[count[1] - 1].stop)
    if end is None:
        return None
    return PointMatch(
        Point(shifts=_negate((_make_shift(unit, count[0]),)), is_duration=True, mod="APPROX"), end.end(), count[1]
    )


def read_between_durations(lexed: LexedText, index: int) -> Match | None:
    """Read «два-три года назад», «через 10–15 лет»: from the one to the other."""
    lead = lexed.lexemes[index]
    is_ahead = lead.kind == "lead"
    first = read_count(lexed, index + is_ahead)
    last = _read_duration(lexed, first[1], set()) if first and lexed.lexemes[first[1]].gap in ("-", " - ") else None
    if first is None or last is None or first[0] >= abs(last[0].amount):
        return None
    end = None if is_ahead else _back_pattern().match(lexed.text, lexed.lexemes[last[1] - 1].stop)
    if end is None and not is_ahead:
        return None
    unit = lexed.lexemes[last[1] - 1]
    near = _make_shift(read_unit(lexed, last[1] - 1) or "year", first[0])
    points = [Point(shifts=(shift,), is_duration=True) for shift in (near, last[0])]
    if end is not None:
        points = [point._replace(shifts=_negate(point.shifts)) for point in reversed(points)]
    return Match(Range(points[0], points[1]), lead.start, end.end() if end else unit.stop, last[1])


def read_in(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «через два месяца», «спустя полгода», «через год после этого»; «через год после войны» is no date."""
    lead = lexed.lexemes[index]
    if lead.kind != "lead" or lexed.lexemes[index + 1].gap not in SPACE:
        return None
    found = _read_durations(lexed, index + 1, ALONE)
    if found is None:
        return None
    stop = lexed.lexemes[found[1] - 1].stop
    that = _after_that_pattern().match(lexed.text, stop, stop + WINDOW)
    if that is not None and that[1] is None:
        return None
    is_anaphoric = that is not None or lexed.text.startswith("спустя", lead.start)
    return PointMatch(
        Point(shifts=found[0], is_duration=True, is_anaphoric=is_anaphoric), that.end() if that else stop, found[1]
    )


def read_last_units(lexed: LexedText, index: int) -> Match | None:
    """Read «за последние два года», «в ближайшие три дня»: whole units before or after this one."""
    adjective = lexed.lexemes[index]
    is_back = adjective.code == "last"
    is_ahead = lexed.text.startswith(("ближайш", "следующ"), adjective.start)
    if adjective.kind != "adjective" or not (is_back or is_ahead) or lexed.lexemes[index + 1].gap not in SPACE:
        return None
    is_one = is_back and lexed.lexemes[index + 1].kind not in ("number", "count", "tens", "half year")
    if is_one and not stands_after(lexed.text, adjective.start, "за"):
        return None
    found = _read_duration(lexed, index + 1, ALONE | {"года"} if is_one else set())
    if found is None or (is_one and lexed.text.startswith("день", lexed.lexemes[index + 1].start)):
        return None
    unit, amount = found[0].unit, found[0].amount
    unit = "week" if unit == "weeks" else unit
    if amount == 1:
        point = Point(shifts=(Shift(unit, -1 if is_back else 1),))
        return Match(point, adjective.start, lexed.lexemes[found[1] - 1].stop, found[1])
    ends = (-amount, -1) if is_back else (1, amount)
    first, last = (Point(shifts=(Shift(unit, end),), is_duration=True) for end in ends)
    return Match(Range(first, last), adjective.start, lexed.lexemes[found[1] - 1].stop, found[1])
