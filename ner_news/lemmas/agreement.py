"""Joining the words of a name: all stand in one case and one kind, and the likeliest such reading wins."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from ner_news.lemmas.readings import Reading, Slot, Table
from ner_news.names import Gender, NameParts


class Agreement(NamedTuple):
    """One way in which all words agree."""

    slot: Slot
    readings: tuple[Reading, ...]
    score: float
    """Relative: comparable within one name only."""


class Candidate(NamedTuple):
    """One possible lemma of a span."""

    text: str
    keys: tuple[str, ...]
    """The forms, in lower case, by which other mentions of the same thing can confirm it."""
    share: float
    """0..1, among the candidates of the span."""
    name: NameParts | None = None
    gender: Gender | None = None
    rules: tuple[str, ...] = ()
    """What decided, for a debug view: a rule for each word of a person, for the noun of a phrase."""


def agree(tables: Sequence[Table], priors: Mapping[Slot, float]) -> Iterator[Agreement]:
    """Every case and kind in which each word has a reading, with its score."""
    for slot, score in priors.items():
        readings = []
        for table in tables:
            reading = table.get(slot)
            if reading is None:
                break
            readings.append(reading)
            score *= reading.weight
        else:
            yield Agreement(slot, tuple(readings), score)


# A candidate this much rarer than the best is never chosen; writing it out would cost 5 µs.
_WORTH_WRITING = 0.003

_Way = TypeVar("_Way")


def likely(scored: Mapping[_Way, float]) -> list[tuple[_Way, float]]:
    """The ways to read a name that are worth writing out, with their scores.

    >>> likely({"Путин": 0.2, "Путина": 0.1, "Путить": 0.0001})
    [('Путин', 0.2), ('Путина', 0.1)]
    """
    least = _WORTH_WRITING * max(scored.values(), default=0.0)
    return [(way, score) for way, score in scored.items() if score >= least]


def rank(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One candidate a text, with shares that sum to one; the likeliest first, the earlier of equals first."""
    by_text: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_text.setdefault(candidate.text, []).append(candidate)
    total = sum(candidate.share for same in by_text.values() for candidate in same) or 1.0
    merged = (_merge(same, total) for same in by_text.values())
    return tuple(sorted(merged, key=lambda candidate: -candidate.share))


def _merge(same: list[Candidate], total: float) -> Candidate:
    best = max(same, key=lambda candidate: candidate.share)
    return best._replace(share=sum(candidate.share for candidate in same) / total)


def spread(cases: Mapping[str, float], kinds: Mapping[str, float]) -> dict[Slot, float]:
    """How likely each case and kind is before any word is read.

    >>> spread({"nomn": 0.5}, {"masc": 0.8})
    {('nomn', 'masc'): 0.4}
    """
    return {(case, kind): here * there for case, here in cases.items() for kind, there in kinds.items()}
