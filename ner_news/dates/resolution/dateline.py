"""The publication time that a text states itself: its publication line or its dateline."""

import re
from datetime import datetime
from functools import cache

from ner_news.dates.expressions import Range
from ner_news.dates.finder import FoundDate
from ner_news.dates.resolution.calendar_placement import find_first_day

HEAD = 600
"""Characters in which a publication line is looked for."""


@cache
def _head_line_pattern() -> re.Pattern[str]:
    """Match what may stand beside the date of a publication line: a town, an agency, «Опубликовано:»."""
    words = r"(?:опубликован\w*|обновлен\w*|дата(?:\s+публикации)?|время|публикации|[А-ЯЁ][\w-]*|/|г\.|мск|msk)"
    return re.compile(rf"[\W\d_]*(?:{words}[\W\d_]*){{0,4}}")


def _line(text: str, date: FoundDate) -> tuple[str, str]:
    """Return the text before a date and behind it on its line."""
    start = text.rfind("\n", 0, date.start) + 1
    stop = text.find("\n", date.stop)
    return text[start : date.start], text[date.stop : stop if stop >= 0 else len(text)]


def read_dateline(text: str, dates: list[FoundDate]) -> datetime | None:
    """Read the time of the text's own publication line, or of its dateline; `None` where it has neither.

    >>> from ner_news.dates.finder import find_dates
    >>> text = "Заголовок\\n16-09-2021, 16:02.\\nВ среду прошла встреча."
    >>> read_dateline(text, find_dates(text))
    datetime.datetime(2021, 9, 16, 16, 2)
    """
    for date in dates:
        if date.start > HEAD:
            return None
        point = date.expression
        if isinstance(point, Range) or point.year is None or point.day is None:
            continue
        before, behind = _line(text, date)
        is_alone = len(behind) < HEAD // 10 and _head_line_pattern().fullmatch(behind)
        is_dateline = not text[: date.start - len(before)].strip() and re.match(r"\.?\s*[-–—/|]|\.\s", behind)
        if len(before) < HEAD // 10 and _head_line_pattern().fullmatch(before) and (is_alone or is_dateline):
            return find_first_day(point)
    return None
