"""What the other mentions in a document say: «Захарова» is a woman where «Марии Захаровой» stands beside."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ner_news.categories import Gender
from ner_news.lemmas.agreement import Candidate

# Only a mention that is sure of itself has a vote.
_SURE = 0.7
# This sure it needs no others.
_CERTAIN = 0.99
_UNCONFIRMED = 0.1
_MOST_VOTES = 2.0
# How well a form is explained by a nominative that it hardly can have.
_UNEXPLAINED = 0.1
# More forms of one name than there are cases tell nothing new; it also bounds the cost.
_MOST_FORMS = 12
_LAST_LETTERS = "аеиоуыэюяьй"
_FAMILY = "*"


class Evidence:
    """What the mentions of one document say of each other.

    A sure mention votes for its forms. An unsure one is heard once for each way it is written: ten doubtful mentions of
    one form prove nothing, but «Лелека», «Лелеки» and «Лелеке» have one nominative in common.
    """

    def __init__(self, mentions: Sequence[tuple[Candidate, ...]]) -> None:
        self._votes: Counter[str] = Counter()
        self._forms: dict[str, dict[str, float]] = {}
        self._written: dict[str, list[str]] = {}
        self._genders: dict[str, set[Gender]] = {}
        for candidates in dict.fromkeys(mentions):
            self._hear(candidates)
        for candidates in mentions:
            self._votes.update(_votes(candidates))

    def _hear(self, candidates: tuple[Candidate, ...]) -> None:
        for candidate in candidates:
            for key, word in zip(candidate.keys, candidate.words, strict=True):
                forms = self._forms.setdefault(word, {})
                if key not in forms:
                    self._written.setdefault(key, []).append(word)
                forms[key] = max(forms.get(key, 0.0), candidate.share)
        best = candidates[0]
        if best.share >= _SURE and best.gender and best.name and best.name.last:
            self._genders.setdefault(best.name.last, set()).add(best.gender)

    def choose(self, candidates: tuple[Candidate, ...]) -> Candidate:
        """The likeliest candidate of a mention, seen with all the others; the mention itself has no vote."""
        best = candidates[0]
        if best.share < _CERTAIN:
            own = Counter(_votes(candidates))
            related = self._related(candidates)
            best = max(candidates, key=lambda candidate: self._score(candidate, own, related))
        return best if best.gender else best._replace(gender=self._gender(best))

    def support(self, candidate: Candidate) -> tuple[str, ...]:
        """The other written forms in the document that this candidate explains."""
        words = {
            word
            for key, own in zip(candidate.keys, candidate.words, strict=True)
            for word in self._written.get(key, ())
            if word != own and self._forms[word][key] >= _UNCONFIRMED
        }
        return tuple(sorted(words))

    def _related(self, candidates: tuple[Candidate, ...]) -> dict[str, list[str]]:
        """For each written word of a mention the others that could be forms of the same name."""
        keys: dict[str, dict[str, None]] = {}
        for candidate in candidates:
            for key, word in zip(candidate.keys, candidate.words, strict=True):
                keys.setdefault(word, {})[key] = None
        return {word: self._others(word, list(here)) for word, here in keys.items()}

    def _others(self, word: str, keys: Sequence[str]) -> list[str]:
        by_key = {key: [other for other in self._written.get(key, ())[:_MOST_FORMS] if other != word] for key in keys}
        others = list(dict.fromkeys(other for found in by_key.values() for other in found))
        if sum(any(self._forms[other][key] >= _SURE for other in found) for key, found in by_key.items()) > 1:
            # Both a Завьялов and a Завьялова are in the text: that he has more forms says nothing of her.
            return [other for other in others if max(self._forms[other].values()) < _SURE]
        return others

    def _score(self, candidate: Candidate, own: Counter[str], related: Mapping[str, Sequence[str]]) -> float:
        score = candidate.share
        for key, word in zip(candidate.keys, candidate.words, strict=True):
            score *= _UNCONFIRMED + min(self._votes[key] - own[key], _MOST_VOTES)
            for other in related[word]:
                score *= _UNEXPLAINED + self._forms[other].get(key, 0.0)
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
