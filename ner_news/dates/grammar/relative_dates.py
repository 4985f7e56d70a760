"""Dates that count from the publication or from another date: «вчера», «на прошлой неделе», «три дня назад»."""

import re
from functools import cache

from ner_news.dates.boundaries import WINDOW
from ner_news.dates.expressions import Point, Reading, Shift, is_day
from ner_news.dates.grammar.day_month_year import SPACE, is_same, read_month
from ner_news.dates.grammar.durations import unit_of
from ner_news.dates.lexer import Lexeme, Row
from ner_news.morph import look_up

PLURALS = ("ие", "ые", "их", "ых", "ими", "ыми", "ти", "те", "тех", "тих")
PARTS_OF_TODAY = ("TMO", "TEV", "TNI")


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
