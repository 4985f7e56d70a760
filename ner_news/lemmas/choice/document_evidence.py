"""The other mentions in a document as evidence: «Захарова» is a woman where «Марии Захаровой» stands beside."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ner_news.categories import Gender
from ner_news.lemmas.candidates import Candidate
from ner_news.lemmas.choice.choice_weights import CERTAIN, MOST_FORMS, MOST_VOTES, SURE, UNCONFIRMED, UNEXPLAINED
from ner_news.lemmas.morphology.family_plurals import family_key, is_family_key


class DocumentEvidence:
    """The evidence that the mentions of one document give for each other.

    A sure mention votes for its forms. An unsure one counts once for each way it is written: ten doubtful mentions of
    one form prove nothing, but «Лелека», «Лелеки» and «Лелеке» have one nominative in common.
    """

    def __init__(self, mentions: Sequence[tuple[Candidate, ...]]) -> None:
        self._votes: Counter[str] = Counter()
        self._forms: dict[str, dict[str, float]] = {}
        self._written: dict[str, list[str]] = {}
        self._genders: dict[str, set[Gender]] = {}
        for candidates in dict.fromkeys(mentions):
            self._add(candidates)
        for candidates in mentions:
            self._votes.update(_cast_votes(candidates))

    def _add(self, candidates: tuple[Candidate, ...]) -> None:
        for candidate in candidates:
            for key, word in zip(candidate.keys, candidate.written, strict=True):
                forms = self._forms.setdefault(word, {})
                if key not in forms:
                    self._written.setdefault(key, []).append(word)
                forms[key] = max(forms.get(key, 0.0), candidate.share)
        best = candidates[0]
        if best.share >= SURE and best.gender and best.name and best.name.last:
            self._genders.setdefault(best.name.last, set()).add(best.gender)

    def choose(self, candidates: tuple[Candidate, ...]) -> Candidate:
        """Return the likeliest candidate of a mention, by all the others; the mention itself has no vote."""
        best = candidates[0]
        if best.share < CERTAIN:
            own = Counter(_cast_votes(candidates))
            related = self._find_related(candidates)
            best = max(candidates, key=lambda candidate: self._score_candidate(candidate, own, related))
        gender = best.gender or self._find_gender(best)
        return best if gender == best.gender else best._replace(gender=gender)

    def find_support(self, candidate: Candidate) -> tuple[str, ...]:
        """Return the other written forms in the document that this candidate explains."""
        words = {
            word
            for key, own in zip(candidate.keys, candidate.written, strict=True)
            for word in self._written.get(key, ())
            if word != own and self._forms[word][key] >= UNCONFIRMED
        }
        return tuple(sorted(words))

    def _find_related(self, candidates: tuple[Candidate, ...]) -> dict[str, list[str]]:
        """Return for each written word of a mention the others that could be forms of the same name."""
        keys: dict[str, dict[str, None]] = {}
        for candidate in candidates:
            for key, word in zip(candidate.keys, candidate.written, strict=True):
                keys.setdefault(word, {})[key] = None
        return {word: self._find_others(word, list(here)) for word, here in keys.items()}

    def _find_others(self, word: str, keys: Sequence[str]) -> list[str]:
        by_key = {key: [other for other in self._written.get(key, ())[:MOST_FORMS] if other != word] for key in keys}
        others = list(dict.fromkeys(other for found in by_key.values() for other in found))
        if sum(any(self._forms[other][key] >= SURE for other in found) for key, found in by_key.items()) > 1:
            # Both a Завьялов and a Завьялова are in the text: that he has more forms says nothing of her.
            return [other for other in others if max(self._forms[other].values()) < SURE]
        return others

    def _score_candidate(self, candidate: Candidate, own: Counter[str], related: Mapping[str, Sequence[str]]) -> float:
        score = candidate.share
        for key, word in zip(candidate.keys, candidate.written, strict=True):
            score *= UNCONFIRMED + min(self._votes[key] - own[key], MOST_VOTES)
            for other in related[word]:
                score *= UNEXPLAINED + self._forms[other].get(key, 0.0)
        return score

    def _find_gender(self, candidate: Candidate) -> Gender | None:
        """Return the gender of the mentions with this surname where all agree: «Меркель» beside «Ангелы Меркель»."""
        name = candidate.name
        if not name or name.first or not name.last:
            return None
        known = self._genders.get(name.last, set())
        return next(iter(known)) if len(known) == 1 else None


def _cast_votes(candidates: tuple[Candidate, ...]) -> list[str]:
    """Return the keys that a mention confirms, none unless it is sure."""
    best = candidates[0]
    if best.share < SURE:
        return []
    return [*best.keys, *(family_key(key) for key in best.keys if not is_family_key(key))]
