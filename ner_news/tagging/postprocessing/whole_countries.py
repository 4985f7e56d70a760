"""Countries whose names hold «и», a dash or an apostrophe, in one span: «Кот-д’Ивуар», «Босния и Герцеговина»."""

import re
from collections.abc import Sequence
from functools import cache

from ner_news.spans import PlainSpan

COUNTRIES = (
    "Кот-д'Ивуар_", "Босни_ и Герцеговин_", "Тринидад_ и Тобаго", "Антигу_ и Барбуд_", "Сан-Томе и Принсипи",
    "Сент-Китс_ и Невис_", "Сент-Винсент_ и Гренадин_", "Сен-Пьер_ и Микелон_", "Уоллис_ и Футун_",
    "Папуа - Нов_ Гвине_", "Папуа-Нов_ Гвине_",
)  # fmt: skip
"""After the names of CLDR; `_` stands for an ending."""

FIRST_WORDS = ("Кот", "Босни", "Тринидад", "Антигу", "Сан-", "Сен", "Уоллис", "Папуа")
"""What a text without such a country has none of; most have none."""


def join_countries(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, each such country one place in the stead of what the network made of its parts.

    A longer name around it stays. The score is the best one of the parts.

    >>> text = "В Боснии и Герцеговине ждут"
    >>> found = join_countries(text, [PlainSpan(2, 8, "LOC", 0.9), PlainSpan(11, 22, "LOC", 0.8)])
    >>> [(text[span.start : span.stop], span.score) for span in found]
    [('Боснии и Герцеговине', 0.9)]
    """
    joined = list(spans)
    if any(word in text for word in FIRST_WORDS):
        for match in _pattern().finditer(text):
            joined = _put(joined, *match.span())
    return joined


def is_whole_country(text: str, span: PlainSpan) -> bool:
    """Tell whether a span is such a country.

    >>> is_whole_country("Тринидад и Тобаго", PlainSpan(0, 17, "LOC"))
    True
    """
    is_asked = span.label == "LOC" and any(text.startswith(word, span.start) for word in FIRST_WORDS)
    return is_asked and _pattern().fullmatch(text, span.start, span.stop) is not None


def _put(spans: list[PlainSpan], start: int, stop: int) -> list[PlainSpan]:
    parts = [span for span in spans if span.start < stop and start < span.stop]
    if not parts or any(span.start <= start and stop <= span.stop for span in parts):
        return spans
    country = PlainSpan(start, stop, "LOC", max(part.score for part in parts))
    return sorted([*(span for span in spans if span not in parts), country])


@cache
def _pattern() -> re.Pattern[str]:
    signs = {"_": "[а-яё]{0,3}", "'": "['’ʼ`´]", " - ": r"\s?[-–—]\s?", " ": r"\s"}
    patterns = (re.sub(r" - |[_' ]", lambda sign: signs[sign[0]], country) for country in COUNTRIES)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])")
