"""Dates in Russian news: `find_dates` reads what is written, `read_dates` says what it means too.

>>> [(found, resolved)] = read_dates("Сессия прошла 16 сентября 2021 года.")
>>> resolved.lemma, resolved.value
('16 сентября 2021 года', '2021-09-16')
"""

from ner_news.dates.expressions import Expression, Point, Range
from ner_news.dates.finder import FoundDate, find_dates
from ner_news.dates.notation.intervals import Interval, parse_value
from ner_news.dates.publication_time import parse_published
from ner_news.dates.resolution.document_dates import read_dates
from ner_news.dates.resolution.resolved_dates import ResolvedDate, resolve

__all__ = [
    "Expression",
    "FoundDate",
    "Interval",
    "Point",
    "Range",
    "ResolvedDate",
    "find_dates",
    "parse_published",
    "parse_value",
    "read_dates",
    "resolve",
]
