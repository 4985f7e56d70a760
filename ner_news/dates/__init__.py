"""Dates in Russian news: `find_dates` finds what is written, `read_dates` resolves it too.

The way of a text: `lexer` picks the words and numbers that a date can be made of, by the tables of `vocabulary`;
`finder` tries the rules of `grammar` at each of them, with `boundaries` and `false_positives` as filters, and yields
`expressions`, what is written; `resolution` anchors each in the calendar, by the publication time, the tense of the
verb and the dates before it; `notation` writes its value and reads the value's interval; `lemma` writes its normal
form. `publication_time` reads what a caller gives as the time of publication.

>>> [(found, resolved)] = read_dates("Сессия прошла 16 сентября 2021 года.")
>>> resolved.lemma, resolved.value
('16 сентября 2021 года', '2021-09-16')
"""

from ner_news.dates.expressions import Expression, Point, Range
from ner_news.dates.finder import FoundDate, find_dates
from ner_news.dates.notation.intervals import Interval, grain_of_value, parse_value
from ner_news.dates.publication_time import Moment, parse_moment, parse_published
from ner_news.dates.resolution.document_dates import read_dates
from ner_news.dates.resolution.resolved_dates import ResolvedDate, resolve
from ner_news.dates.resolution.short_years import check_pivot

__all__ = [
    "Expression",
    "FoundDate",
    "Interval",
    "Moment",
    "Point",
    "Range",
    "ResolvedDate",
    "check_pivot",
    "find_dates",
    "grain_of_value",
    "parse_moment",
    "parse_published",
    "parse_value",
    "read_dates",
    "resolve",
]
