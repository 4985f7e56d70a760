"""Candidates for two nouns joined into one name, which stand in one case: «Боснии и Герцеговины», «Осетии — Алании»."""

from collections.abc import Iterator, Sequence
from math import prod, sqrt
from typing import NamedTuple

from ner_news.lemmas.candidates.agreement import Candidate
from ner_news.lemmas.candidates.priors import Priors
from ner_news.lemmas.morphology.letter_case import write_like
from ner_news.lemmas.morphology.paradigms import CASES
from ner_news.lemmas.morphology.phrase_words import read_adjective_word, read_noun_word
from ner_news.lemmas.morphology.slots import SLOTS, Joint, join_tables
from ner_news.lemmas.span_words import SpanWords, join_words

JOINED = "joined"
"""The rule."""

_AND = "и"
_DASHES = frozenset("—–-")
_QUOTES = frozenset('«»"“”„')
_MOST_ADJECTIVES = 3
_TWO_NOUNS = 3
"""Words of «Наука и жизнь», which has no other noun for these to depend on."""
_LEAST = 0.01
"""A case this much rarer than the best is left out; by eye."""


class _Part(NamedTuple):
    """A noun with the adjectives before it, by index, and the ways in which these agree."""

    indexes: tuple[int, ...]
    joints: Sequence[Joint]


def propose_joined(span: SpanWords, priors: Priors) -> Iterator[Candidate]:
    """Yield the lemmas in which both nouns are in the nominative; their shares sum to one.

    A name with «и» has a capital behind it, or quotes: «Министерства торговли и права» is of one noun.

    >>> from ner_news.lemmas.candidates.priors import PRIORS
    >>> span = SpanWords("LOC", ("Боснией", "и", "Герцеговиной"), ("", " ", " "))
    >>> [found.text for found in propose_joined(span, PRIORS["LOC"])][:1]
    ['Босния и Герцеговина']
    """
    parts = _find_parts(span)
    if not parts:
        return
    is_neuter = all(_is_neuter(span, part) for part in parts)  # «Красного и белого»
    found: dict[tuple[str, ...], dict[int, float]] = {}
    for case in CASES:
        slots = SLOTS[case, "neut"] if is_neuter else SLOTS[case, ""]
        bests = [_find_best(part.joints, slots) for part in parts]
        if all(bests):
            forms = tuple([reading.form for best in bests if best for reading in best[1]])
            weight = priors(SLOTS[case, ""]) * sqrt(prod(best[2] for best in bests if best))  # two rare plurals are one
            found.setdefault(forms, {})[SLOTS[case, ""]] = weight
    total = sum(weight for there in found.values() for weight in there.values())
    for forms, there in found.items():
        if sum(there.values()) >= _LEAST * total:
            yield _write(span, [at for part in parts for at in part.indexes], forms, there, total)


def _find_parts(span: SpanWords) -> list[_Part]:
    words = span.words
    if _AND not in words and _DASHES.isdisjoint(words):
        return []
    inner = [at for at, word in enumerate(words) if word not in _QUOTES]
    joint = next((at for at in inner[1:-1] if words[at] == _AND or words[at] in _DASHES), None)
    if joint is None or (words[joint] in _DASHES and not span.gaps[joint]):
        return []
    one, other = [at for at in inner if at < joint], [at for at in inner if at > joint]
    is_whole = len(inner) < len(words) or span.is_quoted or len(inner) == _TWO_NOUNS
    if words[joint] == _AND and not is_whole and not any(words[at][:1].isupper() for at in other):
        return []
    parts = [_read_part(span, one), _read_part(span, other)]
    return [part for part in parts if part] if all(parts) else []


def _read_part(span: SpanWords, indexes: Sequence[int]) -> _Part | None:
    if len(indexes) > _MOST_ADJECTIVES + 1 or not all(
        span.words[at].isalpha() or "-" in span.words[at] for at in indexes
    ):
        return None
    tables = [read_adjective_word(span.words[at]) for at in indexes[:-1]]
    if not all(tables):
        return None
    noun = [pair for pair in read_noun_word(span.words[indexes[-1]], span.label) if pair[1].rule != "as written"]
    joints = join_tables([*tables, noun])
    return _Part(tuple(indexes), joints) if joints else None


def _is_neuter(span: SpanWords, part: _Part) -> bool:
    """Return whether a part is an adjective alone that may be a neuter."""
    is_adjective = len(part.indexes) == 1 and bool(read_adjective_word(span.words[part.indexes[0]]))
    return is_adjective and any(slots & SLOTS["", "neut"] for slots, _, _ in part.joints)


def _find_best(joints: Sequence[Joint], slots: int) -> Joint | None:
    return max((joint for joint in joints if joint[0] & slots), key=lambda joint: joint[2], default=None)


def _write(
    span: SpanWords, indexes: Sequence[int], forms: Sequence[str], there: dict[int, float], total: float
) -> Candidate:
    words = list(span.words)
    for at, form in zip(indexes, forms, strict=True):
        words[at] = write_like(words[at], form)
    text, share = join_words(words, span.gaps), sum(there.values())
    written = join_words(span.words, span.gaps).lower()
    return Candidate(
        text,
        (text.lower(),),
        (written,),
        share / total,
        tuple([(slots, weight / share) for slots, weight in there.items()]),
        rules=(JOINED,),
        forms=tuple([("noun", span.words[at].lower(), form) for at, form in zip(indexes, forms, strict=True)]),
    )
