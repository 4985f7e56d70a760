"""Decades and centuries: «1990-е годы», «в 90-х годах XX века», «XVIII–XIX вв.»."""

import re
from functools import cache

from ner_news.dates.contexts import is_before_our_era, is_safe_after, stands_after
from ner_news.dates.expressions import Point, Reading
from ner_news.dates.lexemes import Lexeme, Row
from ner_news.dates.points import ORDINAL_GAPS, SPACE, read_number, year_word

DECADE_SUFFIXES = ("е", "ые", "х", "ых")
DATIVE_SUFFIXES = ("м", "ым", "ми", "ыми")
"""«к 1990-м годам»; alone «в 1990-м» is a year."""
LAST_CENTURY = 21
"""The latest that a text can name: «в XXII веке» is no date."""


@cache
def _last_century() -> re.Pattern[str]:
    return re.compile(r"\s+(?:прошлого|минувшего)\s+(?:века|столетия)")


@cache
def _short_century() -> re.Pattern[str]:
    return re.compile(r"\s?вв?\.")


def _century_stop(row: Row, index: int, number: int) -> tuple[int, int] | None:
    """Where the century ends that has its number before `index`: the offset and the index behind it."""
    word, last = row.lexemes[index], row.lexemes[index - 1]
    if word.kind == "century" and word.gap in ORDINAL_GAPS:
        is_count = last.kind == "number" and not last.code and (word.code == "many" or number < 5)
        return None if is_count else (word.stop, index + 1)  # «5 веков», «2 века» last, they are no dates
    short = _short_century().match(row.text, last.stop) if last.kind == "roman" else None
    return (short.end(), index) if short else None


def read_century(row: Row, index: int) -> Reading | None:
    """«XIX век», «в 19 веке», «двадцатого века», «XIX в.»."""
    number = read_number(row, index)
    if number is None or number[0] > LAST_CENTURY:
        return None
    end = _century_stop(row, number[1], number[0])
    if end is None or is_before_our_era(row.text, end[0]):
        return None
    return Reading(Point(century=number[0]), *end)


def decade_value(row: Row, index: int) -> int | None:
    """90 for «90-х» and «девяностые», 1990 for «1990-е».

    «90-м» is a decade only with the plural «годам» behind it.
    """
    lexeme, word = row.lexemes[index], year_word(row, index + 1)
    if lexeme.kind == "decade":
        return lexeme.value
    if lexeme.kind != "number" or lexeme.value % 10 or not (lexeme.digits == 2 or lexeme.value >= 1000):
        return None
    is_many = word is not None and word.code.startswith("many")
    suffixes = DECADE_SUFFIXES + DATIVE_SUFFIXES if is_many else DECADE_SUFFIXES
    return lexeme.value if lexeme.code in suffixes else None


def _is_clear(row: Row, lexeme: Lexeme) -> bool:
    """Whether «90-е» without «годы» can be nothing else: «в 90-е», «в начале девяностых»."""
    if lexeme.value < 30 and not row.text.startswith("нулев", lexeme.start):
        return False
    if stands_after(row.text, lexeme.start, "начал[аоуе]|середин[аеуы]|кон(?:ец|ц[аеу])|лихи[ех]"):
        return True
    return stands_after(row.text, lexeme.start, "в|с|к|до|из|от") is not None and is_safe_after(row.source, lexeme.stop)


def _century_after(row: Row, index: int, stop: int) -> Reading | None:
    """«XX века» or «прошлого века» behind a decade; in the latter every text of ours means the twentieth."""
    last = _last_century().match(row.text, stop)
    if last is not None:
        return Reading(Point(century=20), last.end(), index + 1)
    return read_century(row, index) if row.lexemes[index].gap in SPACE else None


def first_year(value: int, century: int | None = None) -> int:
    """The first year of a decade; without a century 10 is 2010 and 20 is 1920.

    >>> first_year(90), first_year(0), first_year(40, century=14)
    (1990, 2000, 1340)
    """
    if value >= 100:
        return value
    if century is not None:
        return (century - 1) * 100 + value
    return value + (2000 if value < 20 else 1900)


def read_decade(row: Row, index: int) -> Reading | None:
    """«1990-е годы», «90-х годов XX века», «в девяностые»."""
    value = decade_value(row, index)
    if value is None:
        return None
    lexeme, word = row.lexemes[index], year_word(row, index + 1)
    after, stop = (index + 2, word.stop) if word else (index + 1, lexeme.stop)
    century = _century_after(row, after, stop) if value < 100 else None
    if century is None and word is None and value < 100 and not _is_clear(row, lexeme):
        return None
    decade = first_year(value, century.point.century if century else None)
    if decade == 0:  # the calendar begins with year 1
        return None
    return Reading(Point(decade=decade), *((century.stop, century.after) if century else (stop, after)))
