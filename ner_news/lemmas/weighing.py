"""The candidates of a span in the light of the words beside it."""

from collections.abc import Iterable

from ner_news.caches import word_cache
from ner_news.categories import Gender
from ner_news.lemmas.agreement import Candidate, Priors
from ner_news.lemmas.contexts import weigh
from ner_news.lemmas.hints import Level
from ner_news.lemmas.readings import SINGLE_SLOTS, SLOTS

# A gender is told when the readings of the chosen lemma agree on it to this share.
_CERTAIN_GENDER = 0.9
_GENDERS: tuple[Gender, ...] = ("masc", "femn")
_LEAST_SHARE = 1e-6

Levels = tuple[tuple[Level, ...], ...]
"""Those of each hint."""


def in_context(candidates: Iterable[Candidate], levels: Levels, priors: Priors) -> tuple[Candidate, ...]:
    """The same candidates with new shares, the likeliest first, and the gender that is left."""
    weighed = [_weighed(candidate, levels, priors) for candidate in candidates]
    total = sum(candidate.share for candidate in weighed) or 1.0
    ranked = sorted(weighed, key=lambda candidate: candidate.share, reverse=True)
    return tuple([candidate._replace(share=candidate.share / total) for candidate in ranked])


def _weighed(candidate: Candidate, levels: Levels, priors: Priors) -> Candidate:
    places = [(slots, part * _fit(slots, levels, priors)) for slots, part in candidate.places]
    total = sum([part for _, part in places])
    share = max(candidate.share * total, _LEAST_SHARE)
    if not total:
        return candidate._replace(share=share)
    even = tuple([(slots, part / total) for slots, part in places])
    return candidate._replace(share=share, places=even, gender=gender_of(even) if _is_one(candidate) else None)


def _is_one(candidate: Candidate) -> bool:
    """One person, not several."""
    return candidate.name is not None and " и " not in candidate.text


def gender_of(places: Iterable[tuple[int, float]]) -> Gender | None:
    """The gender on which nearly all of the places agree.

    >>> gender_of([(SLOTS["gent", "femn"], 0.95), (SLOTS["nomn", "masc"], 0.05)])
    'femn'
    """
    known = list(places)
    for gender in _GENDERS:
        if sum([part for slots, part in known if not slots & ~SLOTS["", gender]]) > _CERTAIN_GENDER:
            return gender
    return None


@word_cache(maxsize=4096)  # of sets of slots and levels, not of words
def _fit(slots: int, levels: Levels, priors: Priors) -> float:
    """How well the slots fit all hints, each slot counting as far as it is likely."""
    weighted = total = 0.0
    for slot in SINGLE_SLOTS:
        if slot & slots:
            fit = prior = priors(slot)
            for hint in levels:
                fit *= weigh(hint, slot)
            weighted, total = weighted + fit, total + prior
    return weighted / total if total else 0.0
