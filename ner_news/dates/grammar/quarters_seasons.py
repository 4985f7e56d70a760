"""Quarters, halves, seasons, sets of days: «III квартал 2021 г.», «летом 2021 года», «первая декада мая»."""

from ner_news.categories import Mod
from ner_news.dates.boundaries import stands_after
from ner_news.dates.expressions import Point, PointMatch
from ner_news.dates.grammar.day_month_year import is_likely_year, read_last_year, read_number, read_year_word
from ner_news.dates.grammar.gaps import LOOSE, ORDINAL_GAPS, SPACE, TOUCHING
from ner_news.dates.lexer import LexedText, Lexeme

MODS: dict[str, Mod] = {"START": "START", "MID": "MID", "END": "END"}


def with_open_year(point: Point, model: Point) -> Point:
    """Return the point with the year of the model, even if that is given by a shift."""
    return point._replace(
        year=model.year, shifts=model.shifts, is_anaphoric=model.is_anaphoric, is_short=model.is_short
    )


def read_with_year(lexed: LexedText, point: Point, word: Lexeme, after: int) -> PointMatch:
    """Read the year behind a point into it; the point stays as it is where there is none."""
    year = read_last_year(lexed, after)
    if year is None:
        return PointMatch(point, word.stop, after)
    found = with_open_year(point, year.point)
    return PointMatch(found, year.stop, year.after)


def is_count_of_quarters(lexed: LexedText, index: int) -> bool:
    """Return whether quarters are counted: «за 3 квартала» are nine months, «за 3 квартал» three."""
    number, word = lexed.lexemes[index], lexed.lexemes[index + 1]
    is_count = (number.kind == "number" and not number.code) or number.kind == "count"
    if not is_count or not lexed.text.startswith("квартала", word.start):
        return False
    return stands_after(lexed.text, number.start, "за|первые") is not None


def read_quarter(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «в первом квартале 2021 года», «2-й кв. 2021»; the year may be missing."""
    number = read_number(lexed, index)
    if number is None or number[0] > 4:
        return None
    word = lexed.lexemes[number[1]]
    if word.kind != "quarter" or word.gap not in ORDINAL_GAPS or is_count_of_quarters(lexed, index):
        return None
    return read_with_year(lexed, Point(quarter=number[0]), word, number[1] + 1)


def read_half(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «в первом полугодии 2021 года», «II полугодие»."""
    number = read_number(lexed, index)
    if number is None or number[0] > 2:
        return None
    word = lexed.lexemes[number[1]]
    if word.kind != "half" or word.gap not in ORDINAL_GAPS:
        return None
    return read_with_year(lexed, Point(half=number[0]), word, number[1] + 1)


def read_two_years(lexed: LexedText, index: int) -> PointMatch | None:
    """Read two years in a row, as seasons are numbered: «2019/20», «2019–2020 годов»."""
    first, second = lexed.lexemes[index], lexed.lexemes[index + 1]
    if first.digits != 4 or second.digits not in (2, 4) or second.gap not in ("/", "-") or first.code or second.code:
        return None
    if not is_likely_year(first.value) or second.value != (first.value + 1) % 10**second.digits:
        return None
    word = read_year_word(lexed, index + 2)
    stop = word.stop if word else second.stop
    return PointMatch(Point(first.value, is_across=True), stop, index + (3 if word else 2))


def read_season(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «летом 2021 года», «зимой 2019/20»; the year may be missing."""
    word = lexed.lexemes[index]
    if word.kind != "season":
        return None
    across = read_two_years(lexed, index + 1) if word.code == "WI" and lexed.lexemes[index + 1].gap in LOOSE else None
    if across is not None:
        return PointMatch(across.point._replace(season="WI"), across.stop, across.after)
    return read_with_year(lexed, Point(season=word.code), word, index + 1)


def read_game_season(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «сезон 2020/21», «в сезоне-2021»."""
    word, number = lexed.lexemes[index], lexed.lexemes[index + 1]
    if word.kind != "game" or number.gap not in (*TOUCHING, "-") or number.digits != 4:
        return None
    across = read_two_years(lexed, index + 1)
    if across is not None:
        return PointMatch(across.point._replace(season="GAME"), across.stop, across.after)
    if number.gap == "-":
        return PointMatch(Point(number.value or None, season="GAME"), number.stop, index + 2)
    year = read_last_year(lexed, index + 1)
    return PointMatch(year.point._replace(season="GAME"), year.stop, year.after) if year else None


def read_slashed(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «2017/18» alone: a season of sport or a school year."""
    found = read_two_years(lexed, index)
    if found is None or lexed.lexemes[index + 1].gap != "/" or lexed.text[found.stop : found.stop + 1] == "/":
        return None
    return PointMatch(found.point._replace(season="GAME"), found.stop, found.after)


WHICH_DAYS = {"десятых": (10, 19), "двадцатых": (20, 29)}
TENS = {1: (1, 10), 2: (11, 20), 3: (21, 31)}


def _with_month(lexed: LexedText, index: int, point: Point) -> PointMatch | None:
    """Return the point with the month behind it: «в первых числах мая», «первая декада мая»."""
    month = lexed.lexemes[index]
    if month.kind != "month" or month.gap not in SPACE or not month.code.startswith("gen"):
        return None
    year = read_last_year(lexed, index + 1)
    dated = year.point if year else Point()
    found = with_open_year(point, dated)._replace(month=month.value)
    return PointMatch(found, year.stop if year else month.stop, year.after if year else index + 1)


def read_tens(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «первая декада мая», «в 20-х числах мая», «в первых числах мая», «в последние дни мая»."""
    lexeme, word = lexed.lexemes[index], lexed.lexemes[index + 1]
    said = lexed.text[lexeme.start : lexeme.stop]
    if word.gap not in SPACE:
        return None
    if word.kind == "ten days":
        number = read_number(lexed, index)
        return _with_month(lexed, index + 2, Point(days=TENS[number[0]])) if number and number[0] in TENS else None
    is_days = word.kind == "date" or lexed.text.startswith("дн", word.start)
    if not is_days:
        return None
    if (lexeme.value in (10, 20) and lexeme.code in ("х", "ых")) or said in WHICH_DAYS:
        days = WHICH_DAYS["десятых" if said in ("десятых", "10-х", "10-ых") else "двадцатых"]
        return _with_month(lexed, index + 2, Point(days=days))
    if said in ("первых", "первые"):
        return _with_month(lexed, index + 2, Point(mod="START"))
    if said in ("последних", "последние"):
        return _with_month(lexed, index + 2, Point(mod="END"))
    return None


def read_nth_weekday(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «последнее воскресенье октября», «вторая суббота мая 2021 года», «первый вторник каждого месяца»."""
    lexeme, weekday = lexed.lexemes[index], lexed.lexemes[index + 1]
    nth = -1 if lexeme.code == "last" else lexeme.value
    is_third = lexed.text[lexeme.start : lexeme.stop] == "третью"  # a share, too
    if not (lexeme.code == "last" or is_third or (lexeme.kind == "ordinal" and nth <= 5)):
        return None
    if weekday.kind != "weekday" or weekday.gap not in SPACE:
        return None
    point, month = Point(weekday=weekday.value, nth=nth), lexed.lexemes[index + 2]
    if month.gap in (" ", " каждого ") and lexed.text[month.start : month.stop] == "месяца":
        return PointMatch(point, month.stop, index + 3)
    return _with_month(lexed, index + 2, point)
