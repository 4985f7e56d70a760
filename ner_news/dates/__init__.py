"""Dates in Russian news: `find_dates` reads what is written, `read_dates` says what it means too.

>>> [(found, resolved)] = read_dates("Сессия прошла 16 сентября 2021 года.")
>>> resolved.lemma, resolved.value
('16 сентября 2021 года', '2021-09-16')
"""

from ner_news.dates.documents import read_dates
from ner_news.dates.expressions import Expression, Point, Range
from ner_news.dates.finding import FoundDate, find_dates
from ner_news.dates.published import parse_published
from ner_news.dates.resolution import ResolvedDate, resolve
from ner_news.dates.values import Interval, grain_of_value, parse_value

__all__ = [
    "Expression",
    "FoundDate",
    "Interval",
    "Point",
    "Range",
    "ResolvedDate",
    "find_dates",
    "grain_of_value",
    "parse_published",
    "parse_value",
    "read_dates",
    "resolve",
]
