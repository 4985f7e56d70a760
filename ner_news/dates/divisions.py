"""Quarters, halves, seasons and the edges of longer times: «III квартал 2021 г.», «в начале 2016 года»."""

from ner_news.dates.expressions import Mod, Point, Reading
from ner_news.dates.lexemes import Lexeme, Row
from ner_news.dates.points import LOOSE, ORDINAL_GAPS, TOUCHING, read_last_year, read_number, year_word

MODS: dict[str, Mod] = {"START": "START", "MID": "MID", "END": "END"}


def with_year(row: Row, point: Point, word: Lexeme, after: int) -> Reading:
    """The point and the year behind it; the point alone where there is none."""
    year = read_last_year(row, after)
    if year is None:
        return Reading(point, word.stop, after)
    return Reading(point._replace(year=year.point.year), year.stop, year.after)


def read_quarter(row: Row, index: int) -> Reading | None:
    """«в первом квартале 2021 года», «2-й кв. 2021»; the year may be missing."""
    number = read_number(row, index)
    if number is None or number[0] > 4:
        return None
    word = row.lexemes[number[1]]
    if word.kind != "quarter" or word.gap not in ORDINAL_GAPS:
        return None
    return with_year(row, Point(quarter=number[0]), word, number[1] + 1)


def read_half(row: Row, index: int) -> Reading | None:
    """«в первом полугодии 2021 года», «II полугодие»."""
    number = read_number(row, index)
    if number is None or number[0] > 2:
        return None
    word = row.lexemes[number[1]]
    if word.kind != "half" or word.gap not in ORDINAL_GAPS:
        return None
    return with_year(row, Point(half=number[0]), word, number[1] + 1)


def read_across(row: Row, index: int) -> Reading | None:
    """«2019/20», «2019–2020 годов»: a year and the next, as seasons are numbered."""
    first, second = row.lexemes[index], row.lexemes[index + 1]
    if first.digits != 4 or second.digits not in (2, 4) or second.gap not in ("/", "-") or first.code or second.code:
        return None
    if not 1000 <= first.value <= 2199 or second.value != (first.value + 1) % 10**second.digits:
        return None
    word = year_word(row, index + 2)
    stop = word.stop if word else second.stop
    return Reading(Point(first.value, is_across=True), stop, index + (3 if word else 2))


def read_season(row: Row, index: int) -> Reading | None:
    """«летом 2021 года», «зимой 2019/20»; the year may be missing."""
    word = row.lexemes[index]
    if word.kind != "season":
        return None
    across = read_across(row, index + 1) if word.code == "WI" and row.lexemes[index + 1].gap in LOOSE else None
    if across is not None:
        return Reading(across.point._replace(season="WI"), across.stop, across.after)
    return with_year(row, Point(season=word.code), word, index + 1)


def read_game_season(row: Row, index: int) -> Reading | None:
    """«сезон 2020/21», «в сезоне-2021»."""
    word, number = row.lexemes[index], row.lexemes[index + 1]
    if word.kind != "game" or number.gap not in (*TOUCHING, "-") or number.digits != 4:
        return None
    across = read_across(row, index + 1)
    if across is not None:
        return Reading(across.point._replace(season="GAME"), across.stop, across.after)
    if number.gap == "-":
        return Reading(Point(number.value or None, season="GAME"), number.stop, index + 2)
    year = read_last_year(row, index + 1)
    return Reading(year.point._replace(season="GAME"), year.stop, year.after) if year else None


def read_slashed(row: Row, index: int) -> Reading | None:
    """«2017/18» alone: a season of sport or a school year."""
    found = read_across(row, index)
    if found is None or row.lexemes[index + 1].gap != "/" or row.text[found.stop : found.stop + 1] == "/":
        return None
    return Reading(found.point._replace(season="GAME"), found.stop, found.after)
