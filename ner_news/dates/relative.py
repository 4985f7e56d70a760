"""Dates that count from the publication or from another date: «вчера», «на прошлой неделе», «три дня назад»."""

import re
from functools import cache

from ner_news.dates.contexts import WINDOW, stands_after
from ner_news.dates.expressions import Match, Point, Range, Reading, Shift, Unit
from ner_news.dates.lexemes import Lexeme, Row
from ner_news.dates.points import SPACE, TOUCHING, is_day, is_same, read_month
from ner_news.morph import look_up

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
PLURALS = ("ие", "ые", "их", "ых", "ими", "ыми", "ти", "те", "тех", "тих")
PARTS_OF_TODAY = ("TMO", "TEV", "TNI")


def unit_of(row: Row, index: int) -> Unit | None:
    """The unit that a word names: «дня» is one though it is a part of day too.

    >>> from ner_news.dates.lexemes import read_row
    >>> unit_of(read_row("три дня"), 1)
    'day'
    """
    lexeme = row.lexemes[index]
    if lexeme.kind == "unit":
        return lexeme.code  # type: ignore[return-value]
    if lexeme.kind == "part":
        return "day" if lexeme.code == "TAF" else None
    return KINDS.get(lexeme.kind)


@cache
def _apart() -> re.Pattern[str]:
    """What follows an adverb when it is none but a preposition or goes on: «накануне 9 мая», «сегодня-завтра»."""
    return re.compile(r"-[а-я]|\s+(?:того|этого|чего|[0-9]{1,2}\s+[а-я]{3,8}я\b|(?:дня|нового\s+года|рождества)\b)")


def _is_preposition(row: Row, stop: int) -> bool:
    """Whether «накануне» governs what follows: «накануне визита», not «накануне президент заявил»."""
    word = re.compile(r"\s+([а-я]+(?:-[а-я]+)*)").match(row.text, stop, stop + WINDOW)
    readings = look_up(word[1]) if word else ()
    if not word or not readings or readings[0].pos not in ("NOUN", "ADJF", "PRTF", "NUMR", "NPRO"):
        return False
    if not any(found.case == "gent" for found in readings):
        return False
    return readings[0].case == "gent" or all(found.case != "nomn" for found in readings)


def read_adverb(row: Row, index: int) -> Reading | None:
    """«вчера», «послезавтра»; «накануне» is the day before, but «накануне выборов» is no date of its own."""
    adverb = row.lexemes[index]
    if adverb.kind != "adverb" or _apart().match(row.text, adverb.stop, adverb.stop + WINDOW):
        return None
    if row.text.startswith("накануне", adverb.start) and _is_preposition(row, adverb.stop):
        return None
    return Reading(Point(shifts=(Shift("day", adverb.value),)), adverb.stop, index + 1)


def read_adverbial(row: Row, index: int) -> Reading | None:
    """«до завтрашнего дня», «вчерашним вечером»."""
    word, unit = row.lexemes[index], row.lexemes[index + 1]
    if word.kind != "adverbial" or unit.gap not in SPACE:
        return None
    point = Point(shifts=(Shift("day", word.value),))
    if unit.kind == "part" and unit.code != "TAF":
        return Reading(point._replace(part=unit.code), unit.stop, index + 2)
    return Reading(point, unit.stop, index + 2) if unit_of(row, index + 1) == "day" else None


def _last_day(row: Row, adjective: Lexeme, *, same: bool) -> bool:
    """«в этот день», «на следующий день» hang on the text; «в будущий день» is no phrase."""
    return same or adjective.code == "this" or row.text.startswith("следующ", adjective.start)


def read_with_adjective(row: Row, index: int) -> Reading | None:
    """«на прошлой неделе», «в этом году», «в минувшую субботу», «прошлым летом», «в тот же день»."""
    adjective, noun = row.lexemes[index], row.lexemes[index + 1]
    if adjective.kind != "adjective":
        return None
    same = is_same(adjective, noun)
    if same is None:
        return None
    for rule in (_unit_behind, _name_behind, _part_behind):
        point = rule(row, index, same)
        if point is not None:
            return _with_weekday(row, Reading(point._replace(leans=point.leans or same), noun.stop, index + 2))
    return None


NOMINATIVES = {"год", "месяц", "день", "век", "квартал", "сезон"}


def _agrees(row: Row, adjective: Lexeme, noun: Lexeme) -> bool:
    """Not so in «узнала об этом месяц назад»."""
    word, unit = row.text[adjective.start : adjective.stop], row.text[noun.start : noun.stop]
    if unit in NOMINATIVES:
        return word.endswith(("ый", "ий", "ой", "от"))
    return unit != "неделю" or word.endswith(("ю", "у"))


def _unit_behind(row: Row, index: int, same: bool) -> Point | None:
    adjective, noun = row.lexemes[index], row.lexemes[index + 1]
    unit = unit_of(row, index + 1)
    if unit is None or unit in ("hour", "minute") or noun.code == "many" or not _agrees(row, adjective, noun):
        return None
    count = 0 if adjective.code == "that" else adjective.value
    if unit == "day":
        if not _last_day(row, adjective, same=same) or row.text.startswith("дни", noun.start):
            return None
        return Point(shifts=(Shift("day", count),), leans=True)
    if row.text[noun.start : noun.stop] in ("лет", "дней", "недели", "месяцы", "месяцев") and not _is_one(row, index):
        return None  # «последние недели», «прошлых лет»
    return Point(shifts=(Shift(unit, count),))


def _is_one(row: Row, index: int) -> bool:
    """«прошлой недели», not «прошлые недели»."""
    adjective = row.lexemes[index]
    return row.text[adjective.start : adjective.stop].endswith(("ой", "ей"))


def _name_behind(row: Row, index: int, same: bool) -> Point | None:
    """A weekday, a month, a season, the weekend."""
    adjective, noun = row.lexemes[index], row.lexemes[index + 1]
    count = 0 if adjective.code == "that" else adjective.value
    if noun.code == "abbr" or (noun.kind == "month" and noun.code == "gen abbr"):
        return None
    if noun.kind != "weekend" and row.text[adjective.start : adjective.stop].endswith(PLURALS):
        return None  # «предстоящие весной выборы»
    if noun.kind == "weekend":
        return Point(is_weekend=True, shifts=(Shift("named", 0 if adjective.code == "coming" else count),))
    if noun.kind == "weekday":
        if not count or (count == 1 and adjective.code != "coming"):
            return Point(weekday=noun.value, shifts=(Shift("week", count),))
        return Point(weekday=noun.value, shifts=(Shift("named", count),))
    if noun.kind == "month":
        point = Point(month=noun.value)
    elif noun.kind == "season":
        point = Point(season=noun.code)
    else:
        return None
    is_last_year = row.text.startswith("прошл", adjective.start) and noun.code != "WI"
    if same or not count or is_last_year:  # «прошлым летом» is that of last year, «минувшим» the latest
        return point._replace(shifts=(Shift("year", count),))
    return point._replace(shifts=(Shift("named", count),))


def _part_behind(row: Row, index: int, same: bool) -> Point | None:
    """«прошлой ночью» ended this morning; «в тот же вечер» is of the day last named; «этим утром» is today's."""
    adjective, part = row.lexemes[index], row.lexemes[index + 1]
    if part.kind != "part" or part.code not in PARTS_OF_TODAY or adjective.value > 0:
        return None
    if row.text[adjective.start : adjective.stop].endswith(PLURALS):
        return None  # «в предыдущие ночи»
    is_evening_before = part.code == "TEV" and adjective.value < 0 and not same
    return Point(part=part.code, shifts=(Shift("day", -1 if is_evening_before else 0),))


def _with_weekday(row: Row, found: Reading) -> Reading:
    """«на прошлой неделе в среду»."""
    lexeme = row.lexemes[found.after]
    is_week = found.point.shifts[-1].unit == "week" and found.point.weekday is None
    if not is_week or lexeme.kind != "weekday" or lexeme.gap not in (" в ", " во ", ", в ", ", во "):
        return found
    return Reading(found.point._replace(weekday=lexeme.value), lexeme.stop, found.after + 1)


def read_relative_week(row: Row, index: int) -> Reading | None:
    """«прошлой недели» or «на этой неделе» behind a weekday."""
    if row.lexemes[index].gap not in (" ", " на ", ", на "):
        return None
    found = read_with_adjective(row, index)
    return found if found is not None and found.point.shifts[-1].unit == "week" else None


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
def _after_that() -> re.Pattern[str]:
    return re.compile(r"\s+(?:после|до|с)\s")


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
    """«через два месяца», «спустя полгода»; «через год после войны» is no date by itself."""
    lead = row.lexemes[index]
    if lead.kind != "lead" or row.lexemes[index + 1].gap not in SPACE:
        return None
    found = _shifts(row, index + 1, ALONE)
    if found is None:
        return None
    stop = row.lexemes[found[1] - 1].stop
    if _after_that().match(row.text, stop, stop + WINDOW):
        return None
    return Reading(
        Point(shifts=found[0], is_amount=True, leans=row.text.startswith("спустя", lead.start)), stop, found[1]
    )


def read_bare_unit(row: Row, index: int) -> Reading | None:
    """«года», «месяца», «недели», «дня» behind «в конце»: those of the publication."""
    lexeme, unit = row.lexemes[index], unit_of(row, index)
    if unit not in ("year", "month", "week", "day", "quarter", "half", "century"):
        return None
    is_one = row.text[lexeme.start : lexeme.stop] in (
        "года", "месяца", "недели", "дня", "квартала", "полугодия", "века", "столетия",
    )  # fmt: skip
    return Reading(Point(shifts=(Shift(unit, 0),)), lexeme.stop, index + 1) if is_one else None


def read_day_number(row: Row, index: int) -> Reading | None:
    """«25 числа», «15-го числа прошлого месяца»."""
    number, word = row.lexemes[index], row.lexemes[index + 1]
    is_number = number.kind == "number" and number.digits in (1, 2) and 1 <= number.value <= 31
    is_number = is_number and number.code not in ("х", "ых")
    if not is_number or word.kind != "date" or word.gap not in SPACE:
        return None
    month = read_with_adjective(row, index + 2) if row.lexemes[index + 2].gap in SPACE else None
    if month is not None and month.point.shifts[-1].unit == "month":
        return Reading(month.point._replace(day=number.value), month.stop, month.after)
    named = read_month(row, index + 2) if row.lexemes[index + 2].gap in SPACE else None
    if named is not None and named.point.month and is_day(named.point.month, number.value, named.point.year):
        return Reading(named.point._replace(day=number.value), named.stop, named.after)
    return Reading(Point(day=number.value), word.stop, index + 2)


def read_holiday(row: Row, index: int) -> Reading | None:
    """«Новый год», «Рождество»."""
    lexeme = row.lexemes[index]
    if lexeme.kind == "holiday":
        end = re.compile(r"\s+христов[оау]").match(row.text, lexeme.stop)
        month, day = divmod(lexeme.value, 100)
        return Reading(Point(month=month, day=day, feast="Рождество"), end.end() if end else lexeme.stop, index + 1)
    return None


@cache
def _new() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)Нов(?:ый|ого|ому)\s+\Z")


def read_new_year(row: Row, index: int) -> Match | None:
    """«Новый год», «до Нового года» with its capital letter; «С Новым годом!» is a greeting."""
    word = row.lexemes[index]
    lead = _new().search(row.source, max(0, word.start - 10), word.start)
    if lead is None or word.kind != "year" or word.code != "one":
        return None
    start = lead.start()
    return Match(Point(month=1, day=1, feast="Новый год"), start, word.stop, index + 1)


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


def read_weekend(row: Row, index: int) -> Reading | None:
    """«в выходные»; the tense says which."""
    word = row.lexemes[index]
    if word.kind != "weekend" or not stands_after(row.text, word.start, "в|на|за|до|после|к"):
        return None
    if re.compile(r"\s+(?:[0-9]|дн)").match(row.text, word.stop, word.stop + 8):
        return None
    return Reading(Point(is_weekend=True), word.stop, index + 1)
