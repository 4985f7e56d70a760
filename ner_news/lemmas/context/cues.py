"""A cue: what one word beside a name tells of its case and gender, before any number is put on it."""

from typing import Literal, NamedTuple

from ner_news.caches import word_cache
from ner_news.morph import Parse, look_up, parse

CueKind = Literal[
    "preposition",
    "preposition to a person",
    "honorific",
    "adjective",
    "noun",
    "noun of a person",
    "place noun",
    "town noun",
    "plural place noun",
    "family group",
    "family members",
    "title",
    "titles",
    "relation",
    "infinitive",
    "verb",
    "plural verb",
    "transitive verb",
    "plural transitive verb",
    "plural verb alone",
    "giving verb",
    "plural giving verb",
    "giving speech verb",
    "plural giving speech verb",
    "verb with its subject",
    "giving verb with its subject",
    "verb with its object",
    "verb with its predicate",
    "verb before a title",
    "object behind",
    "speech verb after",
    "verb after",
    "plural verb after",
    "plural verb after one name",
    "plural giving verb after",
    "relative pronoun",
    "start of a sentence",
    "line by itself",
    "word before",
    "word after",
]


class Cue(NamedTuple):
    """One cue of the context."""

    word: str
    """The word that gives it, in lower case; empty where none does, as at the start of a sentence."""
    kind: CueKind
    slots: tuple[int, ...]
    """Sets of slots, in the order in which `choice_weights.CUE_FITS` has the fits of the kind; of several
    with one slot the first counts."""


Feature = tuple[CueKind, tuple[int, ...], str]
"""A cue with its word last, or with none. Texts have thousands of titles, but few features."""

WORD_KINDS = frozenset(("word before", "word after"))
"""Kinds of the very word beside a name, which tells by its own weights, if it has any."""


# A reading of a word this much rarer than its best is left out: «при» is no imperative of «переть». By eye.
_RARE_READING = 0.1


@word_cache(maxsize=4096)
def usual_readings(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word, the rare ones left out."""
    found = parse(word) if word.islower() else look_up(word)
    if not found:
        return ()
    least = _RARE_READING * found[0].score
    return tuple([reading for reading in found if reading.score >= least])
