"""People behind a title whom the network missed: «Г-н Ветров уехал», «Хоккеист Кузнецов забил гол».

On the gold of NEREL, FactRuEval and RuRED, where nobody is missing, it finds none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ner_news.morph import Parse, look_up
from ner_news.spans import PlainSpan
from ner_news.tagging.postprocessing.title_words import STREETS, SURNAMES_TOO
from ner_news.tagging.postprocessing.titles import is_noun_before, is_short_title, read_title

NAME = re.compile(r"[ \xa0](?<=[\w.][ \xa0])((?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][А-ЯЁа-яё]+(?:-[А-ЯЁ][А-ЯЁа-яё]+)*)(?![\w-])")
"""With the space before it, which a search finds faster than what stands before the space."""

NEXT_WORD = re.compile(r"[ \xa0]([А-ЯЁ][а-яё]+)(?![\w-])")
WORD_BEFORE = re.compile(r"(?<![\w.«„\"-])([^\W\d_]+(?:\.?-[^\W\d_]+)*)\.?[ \xa0]$")
SENTENCE_START = re.compile(r"(?:^|[.!?…»\n])\s*$")
LOOK_BACK = 25
"""Characters before a name in which its title stands, by eye."""

SHORTEST_NEW = 4
"""Letters of a name that the dictionary does not have, by eye."""

CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")

PEOPLE = frozenset(("Name", "Surn", "Patr"))

SHORTEST = 3
"""Letters of a name behind a noun: «По» is a preposition more often."""

SCORE = 0.5
"""How sure a person is whom the network did not see, by eye."""


def find_titled_people(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans with the people who stand right behind a title, outside all spans.

    Behind «г-н», «акад.» that is any word with a capital; behind a noun for people, a name of the dictionary in the
    same case, or behind a man's in the nominative a word that the dictionary does not have.

    >>> text = "Хоккеист Кузнецов ждёт г-на Ветрова."
    >>> [text[span.start : span.stop] for span in find_titled_people(text, [])]
    ['Кузнецов', 'Ветрова']
    """
    found = list(_find(text, spans))
    return sorted([*spans, *found]) if found else list(spans)


def _find(text: str, spans: Sequence[PlainSpan]) -> Iterator[PlainSpan]:
    starts = [span.start for span in spans]
    for name in NAME.finditer(text):
        place = bisect_right(starts, name.end() - 1)
        is_free = place == 0 or spans[place - 1].stop <= name.start(1)
        if is_free and _is_titled(text, name.start(1), name[1]):
            limit = starts[place] if place < len(starts) else len(text)
            yield PlainSpan(name.start(1), _find_stop(text, name.end(), limit), "PER", SCORE)


def _is_titled(text: str, start: int, name: str) -> bool:
    title = _word_before(text, start)
    if title is None:
        return False
    has_dot = "." in text[title.end(1) : title.end()]
    if is_short_title(title[1], has_dot):
        street = _word_before(text, title.start())
        return street is None or not _is_street(street[1].lower())
    if has_dot or name.isupper() or len(name) < SHORTEST:
        return False
    is_plain = title[1].islower() or SENTENCE_START.search(text, max(0, title.start() - LOOK_BACK), title.start())
    return bool(is_plain) and is_noun_before(title[1], name) and _agree(read_title(title[1]), name)


def _word_before(text: str, stop: int) -> re.Match[str] | None:
    return WORD_BEFORE.search(text, max(0, stop - LOOK_BACK), stop)


def _is_street(word: str) -> bool:
    return word in STREETS or any(reading.normal in STREETS for reading in look_up(word))


def _agree(titles: Sequence[Parse], name: str) -> bool:
    """Tell whether the name is in a case of the title: one with initials, of the dictionary, or new to it."""
    readings = look_up(name)
    if not readings:
        is_new = name[-1] in CONSONANTS and len(name) >= SHORTEST_NEW  # in the nominative, as no genitive ends so
        return "." in name or (is_new and any((each.case, each.gender) == ("nomn", "masc") for each in titles))
    return any(
        title.case == reading.case and title.number == reading.number and _may_be_surname(reading)
        for title in titles
        for reading in readings
    )


def _may_be_surname(name: Parse) -> bool:
    return not PEOPLE.isdisjoint(name.grammemes) or name.normal in SURNAMES_TOO


def _find_stop(text: str, stop: int, limit: int) -> int:
    """Return where a name ends that goes on with names of the dictionary."""
    word = NEXT_WORD.match(text, stop, limit)
    is_name = word is not None and any(not PEOPLE.isdisjoint(each.grammemes) for each in look_up(word[1]))
    return _find_stop(text, word.end(), limit) if word and is_name else stop
