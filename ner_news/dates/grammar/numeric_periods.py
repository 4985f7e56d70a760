"""Months, quarters and halves in digits: «02.2023», «01/2023», «4К22», «Q3 2022», «1П2023», «9М 2022»."""

import re
from functools import cache

from ner_news.dates.boundaries import is_counting, stands_after
from ner_news.dates.expressions import Match, Point, PointMatch, Range
from ner_news.dates.grammar.day_month_year import expand_year, read_year_word
from ner_news.dates.lexer import LexedText, Lexeme

NUMBERED = (
    r"(?:дел[оауе]|приказ\w*|договор\w*|номер\w*|постановлени\w+|протокол\w*|заявк\w+|сч[её]т\w*|акт\w*|сери\w+|"
    r"артикул\w*|рейс\w*|дом\w*|корпус\w*|размер\w*|закон\w*|лот\w*|письм\w+|указ\w*|инн|огрн|код\w*|тел\w*|заказ\w*|"
    r"номер\w*\s+[а-я]+|станок|модел\w+|снилс|паспорт\w*|бик|окпо|isbn|сумм\w+|стоимост\w+|карт\w+|логин\w*|парол\w+|id|[a-z]+)[.:]?"
)
"""What may have a number that looks like a month: «приказ 02/2023», «Ubuntu 10.2023», «ИНН 20121028»."""
NO_REPORT = (
    rf"{NUMBERED}|телевизор\w*|видео|монитор\w*|экран\w*|проектор\w*|качеств\w+|формат\w*|камер\w+|разрешени\w+|панел\w+|"
    r"ракет\w+|компани\w+|корпораци\w+|фирм\w+|высот\w+|длин\w+|глубин\w+|ширин\w+"
)
"""Before «4К 2022», «3М 2022», «9М 2022» that are no reports."""


@cache
def _month_pattern() -> re.Pattern[str]:
    more = r"(?![^\W_]*_|[a-z]|[./,]?[0-9]|/|-[0-9](?![0-9][./][0-9]{4}))"
    return re.compile(rf"(0[1-9]|1[0-2])([./])((?:19|20)[0-9]{{2}}){more}")


def _pass_lexemes(lexed: LexedText, index: int, stop: int) -> int:
    """Return the index of the first lexeme from `stop` on."""
    while lexed.lexemes[index].start < stop:
        index += 1
    return index


def read_month_in_digits(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «02.2023», «01/2023 г.»; a number of a document, an amount or a version is none."""
    start = lexed.lexemes[index].start
    is_likely = lexed.lexemes[index].digits == 2 and lexed.lexemes[index + 1].gap in (".", "/")
    found = _month_pattern().match(lexed.text, start) if is_likely else None
    if found is None or stands_after(lexed.text, start, NUMBERED):
        return None
    if found[1] >= "10" and is_counting(lexed.source, found.end()):  # «12.2015 рублей»; no amount begins with a nought
        return None
    point, after = Point(int(found[3]), month=int(found[1])), _pass_lexemes(lexed, index, found.end())
    word = read_year_word(lexed, after)
    return PointMatch(point, word.stop, after + 1) if word else PointMatch(point, found.end(), after)


@cache
def _months_pattern() -> re.Pattern[str]:
    return re.compile(r"(0[1-9]|1[0-2])\s?-\s?(0[1-9]|1[0-2])[./]((?:19|20)[0-9]{2})(?![\w/-]|[.,][0-9])")


def read_months_in_digits(lexed: LexedText, index: int) -> Match | None:
    """Read «01–09.2023»: from the one month to the other."""
    start = lexed.lexemes[index].start
    found = _months_pattern().match(lexed.text, start) if lexed.lexemes[index].digits == 2 else None
    if found is None or found[1] >= found[2] or stands_after(lexed.text, start, NUMBERED):
        return None
    first, last = (Point(int(found[3]), month=int(found[which])) for which in (1, 2))
    return Match(Range(first, last), start, found.end(), _pass_lexemes(lexed, index, found.end()))


YEAR = r"(20[0-9]{2}|[0-9]{2})(?![\w%]|[.,][0-9]|-[0-9])"


@cache
def _count_first_pattern() -> re.Pattern[str]:
    """Match «4К22», «3Q 2022», «1П2023», «2H22», «9М 2022»: the letter, capital, is in Russian or in Latin."""
    return re.compile(rf"([0-9]{{1,2}})\s?(?:([QКK]|[Кк]в\.?\s?)|([HПP])|([МM]|мес\.?\s))(\s?)[-'’]?{YEAR}")


def _read_code_year(digits: str) -> Point:
    return Point(int(digits)) if len(digits) == 4 else Point(expand_year(int(digits)), is_short=True)


CODE_LETTERS = frozenset("qкkhпpмm")
"""Letters behind the count of «4К22», «3Q 2022», «9М 2022»."""


def begins_code(lexed: LexedText, number: Lexeme) -> bool:
    """Return whether a letter of a code follows the number, with a space at most between."""
    return lexed.text[number.stop : number.stop + 2].lstrip()[:1] in CODE_LETTERS


def _match_code(lexed: LexedText, index: int) -> re.Match[str] | None:
    """Return the match of a code that begins with its count, unless it names a screen, a product or a company."""
    start = lexed.lexemes[index].start
    is_likely = lexed.lexemes[index].digits in (1, 2) and begins_code(lexed, lexed.lexemes[index])
    found = _count_first_pattern().match(lexed.source, start) if is_likely else None
    if found is None or stands_after(lexed.text, start, NO_REPORT):
        return None
    if is_counting(lexed.source, found.end()) and not lexed.text.startswith(" г.", found.end()):
        return None
    return found


def _end_code(lexed: LexedText, index: int, stop: int) -> tuple[int, int]:
    """Return where the code ends, its «года» included, and the index behind it."""
    after = _pass_lexemes(lexed, index, stop)
    word = read_year_word(lexed, after)
    return (word.stop, after + 1) if word else (stop, after)


def read_period_code(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «4К22», «3Q 2022», «1П2023»."""
    found = _match_code(lexed, index)
    if found is None or found[4] is not None:
        return None
    count, year = int(found[1]), _read_code_year(found[6])
    if not 1 <= count <= (4 if found[2] else 2):
        return None
    point = year._replace(quarter=count) if found[2] else year._replace(half=count)
    return PointMatch(point, *_end_code(lexed, index, found.end()))


def read_months_code(lexed: LexedText, index: int) -> Match | None:
    """Read «9М 2022», «6М22»: from January on."""
    found = _match_code(lexed, index)
    if found is None or found[4] is None or not 2 <= int(found[1]) <= 12:
        return None
    year = _read_code_year(found[6])
    first, last = year._replace(month=1), year._replace(month=int(found[1]))
    return Match(Range(first, last), found.start(), *_end_code(lexed, index, found.end()))


@cache
def _year_behind_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:\s?(20[0-9]{{2}})(?!\w|[.,][0-9])|[-'’]{YEAR})")


def read_letter_first(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «Q3 2022», «H1 2023», «Q3'22»; «в Q3» leaves its year open, «Audi Q3» is none."""
    code = lexed.lexemes[index]
    if not lexed.source[code.start].isupper() or stands_after(lexed.text, code.start, r"[a-z][\w-]*"):
        return None
    found = _year_behind_pattern().match(lexed.source, code.stop)
    point = _read_code_year(found[1] or found[2]) if found else Point()
    point = point._replace(quarter=code.value) if code.code == "q" else point._replace(half=code.value)
    if found is None:
        return PointMatch(point, code.stop, index + 1)
    return PointMatch(point, found.end(), _pass_lexemes(lexed, index, found.end()))


@cache
def _basic_pattern() -> re.Pattern[str]:
    return re.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?![\w%]|[.,:/-][0-9a-z])")


def read_basic_day(lexed: LexedText, index: int) -> tuple[int, int, int, int] | None:
    """Read year, month, day and the offset behind «20121028», unless something says that it is a number."""
    number = lexed.lexemes[index]
    found = _basic_pattern().match(lexed.text, number.start) if number.digits == 8 else None
    if found is None or stands_after(lexed.text, number.start, NUMBERED) or is_counting(lexed.source, found.end()):
        return None
    return int(found[1]), int(found[2]), int(found[3]), found.end()
