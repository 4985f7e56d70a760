"""Joining the words of a name: all stand in one case and one kind, and the likeliest such reading wins."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeVar

from ner_news.categories import Gender
from ner_news.lemmas.readings import ALL_SLOTS, SLOTS, Reading, Table, join
from ner_news.names import NameParts

_Way = TypeVar("_Way")


class Candidate(NamedTuple):
    """One possible lemma of a span."""

    text: str
    keys: tuple[str, ...]
    """The forms, in lower case, by which other mentions of the same thing can confirm it."""
    words: tuple[str, ...]
    """What is written for each of the keys, in lower case."""
    share: float
    """0..1, among the candidates of the span."""
    places: tuple[tuple[int, float], ...] = ((ALL_SLOTS, 1.0),)
    """The sets of slots in which the words may stand, and the part of each in the share."""
    name: NameParts | None = None
    gender: Gender | None = None
    rules: tuple[str, ...] = ()
    """What decided, for a debug view: a rule for each word of a person, for the noun of a phrase."""


Priors = Callable[[int], float]
"""How likely some slots together are before any word is read."""

Agreement = tuple[str, int, tuple[Reading, ...], float]
"""The name of the slots (a kind, a case), those where the words agree, the readings of the words there, the score:
comparable within one name."""


def agree(tables: Iterable[Table], priors: Priors, apart: Mapping[str, int]) -> list[Agreement]:
    """The readings with which all words stand in the same slots; those of each set in `apart` by themselves."""
    return [
        (name, slots & among, readings, weight * priors(slots & among))
        for slots, readings, weight in join(tables)
        for name, among in apart.items()
        if slots & among
    ]


# A candidate this much rarer than the best is never chosen; writing it out would cost 5 µs.
_WORTH_WRITING = 0.003


def likely(scored: Mapping[_Way, float]) -> list[tuple[_Way, float]]:
    """The ways to read a name that are worth writing out, with shares that sum to one.

    >>> likely({"Путин": 0.75, "Путина": 0.25, "Путить": 0.0001})
    [('Путин', 0.75), ('Путина', 0.25)]
    """
    least = _WORTH_WRITING * max(scored.values(), default=0.0)
    kept = [(way, score) for way, score in scored.items() if score >= least]
    total = sum([score for _, score in kept]) or 1.0
    return [(way, score / total) for way, score in kept]


def rank(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One candidate a text, with the shares of all that have it; the likeliest first, the earlier of equals first."""
    by_text: dict[str, Candidate] = {}
    for candidate in candidates:
        same = by_text.get(candidate.text)
        by_text[candidate.text] = _merge(same, candidate) if same else candidate
    return tuple(sorted(by_text.values(), key=lambda candidate: candidate.share, reverse=True))


def _merge(one: Candidate, other: Candidate) -> Candidate:
    best, share = other if other.share > one.share else one, one.share + other.share
    places = [(slots, part * here.share / share) for here in (one, other) for slots, part in here.places]
    return best._replace(share=share, places=tuple(places))


def spread(cases: Mapping[str, float], kinds: Mapping[str, float]) -> Priors:
    """The priors by case and by kind.

    >>> spread({"nomn": 0.5}, {"masc": 0.8, "femn": 0.2})(SLOTS["nomn", "masc"])
    0.4
    """
    by_slot = [(SLOTS[case, kind], here * there) for case, here in cases.items() for kind, there in kinds.items()]

    @lru_cache(maxsize=4096)  # of the sets of slots that endings leave open, not of words
    def prior(slots: int) -> float:
        return sum(likelihood for slot, likelihood in by_slot if slot & slots)

    return prior
