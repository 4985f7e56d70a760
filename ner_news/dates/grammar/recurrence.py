"""Dates that come back: «каждый понедельник», «по средам», «ежегодно 9 мая», «с 9 до 18 часов по будням»."""

import re
from functools import cache

from ner_news.dates.boundaries import WINDOW, stands_after
from ner_news.dates.expressions import Match, Point, PointMatch, Range
from ner_news.dates.lexer import LexedText

EVERY = (
    r"ежегодно|еженедельно|ежемесячно|ежедневно|каждый\s+(?:год|месяц|день)|каждую\s+неделю|из\s+года\s+в\s+год|"
    r"кажд(?:ое|ый|ую)\s+(?:утро|вечер|ночь)"
)
YEARLY = r"ежегодно|кажд(?:ый|ого)\s+года?|из\s+года\s+в\s+год"
"""What makes «9 мая» come back: «каждый день до 10 ноября» ends once."""
WEEKLY = r"по\s+(?:(?:понедельник|четверг)ам|вторникам|средам|пятницам|субботам|воскресеньям|будням|выходным)"
NTH = r"(?:перв|втор|трет|четверт|пят|последн)\w+\s+"
SIGNS = ("кажд", "еже", "из года", "по ", "отмеча", "праздну", "проход", "провод", "обычно", "традици", "всегда")
"""What a date that comes back has beside it."""
HELD = r"(?:отмеча|праздну)(?:ется|ют(?:ся)?)|прохо[дж][ия]т|проводи?я?т(?:ся)?|обычно|традиционно|по\s+традиции|всегда"
"""Beside «третий четверг ноября»: what is held again and again."""


@cache
def _before_pattern() -> re.Pattern[str]:
    every = rf"кажд(?:ый|ую|ое|ая|ого|ой|ые)\s+(?:{NTH})?"
    return re.compile(rf"(?<!\w)(?:{every}|(?:{EVERY}|{WEEKLY}),?\s+(?:{NTH})?)(?:(?:во?|с|со|на|к|до)\s+)?\Z")


@cache
def _behind_pattern() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{EVERY}|{WEEKLY}|кажд(?:ого|ой)\s+(?:года|месяца|недели))(?!\w)")


@cache
def _yearly_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{YEARLY}|каждое)(?!\w)")


@cache
def _held_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){HELD}(?!\w)")


def recurs(lexed: LexedText, match: Match, index: int) -> bool:
    """Return whether a date comes back; `index` is that of its first lexeme."""
    expression, text = match.expression, lexed.text
    if expression.is_absolute or expression.points[0].shifts:
        return False
    if any(point.nth is not None and point.month is None for point in expression.points):
        return True
    kind = lexed.lexemes[index].kind
    if kind in ("weekdays", "workdays", "parts") or (kind == "weekend" and stands_after(text, match.start, "по")):
        return True
    around = max(0, match.start - WINDOW), match.stop + WINDOW
    window = text[around[0] : around[1]]
    if not any(sign in window for sign in SIGNS):  # a tenth of all time
        return False
    before = _before_pattern().search(text, max(0, match.start - WINDOW), match.start)
    found = before or _behind_pattern().match(text, match.stop, match.stop + WINDOW)
    is_of_year = all(point.month is not None and point.day is not None for point in expression.points)
    if found is not None and (not is_of_year or _yearly_pattern().search(found[0])):
        return True
    is_nth = any(point.nth is not None and point.holiday is None for point in expression.points)
    return is_nth and _held_pattern().search(text, *around) is not None


def _is_led(lexed: LexedText, index: int) -> bool:
    """Return whether «по» leads the word, or the words before it: «по понедельникам, средам и пятницам»."""
    lexeme, last = lexed.lexemes[index], lexed.lexemes[index - 1]
    if lexeme.gap in (", ", " и ") and last.kind == lexeme.kind:
        return True
    return stands_after(lexed.text, lexeme.start, "по") is not None


def read_plural(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «по средам», «по вечерам»."""
    lexeme = lexed.lexemes[index]
    if not _is_led(lexed, index):
        return None
    point = Point(weekday=lexeme.value) if lexeme.kind == "weekdays" else Point(part=lexeme.code)
    return PointMatch(point, lexeme.stop, index + 1)


def read_every_part(lexed: LexedText, index: int) -> Match | None:
    """Read «вечер» of «каждый вечер»; «день» of «каждый день» is none, it is every day."""
    part = lexed.lexemes[index]
    if lexed.text[part.start : part.stop] not in ("утро", "вечер", "ночь"):
        return None
    if stands_after(lexed.text, part.start, "каждый|каждое|каждую") is None:
        return None
    return Match(Point(part=part.code), part.start, part.stop, index + 1)


def read_workdays(lexed: LexedText, index: int) -> Match | None:
    """Read «по будням», from Monday to Friday."""
    lexeme = lexed.lexemes[index]
    if not _is_led(lexed, index):
        return None
    return Match(Range(Point(weekday=1), Point(weekday=5)), lexeme.start, lexeme.stop, index + 1)
