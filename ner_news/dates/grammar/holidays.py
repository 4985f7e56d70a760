"""Feasts and weekends: «Новый год», «День Победы», «на Пасху», «в выходные».

A feast is read where its name has its capital letter; in quotes it is the name of something else («фильм «День
Победы»»), and in the instrumental («с Днём Победы!») a wish. Names of other things than a day, «Троица», need a
preposition of time.
"""

import re
from functools import cache

from ner_news.dates.boundaries import WINDOW, is_counting, stands_after
from ner_news.dates.expressions import Match, Point, PointMatch
from ner_news.dates.feast_calendar import ADJECTIVES, CATHOLIC, DAYS, NEW_YEAR, OLD_NEW_YEAR, Feast, feast_of
from ner_news.dates.lexer import LexedText

TIME_LEADS = "во?|на|к|ко|до|после|перед|под|накануне|с|празднуют|отмечают|праздник"
PLACES = r"остров\w*|о\.|храм\w*|церк\w+|собор\w*|монастыр\w+|часовн\w+|икон\w+|приход\w*"
"""«Остров Рождества», «храм Рождества Христова»."""
PLAIN = ("Рождество", "Пасха", "Первомай", "Хеллоуин")
"""Feasts that need no preposition; «Покров», «Троица», «Крещение» are churches and rites too."""


def _make_point(feast: Feast) -> Point:
    if feast.nth is not None:
        return Point(month=feast.month, weekday=feast.nth[0], nth=feast.nth[1], holiday=feast.name)
    return Point(month=feast.month, day=feast.day, easter=feast.easter, holiday=feast.name)


def _make_match(lexed: LexedText, feast: Feast, stop: int, index: int) -> PointMatch:
    """Return the feast with its year behind it: «в День Победы 2025 года»."""
    while lexed.lexemes[index].start < stop:
        index += 1
    point, year = _make_point(feast), _year_pattern().match(lexed.text, stop, stop + WINDOW)
    if year is None or is_counting(lexed.source, year.end(1)):
        return PointMatch(point, stop, index)
    while lexed.lexemes[index].start < year.end():
        index += 1
    return PointMatch(point._replace(year=int(year[1])), year.end(), index)


@cache
def _year_pattern() -> re.Pattern[str]:
    return re.compile(r"[\s-]((?:19|20)[0-9]{2})(?:\s?(?:года?у?|г\.))?(?!\w)")


@cache
def _of_christ_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+христов[оау]")


@cache
def _of_whom_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+(?:пресвятой|богородиц|богоматер|иоанна|девы|руси(?!\w)|младенц|ребенк|сына|дочер)")


@cache
def _western_pattern() -> re.Pattern[str]:
    return re.compile(r"католи|протестант|лютеран|25\s+декабря")


@cache
def _era_pattern() -> re.Pattern[str]:
    """Match what «до Рождества Христова» counts: «V века до», «в 44 г. до»."""
    return re.compile(r"(?:века?|веке|в\.|году?|года|лет|г\.|гг\.|столети\w+|тысячелети\w+|[0-9])\s+до\s+\Z")


def read_holiday(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «Рождество», «на Пасху»; «V век до Рождества Христова» is of an era."""
    lexeme = lexed.lexemes[index]
    if lexeme.kind != "holiday":
        return None
    feast, end = feast_of()[lexeme.value], _of_christ_pattern().match(lexed.text, lexeme.stop)
    if end is not None and _era_pattern().search(lexed.text, max(0, lexeme.start - WINDOW), lexeme.start):
        return None
    said = lexed.text[lexeme.start : lexeme.stop]
    if said.endswith(("ом", "ем", "ой", "ей")) and not stands_after(lexed.text, lexeme.start, "перед|между|за"):
        return None  # «поздравил с Рождеством»
    if feast.name not in PLAIN and not stands_after(lexed.text, lexeme.start, TIME_LEADS):
        return None
    if stands_after(lexed.text, lexeme.start, PLACES) or _of_whom_pattern().match(lexed.text, lexeme.stop):
        return None
    around = lexed.text[max(0, lexeme.start - WINDOW) : lexeme.stop + WINDOW]
    if feast.name == "Рождество" and _western_pattern().search(around):
        feast = CATHOLIC
    return _make_match(lexed, feast, end.end() if end else lexeme.stop, index + 1)


@cache
def _day_pattern() -> re.Pattern[str]:
    names = "|".join(f"(?P<f{number}>{words})" for number, (words, _) in enumerate(DAYS))
    return re.compile(rf"\s+(?:{names.replace(' ', chr(92) + 's+')})(?![\w-])")


def read_feast_day(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «День Победы», «ко Дню знаний»; without its capital letter it is a title or a turn of speech."""
    word = lexed.lexemes[index]
    said = lexed.text[word.start : word.stop]
    if said not in ("день", "дня", "дню", "дне", "днем") or not lexed.source[word.start].isupper():
        return None
    if said == "днем" and not stands_after(lexed.text, word.start, "перед|между|за"):
        return None  # «поздравил с Днём Победы»
    found = _day_pattern().match(lexed.text, word.stop, word.stop + WINDOW)
    if found is None or found.lastgroup is None:
        return None
    return _make_match(lexed, DAYS[int(found.lastgroup[1:])][1], found.end(), index + 1)


@cache
def _adjective_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"{stem}(?:{rest})(?![\w-])") for stem, rest, _ in ADJECTIVES)


def read_feast_adjective(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «Вербное воскресенье», «Татьянин день», «Международный женский день»."""
    start = lexed.lexemes[index].start
    found = _adjective_patterns()[lexed.lexemes[index].value].match(lexed.text, start, start + WINDOW)
    is_led = stands_after(lexed.text, start, TIME_LEADS) is not None and lexed.source[start].isupper()
    if found is None or not is_led:
        return None
    return _make_match(lexed, ADJECTIVES[lexed.lexemes[index].value][2], found.end(), index + 1)


@cache
def _new_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:([Сс]тар)(?:ый|ого|ому)\s+)?Нов(?:ый|ого|ому)\s+\Z")


def read_new_year(lexed: LexedText, index: int) -> Match | None:
    """Read «Новый год», «до Старого Нового года» with its capital letter; «С Новым годом!» is a greeting."""
    word = lexed.lexemes[index]
    lead = _new_pattern().search(lexed.source, max(0, word.start - 24), word.start)
    if lead is None or word.kind != "year" or word.code != "one":
        return None
    if stands_after(lexed.text, lead.start(), r"[а-я-]+[сц]к(?:ий|ого|ому|им|ом)|(?:лунн|восточн)(?:ый|ого|ому|ым|ом)"):
        return None  # «китайский Новый год»
    found = _make_match(lexed, OLD_NEW_YEAR if lead[1] else NEW_YEAR, word.stop, index + 1)
    return Match(found.point, lead.start(), found.stop, found.after)


@cache
def _with_days_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+(?:[0-9]|дн)")


def read_weekend(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «в выходные»; which weekend is meant is left open."""
    word = lexed.lexemes[index]
    if word.kind != "weekend" or not stands_after(lexed.text, word.start, "в|на|за|до|после|к|по|каждые"):
        return None
    if _with_days_pattern().match(lexed.text, word.stop, word.stop + 8):
        return None
    return PointMatch(Point(is_weekend=True), word.stop, index + 1)
