"""Candidates with new shares, by the cues of the words beside the span and of the names in its row."""

from collections.abc import Sequence
from math import prod

from ner_news.caches import word_cache
from ner_news.lemmas.candidates import PRIORS, Candidate, Priors, generate_candidates
from ner_news.lemmas.choice.choice_weights import CUE_FITS, LEAST_SHARE, NEIGHBOURS, OTHER_CASE_IN_ROW
from ner_news.lemmas.context import Feature
from ner_news.lemmas.morphology.paradigms import CASES
from ner_news.lemmas.morphology.slots import SINGLE_SLOTS, SLOTS, find_gender
from ner_news.lemmas.span_words import SpanWords

_CASES = tuple(SLOTS[case, ""] for case in CASES)

Fits = tuple[tuple[int, float], ...]
"""Sets of slots, and how well a name stands there; of several with one slot the first counts."""


def fits_of_feature(feature: Feature) -> Fits:
    """Return the sets of slots of a feature with the weights of its kind.

    >>> [fit for _, fit in fits_of_feature(("preposition to a person", (SLOTS["datv", ""], SLOTS["", ""])))]
    [1.0, 0.003]
    """
    kind, slots = feature
    return tuple(zip(slots, CUE_FITS[kind], strict=True))


# Texts repeat their names: 8,192 of them beside words of one kind are about 10 MB.
@word_cache(maxsize=8192)
def rescore(span: SpanWords, features: tuple[Feature, ...], neighbours: Fits = ()) -> tuple[Candidate, ...]:
    """Return the candidates of a span with new shares, the likeliest first, and with the gender that is left.

    `neighbours` are the fits of the cases for one in a row, by the others there.

    >>> span, line = SpanWords("PER", ("Захарова",), ("",)), ("line by itself", (SLOTS["nomn", ""], SLOTS["", ""]))
    >>> rescore(span, ())[0].text, rescore(span, (line,))[0].text
    ('Захаров', 'Захарова')
    """
    fits = (*map(fits_of_feature, features), *([neighbours] if neighbours else ()))
    candidates = generate_candidates(span)
    priors = PRIORS.get(span.label)
    if not fits or not priors:
        return candidates
    rescored = [_rescore_candidate(candidate, fits, priors) for candidate in candidates]
    total = sum(candidate.share for candidate in rescored) or 1.0
    ranked = sorted(rescored, key=lambda candidate: candidate.share, reverse=True)
    return tuple([candidate._replace(share=candidate.share / total) for candidate in ranked])


def _rescore_candidate(candidate: Candidate, fits: tuple[Fits, ...], priors: Priors) -> Candidate:
    parts = [(slots, part * _fit_slots(slots, fits, priors)) for slots, part in candidate.slot_shares]
    total = sum([part for _, part in parts])
    share = max(candidate.share * total, LEAST_SHARE)
    if not total:
        return candidate._replace(share=share)
    shares = tuple([(slots, part / total) for slots, part in parts])
    gender = find_gender(shares) if _is_one_person(candidate) else None
    return candidate._replace(share=share, slot_shares=shares, gender=gender)


def _is_one_person(candidate: Candidate) -> bool:
    return candidate.name is not None and " и " not in candidate.text


@word_cache(maxsize=4096)  # of sets of slots and fits, not of words
def _fit_slots(slots: int, fits: tuple[Fits, ...], priors: Priors) -> float:
    """Return how well the slots fit all cues, each slot counting as far as it is likely."""
    weighted = total = 0.0
    for slot in SINGLE_SLOTS:
        if slot & slots:
            fit = prior = priors(slot)
            for fits_of_one in fits:
                fit *= fit_slot(fits_of_one, slot)
            weighted, total = weighted + fit, total + prior
    return weighted / total if total else 0.0


# Of the fits that cues of some kind have, not of words.
@word_cache(maxsize=4096)
def fit_slot(fits: Fits, slot: int) -> float:
    """Return how well one slot fits a cue.

    >>> fit_slot(((SLOTS["gent", ""], 1.0), (SLOTS["", ""], 0.1)), SLOTS["nomn", "masc"])
    0.1
    """
    return next((fit for slots, fit in fits if slots & slot), 0.0)


def fits_of_neighbours(row: Sequence[tuple[Candidate, ...]], at: int) -> Fits:
    """Return how well each case fits the candidates of the people near one place of a row, the worst not below a tenth.

    >>> row = [generate_candidates(SpanWords("PER", (word,), ("",))) for word in ("Иваном", "Марией")]
    >>> [case for (_, fit), case in zip(fits_of_neighbours(row, 1), CASES) if fit == 1.0]
    ['ablt']
    """
    near = [*row[max(0, at - NEIGHBOURS) : at], *row[at + 1 : at + 1 + NEIGHBOURS]]
    fits = [prod(of_case) for of_case in zip(*map(_fits_of_person, near), strict=True)]
    most = max(fits)
    return tuple(zip(_CASES, [round(max(fit / most, OTHER_CASE_IN_ROW), 2) for fit in fits], strict=True))


@word_cache(maxsize=4096)
def _fits_of_person(candidates: tuple[Candidate, ...]) -> tuple[float, ...]:
    """Return how well a person stands in each case, 0..1: by its candidates, beyond the case being usual."""
    priors = PRIORS["PER"]
    fits = [
        sum(
            candidate.share * part * priors(slots & case) / (priors(slots) * priors(case))
            for candidate in candidates
            for slots, part in candidate.slot_shares
            if slots & case
        )
        for case in _CASES
    ]
    most = max(fits) or 1.0
    return tuple([max(fit / most, OTHER_CASE_IN_ROW) for fit in fits])
