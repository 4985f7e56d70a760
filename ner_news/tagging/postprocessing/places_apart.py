"""A town and its region in one span: «Большом Камне Приморского края» names two places.

No place in the gold of NEREL, FactRuEval and RuRED ends so. Of RuNormAS' 39,013 names, among them organizations, one
would be parted that is a place («колонию … города Алексеевка Белгородской области»).
"""

import re
from collections.abc import Iterator, Sequence

from ner_news.morph import PROPER_GRAMMEMES, look_up, parse
from ner_news.spans import PlainSpan

REGION = re.compile(
    r"([А-ЯЁ][а-яё-]+)\s+([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:ого|его|ой|ей)"
    r"(?:\s[а-яё]+(?:ого|ой))?\s(?:края|области|округа|района|республики|губернии))$"
)


def part_places(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, a place's in two before the region in the genitive that it ends with.

    >>> text = "Большом Камне Приморского края"
    >>> [text[span.start : span.stop] for span in part_places(text, [PlainSpan(0, 30, "LOC")])]
    ['Большом Камне', 'Приморского края']
    """
    return [part for span in spans for part in (_part(text, span) if span.label == "LOC" else (span,))]


def _part(text: str, span: PlainSpan) -> Iterator[PlainSpan]:
    region = REGION.search(text, span.start, span.stop)
    if region and not _is_adjective(region[1]) and (region.start() > span.start or not _is_common(region[1])):
        yield span._replace(stop=region.end(1))
        yield span._replace(start=region.start(2))
    else:
        yield span


def _is_common(word: str) -> bool:
    """Tell whether a word is a noun that names no place by itself: «Администрация Тверской области»."""
    readings = look_up(word)
    return bool(readings) and all(
        reading.pos == "NOUN" and PROPER_GRAMMEMES.isdisjoint(reading.grammemes) for reading in readings
    )


def _is_adjective(word: str) -> bool:
    """Tell whether a word is an adjective in the genitive, as the region is: «Северного Пермского края»."""
    return any(reading.pos == "ADJF" and reading.case == "gent" for reading in look_up(word) or parse(word))
