"""The learnt weights of the choice, and what they say of a cue in each slot. See `ranking.md` for where they come from.

The model is log-linear. Each candidate, in each slot where it may stand, has the sum of the weights of its traits, of
the slot, and of each cue there; a candidate's share is that of its slots together.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from ner_news import caches
from ner_news.caches import word_cache
from ner_news.lemmas.context import WORD_KINDS, Feature
from ner_news.lemmas.morphology.paradigms import KINDS
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SINGLE_SLOTS

Row = tuple[float, ...]
"""A number for each of `SINGLE_SLOTS`."""

ONES: Row = (1.0,) * len(SINGLE_SLOTS)
ZEROS: Row = (0.0,) * len(SINGLE_SLOTS)


class CueWeights(NamedTuple):
    """The weights of one kind of cue beside names of one label."""

    fits: tuple[float, ...]
    """Those of the sets of slots, in the order of `Cue.slots`."""
    slots: Row
    """Those of the single slots."""


class RankingModel(NamedTuple):
    """The weights, as `ranking.json` has them."""

    shares: Mapping[str, float]
    """By label, of the logarithm of the share that a candidate has by itself."""
    slots: Mapping[str, Row]
    """By label; «LOC "» for a name in quotes."""
    cues: Mapping[str, Mapping[str, CueWeights]]
    """By label and kind."""
    words: Mapping[str, Mapping[str, Row]]
    """By label and word, of the words that have weights of their own."""
    traits: Mapping[str, float]
    heads: frozenset[str]
    """Nouns of organizations that have small letters in normal forms."""


_FILE = Path(__file__).with_name("ranking.json")
_in_use: ContextVar[RankingModel | None] = ContextVar("ranking model", default=None)


def read_model() -> RankingModel:
    """Return the model of the package, or within `use_model` that one.

    >>> sorted(read_model().shares)
    ['LOC', 'ORG', 'PER']
    """
    return _in_use.get() or _read_own()


@cache
def _read_own() -> RankingModel:
    return to_model(json.loads(_FILE.read_text(encoding="utf-8")))


@contextmanager
def use_model(model: RankingModel) -> Iterator[None]:
    """Let lemmas be chosen by another model, for measuring it; what was remembered by the last one is forgotten."""
    caches.clear_all()
    token = _in_use.set(model)
    try:
        yield
    finally:
        _in_use.reset(token)
        caches.clear_all()


def to_model(sections: Mapping[str, Any]) -> RankingModel:
    """Return the model of the sections of a file."""
    cues = {
        label: {kind: CueWeights(tuple(each["fits"]), tuple(each["slots"])) for kind, each in kinds.items()}
        for label, kinds in sections["cues"].items()
    }
    words = {
        label: {word: _spread_cases(row) for word, row in rows.items()} for label, rows in sections["words"].items()
    }
    slots = {label: tuple(row) for label, row in sections["slots"].items()}
    return RankingModel(sections["shares"], slots, cues, words, sections["traits"], frozenset(sections["heads"]))


def _spread_cases(row: Sequence[float]) -> Row:
    """Return the weights of the slots from those of the cases."""
    return tuple([weight for weight in row for _ in KINDS])


# Of the cues of some kind in some slots, not of words.
@word_cache(maxsize=4096)
def weigh_cue(label: str, feature: Feature) -> Row:
    """Return the factor of a cue in each slot.

    >>> from ner_news.lemmas.morphology.slots import ALL_SLOTS, SLOTS
    >>> row = weigh_cue("PER", ("preposition to a person", (SLOTS["datv", ""], ALL_SLOTS), ""))
    >>> row[SINGLE_SLOTS.index(SLOTS["datv", "masc"])] > row[SINGLE_SLOTS.index(SLOTS["gent", "masc"])]
    True
    """
    kind, sets, word = feature
    model = read_model()
    if kind in WORD_KINDS:
        return tuple(map(exp, model.words.get(label, {}).get(word, ZEROS)))
    weights = model.cues.get(label, {}).get(kind)
    if weights is None:
        return ONES
    row = list(weights.slots)
    left = ALL_SLOTS
    for slots, fit in zip(sets, weights.fits, strict=True):
        here, left = slots & left, left & ~slots
        while here:
            row[(here & -here).bit_length() - 1] += fit
            here &= here - 1
    return tuple(map(exp, row))
