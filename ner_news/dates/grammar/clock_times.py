"""Times of day: «16:02», «в 14 часов 30 минут», «8 вечера», «утром»."""

import re
from functools import cache
from typing import NamedTuple

from ner_news.dates.grammar.day_month_year import SPACE, TOUCHING
from ner_news.dates.lexer import Lexeme, Row

GENITIVES = ("утра", "дня", "вечера", "ночи")


class Clock(NamedTuple):
    """A time of day and where it ends."""

    hour: int
    minute: int | None
    """`None` where only the hour is said."""
    stop: int
    after: int


def in_day(hour: int, part: str | None) -> int:
    """The hour of 24 for «8 вечера», «3 часа ночи», «12 дня».

    >>> in_day(8, "TEV"), in_day(12, "TNI"), in_day(3, "TNI"), in_day(12, "TAF")
    (20, 0, 3, 12)
    """
    if part == "TNI" and hour >= 9:
        return (hour + 12) % 24 if hour <= 12 else hour
    return hour + 12 if part in ("TAF", "TEV") and hour < 12 else hour


@cache
def _afternoon() -> re.Pattern[str]:
    return re.compile(r"\s+(?:пополудни|после\s+полудня)")


def _with_part(row: Row, clock: Clock) -> Clock:
    """«утра», «вечера» behind the time belong to it."""
    part = row.lexemes[clock.after]
    afternoon = _afternoon().match(row.text, clock.stop)
    if afternoon is not None:
        after = clock.after + (part.start < afternoon.end())
        return Clock(in_day(clock.hour, "TAF"), clock.minute, afternoon.end(), after)
    is_genitive = row.text[part.start : part.stop] in GENITIVES
    if not is_genitive or part.gap not in SPACE or (clock.hour > 12 and part.code == "TMO"):
        return clock
    return Clock(in_day(clock.hour, part.code), clock.minute, part.stop, clock.after + 1)


def _colon(row: Row, index: int) -> Clock | None:
    """«16:02», «16:02:11»; after «в» also «16.02»."""
    hour, minute, second = row.lexemes[index], row.lexemes[index + 1], row.lexemes[index + 2]
    is_dotted = minute.gap == "." and hour.gap.endswith(" в ") and minute.digits == 2
    if minute.digits != 2 or minute.code or not (minute.gap == ":" or is_dotted) or minute.value > 59:
        return None
    has_seconds = second.gap == ":" and second.digits == 2 and minute.gap == ":"
    stop, after = (second.stop, index + 3) if has_seconds else (minute.stop, index + 2)
    if row.lexemes[after].code == "abbr" and row.lexemes[after].kind == "hour" and not row.lexemes[after].gap:
        stop, after = row.lexemes[after].stop, after + 1  # «18:30ч»
    return Clock(hour.value, minute.value, stop, after)


def _worded(row: Row, index: int) -> Clock | None:
    """«14 часов 30 минут», «9 часов»."""
    hour, word = row.lexemes[index], row.lexemes[index + 1]
    if word.kind != "hour" or word.gap not in TOUCHING or row.text.startswith(("часом", "часами"), word.start):
        return None
    glued = _minutes().match(row.text, word.stop) if word.code == "abbr" else None
    if glued is not None:
        return Clock(hour.value, int(glued[1]), glued.end(), index + 2)
    number, unit = row.lexemes[index + 2], row.lexemes[index + 3]
    if number.digits in (1, 2) and number.gap in SPACE and unit.kind == "minute" and 0 <= number.value <= 59:
        return Clock(hour.value, number.value, unit.stop, index + 4)
    return Clock(hour.value, None, word.stop, index + 2)


def _of_part(row: Row, index: int) -> Clock | None:
    """«8 вечера», «10 утра»."""
    hour, part = row.lexemes[index], row.lexemes[index + 1]
    is_genitive = row.text[part.start : part.stop] in GENITIVES
    if part.kind != "part" or part.gap not in SPACE or not is_genitive or hour.value > 12:
        return None
    return Clock(hour.value, None, hour.stop, index + 1)


@cache
def _minutes() -> re.Pattern[str]:
    return re.compile(r"([0-5][0-9])(?![0-9])")  # «17ч10»


@cache
def _stop_behind() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[.,;:!?)»]|\Z|\n)")


def read_bare_hour(row: Row, index: int) -> Clock | None:
    """«девять» in «в субботу в девять», where nothing that it could count follows."""
    hour = row.lexemes[index]
    if hour.kind != "count" or hour.value > 12 or not _stop_behind().match(row.text, hour.stop):
        return None
    return Clock(hour.value, None, hour.stop, index + 1)


def read_clock(row: Row, index: int) -> Clock | None:
    """The time of day that begins at `index`."""
    hour: Lexeme = row.lexemes[index]
    if hour.kind == "noon":
        return Clock(hour.value, 0, hour.stop, index + 1)
    is_number = hour.digits in (1, 2) and not hour.code
    if not (is_number or hour.kind == "count") or not 0 <= hour.value <= 23:
        return None
    for rule in (_colon, _worded, _of_part) if is_number else (_worded, _of_part):
        clock = rule(row, index)
        if clock is not None:
            return _with_part(row, clock)
    return None
