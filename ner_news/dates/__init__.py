"""Dates in Russian news: `find_dates` reads what is written, `resolve` says what it means.

>>> [date] = find_dates("Сессия прошла 16 сентября 2021 года.")
>>> resolve(date.expression).lemma
'16 сентября 2021 года'
"""

from ner_news.dates.expressions import Expression, Mod, Point, Range
from ner_news.dates.finding import FoundDate, find_dates
from ner_news.dates.published import parse_published
from ner_news.dates.resolution import Anchor, Grain, ResolvedDate, resolve
from ner_news.dates.values import Interval, parse_value

__all__ = [
    "Anchor",
    "Expression",
    "FoundDate",
    "Grain",
    "Interval",
    "Mod",
    "Point",
    "Range",
    "ResolvedDate",
    "find_dates",
    "parse_published",
    "parse_value",
    "resolve",
]
