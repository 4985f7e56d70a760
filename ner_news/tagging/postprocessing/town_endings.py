"""Towns by their ending: «Верхнереченску» is no person, though the network knows no such town.

Surnames end in «-ский», never in «-нск» or «-град». In the gold of NEREL, FactRuEval and RuRED 122 words have such an
ending and are unknown to the dictionary, or towns: none is a person, 13 are organizations or in one, 5 are no names.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ner_news.caches import word_cache
from ner_news.morph import look_up
from ner_news.spans import PlainSpan

_STEM = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"
_ENDING = r"(?:(?:[вйлнр]ск|[еоуи]цк|град)(?:а|у|ом|е)?|пол(?:ь|я|ю|ем|е))"
TOWN = re.compile(rf"(?<![\w-]){_STEM}(?<=[А-ЯЁа-яё]{{3}}){_ENDING}(?![\w-])")

_OF_ADJECTIVES = ("ском", "цком")

_KEPT = 4096

SCORE = 0.5
"""How sure a place is that the network did not see, by eye."""


def label_towns(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, people who are a town by their ending as places, with such towns outside all spans.

    >>> text = "Спасибо Нижнеозёрску и Старограду."
    >>> [text[span.start : span.stop] for span in label_towns(text, [PlainSpan(8, 20, "PER")]) if span.label == "LOC"]
    ['Нижнеозёрску', 'Старограду']
    """
    towns = {found.span() for found in TOWN.finditer(text) if _is_town(found[0])}
    if not towns:
        return list(spans)
    return sorted([*(label_town(text, span) for span in spans), *_find_free(text, towns, spans)])


def label_town(text: str, span: PlainSpan) -> PlainSpan:
    """Return the span, a person who is a town by the ending as a place.

    >>> label_town("Музей Старогорска", PlainSpan(6, 17, "PER")).label
    'LOC'
    """
    found = TOWN.fullmatch(text, span.start, span.stop) if span.label == "PER" else None
    return span._replace(label="LOC") if found and _is_town(found[0]) else span


@word_cache(maxsize=_KEPT)
def _is_town(word: str) -> bool:
    """Tell whether the dictionary knows a word as a town alone, or not at all."""
    return all("Geox" in reading.grammemes for reading in look_up(word))


def _find_free(text: str, towns: set[tuple[int, int]], spans: Sequence[PlainSpan]) -> Iterator[PlainSpan]:
    """Yield the towns that share no character with a span, unless they may be adjectives: «на Арлингтонском холме»."""
    starts = [span.start for span in spans]
    for start, stop in towns:
        place = bisect_right(starts, stop - 1)
        is_free = place == 0 or spans[place - 1].stop <= start
        if is_free and not text.endswith(_OF_ADJECTIVES, start, stop):
            yield PlainSpan(start, stop, "LOC", SCORE)
