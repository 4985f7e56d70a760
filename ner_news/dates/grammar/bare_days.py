"""Days without a month, where the context makes them sure: «15-го прошёл суд», «утром 24-го», «с 15-го по 20-е»."""

import re
from functools import cache

from ner_news.dates.boundaries import ROOM_FOR_WORD, WINDOW, is_safe_after
from ner_news.dates.expressions import Match, Point, Range
from ner_news.dates.grammar.date_ranges import find_range_start
from ner_news.dates.grammar.gaps import DASHES
from ner_news.dates.lexer import LexedText, Lexeme
from ner_news.morph import look_up

APART = ("VERB", "INFN", "PRTS", "ADVB", "PREP", "CONJ", "PRCL", "NPRO")
"""Parts of speech that no ordinal number goes with."""
DAY_CODES = ("го", "ого", "е", "ое", "му", "ому")


@cache
def _lead_pattern() -> re.Pattern[str]:
    """Match what may stand before a day: a preposition of time, the beginning of a phrase, another such day."""
    return re.compile(
        r"(?:\A|[.,!?:;(\n]\s*(?:(?:а|и|но|что)\s+)?|(?<!\w)(?:со?|до|ко?|на|после|около|по)\s+|[0-9]-го\s+и\s+)\Z"
    )


@cache
def _word_before_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])([а-я]+)\s+\Z")


def _is_led(lexed: LexedText, start: int) -> bool:
    """Return whether a preposition, the beginning of a phrase or a verb stands before it: «суд состоится 15-го»."""
    if _lead_pattern().search(lexed.text, max(0, start - 16), start):
        return True
    word = _word_before_pattern().search(lexed.text, max(0, start - ROOM_FOR_WORD), start)
    readings = look_up(word[1]) if word else ()
    return bool(readings and readings[0].pos in ("VERB", "PRTS"))


@cache
def _name_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+[А-ЯЁA-Z«\"]")


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+([а-я]+)(?![\w-])")


@cache
def _place_pattern() -> re.Pattern[str]:
    """Match what says that the numbers are places: «поднялась с 12-го места на 11-е»."""
    return re.compile(r"(?<!\w)(?:мест|позици|строчк|этаж|ряд|номер|класс|курс|тур)\w*\s[^.!?\n]*\Z")


def _is_day(number: Lexeme) -> bool:
    return number.kind == "number" and number.digits in (1, 2) and number.code in DAY_CODES and 1 <= number.value <= 31


def _ends(lexed: LexedText, number: Lexeme) -> bool:
    """Return whether nothing follows that the number could be of: not «15-го тура», «24-го Конгресса»."""
    if _name_pattern().match(lexed.source, number.stop):
        return False
    word = _word_pattern().match(lexed.text, number.stop)
    readings = look_up(word[1]) if word else ()
    return is_safe_after(lexed.source, number.stop) or bool(readings and readings[0].pos in APART)


def read_bare_day(lexed: LexedText, index: int) -> Match | None:
    """Read «до 15-го», «24-го прошёл суд», «с 15-го по 20-е»."""
    first, last = lexed.lexemes[index], lexed.lexemes[index + 1]
    if not _is_day(first) or not _is_led(lexed, first.start):
        return None
    if _place_pattern().search(lexed.text, max(0, first.start - WINDOW), first.start):
        return None
    if last.gap in (" по ", " до ", *DASHES):
        if not _is_day(last) or first.value >= last.value or not _ends(lexed, last):
            return None
        ends = Range(Point(day=first.value), Point(day=last.value))
        return Match(ends, find_range_start(lexed, first.start), last.stop, index + 2)
    return Match(Point(day=first.value), first.start, first.stop, index + 1) if _ends(lexed, first) else None


def read_part_of_bare_day(lexed: LexedText, index: int) -> Match | None:
    """Read «утром 24-го», «в ночь на 24-е»."""
    part, number = lexed.lexemes[index], lexed.lexemes[index + 1]
    gaps = (" ", " на ") if part.code == "TNI" else (" ",)
    if not _is_day(number) or number.gap not in gaps or lexed.text.startswith("дня", part.start):
        return None
    if not _ends(lexed, number):
        return None
    return Match(Point(day=number.value, part=part.code), part.start, number.stop, index + 2)
