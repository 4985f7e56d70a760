"""Common nouns before people's names, in lines where case tells nothing: «ХРИСТИАНКИ АСИИ БИБИ», «певица нюша»."""

import re
from collections.abc import Iterator, Sequence

from ner_news.morph import look_up
from ner_news.spans import PlainSpan

WORD = re.compile(r"[\w-]+")
NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"))
SHORTEST = 3
"""Letters of a common word: «А.» and «Ли» may be anything."""


def without_common_words(text: str, spans: Sequence[PlainSpan]) -> Iterator[PlainSpan]:
    """The spans, people without the common nouns before them where all letters of a line are of one case.

    One that is nothing but such a noun is no name.

    >>> text = "АДВОКАТ ХРИСТИАНКИ АСИИ БИБИ"
    >>> [text[span.start : span.stop] for span in without_common_words(text, [PlainSpan(8, 28, "PER")])]
    ['АСИИ БИБИ']
    """
    end, is_of_one_case = 0, False  # of the line of the span before: a line is looked at once
    for span in spans:
        if span.start >= end:
            start, end = text.rfind("\n", 0, span.start) + 1, _end_of_line(text, span.start)
            is_of_one_case = text[start:end] in (text[start:end].lower(), text[start:end].upper())
        begun = _begun(text, span) if is_of_one_case and span.label == "PER" else span.start
        if begun < span.stop:
            yield span._replace(start=begun)


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _begun(text: str, span: PlainSpan) -> int:
    words = WORD.finditer(text, span.start, span.stop)
    return next((word.start() for word in words if not _is_common(word[0])), span.stop)


def _is_common(word: str) -> bool:
    """Whether the dictionary knows it as a noun for people, and as no name."""
    readings = look_up(word) if len(word) >= SHORTEST else ()
    return any("anim" in reading.grammemes for reading in readings) and all(
        NAMES.isdisjoint(reading.grammemes) and reading.pos != "ADJF" for reading in readings
    )
