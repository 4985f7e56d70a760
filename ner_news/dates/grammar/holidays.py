"""Days with names: «Новый год», «Рождество», «в выходные»."""

import re
from functools import cache

from ner_news.dates.boundaries import stands_after
from ner_news.dates.expressions import Match, Point, Reading
from ner_news.dates.lexer import Row


@cache
def _of_christ() -> re.Pattern[str]:
    return re.compile(r"\s+христов[оау]")


@cache
def _with_days() -> re.Pattern[str]:
    return re.compile(r"\s+(?:[0-9]|дн)")


def read_holiday(row: Row, index: int) -> Reading | None:
    """«Новый год», «Рождество»."""
    lexeme = row.lexemes[index]
    if lexeme.kind == "holiday":
        end = _of_christ().match(row.text, lexeme.stop)
        month, day = divmod(lexeme.value, 100)
        return Reading(Point(month=month, day=day, feast="Рождество"), end.end() if end else lexeme.stop, index + 1)
    return None


@cache
def _new() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)Нов(?:ый|ого|ому)\s+\Z")


def read_new_year(row: Row, index: int) -> Match | None:
    """«Новый год», «до Нового года» with its capital letter; «С Новым годом!» is a greeting."""
    word = row.lexemes[index]
    lead = _new().search(row.source, max(0, word.start - 10), word.start)
    if lead is None or word.kind != "year" or word.code != "one":
        return None
    start = lead.start()
    return Match(Point(month=1, day=1, feast="Новый год"), start, word.stop, index + 1)


def read_weekend(row: Row, index: int) -> Reading | None:
    """«в выходные»; the tense says which."""
    word = row.lexemes[index]
    if word.kind != "weekend" or not stands_after(row.text, word.start, "в|на|за|до|после|к"):
        return None
    if _with_days().match(row.text, word.stop, word.stop + 8):
        return None
    return Reading(Point(is_weekend=True), word.stop, index + 1)
