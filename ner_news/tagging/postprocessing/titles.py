"""Titles at the start of a name that are no part of it: «Г-н Ветров», «Акад. Лебедев», «Комбат Сухов».

In the gold of NEREL, FactRuEval and RuRED 1 of 9,848 people would lose a word («Соратник Меркель»), of
those of RuNormAS none.
"""

import re
from collections.abc import Iterator, Sequence

from ner_news.caches import word_cache
from ner_news.morph import Parse, look_up
from ner_news.spans import PlainSpan
from ner_news.tagging.postprocessing.title_words import ABBREVIATIONS, HONORIFICS, NAMES_TOO, SURNAMES_TOO

WORD = re.compile(r"[^\W\d_]+(?:\.?-[^\W\d_]+)*")
AFTER_TITLE = re.compile(r"[.\s]*")
QUOTES = ("«", "„", "“", '"', "“")
PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"))


def drop_titles(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, people's without the titles at their starts; a span that is nothing but titles is dropped.

    >>> text = "Г-н Ветров и акад. Лебедев"
    >>> found = drop_titles(text, [PlainSpan(0, 10, "PER"), PlainSpan(13, 17, "LOC"), PlainSpan(19, 26, "PER")])
    >>> [text[span.start : span.stop] for span in found]
    ['Ветров', 'Лебедев']
    """
    return list(_drop(text, spans))


def _drop(text: str, spans: Sequence[PlainSpan]) -> Iterator[PlainSpan]:
    for span in spans:
        start = _skip_titles(text, span)
        if start == span.start:
            yield span
        elif start < span.stop:
            yield span._replace(start=start, label="PER")


def _skip_titles(text: str, span: PlainSpan) -> int:
    """Return where the name starts behind its titles; the end of the span when there is nothing else in it."""
    start = span.start
    while start < span.stop and (word := WORD.match(text, start)) and _is_title(text, span, word):
        start = _skip(text, word.end())
    return start


def _is_title(text: str, span: PlainSpan, word: re.Match[str]) -> bool:
    has_dot = text.startswith(".", word.end())
    if is_short_title(word[0], has_dot):
        return span.label == "PER" or has_dot or not word[0].isalpha()
    following = WORD.match(text, _skip(text, word.end()), span.stop)
    is_quoted = text[max(0, span.start - 1) : span.start] in QUOTES  # a ship or a role: «Академик Ломоносов»
    return span.label == "PER" and not is_quoted and following is not None and is_noun_before(word[0], following[0])


def _skip(text: str, start: int) -> int:
    space = AFTER_TITLE.match(text, start)
    return space.end() if space else start


def is_short_title(word: str, has_dot: bool) -> bool:
    """Tell whether a word is a title cut short: «Г-н», or «акад» before a dot."""
    short = word.lower()
    return short in HONORIFICS or (has_dot and short in ABBREVIATIONS)


def is_noun_before(word: str, name: str) -> bool:
    """Tell whether a word is a noun for people that stands before a name in the same case, and no name itself."""
    titles = read_title(word)
    if not titles or not name[:1].isupper():
        return False
    if {title.normal for title in titles} & NAMES_TOO:
        return False
    if {title.normal for title in titles} & SURNAMES_TOO:
        return is_surname_alone(name)
    return True


@word_cache(maxsize=2048)
def read_title(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word that the dictionary has as a noun for people and as no name; none for others."""
    readings = look_up(word)
    are_common = all(PROPER.isdisjoint(each.grammemes) and each.pos == "NOUN" for each in readings)
    if not readings or "anim" not in readings[0].grammemes:  # «парка» is a goddess of fate as well
        return ()
    return tuple(each for each in readings if "anim" in each.grammemes) if are_common else ()


def is_surname_alone(name: str) -> bool:
    """Tell whether a word is a surname in the dictionary, and no first name or patronymic."""
    grammemes = {grammeme for reading in look_up(name) for grammeme in reading.grammemes}
    return "Surn" in grammemes and grammemes.isdisjoint(("Name", "Patr"))
