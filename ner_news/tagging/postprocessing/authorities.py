"""«Власти» is no name: «Власти Подмосковья» gives the place.

FactRuEval and RuRED never count the word to a name (26 times), NEREL does 27 times of 38; a reader looks for the place.
"""

import re
from collections.abc import Sequence

from ner_news.spans import PlainSpan

AUTHORITIES = re.compile(r"[Вв]ласт(?:и|ей|ям|ями|ях)\s+(?:[а-яё]+\s+){0,2}(?=[А-ЯЁ])")


def drop_authorities(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, an organization or a place that begins with «власти» as the place behind the word.

    >>> text = "Власти Подмосковья помогут"
    >>> [(text[span.start : span.stop], span.label) for span in drop_authorities(text, [PlainSpan(0, 18, "ORG")])]
    [('Подмосковья', 'LOC')]
    """
    return [_drop(text, span) if span.label in ("ORG", "LOC") else span for span in spans]


def _drop(text: str, span: PlainSpan) -> PlainSpan:
    found = AUTHORITIES.match(text, span.start, span.stop)
    return span._replace(start=found.end(), label="LOC") if found else span
