"""Nouns that are first names too, before a name: «Роман Гоголя» is a book, «Любовь Пугачёвой» a feeling."""

import re
from collections.abc import Sequence

from ner_news.morph import look_up
from ner_news.spans import PlainSpan

NOUNS = {"Роман": "masc", "Любовь": "femn", "Вера": "femn", "Надежда": "femn", "Слава": "masc"}
"""With the gender of the name; those that begin a sentence with a genitive behind, by eye."""

WORDS = re.compile(r"([А-ЯЁ][а-яё]+)\s([А-ЯЁ][а-яё-]+)(?:\s([А-ЯЁ]))?")


def drop_noun_names(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, people without a noun before them that is no name of theirs.

    The dictionary tells where the next word cannot be a surname in the nominative of that gender, or is a first name
    with another word behind.

    >>> text = "Роман Гоголя переиздали"
    >>> [text[span.start : span.stop] for span in drop_noun_names(text, [PlainSpan(0, 12, "PER")])]
    ['Гоголя']
    """
    return [span._replace(start=_find_start(text, span)) if span.label == "PER" else span for span in spans]


def _find_start(text: str, span: PlainSpan) -> int:
    found = WORDS.match(text, span.start, span.stop)
    if not found or found[1] not in NOUNS:
        return span.start
    readings = look_up(found[2])
    is_first_name = found[3] and any("Name" in reading.grammemes for reading in readings)
    may_be_surname = not readings or any(
        reading.case == "nomn" and reading.gender in (NOUNS[found[1]], "") for reading in readings
    )
    return found.start(2) if is_first_name or not may_be_surname else span.start
