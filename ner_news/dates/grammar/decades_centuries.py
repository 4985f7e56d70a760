"""Decades and centuries: «1990-е годы», «в 90-х годах XX века», «XVIII–XIX вв.»."""

import re
from functools import cache

from ner_news.dates.boundaries import is_before_our_era, is_safe_after, stands_after
from ner_news.dates.expressions import Match, Point, PointMatch, Range
from ner_news.dates.grammar.day_month_year import read_number, read_year_word
from ner_news.dates.grammar.gaps import ORDINAL_GAPS, SPACE
from ner_news.dates.lexer import LexedText, Lexeme

DECADE_SUFFIXES = ("е", "ые", "х", "ых")
DATIVE_SUFFIXES = ("м", "ым", "ми", "ыми")
"""«к 1990-м годам»; alone «в 1990-м» is a year."""
LAST_CENTURY = 21
"""The latest that a text can name: «в XXII веке» is no date."""


@cache
def _last_century_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+(?:прошлого|минувшего)\s+(?:века|столетия)")


@cache
def _short_century_pattern() -> re.Pattern[str]:
    return re.compile(r"\s?вв?\.")


def _find_century_stop(lexed: LexedText, index: int, number: int) -> tuple[int, int] | None:
    """Return where the century ends whose number stands before `index`: the offset and the next index."""
    word, last = lexed.lexemes[index], lexed.lexemes[index - 1]
    if word.kind == "century" and word.gap in ORDINAL_GAPS:
        is_count = last.kind == "number" and not last.code and (word.code == "many" or number < 5)
        return None if is_count else (word.stop, index + 1)  # «5 веков», «2 века» last, they are no dates
    short = _short_century_pattern().match(lexed.text, last.stop) if last.kind == "roman" else None
    return (short.end(), index) if short else None


def read_century(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «XIX век», «в 19 веке», «двадцатого века», «XIX в.»."""
    number = read_number(lexed, index)
    if number is None or number[0] > LAST_CENTURY:
        return None
    end = _find_century_stop(lexed, number[1], number[0])
    if end is None or is_before_our_era(lexed.text, end[0]):
        return None
    return PointMatch(Point(century=number[0]), *end)


def read_decade_number(lexed: LexedText, index: int) -> int | None:
    """Read 90 in «90-х» and «девяностые», 1990 in «1990-е».

    «90-м» is a decade only with the plural «годам» behind it.
    """
    lexeme, word = lexed.lexemes[index], read_year_word(lexed, index + 1)
    if lexeme.kind == "decade":
        return lexeme.value
    if lexeme.kind != "number" or lexeme.value % 10 or not (lexeme.digits == 2 or lexeme.value >= 1000):
        return None
    is_many = word is not None and word.code.startswith("many")
    suffixes = DECADE_SUFFIXES + DATIVE_SUFFIXES if is_many else DECADE_SUFFIXES
    return lexeme.value if lexeme.code in suffixes else None


def _is_clear(lexed: LexedText, lexeme: Lexeme) -> bool:
    """Return whether «90-е» without «годы» can be nothing else: «в 90-е», «в начале девяностых»."""
    if lexeme.value < 30 and not lexed.text.startswith("нулев", lexeme.start):
        return False
    if stands_after(lexed.text, lexeme.start, "начал[аоуе]|середин[аеуы]|кон(?:ец|ц[аеу])|лихи[ех]"):
        return True
    is_led = stands_after(lexed.text, lexeme.start, "в|с|к|до|из|от") is not None
    return is_led and is_safe_after(lexed.source, lexeme.stop)


def _read_century_behind(lexed: LexedText, index: int, stop: int) -> PointMatch | None:
    """Read «XX века» or «прошлого века» behind a decade; news mean the twentieth by the latter."""
    last = _last_century_pattern().match(lexed.text, stop)
    if last is not None:
        return PointMatch(Point(century=20), last.end(), index + 1)
    return read_century(lexed, index) if lexed.lexemes[index].gap in SPACE else None


def find_first_year(value: int, century: int | None = None) -> int:
    """Return the first year of a decade; without a century 10 is 2010 and 20 is 1920.

    >>> find_first_year(90), find_first_year(0), find_first_year(40, century=14)
    (1990, 2000, 1340)
    """
    if value >= 100:
        return value
    if century is not None:
        return (century - 1) * 100 + value
    return value + (2000 if value < 20 else 1900)


def read_decade(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «1990-е годы», «90-х годов XX века», «в девяностые»."""
    value = read_decade_number(lexed, index)
    if value is None:
        return None
    lexeme, word = lexed.lexemes[index], read_year_word(lexed, index + 1)
    after, stop = (index + 2, word.stop) if word else (index + 1, lexeme.stop)
    century = _read_century_behind(lexed, after, stop) if value < 100 else None
    if century is None and word is None and value < 100 and not _is_clear(lexed, lexeme):
        return None
    decade = find_first_year(value, century.point.century if century else None)
    if decade == 0:  # the calendar begins with year 1
        return None
    return PointMatch(Point(decade=decade), *((century.stop, century.after) if century else (stop, after)))


def find_years_of_share(century: int, number: int, parts: int) -> tuple[int, int]:
    """Return the first and the last year of one of so many parts of a century.

    >>> find_years_of_share(20, 1, 4), find_years_of_share(19, 3, 3)
    ((1901, 1925), (1867, 1900))
    """
    before = (century - 1) * 100
    return before + 100 * (number - 1) // parts + 1, before + 100 * number // parts


def read_share_of_century(lexed: LexedText, index: int) -> Match | None:
    """Read «первая четверть XX века», «последняя треть XIX века»."""
    which, share = lexed.lexemes[index], lexed.lexemes[index + 1]
    if share.kind != "share" or share.gap not in SPACE or lexed.lexemes[index + 2].gap not in SPACE:
        return None
    number = share.value if which.code == "last" else which.value
    if (which.kind != "ordinal" and which.code != "last") or not 1 <= number <= share.value:
        return None
    found = read_century(lexed, index + 2)
    if found is None or found.point.century is None:
        return None
    first, last = find_years_of_share(found.point.century, number, share.value)
    return Match(Range(Point(first), Point(last)), which.start, found.stop, found.after)
