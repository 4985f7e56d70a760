"""Amounts of time: «три дня назад», «через два месяца», «за последние два года», «годом ранее»."""

import re
from functools import cache

from ner_news.dates.boundaries import WINDOW, stands_after
from ner_news.dates.expressions import Match, Point, Range, Reading, Shift, Unit
from ner_news.dates.grammar.day_month_year import SPACE, TOUCHING
from ner_news.dates.lexer import Row

KINDS: dict[str, Unit] = {
    "year": "year", "century": "century", "quarter": "quarter", "half": "half", "hour": "hour", "minute": "minute",
    "game": "game",
}  # fmt: skip
ALONE = {"год", "месяц", "неделю", "день", "сутки", "час", "минуту", "десятилетие", "столетие", "век", "квартал"}
"""What may stand for one of itself: «год назад»."""
ALONE_EARLIER = {"годом", "месяцем", "неделей", "днем", "часом", "сутками", "десятилетием"}
"""The same before «ранее» and «позже»: «годом ранее»."""
COUNTED_GAPS = (*TOUCHING, "-")
MORE_GAPS = (" ", ", ", " и ")
LONGEST_COUNT = 999


def unit_of(row: Row, index: int) -> Unit | None:
    """The unit that a word names: «дня» is one though it is a part of day too.

    >>> from ner_news.dates.lexer import read_row
    >>> unit_of(read_row("три дня"), 1)
    'day'
    """
    lexeme = row.lexemes[index]
    if lexeme.kind == "unit":
        return lexeme.code  # type: ignore[return-value]
    if lexeme.kind == "part":
        return "day" if lexeme.code == "TAF" else None
    return KINDS.get(lexeme.kind)


def read_count(row: Row, index: int) -> tuple[int, int] | None:
    """A number of things and the index behind it: «3», «три», «двадцать пять»."""
    lexeme = row.lexemes[index]
    if lexeme.kind == "number":
        return (lexeme.value, index + 1) if 0 < lexeme.value <= LONGEST_COUNT and not lexeme.code else None
    if lexeme.kind not in ("count", "tens"):
        return None
    units = row.lexemes[index + 1]
    is_compound = lexeme.value >= 20 and units.kind == "count" and units.value < 10 and units.gap == " "
    return (lexeme.value + units.value, index + 2) if is_compound else (lexeme.value, index + 1)


def _shift(row: Row, index: int, alone: set[str]) -> tuple[Shift, int] | None:
    """An amount of time and the index behind it: «три дня», «2 ч.», «полгода», «неделю»."""
    lexeme = row.lexemes[index]
    if lexeme.kind == "half year":
        return _halves(row, index)
    count = read_count(row, index)
    if count is not None:
        unit = unit_of(row, count[1]) if row.lexemes[count[1]].gap in COUNTED_GAPS else None
        return (_counted(unit, count[0]), count[1] + 1) if unit else None
    unit = unit_of(row, index)
    if unit is None or row.text[lexeme.start : lexeme.stop] not in alone:
        return None
    return _counted(unit, 1), index + 1


def _halves(row: Row, index: int) -> tuple[Shift, int] | None:
    lexeme = row.lexemes[index]
    if lexeme.code == "minute":
        return Shift("minute", lexeme.value), index + 1
    if not lexeme.code:
        return Shift("month", lexeme.value), index + 1
    unit = unit_of(row, index + 1) if row.lexemes[index + 1].gap in SPACE else None
    return (Shift("month", lexeme.value), index + 2) if unit == "year" else None


def _counted(unit: Unit, count: int) -> Shift:
    if unit == "century":
        return Shift("year", 100 * count)
    if unit == "decade":
        return Shift("year", 10 * count)
    return Shift("weeks" if unit == "week" else unit, count)


def _shifts(row: Row, index: int, alone: set[str]) -> tuple[tuple[Shift, ...], int] | None:
    """One amount or several: «1 год, 2 месяца и 3 дня»."""
    found: list[Shift] = []
    while True:
        one = _shift(row, index, alone)
        if one is None or (found and row.lexemes[index].gap not in MORE_GAPS):
            return (tuple(found), index) if found and one is not None else None
        found.append(one[0])
        index = one[1]
        if row.lexemes[index].gap not in MORE_GAPS or len(found) == 7 or _shift(row, index, alone) is None:
            return tuple(found), index


@cache
def _back() -> re.Pattern[str]:
    return re.compile(r"\s+(?:тому\s+)?назад(?!\w)")


@cache
def _later() -> re.Pattern[str]:
    return re.compile(r"[ \xa0]+(?:(спустя|позже|позднее)|ранее|раньше)(?!\w)(?!\s+срока)")


@cache
def _before_that() -> re.Pattern[str]:
    return re.compile(r"[ \xa0]+до[ \xa0](?:этого|того)(?!\w)(?!,? как)")


@cache
def _after_that() -> re.Pattern[str]:
    return re.compile(r"\s+(?:(после[ \xa0]этого(?!\w))|(?:после|до|с)\s)")


def _negative(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    return tuple(Shift(unit, -count) for unit, count in shifts)


def read_ago(row: Row, index: int) -> Reading | None:
    """«три дня назад», «год назад», «двумя годами ранее», «неделю спустя»."""
    if stands_after(row.text, row.lexemes[index].start, "нескольк\\w+|мног\\w+|десятк\\w+|сот\\w+"):
        return None
    for alone, words in ((ALONE, _back()), (ALONE | ALONE_EARLIER, _later())):
        found = _shifts(row, index, alone)
        if found is None or (alone is not ALONE and len(found[0]) > 1):
            continue
        stop = row.lexemes[found[1] - 1].stop
        end = words.match(row.text, stop, stop + WINDOW)
        if end is None:
            continue
        is_back = alone is ALONE
        if not is_back and stands_after(row.text, row.lexemes[index].start, "на"):
            return None  # «на год раньше»
        shifts = found[0] if end.lastindex and end[1] else _negative(found[0])
        return Reading(Point(shifts=shifts, is_amount=True, leans=not is_back), end.end(), found[1])
    return None


def read_before_that(row: Row, index: int) -> Reading | None:
    """«за два дня до этого»; «до того, как» hangs on no date."""
    found = _shifts(row, index, ALONE)
    if found is None or stands_after(row.text, row.lexemes[index].start, "за") is None:
        return None
    stop = row.lexemes[found[1] - 1].stop
    end = _before_that().match(row.text, stop, stop + WINDOW)
    if end is None:
        return None
    return Reading(Point(shifts=_negative(found[0]), is_amount=True, leans=True), end.end(), found[1])


def read_about_ago(row: Row, index: int) -> Reading | None:
    """«года два назад», «лет пять назад»: an amount that is not meant to the letter."""
    unit, count = unit_of(row, index), read_count(row, index + 1)
    if unit is None or count is None or row.lexemes[index + 1].gap != " ":
        return None
    end = _back().match(row.text, row.lexemes[count[1] - 1].stop)
    if end is None:
        return None
    return Reading(
        Point(shifts=_negative((_counted(unit, count[0]),)), is_amount=True, mod="APPROX"), end.end(), count[1]
    )


def read_between_amounts(row: Row, index: int) -> Match | None:
    """«два-три года назад», «через 10–15 лет»: from the one to the other."""
    lead = row.lexemes[index]
    is_ahead = lead.kind == "lead"
    first = read_count(row, index + is_ahead)
    last = _shift(row, first[1], set()) if first and row.lexemes[first[1]].gap in ("-", " - ") else None
    if first is None or last is None or first[0] >= abs(last[0].amount):
        return None
    end = None if is_ahead else _back().match(row.text, row.lexemes[last[1] - 1].stop)
    if end is None and not is_ahead:
        return None
    unit = row.lexemes[last[1] - 1]
    near = _counted(unit_of(row, last[1] - 1) or "year", first[0])
    points = [Point(shifts=(shift,), is_amount=True) for shift in (near, last[0])]
    if end is not None:
        points = [point._replace(shifts=_negative(point.shifts)) for point in reversed(points)]
    return Match(Range(points[0], points[1]), lead.start, end.end() if end else unit.stop, last[1])


def read_in(row: Row, index: int) -> Reading | None:
    """«через два месяца», «спустя полгода», «через год после этого»; «через год после войны» is no date by itself."""
    lead = row.lexemes[index]
    if lead.kind != "lead" or row.lexemes[index + 1].gap not in SPACE:
        return None
    found = _shifts(row, index + 1, ALONE)
    if found is None:
        return None
    stop = row.lexemes[found[1] - 1].stop
    that = _after_that().match(row.text, stop, stop + WINDOW)
    if that is not None and that[1] is None:
        return None
    leans = that is not None or row.text.startswith("спустя", lead.start)
    return Reading(Point(shifts=found[0], is_amount=True, leans=leans), that.end() if that else stop, found[1])


def read_last_units(row: Row, index: int) -> Match | None:
    """«за последние два года», «в ближайшие три дня», «за последний месяц»: whole units before or after this one."""
    adjective = row.lexemes[index]
    is_back = adjective.code == "last"
    is_ahead = row.text.startswith(("ближайш", "следующ"), adjective.start)
    if adjective.kind != "adjective" or not (is_back or is_ahead) or row.lexemes[index + 1].gap not in SPACE:
        return None
    is_one = is_back and row.lexemes[index + 1].kind not in ("number", "count", "tens", "half year")
    if is_one and not stands_after(row.text, adjective.start, "за"):
        return None
    found = _shift(row, index + 1, ALONE | {"года"} if is_one else set())
    if found is None or (is_one and row.text.startswith("день", row.lexemes[index + 1].start)):
        return None
    unit, amount = found[0].unit, found[0].amount
    unit = "week" if unit == "weeks" else unit
    if amount == 1:
        point = Point(shifts=(Shift(unit, -1 if is_back else 1),))
        return Match(point, adjective.start, row.lexemes[found[1] - 1].stop, found[1])
    ends = (-amount, -1) if is_back else (1, amount)
    first, last = (Point(shifts=(Shift(unit, end),), is_amount=True) for end in ends)
    return Match(Range(first, last), adjective.start, row.lexemes[found[1] - 1].stop, found[1])
