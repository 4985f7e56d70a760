"""Common nouns before people's names, in lines where case tells nothing: «ХРИСТИАНКИ АСИИ БИБИ», «певица нюша»."""

import re
from collections.abc import Iterator, Sequence

from ner_news.morph import look_up
from ner_news.spans import PlainSpan

WORD = re.compile(r"[\w-]+")
SMALL, CAPITAL = re.compile("[а-яё]"), re.compile("[А-ЯЁ]")
NAME_GRAMMEMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"))

SHORTEST = 3
"""Letters of a common noun, by eye: «А.» and «Ли» may be anything."""


def drop_common_nouns(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, people without the common nouns before them where all letters of a line are of one case.

    A span that is nothing but such nouns is dropped.

    >>> text = "АДВОКАТ ХРИСТИАНКИ АСИИ БИБИ"
    >>> [text[span.start : span.stop] for span in drop_common_nouns(text, [PlainSpan(8, 28, "PER")])]
    ['АСИИ БИБИ']
    """
    return list(_drop(text, spans))


def _drop(text: str, spans: Sequence[PlainSpan]) -> Iterator[PlainSpan]:
    end, is_of_one_case = 0, False  # of the line of the span before: a line is looked at once
    for span in spans:
        if span.start >= end:
            start, end = text.rfind("\n", 0, span.start) + 1, _find_line_end(text, span.start)
            is_of_one_case = _is_of_one_case(text[start:end])
        start_of_name = _find_name(text, span) if is_of_one_case and span.label == "PER" else span.start
        if start_of_name < span.stop:
            yield span._replace(start=start_of_name)


def _is_of_one_case(line: str) -> bool:
    if SMALL.search(line) and CAPITAL.search(line):
        return False  # nearly always, and known from a few letters
    return line in (line.lower(), line.upper())


def _find_line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _find_name(text: str, span: PlainSpan) -> int:
    """Return where the first word starts that is no common noun; the end of the span when there is none."""
    words = WORD.finditer(text, span.start, span.stop)
    return next((word.start() for word in words if not _is_common_noun(word[0])), span.stop)


def _is_common_noun(word: str) -> bool:
    """Tell whether the dictionary knows the word as a noun for people, and as no name."""
    readings = look_up(word) if len(word) >= SHORTEST else ()
    return any("anim" in reading.grammemes for reading in readings) and all(
        NAME_GRAMMEMES.isdisjoint(reading.grammemes) and reading.pos != "ADJF" for reading in readings
    )
