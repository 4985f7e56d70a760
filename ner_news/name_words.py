"""Words of people's names wherever they stand with a capital: «Кампрад-старший», «#Меркель», `title="Меркель"`."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+")
_CAPITALIZED = re.compile(r"[A-ZА-ЯЁ][a-zа-яё]+")

SHORTEST = 3
"""Letters of a word that is looked for, and of a stem, by eye: «По» and «Ли» are also words that begin sentences."""

ENDINGS = frozenset(
    "а у ом ем е ы и ой ей ою ею ым им я ю ью ого его ому ему ую юю".split()
)  # of the singular: «Романов» is no form of «Роман»
"""Endings of the oblique cases, of nouns and adjectives together."""

LONGEST_ENDING = max(map(len, ENDINGS))
"""Letters."""

ADJECTIVES = ("ий", "ый", "ой", "ая", "яя")
"""Endings of surnames that are declined as adjectives: «Достоевский», «Толстая»."""

DROPPED = "аяйь"
"""Last letters of a nominative that an ending replaces."""


class NameWord(NamedTuple):
    """A word, `text[start:stop]`, of the name of an entity."""

    start: int
    stop: int
    entity: str


def find_name_words(text: str, names: Iterable[tuple[str, str]]) -> Iterator[NameWord]:
    """Yield the words that begin with a capital and are a form of a word of a name, in order.

    `names` are nominatives, each with its entity; a word of several people is the first one's. Names of less than
    `SHORTEST` letters, forms of the plural and writings in other letters are not found.

    >>> [text[word.start : word.stop] for text in ["О Кампраде-старшем #ИнгварКампрад и кампраде"]
    ...     for word in find_name_words(text, [("Ингвар Кампрад", "PER:1")])]
    ['Кампраде', 'Ингвар', 'Кампрад']
    """
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    for name, entity in names:
        for word in _WORD.findall(name):
            if word[0].isupper() and len(word) >= SHORTEST:
                whole.setdefault(_fold(word), entity)
                for stem in _make_stems(_fold(word)):
                    stems.setdefault(stem, entity)
    for found in _WORD.finditer(text) if whole else ():
        if not found[0][0].isupper() and found[0].islower():
            continue
        for start, stop in ((found.start(), found.end()), *_split_at_capitals(found)):
            meant = _find_entity(text[start:stop], whole, stems)
            if meant is not None:
                yield NameWord(start, stop, meant)
                if (start, stop) == found.span():
                    break


def _split_at_capitals(word: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of «АнгелаМеркель»; of a word that is one, nothing."""
    parts = (part.span() for part in _CAPITALIZED.finditer(word.string, *word.span()))
    return takewhile(lambda part: part != word.span(), parts)


def _find_entity(word: str, whole: dict[str, str], stems: dict[str, str]) -> str | None:
    if not word[0].isupper():
        return None
    folded = _fold(word)
    cuts = range(max(SHORTEST, len(folded) - LONGEST_ENDING), len(folded))
    found = (stems.get(folded[:cut]) for cut in cuts if folded[cut:] in ENDINGS)
    return whole.get(folded) or next(filter(None, found), None)


def _make_stems(word: str) -> set[str]:
    """Return what stands before the endings of a word."""
    stems = {word[:-1]} if word[-1] in DROPPED else {word} if word[-1] not in "еиоуыэю" else set()
    if word.endswith(ADJECTIVES):
        stems.add(word[:-2])
    if word[-2:-1] in ("е", "о") and word[-1] not in "аеиоуыэюяйь":
        stems.add(word[:-2] + word[-1])  # «Павел», «Павла»
    return {stem for stem in stems if len(stem) >= SHORTEST}


def _fold(word: str) -> str:
    return word.lower().replace("ё", "е")
