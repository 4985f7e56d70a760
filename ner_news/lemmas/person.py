"""The candidates for a person's name: which word is which part, and in which case they all agree."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ner_news.lemmas.agreement import Agreement, Candidate, agree, likely, rank, spread
from ner_news.lemmas.dictionary import known_nouns
from ner_news.lemmas.evidence import family
from ner_news.lemmas.name_words import (
    ANY,
    FAMILY,
    FIRST,
    GIVEN,
    LAST,
    PATRONYMIC,
    SYLLABLE,
    name_table,
)
from ner_news.lemmas.person_parts import INITIAL, WORD, put_together, sort_words
from ner_news.lemmas.pieces import Pieces, join
from ner_news.lemmas.spelling import write_like
from ner_news.names import Gender

# Rounded by eye: of the names of FactRuEval's devset that change at all somewhat over a half are nominatives, and of
# a text's people one in four is a woman.
_PRIORS = spread(
    {"nomn": 0.56, "gent": 0.2, "datv": 0.05, "accs": 0.05, "ablt": 0.08, "loct": 0.012},
    {"masc": 0.72, "femn": 0.25, "plur": 0.03},
)
# Which words are which part, and how usual that is.
_PATTERNS: dict[int, tuple[tuple[float, tuple[str, ...]], ...]] = {
    0: ((1.0, ()),),
    1: ((1.0, (LAST,)), (0.5, (FIRST,))),
    2: ((1.0, (FIRST, LAST)), (0.1, (LAST, FIRST)), (1.0, (FIRST, PATRONYMIC)), (2.5, (FAMILY, GIVEN))),
    3: (
        (1.0, (FIRST, PATRONYMIC, LAST)),
        (1.0, (LAST, FIRST, PATRONYMIC)),
        (0.3, (FIRST, ANY, LAST)),
        (2.5, (FAMILY, SYLLABLE, GIVEN)),
    ),
}
_VOWEL_PAIR = 3.0
# A gender is told when the readings of the chosen lemma agree on it to this share.
_CERTAIN_GENDER = 0.9
_GENDERS: tuple[Gender, ...] = ("masc", "femn")


class _Reading(NamedTuple):
    """The name with each word in its place."""

    roles: tuple[str, ...]
    agreement: Agreement
    score: float


def person_candidates(pieces: Pieces) -> tuple[Candidate, ...] | None:
    """The possible lemmas of a person's name, the likeliest first; `None` for another label.

    >>> from ner_news.lemmas.pieces import Pieces
    >>> person_candidates(Pieces("PER", ("Станиславом", "Засем"), ("", " ")))[0].text
    'Станислав Зась'
    """
    if pieces.label != "PER" or not pieces.words:
        return None
    by_forms: dict[tuple[str, ...], list[_Reading]] = {}
    for reading in _readings(pieces):
        by_forms.setdefault(_forms(reading), []).append(reading)
    scores = {forms: sum(reading.score for reading in readings) for forms, readings in by_forms.items()}
    return rank(_candidate(pieces, by_forms[forms], score) for forms, score in likely(scores))


def _forms(reading: _Reading) -> tuple[str, ...]:
    return tuple([one.form.replace("ё", "е") for one in reading.agreement.readings])


def _readings(pieces: Pieces) -> Iterator[_Reading]:
    sorts = sort_words(pieces.words)
    lower = [word.lower() for word in pieces.words]
    for weight, parts in _patterns(sorts):
        roles = _assign(sorts, parts)
        tables = [name_table(word, role) for word, role in zip(lower, roles, strict=True)]
        for agreement in agree(tables, _PRIORS) if all(tables) else ():
            yield _Reading(roles, agreement, agreement.score * weight * _foreign_pair(agreement))


_NAMED = frozenset((FIRST, LAST, ANY, FAMILY, GIVEN))


def _foreign_pair(agreement: Agreement) -> float:
    """Tongues whose first names end in vowels have surnames in -а as well: «Фелипе Масса», «Синдзи Харада»."""
    if len(agreement.readings) != 2:
        return 1.0
    first, last = agreement.readings
    stays = first.rule.endswith("unchanged") and not known_nouns(last.form)
    return _VOWEL_PAIR if stays and last.rule in ("hard a", "soft a", "iya") else 1.0


def _patterns(sorts: Sequence[str]) -> Sequence[tuple[float, tuple[str, ...]]]:
    count = sorts.count(WORD)
    if count == 1 and INITIAL in sorts:
        return ((1.0, (LAST,)),)
    if count in _PATTERNS:
        return _PATTERNS[count]
    return ((1.0, (FIRST, *[ANY] * (count - 2), LAST)),)


def _assign(sorts: Sequence[str], parts: Sequence[str]) -> tuple[str, ...]:
    """The parts given to the words in order; what is no word keeps its sort."""
    left = iter(parts)
    return tuple(next(left) if sort == WORD else sort for sort in sorts)


def _candidate(pieces: Pieces, readings: Sequence[_Reading], score: float) -> Candidate:
    best = max(readings, key=lambda reading: reading.score)
    found = best.agreement.readings
    words = [write_like(word, reading.form) for word, reading in zip(pieces.words, found, strict=True)]
    return Candidate(
        text=join(words, pieces.gaps),
        keys=_keys(best),
        share=score,
        name=put_together(words, best.roles),
        gender=_gender([reading for reading in readings if reading.roles == best.roles]),
        rules=tuple(f"{role}: {one.rule}" for one, role in zip(found, best.roles, strict=True)),
    )


def _keys(reading: _Reading) -> tuple[str, ...]:
    plural = reading.agreement.slot[1] == "plur"
    forms = [one.form for one, role in zip(reading.agreement.readings, reading.roles, strict=True) if role in _NAMED]
    return tuple(family(form) if plural else form for form in forms)


def _gender(readings: Sequence[_Reading]) -> Gender | None:
    total = sum(reading.score for reading in readings)
    for gender in _GENDERS:
        here = sum(reading.score for reading in readings if reading.agreement.slot[1] == gender)
        if here > _CERTAIN_GENDER * total:
            return gender
    return None
