"""Years, months and days: «2021 год», «сентябрь 2021», «16 сентября 2021 года»."""

import re
from functools import cache

from ner_news.dates.boundaries import is_before_our_era, is_counting, is_of_our_era, stands_after
from ner_news.dates.expressions import Point, PointMatch, Shift, is_day
from ner_news.dates.grammar.gaps import ANAPHORIC_GAPS, LOOSE, SPACE, TOUCHING
from ner_news.dates.lexer import LexedText, Lexeme

YEAR_SUFFIXES = ("", "го", "й", "ый", "м", "ом", "му")
ORDINAL_PIVOT = 30
"""«45-й» is a year of the war, whatever «16.09.45» may be."""
PIVOT = 69
"""Two digits are 1969..2068, as in POSIX, where nothing tells more: «14» is 2014, «74» is 1974."""
FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR = 1000, 2199
"""By eye: a number of four digits outside is no year unless «год» stands beside it."""
FIRST_SHORT_YEAR = 1500
"""By eye: «1000 г.» are grams, «1600 г.» is a year."""


def is_likely_year(number: int) -> bool:
    """Return whether a number of four digits may be a year by its value.

    >>> is_likely_year(2021), is_likely_year(2500)
    (True, False)
    """
    return FIRST_LIKELY_YEAR <= number <= LAST_LIKELY_YEAR


def expand_year(two_digits: int, pivot: int = PIVOT) -> int:
    """Return the year that two digits stand for.

    >>> expand_year(14), expand_year(74), expand_year(45, ORDINAL_PIVOT)
    (2014, 1974, 1945)
    """
    return two_digits + (1900 if two_digits >= pivot else 2000)


def read_ordinal(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """Read a number in words and the index behind it: «двадцать третьего» is 23."""
    lexeme = lexed.lexemes[index]
    if lexeme.kind == "ordinal":
        return lexeme.value, index + 1
    if lexeme.kind != "tens":
        return None
    unit = lexed.lexemes[index + 1]
    if unit.kind != "ordinal" or unit.gap not in SPACE or unit.value > 9:
        return None
    return lexeme.value + unit.value, index + 2


def read_number(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """Read a number in digits of at most four, in Roman digits or in words, and the index behind it."""
    lexeme = lexed.lexemes[index]
    if lexeme.kind in ("number", "roman"):
        return (lexeme.value, index + 1) if lexeme.value > 0 else None
    return read_ordinal(lexed, index)


def can_be_day(number: Lexeme) -> bool:
    """Return whether a number may be a day by its form: «5», «5-го», «пятого», but not «V», «пятая», «2005»."""
    return number.digits in (1, 2) or number.code == "day"


def read_day(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """Read a day of the month and the index behind it."""
    found = read_number(lexed, index)
    return found if found is not None and found[0] <= 31 and can_be_day(lexed.lexemes[found[1] - 1]) else None


def read_year_word(lexed: LexedText, index: int) -> Lexeme | None:
    """Read «год», «года», «г.», «гг.» at `index`."""
    lexeme = lexed.lexemes[index]
    return lexeme if lexeme.kind == "year" and lexeme.gap in TOUCHING else None


def _expand_worded_year(number: Lexeme) -> int | None:
    """Return the year of «2021 года», «999 года», «21 года» in a longer date."""
    if number.digits == 2:
        return expand_year(number.value, ORDINAL_PIVOT if number.code else PIVOT)
    return number.value if number.value > 0 and number.digits >= 3 else None


def _read_bare_year(lexed: LexedText, index: int) -> int | None:
    """Read the year of «16 сентября 2021», «22 июня 41-го», «в мае 24-го», unless the number counts something."""
    number = lexed.lexemes[index]
    if number.digits == 2 and number.code in ("го", "ого") and number.gap in SPACE:
        is_day = number.value <= 31 and lexed.lexemes[index - 1].code.startswith("gen")  # «мая 24-го»
        return None if is_day else expand_year(number.value, ORDINAL_PIVOT)
    if number.digits != 4 or not is_likely_year(number.value) or number.gap not in SPACE:
        return None
    return None if is_counting(lexed.source, number.stop) else number.value


def read_last_year(lexed: LexedText, index: int) -> PointMatch | None:
    """Read the year that ends a longer date, with «года» or without.

    In «5 мая 2000 человек» the number is no year: nothing comes back.
    """
    number = lexed.lexemes[index]
    if number.kind in ("count", "thousand"):
        return read_worded_year(lexed, index) if number.gap in SPACE else None
    if number.kind != "number" or number.gap not in LOOSE or number.code not in YEAR_SUFFIXES:
        return read_open_year(lexed, index)
    word = read_year_word(lexed, index + 1)
    year = _expand_worded_year(number) if word else _read_bare_year(lexed, index)
    stop = word.stop if word else number.stop
    if year is None or is_before_our_era(lexed.text, stop):
        return None
    return PointMatch(Point(year, is_short=number.digits == 2), stop, index + (2 if word else 1))


def read_open_year(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «прошлого года», «этого же года», «с. г.» behind a month, a quarter, a season."""
    adjective, noun = lexed.lexemes[index], lexed.lexemes[index + 1]
    if adjective.kind == "year":
        found = _this_year_pattern().match(lexed.text, lexed.lexemes[index - 1].stop, adjective.stop + 1)
        count = -1 if found and found[1] == "п" else 0
        return PointMatch(Point(shifts=(Shift("year", count),)), found.end(), index + 1) if found else None
    if adjective.kind != "adjective" or adjective.gap not in LOOSE or noun.kind != "year" or noun.code == "many":
        return None
    is_anaphoric = is_anaphoric_pair(adjective, noun)
    if is_anaphoric is None:
        return None
    count = 0 if adjective.code == "that" else adjective.value
    return PointMatch(Point(shifts=(Shift("year", count),), is_anaphoric=is_anaphoric), noun.stop, index + 2)


def is_anaphoric_pair(adjective: Lexeme, noun: Lexeme) -> bool | None:
    """Return whether the date counts from another date: «в том же году», «в тот день».

    `None` where the two words do not go together.
    """
    if noun.gap in ANAPHORIC_GAPS:
        return True if adjective.code in ("this", "that") else None
    if noun.gap not in SPACE or adjective.code == "last":
        return None
    return adjective.code == "that"


@cache
def _this_year_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+([стп])\.\s?г\.?(?!\w)")


def read_month(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «сентябрь 2021 года», «в сентябре»; the year may be missing."""
    month = lexed.lexemes[index]
    if month.kind != "month":
        return None
    year = read_last_year(lexed, index + 1)
    if year is None:
        return PointMatch(Point(month=month.value), month.stop, index + 1)
    return PointMatch(year.point._replace(month=month.value), year.stop, year.after)


JOINTS = ("-", "/", ".")
"""Of «10-августа-2012», «10/авг/2012»."""


@cache
def _dotted_year_pattern() -> re.Pattern[str]:
    return re.compile(r"\.\s?([12][0-9]{3})(?!\w)(?:\s?г(?:ода|\.))?")


def _read_joined(lexed: LexedText, index: int) -> PointMatch | None:
    """Read month and year behind a day: of «10-августа-2012» and of «13 май. 2005», a slip for an abbreviation."""
    month, year = lexed.lexemes[index], lexed.lexemes[index + 1]
    if month.gap in JOINTS:
        is_short = year.digits == 2 and month.code.endswith("abbr")
        if year.gap != month.gap or year.code or not (is_short or (year.digits == 4 and is_likely_year(year.value))):
            return None
        value = expand_year(year.value) if is_short else year.value
        return PointMatch(Point(value, month=month.value, is_short=is_short), year.stop, index + 2)
    found = None if month.code else _dotted_year_pattern().match(lexed.text, month.stop)
    if found is None:
        return None
    after = index + (2 if lexed.lexemes[index + 2].start >= found.end() else 3)
    return PointMatch(Point(int(found[1]), month=month.value), found.end(), after)


def read_day_of_month(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «16 сентября 2021 года», «двадцать третьего февраля»; the year may be missing, the day must exist."""
    day = read_day(lexed, index)
    if day is None:
        return None
    month = lexed.lexemes[day[1]]
    if month.kind != "month" or month.gap not in (*TOUCHING, *JOINTS):
        return None
    found = _read_joined(lexed, day[1]) or (read_month(lexed, day[1]) if month.gap in TOUCHING else None)
    if not month.code.startswith("gen") and (found is None or found.point.year is None):
        return None  # «2 Декабрь 2021» of a site's header
    if found is None or not is_day(month.value, day[0], found.point.year):
        return None
    return PointMatch(found.point._replace(day=day[0]), found.stop, found.after)


def read_ordinal_year(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «2019-го» in «с конца 2019-го»."""
    number = lexed.lexemes[index]
    is_year = number.kind == "number" and number.digits == 4 and number.code in YEAR_SUFFIXES[1:]
    return PointMatch(Point(number.value), number.stop, index + 1) if is_year and is_likely_year(number.value) else None


def _read_below_hundred(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """Read «двадцать первом», «двадцатом», «пятом», «сороковом» and the index behind it."""
    lexeme = lexed.lexemes[index]
    if lexeme.kind == "ordinal":
        return lexeme.value, index + 1
    unit = lexed.lexemes[index + 1]
    is_tens = lexeme.kind == "tens" or (lexeme.kind == "count" and lexeme.value >= 20)
    if not is_tens or unit.kind != "ordinal" or unit.gap not in SPACE or unit.value > 9:
        return None
    return lexeme.value + unit.value, index + 2


def read_worded_year(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «две тысячи двадцать первый год», «тысяча девятьсот сорок пятого года», «двухтысячный год»."""
    lexeme, year = lexed.lexemes[index], 0
    if lexeme.kind == "ordinal" and lexeme.value < 1000:
        return None
    if lexeme.kind == "count":
        if lexeme.value not in (1, 2) or lexed.lexemes[index + 1].kind != "thousand":
            return None
        index += 1
    if lexed.lexemes[index].kind == "thousand":
        year, index = 1000 * (2 if lexeme.kind == "count" and lexeme.value == 2 else 1), index + 1
        if lexed.lexemes[index].kind == "hundred" and lexed.lexemes[index].gap in SPACE:
            year, index = year + lexed.lexemes[index].value, index + 1
    rest = _read_below_hundred(lexed, index)
    word = read_year_word(lexed, rest[1]) if rest else None
    if rest is None or word is None or (lexed.lexemes[index].gap not in (*SPACE, "") and year):
        return None
    return PointMatch(Point(year + rest[0]), word.stop, rest[1] + 1)


def _is_year_alone(lexed: LexedText, number: Lexeme, word: Lexeme) -> bool:
    """Return whether «2021 год», «988 году», «91-м году» is a year and no count («3 года», «1000 г»)."""
    if number.digits == 4:
        return number.value > 0 and (
            not word.code.endswith("abbr") or FIRST_SHORT_YEAR <= number.value <= LAST_LIKELY_YEAR
        )
    if number.value > 0 and is_of_our_era(lexed.text, word.stop):
        return True
    if number.value <= 0:
        return False
    if number.digits == 2 and number.code in ("го", "й") and number.value > 31:  # «чемпион 96-го года»
        return word.code == "one" and not lexed.text.startswith(" жизни", word.stop)
    is_led = lexed.text.startswith("году", word.start) and stands_after(lexed.text, number.start, "в|к") is not None
    return is_led and (number.digits == 3 or (number.digits == 2 and (number.code == "м" or number.value > 31)))


def read_year(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «2021 год», «2021-й год», «в 988 году»; ages («на 81-м году жизни») and counts are none."""
    number, word = lexed.lexemes[index], read_year_word(lexed, index + 1)
    if number.kind != "number" or word is None or number.code not in YEAR_SUFFIXES:
        return None
    if not _is_year_alone(lexed, number, word) or is_before_our_era(lexed.text, word.stop):
        return None
    is_short = number.digits == 2 and not is_of_our_era(lexed.text, word.stop)
    year = expand_year(number.value, ORDINAL_PIVOT) if is_short else number.value
    return PointMatch(Point(year, is_short=is_short), word.stop, index + 2)
