"""The weights of the choice of lemmas, learnt from examples: a log-linear model with the slot left open."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import log
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ner_news.lemmas.candidates import generate_candidates
from ner_news.lemmas.choice.rescoring import slots_name, spread
from ner_news.lemmas.choice.traits import find_traits
from ner_news.lemmas.context import WORD_KINDS, Feature
from ner_news.lemmas.morphology.paradigms import CASES, KINDS
from ner_news.lemmas.morphology.slots import SINGLE_SLOTS
from ner_news.lemmas.span_words import SpanWords
from ner_news.training.cue_priors import FITS_BY_NAME
from ner_news.training.lemma_examples import Example
from ner_news.training.minimizing import Floats, minimize

Ints = npt.NDArray[np.int64]
Name = tuple[str, ...]
"""Of a weight: its section of the file, then what it is for."""

SLOT_NAMES = tuple((case, kind) for case in CASES for kind in KINDS)


class RankingConfig(NamedTuple):
    """How the weights are learnt; by eye but for `penalty`, of .1, .3, 1 and 3 the best on held-out documents."""

    penalty: float = 5.0
    """Of the square of a weight: half of it is added to the loss."""
    least_words: int = 20
    """How often a word must stand beside names of a label to have weights of its own."""
    least_traits: int = 4
    """How many examples must have a trait among their candidates."""
    most_of_name: float = 10.0
    """How often a name counts that is met more often: others have its endings too."""
    made: float = 0.3
    """How much an example of a made sentence counts beside one of a text; by eye."""
    steps: int = 60


class _Arrays(NamedTuple):
    """Examples as arrays. A pair is a candidate in a slot; a place is a slot beside the same words."""

    pair_candidate: Ints
    pair_place: Ints
    pair_share: Floats
    """The logarithm of the candidate's share in the slot by itself."""
    pair_power: Ints
    """The weight that this is multiplied by."""
    candidate_example: Ints
    candidate_right: Floats
    trait_candidate: Ints
    trait_weight: Ints
    cue_place: Ints
    cue_weight: Ints
    counts: Floats
    """How often each example is met."""


def learn_weights(examples: Mapping[Example, float], config: RankingConfig) -> dict[Name, float]:
    """Return the weights that make the right candidates of the examples likeliest, by name."""
    names = _Names(examples, config)
    arrays = _build_arrays(examples, names, config)
    start = np.array([_expect(name) for name in names.numbers])
    weights = minimize(lambda point: _measure(arrays, point, start, config.penalty), start, steps=config.steps)
    return {name: float(weight) for name, weight in zip(names.numbers, weights, strict=True)}


def _expect(name: Name) -> float:
    """Return what a weight is before any example is seen."""
    if name[0] == "fits":
        return log(FITS_BY_NAME[name[2]][int(name[3])])
    return 1.0 if name[0] == "shares" else 0.0


def _measure(arrays: _Arrays, weights: Floats, start: Floats, penalty: float) -> tuple[float, Floats]:
    """Return the loss with these weights, and its gradient."""
    of_candidate = np.bincount(arrays.trait_candidate, weights[arrays.trait_weight], len(arrays.candidate_example))
    of_place = np.bincount(arrays.cue_place, weights[arrays.cue_weight], arrays.pair_place.max() + 1)
    scores = (
        weights[arrays.pair_power] * arrays.pair_share
        + of_candidate[arrays.pair_candidate]
        + of_place[arrays.pair_place]
    )
    example = arrays.candidate_example[arrays.pair_candidate]
    most = np.full(len(arrays.counts), -np.inf)
    np.maximum.at(most, example, scores)
    masses = np.exp(scores - most[example])
    right = masses * arrays.candidate_right[arrays.pair_candidate]
    total, of_right = np.bincount(example, masses), np.bincount(example, right) + 1e-12
    loss = float(arrays.counts @ (np.log(total) - np.log(of_right)))
    slope = arrays.counts[example] * (masses / total[example] - right / of_right[example])  # of each pair's score
    gradient = np.bincount(arrays.pair_power, slope * arrays.pair_share, len(weights))
    by_candidate = np.bincount(arrays.pair_candidate, slope, len(of_candidate))
    by_place = np.bincount(arrays.pair_place, slope, len(of_place))
    gradient += np.bincount(arrays.trait_weight, by_candidate[arrays.trait_candidate], len(weights))
    gradient += np.bincount(arrays.cue_weight, by_place[arrays.cue_place], len(weights))
    moved = weights - start
    return loss + penalty / 2 * float(moved @ moved), gradient + penalty * moved


class _Names:
    """The weights to learn: the number of each name."""

    def __init__(self, examples: Mapping[Example, float], config: RankingConfig) -> None:
        words, traits = defaultdict[Name, float](float), Counter[str]()
        self.numbers: dict[Name, int] = {}
        for label in ("PER", "LOC", "ORG"):  # what no example has keeps what is expected of it
            for kind, fits in FITS_BY_NAME.items():
                for number in range(len(fits)):
                    self.number("fits", label, kind, str(number))
        for (span, features, _), count in examples.items():
            for kind, _, word in features:
                if kind in WORD_KINDS:
                    words[span.label, word] += count
            for trait in {trait for candidate in generate_candidates(span) for trait in find_traits(span, candidate)}:
                traits[trait] += 1
        self.words = {name for name, count in words.items() if count >= config.least_words}
        self.traits = {name for name, count in traits.items() if count >= config.least_traits}

    def number(self, *name: str) -> int:
        return self.numbers.setdefault(name, len(self.numbers))

    def of_cue(self, label: str, feature: Feature, at: int) -> Iterator[int]:
        """Yield the weights of a cue in a slot."""
        kind, sets, word = feature
        case, gender = SLOT_NAMES[at]
        if kind in WORD_KINDS:
            if (label, word) in self.words:
                yield self.number("words", label, word, case)
            return
        fit = next((number for number, slots in enumerate(sets) if slots & SINGLE_SLOTS[at]), None)
        if fit is not None:
            yield self.number("fits", label, kind, str(fit))
        yield self.number("cues", label, kind, case)
        yield self.number("cues", label, kind, gender)

    def of_slot(self, name: str, at: int) -> Iterator[int]:
        for each in SLOT_NAMES[at]:
            yield self.number("slots", name, each)


def _build_arrays(examples: Mapping[Example, float], names: _Names, config: RankingConfig) -> _Arrays:
    columns: dict[str, list[Any]] = {name: [] for name in _Arrays._fields}
    places: dict[tuple[str, tuple[Feature, ...], int], int] = {}
    of_name = defaultdict[tuple[str, str], float](float)
    for example, count in examples.items():
        of_name[_name_right(example)] += count
    for number, (example, count) in enumerate(examples.items()):
        span, features, right = example
        columns["counts"].append(count * min(1.0, config.most_of_name / of_name[_name_right(example)]))
        power = names.number("shares", span.label)
        for order, candidate in enumerate(generate_candidates(span)):
            this = len(columns["candidate_example"])
            columns["candidate_example"].append(number)
            columns["candidate_right"].append(float(order in right))
            for trait in find_traits(span, candidate):
                if trait in names.traits:
                    columns["trait_candidate"].append(this)
                    columns["trait_weight"].append(names.number("traits", trait))
            for at, share in enumerate(spread(span.label, candidate)):
                if share:
                    place = _find_place(columns, places, names, (span, features, at))
                    for column, value in zip(_Arrays._fields, (this, place, log(share), power), strict=False):
                        columns[column].append(value)
    return _Arrays(*(np.array(column) for column in columns.values()))


def _name_right(example: Example) -> tuple[str, str]:
    """Return the label and the right lemma of an example."""
    return example.span.label, generate_candidates(example.span)[example.right[0]].text.lower()


def _find_place(
    columns: Mapping[str, list[Any]],
    places: dict[tuple[str, tuple[Feature, ...], int], int],
    names: _Names,
    where: tuple[SpanWords, tuple[Feature, ...], int],
) -> int:
    """Return the number of a place; at the first time its weights are noted."""
    span, features, at = where
    key = (slots_name(span), features, at)
    if key not in places:
        places[key] = len(places)
        for weight in (
            *names.of_slot(key[0], at),
            *(each for one in features for each in names.of_cue(span.label, one, at)),
        ):
            columns["cue_place"].append(places[key])
            columns["cue_weight"].append(weight)
    return places[key]
