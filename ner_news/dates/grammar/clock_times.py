"""Times of day: «16:02», «в 14 часов 30 минут», «8 вечера», «утром»."""

import re
from functools import cache
from typing import NamedTuple

from ner_news.dates.grammar.gaps import SPACE, TOUCHING
from ner_news.dates.grammar.spoken_times import GENITIVES, SPOKEN_KINDS, read_spoken_time
from ner_news.dates.grammar.time_zones import match_zone
from ner_news.dates.lexer import LexedText, Lexeme
from ner_news.dates.vocabulary import Kind

TIME_KINDS: tuple[Kind, ...] = (
    "number", "count", "tens", "noon", "hour", "half hour", "half of", "portion", "share", "ordinal",
)  # fmt: skip
"""The words that a time of day may begin with."""


class ClockTime(NamedTuple):
    """A time of day and where it ends."""

    hour: int
    minute: int | None
    """`None` where only the hour is said."""
    stop: int
    after: int


def to_24_hours(hour: int, part: str | None) -> int:
    """Return the hour of the day, from 0 to 23, for «8 вечера», «3 часа ночи», «12 дня».

    >>> to_24_hours(8, "TEV"), to_24_hours(12, "TNI"), to_24_hours(3, "TNI"), to_24_hours(12, "TAF")
    (20, 0, 3, 12)
    """
    if part == "TNI" and hour >= 9:
        return (hour + 12) % 24 if hour <= 12 else hour
    return hour + 12 if part in ("TAF", "TEV") and hour < 12 else hour


@cache
def _afternoon_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+(?:пополудни|после\s+полудня)")


def _with_part(lexed: LexedText, clock: ClockTime) -> ClockTime:
    """Return the time with the «утра» or «вечера» that follows it."""
    part = lexed.lexemes[clock.after]
    afternoon = _afternoon_pattern().match(lexed.text, clock.stop)
    if afternoon is not None:
        after = clock.after + (part.start < afternoon.end())
        return ClockTime(to_24_hours(clock.hour, "TAF"), clock.minute, afternoon.end(), after)
    is_genitive = lexed.text[part.start : part.stop] in GENITIVES
    if not is_genitive or part.gap not in SPACE or (clock.hour > 12 and part.code == "TMO"):
        return clock
    return ClockTime(to_24_hours(clock.hour, part.code), clock.minute, part.stop, clock.after + 1)


def _read_colon(lexed: LexedText, index: int) -> ClockTime | None:
    """Read «16:02», «16:02:11»; after «в» or before a zone also «16.02»."""
    hour, minute, second = lexed.lexemes[index], lexed.lexemes[index + 1], lexed.lexemes[index + 2]
    is_dotted = minute.gap == "." and minute.digits == 2
    is_dotted = is_dotted and (hour.gap.endswith(" в ") or match_zone(lexed.text, minute.stop) is not None)
    if minute.digits != 2 or minute.code or not (minute.gap == ":" or is_dotted) or minute.value > 59:
        return None
    has_seconds = second.gap == ":" and second.digits == 2 and minute.gap == ":"
    stop, after = (second.stop, index + 3) if has_seconds else (minute.stop, index + 2)
    if lexed.lexemes[after].code == "abbr" and lexed.lexemes[after].kind == "hour" and not lexed.lexemes[after].gap:
        stop, after = lexed.lexemes[after].stop, after + 1  # «18:30ч»
    return ClockTime(hour.value, minute.value, stop, after)


def _read_worded(lexed: LexedText, index: int) -> ClockTime | None:
    """Read «14 часов 30 минут», «9 часов»."""
    hour, word = lexed.lexemes[index], lexed.lexemes[index + 1]
    if word.kind != "hour" or word.gap not in TOUCHING or lexed.text.startswith(("часом", "часами"), word.start):
        return None
    glued = _minutes_pattern().match(lexed.text, word.stop) if word.code == "abbr" else None
    if glued is not None:
        return ClockTime(hour.value, int(glued[1]), glued.end(), index + 2)
    number, unit = lexed.lexemes[index + 2], lexed.lexemes[index + 3]
    if number.digits in (1, 2) and number.gap in SPACE and unit.kind == "minute" and 0 <= number.value <= 59:
        return ClockTime(hour.value, number.value, unit.stop, index + 4)
    return ClockTime(hour.value, None, word.stop, index + 2)


def _read_with_part(lexed: LexedText, index: int) -> ClockTime | None:
    """Read «8 вечера», «10 утра»."""
    hour, part = lexed.lexemes[index], lexed.lexemes[index + 1]
    is_genitive = lexed.text[part.start : part.stop] in GENITIVES
    if part.kind != "part" or part.gap not in SPACE or not is_genitive or hour.value > 12:
        return None
    return ClockTime(hour.value, None, hour.stop, index + 1)


@cache
def _minutes_pattern() -> re.Pattern[str]:
    return re.compile(r"([0-5][0-9])(?![0-9])")  # «17ч10»


@cache
def _stop_behind_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[.,;:!?)»]|\Z|\n)")


def read_bare_hour(lexed: LexedText, index: int) -> ClockTime | None:
    """Read «девять» in «в субботу в девять», where nothing that it could count follows."""
    hour = lexed.lexemes[index]
    if hour.kind != "count" or hour.value > 12 or not _stop_behind_pattern().match(lexed.text, hour.stop):
        return None
    return ClockTime(hour.value, None, hour.stop, index + 1)


def read_clock(lexed: LexedText, index: int) -> ClockTime | None:
    """Read the time of day that begins at `index`."""
    hour: Lexeme = lexed.lexemes[index]
    spoken = read_spoken_time(lexed, index) if hour.kind in SPOKEN_KINDS else None
    if spoken is not None:
        stop = lexed.lexemes[spoken[2] - 1].stop
        return _with_part(lexed, ClockTime(spoken[0], spoken[1], stop, spoken[2]))
    if hour.kind == "noon":
        return ClockTime(hour.value, 0, hour.stop, index + 1)
    is_number = hour.digits in (1, 2) and not hour.code
    if not (is_number or hour.kind == "count") or not 0 <= hour.value <= 23:
        return None
    for rule in (_read_colon, _read_worded, _read_with_part) if is_number else (_read_worded, _read_with_part):
        clock = rule(lexed, index)
        if clock is not None:
            return _with_part(lexed, clock)
    return None
