"""Years without a word, where the place makes them sure: «(2021)», «с 2014 по 2018», «в 2004 он ушел»."""

import re
from functools import cache

from ner_news.dates.boundaries import WINDOW, is_bracketed, is_counting, is_safe_after, stands_after
from ner_news.dates.expressions import Match, Point, Range
from ner_news.dates.grammar.date_ranges import DASHES, from_start
from ner_news.dates.lexer import Lexeme, Row

LEADS = "во?|со?|c|к|после"
LAST_YEAR = 2099
SUFFIXES = ("й", "го", "м", "му")


def _is_year(lexeme: Lexeme, first: int = 1500, last: int = LAST_YEAR) -> bool:
    is_plain = lexeme.kind == "number" and lexeme.digits == 4 and lexeme.code in ("", *SUFFIXES)
    return is_plain and first <= lexeme.value <= last


def _last_year(first: Lexeme, last: Lexeme) -> int | None:
    """The year that ends a range: 2003 of «1999–2003», 1998 of «1996–98»."""
    if last.kind != "number" or last.code not in ("", *SUFFIXES) or last.digits not in (2, 4):
        return None
    year = last.value if last.digits == 4 else first.value // 100 * 100 + last.value
    return year if first.value < year <= LAST_YEAR else None


def _is_sure_range(row: Row, first: Lexeme, last: Lexeme) -> bool:
    """Whether two numbers are years by their place: in brackets, or behind «с … по» and «в … –»."""
    is_dashed = last.gap in DASHES
    if is_dashed and (is_bracketed(row.text, first.start, last.stop) or row.text.startswith(" учебн", last.stop)):
        return True
    is_led = last.gap == " по " and from_start(row, first.start) < first.start
    is_led = is_led or (is_dashed and stands_after(row.text, first.start, "в") is not None)
    return is_led and last.digits == 4 and first.value >= 1700 and not is_counting(row.source, last.stop)


def read_bare_range(row: Row, index: int) -> Match | None:
    """«с 2014 по 2018 занимал», «(1999–2003)», «(1996–98)», «2021–2022 учебный год»."""
    first, last = row.lexemes[index], row.lexemes[index + 1]
    year = _last_year(first, last) if _is_year(first) else None
    if year is None or not _is_sure_range(row, first, last):
        return None
    start = from_start(row, first.start) if last.gap == " по " else first.start
    return Match(Range(Point(first.value), Point(year)), start, last.stop, index + 2)


def _is_sure(row: Row, number: Lexeme) -> bool:
    if _is_year(number) and is_bracketed(row.text, number.start, number.stop):
        return True
    if _is_amount(row, number) or not _is_year(number, 1900) or stands_after(row.text, number.start, LEADS) is None:
        return False
    return number.code != "" or is_safe_after(row.source, number.stop)


def _is_amount(row: Row, number: Lexeme) -> bool:
    """«с 2000 по 2500 рублей»: what the next number counts this one counts too."""
    following = _to_number().match(row.source, number.stop, number.stop + WINDOW)
    return following is not None and is_counting(row.source, following.end())


@cache
def _to_number() -> re.Pattern[str]:
    return re.compile(r"(?:\s+(?:по|до|или|и)\s+|\s?[-–—]\s?)[0-9]+")


def read_bare_year(row: Row, index: int) -> Match | None:
    """«(2021)», «в 2004 он ушел», «в 2021-м»."""
    number = row.lexemes[index]
    if number.kind != "number" or not _is_sure(row, number):
        return None
    return Match(Point(number.value), number.start, number.stop, index + 1)


def read_year_behind_word(row: Row, index: int) -> Match | None:
    """«год 2000» at the beginning of a phrase that ends with it."""
    word, number = row.lexemes[index], row.lexemes[index + 1]
    is_led = row.text[max(0, word.start - 1) : word.start] not in ("", "\n", "(", "«")
    if row.text[word.start : word.stop] != "год" or number.gap != " " or not _is_year(number) or is_led:
        return None
    if not is_safe_after(row.source, number.stop):
        return None
    return Match(Point(number.value), word.start, number.stop, index + 2)
