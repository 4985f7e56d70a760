"""What the other mentions in a document say: «Захарова» is a woman where «Марии Захаровой» stands beside."""

from collections import Counter
from collections.abc import Sequence

from ner_news.lemmas.agreement import Candidate
from ner_news.names import Gender

# Only a mention that is sure of itself is heard in full.
_SURE = 0.7
# This sure it needs no others.
_CERTAIN = 0.97
_UNCONFIRMED = 0.1
_MOST_VOTES = 2.0
# Another written form that could be of the same name, «Лелека» beside «Лелеки»; ten doubtful mentions of one
# written form prove nothing.
_PER_FORM = 0.6
_LAST_LETTERS = "аеиоуыэюяьй"
_FAMILY = "*"


class Evidence:
    """The forms that the mentions of one document have."""

    def __init__(self, mentions: Sequence[tuple[Candidate, ...]]) -> None:
        self._votes: Counter[str] = Counter()
        self._forms: dict[str, dict[str, float]] = {}
        self._genders: dict[str, set[Gender]] = {}
        for candidates in mentions:
            self._votes.update(_votes(candidates))
            self._hear(candidates)

    def _hear(self, candidates: tuple[Candidate, ...]) -> None:
        for candidate in candidates:
            for key, word in zip(candidate.keys, candidate.words, strict=True):
                forms = self._forms.setdefault(key, {})
                forms[word] = max(forms.get(word, 0.0), candidate.share)
        best = candidates[0]
        if best.share >= _SURE and best.gender and best.name and best.name.last:
            self._genders.setdefault(best.name.last, set()).add(best.gender)

    def choose(self, candidates: tuple[Candidate, ...]) -> Candidate:
        """The likeliest candidate of a mention, seen with all the others; the mention itself has no vote."""
        best = candidates[0]
        if best.share < _CERTAIN:
            own = Counter(_votes(candidates))
            best = max(candidates, key=lambda candidate: self._score(candidate, own))
        return best if best.gender else best._replace(gender=self._gender(best))

    def support(self, candidate: Candidate) -> tuple[str, ...]:
        """The other written forms in the document that this candidate explains."""
        words = {
            word
            for key, own in zip(candidate.keys, candidate.words, strict=True)
            for word, share in self._forms.get(key, {}).items()
            if word != own and share >= _UNCONFIRMED
        }
        return tuple(sorted(words))

    def _score(self, candidate: Candidate, own: Counter[str]) -> float:
        score = candidate.share
        for key, word in zip(candidate.keys, candidate.words, strict=True):
            forms = self._forms.get(key, {})
            others = sum(forms.values()) - forms.get(word, 0.0)
            score *= _UNCONFIRMED + min(self._votes[key] - own[key] + _PER_FORM * others, _MOST_VOTES)
        return score

    def _gender(self, candidate: Candidate) -> Gender | None:
        """Of another mention with this surname, where all agree: «Меркель» beside «Ангелы Меркель»."""
        name = candidate.name
        if not name or name.first or not name.last:
            return None
        known = self._genders.get(name.last, set())
        return next(iter(known)) if len(known) == 1 else None


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
