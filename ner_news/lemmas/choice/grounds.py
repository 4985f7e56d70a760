"""What made one candidate likelier than the next: the weights that tell the two apart, for a debug view."""

from collections.abc import Sequence
from math import log
from operator import mul

from ner_news.lemmas.candidates import Candidate
from ner_news.lemmas.choice.ranking_model import Row, read_model, weigh_cue
from ner_news.lemmas.choice.rescoring import weigh_candidates
from ner_news.lemmas.choice.traits import find_traits
from ner_news.lemmas.context import Feature
from ner_news.lemmas.span_words import SpanWords

_MOST = 6
_LEAST = 0.1
"""Weights that tell less apart are not named."""
_TINY = 1e-30

Ground = tuple[str, float]
"""A trait or a cue, and its weight for the chosen candidate beyond that for the other."""


def find_grounds(span: SpanWords, features: Sequence[Feature], chosen: Candidate) -> tuple[Ground, ...]:
    """Return what speaks for the chosen candidate, and against it, beside the likeliest other; none without another.

    >>> from ner_news.lemmas.candidates import generate_candidates
    >>> span = SpanWords("PER", ("Захарова",), ("",))
    >>> woman = next(found for found in generate_candidates(span) if found.text == "Захарова")
    >>> "PER as written" in dict(find_grounds(span, (), woman))
    True
    """
    weighed = weigh_candidates(span)
    own = next((pair for pair in weighed if pair[0].text == chosen.text), None)
    others = sorted((pair for pair in weighed if pair[0].text != chosen.text), key=lambda pair: -sum(pair[1]))
    if own is None or not others:
        return ()
    found = [
        *_compare_traits(span, own[0], others[0][0]),
        *((_name(feature), _gain(span.label, feature, own[1], others[0][1])) for feature in features),
    ]
    likely = sorted(found, key=lambda ground: -abs(ground[1]))[:_MOST]
    return tuple([(name, round(weight, 2)) for name, weight in likely if abs(weight) >= _LEAST])


def _compare_traits(span: SpanWords, one: Candidate, other: Candidate) -> list[Ground]:
    weights = read_model().traits
    mine, theirs = find_traits(span, one), find_traits(span, other)
    return [
        *((trait, weights.get(trait, 0.0)) for trait in mine if trait not in theirs),
        *((f"not {trait}", -weights.get(trait, 0.0)) for trait in theirs if trait not in mine),
        ("likelier by itself", read_model().shares.get(span.label, 1.0) * log(one.share / other.share)),
    ]


def _gain(label: str, feature: Feature, own: Row, other: Row) -> float:
    return _fit(label, feature, own) - _fit(label, feature, other)


def _fit(label: str, feature: Feature, row: Row) -> float:
    """Return the logarithm of how well a cue fits the slots of a candidate."""
    return log((sum(map(mul, row, weigh_cue(label, feature))) + _TINY) / (sum(row) + _TINY))


def _name(feature: Feature) -> str:
    kind, _, word = feature
    return word or kind
