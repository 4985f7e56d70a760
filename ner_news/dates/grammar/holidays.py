"""Holidays and weekends: «Новый год», «Рождество», «в выходные»."""

import re
from functools import cache

from ner_news.dates.boundaries import stands_after
from ner_news.dates.expressions import Match, Point, PointMatch
from ner_news.dates.lexer import LexedText


@cache
def _of_christ_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+христов[оау]")


@cache
def _with_days_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+(?:[0-9]|дн)")


def read_holiday(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «Новый год», «Рождество»."""
    lexeme = lexed.lexemes[index]
    if lexeme.kind == "holiday":
        end = _of_christ_pattern().match(lexed.text, lexeme.stop)
        month, day = divmod(lexeme.value, 100)
        return PointMatch(
            Point(month=month, day=day, holiday="Рождество"), end.end() if end else lexeme.stop, index + 1
        )
    return None


@cache
def _new_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)Нов(?:ый|ого|ому)\s+\Z")


def read_new_year(lexed: LexedText, index: int) -> Match | None:
    """Read «Новый год», «до Нового года» with its capital letter; «С Новым годом!» is a greeting."""
    word = lexed.lexemes[index]
    lead = _new_pattern().search(lexed.source, max(0, word.start - 10), word.start)
    if lead is None or word.kind != "year" or word.code != "one":
        return None
    start = lead.start()
    return Match(Point(month=1, day=1, holiday="Новый год"), start, word.stop, index + 1)


def read_weekend(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «в выходные»; which weekend is meant is left open."""
    word = lexed.lexemes[index]
    if word.kind != "weekend" or not stands_after(lexed.text, word.start, "в|на|за|до|после|к"):
        return None
    if _with_days_pattern().match(lexed.text, word.stop, word.stop + 8):
        return None
    return PointMatch(Point(is_weekend=True), word.stop, index + 1)
