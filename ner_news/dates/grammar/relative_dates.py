"""Dates that count from the publication or from another date: «вчера», «на прошлой неделе», «в тот же день»."""

import re
from functools import cache

from ner_news.dates.boundaries import WINDOW
from ner_news.dates.expressions import Point, PointMatch, Shift, is_day
from ner_news.dates.grammar.day_month_year import is_anaphoric_pair, read_month
from ner_news.dates.grammar.durations import read_unit
from ner_news.dates.grammar.gaps import SPACE
from ner_news.dates.lexer import LexedText, Lexeme
from ner_news.morph import look_up

PLURALS = ("ие", "ые", "их", "ых", "ими", "ыми", "ти", "те", "тех", "тих")
PARTS_OF_TODAY = ("TMO", "TEV", "TNI")


@cache
def _apart_pattern() -> re.Pattern[str]:
    """Match what shows that an adverb is a preposition or goes on: «накануне 9 мая», «сегодня-завтра»."""
    return re.compile(r"-[а-я]|\s+(?:того|этого|чего|[0-9]{1,2}\s+[а-я]{3,8}я\b|(?:дня|нового\s+года|рождества)\b)")


def _is_preposition(lexed: LexedText, stop: int) -> bool:
    """Return whether «накануне» governs what follows: «накануне визита», not «накануне президент заявил»."""
    word = re.compile(r"\s+([а-я]+(?:-[а-я]+)*)").match(lexed.text, stop, stop + WINDOW)
    readings = look_up(word[1]) if word else ()
    if not word or not readings or readings[0].pos not in ("NOUN", "ADJF", "PRTF", "NUMR", "NPRO"):
        return False
    if not any(found.case == "gent" for found in readings):
        return False
    return readings[0].case == "gent" or all(found.case != "nomn" for found in readings)


def read_adverb(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «вчера», «послезавтра»; «накануне» is the day before, but «накануне выборов» is no date of its own."""
    adverb = lexed.lexemes[index]
    if adverb.kind != "adverb" or _apart_pattern().match(lexed.text, adverb.stop, adverb.stop + WINDOW):
        return None
    if lexed.text.startswith("накануне", adverb.start) and _is_preposition(lexed, adverb.stop):
        return None
    return PointMatch(Point(shifts=(Shift("day", adverb.value),)), adverb.stop, index + 1)


def read_adverbial(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «до завтрашнего дня», «вчерашним вечером»."""
    word, unit = lexed.lexemes[index], lexed.lexemes[index + 1]
    if word.kind != "adverbial" or unit.gap not in SPACE:
        return None
    point = Point(shifts=(Shift("day", word.value),))
    if unit.kind == "part" and unit.code != "TAF":
        return PointMatch(point._replace(part=unit.code), unit.stop, index + 2)
    return PointMatch(point, unit.stop, index + 2) if read_unit(lexed, index + 1) == "day" else None


def _can_be_day(lexed: LexedText, adjective: Lexeme, *, is_anaphoric: bool) -> bool:
    """Return whether «день» may follow: «в этот день», «на следующий день», but not «в будущий день»."""
    return is_anaphoric or adjective.code == "this" or lexed.text.startswith("следующ", adjective.start)


def read_with_adjective(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «на прошлой неделе», «в этом году», «в минувшую субботу», «прошлым летом», «в тот же день»."""
    adjective, noun = lexed.lexemes[index], lexed.lexemes[index + 1]
    if adjective.kind != "adjective":
        return None
    is_anaphoric = is_anaphoric_pair(adjective, noun)
    if is_anaphoric is None:
        return None
    for rule in (_read_unit_behind, _read_name_behind, _read_part_behind):
        point = rule(lexed, index, is_anaphoric)
        if point is not None:
            point = point._replace(is_anaphoric=point.is_anaphoric or is_anaphoric)
            return _with_weekday(lexed, PointMatch(point, noun.stop, index + 2))
    return None


NOMINATIVES = {"год", "месяц", "день", "век", "квартал", "сезон"}


def _agrees(lexed: LexedText, adjective: Lexeme, noun: Lexeme) -> bool:
    """Return whether adjective and noun agree: not in «узнала об этом месяц назад»."""
    word, unit = lexed.text[adjective.start : adjective.stop], lexed.text[noun.start : noun.stop]
    if unit in NOMINATIVES:
        return word.endswith(("ый", "ий", "ой", "от"))
    return unit != "неделю" or word.endswith(("ю", "у"))


def _read_unit_behind(lexed: LexedText, index: int, is_anaphoric: bool) -> Point | None:
    adjective, noun = lexed.lexemes[index], lexed.lexemes[index + 1]
    unit = read_unit(lexed, index + 1)
    if unit is None or unit in ("hour", "minute") or noun.code == "many" or not _agrees(lexed, adjective, noun):
        return None
    count = 0 if adjective.code == "that" else adjective.value
    if unit == "day":
        if not _can_be_day(lexed, adjective, is_anaphoric=is_anaphoric) or lexed.text.startswith("дни", noun.start):
            return None
        return Point(shifts=(Shift("day", count),), is_anaphoric=True)
    word = lexed.text[noun.start : noun.stop]
    if word in ("лет", "дней", "недели", "месяцы", "месяцев") and not _is_one(lexed, index):
        return None  # «последние недели», «прошлых лет»
    return Point(shifts=(Shift(unit, count),))


def _is_one(lexed: LexedText, index: int) -> bool:
    """Return whether the adjective is singular: «прошлой недели», not «прошлые недели»."""
    adjective = lexed.lexemes[index]
    return lexed.text[adjective.start : adjective.stop].endswith(("ой", "ей"))


def _read_name_behind(lexed: LexedText, index: int, is_anaphoric: bool) -> Point | None:
    """Read a weekday, a month, a season, the weekend."""
    adjective, noun = lexed.lexemes[index], lexed.lexemes[index + 1]
    count = 0 if adjective.code == "that" else adjective.value
    if noun.code == "abbr" or (noun.kind == "month" and noun.code == "gen abbr"):
        return None
    if noun.kind != "weekend" and lexed.text[adjective.start : adjective.stop].endswith(PLURALS):
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
    is_last_year = lexed.text.startswith("прошл", adjective.start) and noun.code != "WI"
    if is_anaphoric or not count or is_last_year:  # «прошлым летом» is that of last year, «минувшим» the latest
        return point._replace(shifts=(Shift("year", count),))
    return point._replace(shifts=(Shift("named", count),))


def _read_part_behind(lexed: LexedText, index: int, is_anaphoric: bool) -> Point | None:
    """Read a part of day: «прошлой ночью» ended this morning, «в тот же вечер» is the last date's."""
    adjective, part = lexed.lexemes[index], lexed.lexemes[index + 1]
    if part.kind != "part" or part.code not in PARTS_OF_TODAY or adjective.value > 0:
        return None
    if lexed.text[adjective.start : adjective.stop].endswith(PLURALS):
        return None  # «в предыдущие ночи»
    is_evening_before = part.code == "TEV" and adjective.value < 0 and not is_anaphoric
    return Point(part=part.code, shifts=(Shift("day", -1 if is_evening_before else 0),))


def _with_weekday(lexed: LexedText, found: PointMatch) -> PointMatch:
    """Return the match with the weekday behind it: «на прошлой неделе в среду»."""
    lexeme = lexed.lexemes[found.after]
    is_week = found.point.shifts[-1].unit == "week" and found.point.weekday is None
    if not is_week or lexeme.kind != "weekday" or lexeme.gap not in (" в ", " во ", ", в ", ", во "):
        return found
    return PointMatch(found.point._replace(weekday=lexeme.value), lexeme.stop, found.after + 1)


def read_relative_week(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «прошлой недели» or «на этой неделе» behind a weekday."""
    if lexed.lexemes[index].gap not in (" ", " на ", ", на "):
        return None
    found = read_with_adjective(lexed, index)
    return found if found is not None and found.point.shifts[-1].unit == "week" else None


def read_bare_unit(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «года», «месяца», «недели», «дня» behind «в конце»: the publication's own."""
    lexeme, unit = lexed.lexemes[index], read_unit(lexed, index)
    if unit not in ("year", "month", "week", "day", "quarter", "half", "century"):
        return None
    is_one = lexed.text[lexeme.start : lexeme.stop] in (
        "года", "месяца", "недели", "дня", "квартала", "полугодия", "века", "столетия",
    )  # fmt: skip
    return PointMatch(Point(shifts=(Shift(unit, 0),)), lexeme.stop, index + 1) if is_one else None


def read_day_number(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «25 числа», «15-го числа прошлого месяца»."""
    number, word = lexed.lexemes[index], lexed.lexemes[index + 1]
    is_number = number.kind == "number" and number.digits in (1, 2) and 1 <= number.value <= 31
    is_number = is_number and number.code not in ("х", "ых")
    if not is_number or word.kind != "date" or word.gap != " ":  # «до 30», next line «Число погибших»
        return None
    month = read_with_adjective(lexed, index + 2) if lexed.lexemes[index + 2].gap in SPACE else None
    if month is not None and month.point.shifts[-1].unit == "month":
        return PointMatch(month.point._replace(day=number.value), month.stop, month.after)
    named = read_month(lexed, index + 2) if lexed.lexemes[index + 2].gap in SPACE else None
    if named is not None and named.point.month and is_day(named.point.month, number.value, named.point.year):
        return PointMatch(named.point._replace(day=number.value), named.stop, named.after)
    return PointMatch(Point(day=number.value), word.stop, index + 2)
