"""What the other mentions in a document say: «Захарова» is a woman where «Марии Захаровой» stands beside."""

from collections import Counter
from collections.abc import Sequence

from ner_news.lemmas.agreement import Candidate

# Only a mention that is sure of itself is heard: ten doubtful ones prove nothing.
_SURE = 0.7
# This sure it needs no others.
_CERTAIN = 0.97
_UNCONFIRMED = 0.1
_MOST_VOTES = 2.0
_LAST_LETTERS = "аеиоуыэюяьй"
_FAMILY = "*"


class Evidence:
    """The forms that the sure mentions of one document have."""

    def __init__(self, mentions: Sequence[tuple[Candidate, ...]]) -> None:
        self._votes: Counter[str] = Counter()
        for candidates in mentions:
            self._votes.update(_votes(candidates))

    def choose(self, candidates: tuple[Candidate, ...]) -> Candidate:
        """The likeliest candidate of a mention, seen with all the others; the mention itself has no vote."""
        if candidates[0].share >= _CERTAIN:
            return candidates[0]
        own = Counter(_votes(candidates))
        return max(candidates, key=lambda candidate: self._score(candidate, own))

    def _score(self, candidate: Candidate, own: Counter[str]) -> float:
        score = candidate.share
        for key in candidate.keys:
            score *= _UNCONFIRMED + min(self._votes[key] - own[key], _MOST_VOTES)
        return score


def family(form: str) -> str:
    """The key that a family's plural shares with each of its members.

    >>> family("скрипали") == family("скрипаль")
    True
    """
    return form.rstrip(_LAST_LETTERS) + _FAMILY


def _votes(candidates: tuple[Candidate, ...]) -> list[str]:
    """The keys that a mention confirms, none unless it is sure."""
    best = candidates[0]
    if best.share < _SURE:
        return []
    return [*best.keys, *(family(key) for key in best.keys if not key.endswith(_FAMILY))]
