"""Years without «год», where the context makes them sure: «(2021)», «с 2014 по 2018», «в 2004 он ушел»."""

import re
from functools import cache

from ner_news.dates.boundaries import WINDOW, is_bracketed, is_counting, is_safe_after, stands_after
from ner_news.dates.expressions import Match, Point, Range
from ner_news.dates.grammar.date_ranges import find_range_start
from ner_news.dates.grammar.day_month_year import ORDINAL_PIVOT, expand_year, read_year_word
from ner_news.dates.grammar.gaps import DASHES
from ner_news.dates.lexer import LexedText, Lexeme

LEADS = "во?|со?|c|к|после"  # the single «c» is Latin, a frequent slip
FIRST_BRACKETED, FIRST_IN_RANGE, FIRST_LED, LAST_BARE = 1500, 1700, 1900, 2099
"""By eye: «(1564)» and «с 1750 по 1800» hold years, but «в 1800» alone may hold a count."""
SUFFIXES = ("й", "го", "м", "му")
LAST_DAY = 31


def _is_year(lexeme: Lexeme, first: int = FIRST_BRACKETED, last: int = LAST_BARE) -> bool:
    is_plain = lexeme.kind == "number" and lexeme.digits == 4 and lexeme.code in ("", *SUFFIXES)
    return is_plain and first <= lexeme.value <= last


def _read_last_year(first: Lexeme, last: Lexeme) -> int | None:
    """Read the year that ends a range: 2003 of «1999–2003», 1998 of «1996–98»."""
    if last.kind != "number" or last.code not in ("", *SUFFIXES) or last.digits not in (2, 4):
        return None
    year = last.value if last.digits == 4 else first.value // 100 * 100 + last.value
    return year if first.value < year <= LAST_BARE else None


def _is_sure_range(lexed: LexedText, first: Lexeme, last: Lexeme) -> bool:
    """Return whether two numbers are years by their place: in brackets, or behind «с … по» and «в … –»."""
    is_dashed = last.gap in DASHES
    if is_dashed and (is_bracketed(lexed.text, first.start, last.stop) or lexed.text.startswith(" учебн", last.stop)):
        return True
    is_led = last.gap == " по " and find_range_start(lexed, first.start) < first.start
    is_led = is_led or (is_dashed and stands_after(lexed.text, first.start, "в") is not None)
    return is_led and last.digits == 4 and first.value >= FIRST_IN_RANGE and not is_counting(lexed.source, last.stop)


def read_bare_year_range(lexed: LexedText, index: int) -> Match | None:
    """Read «с 2014 по 2018 занимал», «(1999–2003)», «(1996–98)», «2021–2022 учебный год»."""
    first, last = lexed.lexemes[index], lexed.lexemes[index + 1]
    year = _read_last_year(first, last) if _is_year(first) else None
    if year is None or not _is_sure_range(lexed, first, last):
        return None
    start = find_range_start(lexed, first.start) if last.gap == " по " else first.start
    return Match(Range(Point(first.value), Point(year)), start, last.stop, index + 2)


def read_short_years(lexed: LexedText, index: int) -> Match | None:
    """Read «с 85 по 87 год», «с 85-го по 90-й», «в 85–91 гг.»; «в 80–90 годы» are decades, written badly."""
    first, last = lexed.lexemes[index], lexed.lexemes[index + 1]
    are_short = first.digits == last.digits == 2 and first.value < last.value and first.value % 10 + last.value % 10
    if not are_short or first.code not in ("", *SUFFIXES) or last.code not in ("", *SUFFIXES):
        return None
    word, begin = read_year_word(lexed, index + 2), find_range_start(lexed, first.start)
    if last.gap == " по ":
        is_ordinal = first.code == "го" and last.code == "й" and first.value > LAST_DAY
        is_sure = begin < first.start and (is_ordinal or word is not None)
    else:
        is_sure = last.gap in DASHES and word is not None and word.code.startswith("many")
    if not is_sure:
        return None
    years = [Point(expand_year(each.value, ORDINAL_PIVOT), is_short=True) for each in (first, last)]
    stop, after = (word.stop, index + 3) if word else (last.stop, index + 2)
    return Match(Range(years[0], years[1]), begin if last.gap == " по " else first.start, stop, after)


def _is_sure(lexed: LexedText, number: Lexeme) -> bool:
    if _is_year(number) and is_bracketed(lexed.text, number.start, number.stop):
        return True
    if (
        _is_count(lexed, number)
        or not _is_year(number, FIRST_LED)
        or stands_after(lexed.text, number.start, LEADS) is None
    ):
        return False
    return number.code != "" or is_safe_after(lexed.source, number.stop)


def _is_count(lexed: LexedText, number: Lexeme) -> bool:
    """Return whether a later number tells that this one counts: «с 2000 по 2500 рублей»."""
    following = _to_number_pattern().match(lexed.source, number.stop, number.stop + WINDOW)
    return following is not None and is_counting(lexed.source, following.end())


@cache
def _to_number_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\s+(?:по|до|или|и)\s+|\s?[-–—]\s?)[0-9]+")


def read_bare_year(lexed: LexedText, index: int) -> Match | None:
    """Read «(2021)», «в 2004 он ушел», «в 2021-м»."""
    number = lexed.lexemes[index]
    if number.kind != "number" or not _is_sure(lexed, number):
        return None
    return Match(Point(number.value), number.start, number.stop, index + 1)


def read_year_behind_word(lexed: LexedText, index: int) -> Match | None:
    """Read «год 2000» at the beginning of a phrase that ends with it."""
    word, number = lexed.lexemes[index], lexed.lexemes[index + 1]
    is_led = lexed.text[max(0, word.start - 1) : word.start] not in ("", "\n", "(", "«")
    if lexed.text[word.start : word.stop] != "год" or number.gap != " " or not _is_year(number) or is_led:
        return None
    if not is_safe_after(lexed.source, number.stop):
        return None
    return Match(Point(number.value), word.start, number.stop, index + 2)
