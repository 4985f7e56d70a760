"""Candidates with the shares that the learnt model gives them, by their traits, the cues beside and their row."""

from collections.abc import Sequence
from math import exp, prod
from operator import mul, truediv

from ner_news.caches import word_cache
from ner_news.lemmas.candidates import PRIORS, Candidate, generate_candidates, is_settled
from ner_news.lemmas.choice.choice_weights import LEAST_SHARE, NEIGHBOURS, OTHER_CASE_IN_ROW
from ner_news.lemmas.choice.ranking_model import ONES, Row, read_model, weigh_cue
from ner_news.lemmas.choice.traits import weigh_traits
from ner_news.lemmas.context import Feature
from ner_news.lemmas.morphology.paradigms import CASES
from ner_news.lemmas.morphology.slots import SINGLE_SLOTS, SLOTS, find_gender
from ner_news.lemmas.span_words import SpanWords

_CASES = tuple(SLOTS[case, ""] for case in CASES)


# Texts repeat their names: 8,192 of them beside words of one kind are about 10 MB.
@word_cache(maxsize=8192)
def rescore(span: SpanWords, features: tuple[Feature, ...], neighbours: Row = ONES) -> tuple[Candidate, ...]:
    """Return the candidates of a span with new shares, the likeliest first, and with the gender that is left.

    `neighbours` are the factors of the slots for one in a row, by the others there.

    >>> span, line = SpanWords("PER", ("Захарова",), ("",)), ("line by itself", (SLOTS["nomn", ""], SLOTS["", ""]), "")
    >>> rescore(span, (line,))[0].text
    'Захарова'
    """
    if is_settled(span):  # half of the names
        return generate_candidates(span)
    weighed = weigh_candidates(span)
    factors = list(neighbours)
    for feature in features:
        factors = list(map(mul, factors, weigh_cue(span.label, feature)))
    rows = [tuple(map(mul, row, factors)) for _, row in weighed]
    sums = [sum(row) for row in rows]
    total = sum(sums) or 1.0
    ease = _ease_of_slots(slots_name(span), span.label)
    rescored = [
        _rescore_candidate(candidate, row, there, total, ease)
        for (candidate, _), row, there in zip(weighed, rows, sums, strict=True)
    ]
    return tuple(sorted(rescored, key=lambda candidate: candidate.share, reverse=True))


@word_cache(maxsize=4096)
def weigh_candidates(span: SpanWords) -> tuple[tuple[Candidate, Row], ...]:
    """Return the candidates of a span by itself, each with its likelihood in each slot."""
    candidates = generate_candidates(span)
    if span.label not in read_model().shares:
        return tuple([(candidate, (candidate.share, *ONES[1:])) for candidate in candidates])
    is_choice = len(candidates) > 1  # of one candidate only the slots count
    return tuple([(candidate, _weigh_candidate(span, candidate, is_choice)) for candidate in candidates])


def _weigh_candidate(span: SpanWords, candidate: Candidate, is_choice: bool) -> Row:
    model = read_model()
    weight = weigh_traits(span, candidate) if is_choice else 0.0
    power, ease, factor = model.shares[span.label], _ease_of_slots(slots_name(span), span.label), exp(weight)
    row = [0.0] * len(SINGLE_SLOTS)
    for at, share in enumerate(spread(span.label, candidate)):
        if share:
            row[at] = factor * ease[at] * share**power
    return tuple(row)


def slots_name(span: SpanWords) -> str:
    """Return the name by which the model has the weights of the slots of a span."""
    return f"{span.label} «" if span.is_quoted or span.words[:1] in (("«",), ('"',)) else span.label


def spread(label: str, candidate: Candidate) -> Row:
    """Return the share of a candidate in each slot."""
    row = [0.0] * len(SINGLE_SLOTS)
    for slots, part in candidate.slot_shares:
        for at, share in _divide(label, slots):
            row[at] += candidate.share * part * share
    return tuple(row)


@word_cache(maxsize=4096)  # of sets of slots, not of words
def _divide(label: str, slots: int) -> tuple[tuple[int, float], ...]:
    """Return the slots of a set by number, and the part of each, as usual as it is."""
    priors = PRIORS[label]
    total = priors(slots) or 1.0
    return tuple([(at, priors(slot) / total) for at, slot in enumerate(SINGLE_SLOTS) if slot & slots])


@word_cache(maxsize=16)
def _ease_of_slots(name: str, label: str) -> Row:
    """Return the factors of the slots themselves: learnt where forms are alike, they tell nothing of the gender."""
    weights = read_model().slots
    return tuple(map(exp, weights.get(name) or weights.get(label) or (0.0,) * len(SINGLE_SLOTS)))


def _rescore_candidate(candidate: Candidate, row: Row, there: float, total: float, ease: Row) -> Candidate:
    share = max(there / total, LEAST_SHARE)
    if candidate.name is None:  # the slots are asked for in rows of people alone
        return candidate._replace(share=share)
    return candidate._replace(
        share=share,
        slot_shares=_to_shares(row),
        gender=find_gender(_to_shares(tuple(map(truediv, row, ease)))) if _is_one_person(candidate) else None,
    )


def _to_shares(row: Row) -> tuple[tuple[int, float], ...]:
    total = sum(row)
    return tuple([(slot, part / total) for slot, part in zip(SINGLE_SLOTS, row, strict=True) if part]) if total else ()


def _is_one_person(candidate: Candidate) -> bool:
    return candidate.name is not None and " и " not in candidate.text


def fits_of_neighbours(row: Sequence[tuple[Candidate, ...]], at: int) -> Row:
    """Return how well each slot fits the candidates of the people near one place of a row, the worst not below a tenth.

    >>> row = [rescore(SpanWords("PER", (word,), ("",)), ()) for word in ("Иваном", "Марией")]
    >>> [CASES[at // 4] for at, fit in enumerate(fits_of_neighbours(row, 1)) if fit == 1.0][:1]
    ['ablt']
    """
    near = [*row[max(0, at - NEIGHBOURS) : at], *row[at + 1 : at + 1 + NEIGHBOURS]]
    fits = [prod(of_case) for of_case in zip(*map(_fits_of_person, near), strict=True)]
    most = max(fits)
    by_case = [round(max(fit / most, OTHER_CASE_IN_ROW), 2) for fit in fits]
    return tuple([fit for fit, case in zip(by_case, _CASES, strict=True) for slot in SINGLE_SLOTS if slot & case])


@word_cache(maxsize=4096)
def _fits_of_person(candidates: tuple[Candidate, ...]) -> tuple[float, ...]:
    """Return how well a person stands in each case, 0..1: by its candidates, beyond the case being usual."""
    priors = PRIORS["PER"]
    fits = [
        sum(
            candidate.share * part * priors(slots & case) / (priors(slots) * priors(case))
            for candidate in candidates
            for slots, part in candidate.slot_shares
            if slots & case and priors(slots)
        )
        for case in _CASES
    ]
    most = max(fits) or 1.0
    return tuple([max(fit / most, OTHER_CASE_IN_ROW) for fit in fits])
