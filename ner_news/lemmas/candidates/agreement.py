"""A candidate, and the joining of words: all stand in one case and one kind, and the likeliest such reading wins."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from ner_news.categories import Gender
from ner_news.lemmas.candidates.priors import Priors
from ner_news.lemmas.morphology.slots import ALL_SLOTS, ReadingTable, WordReading, join_tables
from ner_news.names import NameParts

_Analysis = TypeVar("_Analysis")


class Candidate(NamedTuple):
    """One possible lemma of a span."""

    text: str
    keys: tuple[str, ...]
    """The forms, in lower case, by which other mentions of the same thing can confirm it."""
    written: tuple[str, ...]
    """The words of the text for each of the keys, in lower case."""
    share: float
    """0..1, among the candidates of the span."""
    slot_shares: tuple[tuple[int, float], ...] = ((ALL_SLOTS, 1.0),)
    """The sets of slots in which the words may stand, and the part of each in the share."""
    name: NameParts | None = None
    gender: Gender | None = None
    rules: tuple[str, ...] = ()
    """Rules that decided, for a debug view: one for each word of a person, for the noun of a phrase."""
    forms: tuple[tuple[str, str, str], ...] = ()
    """For each word that was read its role, the word as written and its nominative, both in lower case."""


Agreement = tuple[str, int, tuple[WordReading, ...], float]
"""The name of a set of slots (a kind, a case), those where the words agree, the readings of the words there, the score:
comparable within one name."""


def agree(tables: Iterable[ReadingTable], priors: Priors, slot_sets: Mapping[str, int]) -> list[Agreement]:
    """Return the readings with which all words stand in the same slots, for each of the named sets by itself."""
    return [
        (name, slots & among, readings, weight * priors(slots & among))
        for slots, readings, weight in join_tables(tables)
        for name, among in slot_sets.items()
        if slots & among
    ]


# A candidate this much rarer than the best is never chosen; writing it out would cost 5 µs.
_WORTH_WRITING = 0.003


def keep_likely(scored: Mapping[_Analysis, float]) -> list[tuple[_Analysis, float]]:
    """Return the analyses of a name that are worth writing out, with shares that sum to one.

    >>> keep_likely({"Путин": 0.75, "Путина": 0.25, "Путить": 0.0001})
    [('Путин', 0.75), ('Путина', 0.25)]
    """
    least = _WORTH_WRITING * max(scored.values(), default=0.0)
    kept = [(analysis, score) for analysis, score in scored.items() if score >= least]
    total = sum([score for _, score in kept]) or 1.0
    return [(analysis, score / total) for analysis, score in kept]


def rank(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return one candidate a text, with the shares of all that have it; the likeliest first, then the earlier."""
    by_text: dict[str, Candidate] = {}
    for candidate in candidates:
        same = by_text.get(candidate.text)
        by_text[candidate.text] = _merge(same, candidate) if same else candidate
    return tuple(sorted(by_text.values(), key=lambda candidate: candidate.share, reverse=True))


def _merge(one: Candidate, other: Candidate) -> Candidate:
    best, share = other if other.share > one.share else one, one.share + other.share
    shares = [(slots, part * here.share / share) for here in (one, other) for slots, part in here.slot_shares]
    return best._replace(share=share, slot_shares=tuple(shares))
