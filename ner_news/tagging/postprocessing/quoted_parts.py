"""Names with a part in quotes: «Кирилл «Децл» Толмацкий», «НИЯУ «МИФИ»».

In the gold of NEREL, FactRuEval and RuRED no name is hurt and none is mended.
"""

import re
from collections.abc import Iterator, Sequence

from ner_news.morph import look_up, parse
from ner_news.spans import PlainSpan
from ner_news.tagging.postprocessing.overlay import covered, overlay

OPENING = re.compile(r"[«\"„](?<=[а-яё][ \xa0].)")
FIRST_NAME = re.compile(r"(?<![\w-])([А-ЯЁ][а-яё]+)[ \xa0]$")
NICKNAME = r"(?:«[^«»]{2,25}»|\"[^\"]{2,25}\"|„[^„“]{2,25}“)(?<![.?!,][»\"“])"
REST = re.compile(rf"{NICKNAME}[ \xa0]([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)")
LONGEST_NAME = 20
"""Letters of a first name, by eye."""

BODY = re.compile(r"([А-ЯЁ][А-ЯЁ]{1,3})[ \xa0]«[^«»\n]{2,60}»")
INSTITUTES = frozenset("АЭС ГНЦ ГРЭС КБ НИИ НИУ НИЦ НИЯУ НМИЦ НПО НПП НПЦ ОКБ ТЭЦ ФИЦ ЦКБ ЦНИИ".split())
"""What a body is, a part of its name: institutes, centres, works, power stations; no legal forms."""


def join_quoted_parts(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, one for a person with the nickname between first name and surname, and one for an institute.

    >>> text = "Кирилл «Децл» Толмацкий"
    >>> join_quoted_parts(text, [PlainSpan(0, 6, "PER"), PlainSpan(8, 12, "PER"), PlainSpan(14, 23, "PER")])[0][:2]
    (0, 23)
    """
    if "«" not in text and '"' not in text and "„" not in text:
        return list(spans)
    return overlay(spans, [*_find_people(text, spans), *_find_institutes(text, spans)])


def _find_people(text: str, spans: Sequence[PlainSpan]) -> Iterator[PlainSpan]:
    for quote in OPENING.finditer(text):
        first = FIRST_NAME.search(text, max(0, quote.start() - LONGEST_NAME), quote.start())
        rest = REST.match(text, quote.start())
        parts = covered(spans, first.start(), rest.end()) if first and rest else []
        if first and rest and _is_inside(parts, first.start(), rest.end()) and _is_person(first[1], rest[1], parts):
            yield PlainSpan(first.start(), rest.end(), "PER", min(part.score for part in parts))


def _is_inside(parts: Sequence[PlainSpan], start: int, stop: int) -> bool:
    return bool(parts) and start <= parts[0].start and parts[-1].stop <= stop


def _is_person(first: str, last: str, parts: Sequence[PlainSpan]) -> bool:
    """Tell whether both are in one case and the dictionary has the first name, or the network took both for people."""
    grammemes = {grammeme for reading in look_up(first) for grammeme in reading.grammemes}
    are_people = len(parts) > 1 and parts[0].label == parts[-1].label == "PER" and "Surn" not in grammemes
    return ("Name" in grammemes or are_people) and bool(_cases(first) & _cases(last))


def _cases(word: str) -> set[str]:
    return {reading.case for reading in parse(word)}


def _find_institutes(text: str, spans: Sequence[PlainSpan]) -> Iterator[PlainSpan]:
    for found in BODY.finditer(text):
        parts = covered(spans, *found.span()) if found[1] in INSTITUTES else []
        if _is_inside(parts, *found.span()):
            yield PlainSpan(*found.span(), "ORG", min(part.score for part in parts))
