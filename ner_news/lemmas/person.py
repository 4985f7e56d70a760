"""The candidates for a person's name: which word is which part, and in which case they all agree."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ner_news.lemmas.agreement import Candidate, agree, likely, rank, spread
from ner_news.lemmas.dictionary import known_nouns
from ner_news.lemmas.evidence import family
from ner_news.lemmas.name_words import (
    ANY,
    FAMILY,
    FIRST,
    GIVEN,
    LAST,
    PATRONYMIC,
    SHARED,
    SYLLABLE,
    name_table,
)
from ner_news.lemmas.person_parts import INITIAL, LINK, NUMBER, WORD, put_together, sort_words
from ner_news.lemmas.pieces import Pieces, join
from ner_news.lemmas.readings import SLOTS, Reading, Table, together
from ner_news.lemmas.spelling import write_like
from ner_news.lemmas.weighing import gender_of

# Rounded by eye: of the names of FactRuEval's devset that change at all somewhat over a half are nominatives, and of
# a text's people one in four is a woman.
PRIORS = spread(
    {"nomn": 0.56, "gent": 0.2, "datv": 0.05, "accs": 0.05, "ablt": 0.08, "loct": 0.012},
    {"masc": 0.72, "femn": 0.25, "plur": 0.03},
)
_KINDS = {kind: SLOTS["", kind] for kind in ("masc", "femn", "plur")}
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
_COUPLES = {
    (WORD, LINK, WORD): ((1.0, (FIRST, FIRST)), (1.0, (LAST, LAST))),  # Пётр и Феврония
    (WORD, LINK, WORD, WORD): ((1.0, (FIRST, FIRST, LAST)),),  # Павел и Николай Дуровы
}
_UNSURE_COUPLE = 0.1
# «Юлия Скрипали» after «Сергей и».
_ONE_OF_FAMILY = (1.0, (FIRST, SHARED))
# Of those with a number most are popes and kings: «Франциска I».
_NUMBERED_WOMAN = 0.25
_VOWEL_PAIR = 3.0
# What changes no share by a thousandth; with it a name would take a third longer.
_NEGLIGIBLE = 1e-3


class _Whole(NamedTuple):
    """One reading of the whole name: each word in its part, all in one slot."""

    roles: tuple[str, ...]
    kind: str
    slots: int
    readings: tuple[Reading, ...]
    score: float


def person_candidates(pieces: Pieces) -> tuple[Candidate, ...] | None:
    """The possible lemmas of a person's name, the likeliest first; `None` for another label.

    >>> from ner_news.lemmas.pieces import Pieces
    >>> person_candidates(Pieces("PER", ("Станиславом", "Засем"), ("", " ")))[0].text
    'Станислав Зась'
    """
    if pieces.label != "PER" or not pieces.words:
        return None
    by_forms: dict[tuple[str, ...], list[_Whole]] = {}
    for whole in _wholes(pieces):
        by_forms.setdefault(_forms(whole), []).append(whole)
    scores = {forms: sum([whole.score for whole in wholes]) for forms, wholes in by_forms.items()}
    return rank(_candidate(pieces, by_forms[forms], score) for forms, score in likely(scores))


def _forms(whole: _Whole) -> tuple[str, ...]:
    return tuple([reading.form.replace("ё", "е") for reading in whole.readings])


def _wholes(pieces: Pieces) -> list[_Whole]:
    found = [
        (roles, kind, slots, readings, score * weight)
        for roles, tables, weight in _ways(pieces)
        for kind, slots, readings, score in agree(tables, PRIORS, _KINDS)
    ]
    least = _NEGLIGIBLE * max([score for *_, score in found], default=0.0)
    return [
        _Whole(roles, kind, slots, readings, score * _pairing(roles, kind, readings))
        for roles, kind, slots, readings, score in found
        if score > least
    ]


def _ways(pieces: Pieces) -> Iterator[tuple[tuple[str, ...], Sequence[Table], float]]:
    """The parts that the words may be, what the words are as those, and how usual that is."""
    sorts = sort_words(pieces.words)
    lower = [word.lower() for word in pieces.words]
    for weight, parts in _patterns(sorts, pieces.is_joined):
        roles = _assign(sorts, parts)
        tables = [name_table(word, role) for word, role in zip(lower, roles, strict=True)]
        if not all(tables):
            continue
        if LINK in sorts:
            yield roles, [together(table) for table in tables], weight if sorts in _COUPLES else _UNSURE_COUPLE
        if sorts not in _COUPLES:
            yield roles, tables, weight


_NAMED = frozenset((FIRST, LAST, ANY, FAMILY, GIVEN, SHARED))


def _pairing(roles: Sequence[str], kind: str, readings: Sequence[Reading]) -> float:
    return (_NUMBERED_WOMAN if NUMBER in roles and kind != "masc" else 1.0) * _foreign_pair(readings)


def _foreign_pair(readings: Sequence[Reading]) -> float:
    """Tongues whose first names end in vowels have surnames in -а as well: «Фелипе Масса», «Синдзи Харада»."""
    if len(readings) != 2:
        return 1.0
    first, last = readings
    is_pair = last.rule in ("hard a", "soft a", "iya") and first.rule.endswith("unchanged")
    return _VOWEL_PAIR if is_pair and not known_nouns(last.form) else 1.0


def _patterns(sorts: Sequence[str], is_joined: bool) -> Sequence[tuple[float, tuple[str, ...]]]:
    count = sorts.count(WORD)
    if count == 1 and INITIAL in sorts:
        return ((1.0, (LAST,)),)
    if NUMBER in sorts and count:
        return ((1.0, (FIRST,) * count),)
    if tuple(sorts) in _COUPLES:
        return _COUPLES[tuple(sorts)]
    if tuple(sorts) == (WORD, WORD, LINK, WORD, WORD):
        return ((1.0, (FIRST, LAST, FIRST, LAST)),)
    if count == 2 and is_joined:
        return (*_PATTERNS[2], _ONE_OF_FAMILY)
    if count in _PATTERNS:
        return _PATTERNS[count]
    return ((1.0, (FIRST, *[ANY] * (count - 2), LAST)),)


def _assign(sorts: Sequence[str], parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts given to the words in order; what is no word keeps its sort."""
    if len(parts) == len(sorts):
        return parts
    left = iter(parts)
    return tuple(next(left) if sort == WORD else sort for sort in sorts)


def _candidate(pieces: Pieces, wholes: Sequence[_Whole], share: float) -> Candidate:
    best = max(wholes, key=lambda whole: whole.score)
    words = [write_like(word, reading.form) for word, reading in zip(pieces.words, best.readings, strict=True)]
    total = sum([whole.score for whole in wholes if whole.roles == best.roles]) or 1.0
    places = tuple([(whole.slots, whole.score / total) for whole in wholes if whole.roles == best.roles])
    keys = _keys(best, pieces.words)
    return Candidate(
        text=join(words, pieces.gaps),
        keys=tuple([key for key, _ in keys]),
        words=tuple([word for _, word in keys]),
        share=share,
        places=places,
        name=put_together(words, best.roles),
        gender=None if LINK in best.roles else gender_of(places),
        rules=tuple([f"{role}: {reading.rule}" for reading, role in zip(best.readings, best.roles, strict=True)]),
    )


def _keys(whole: _Whole, words: Sequence[str]) -> list[tuple[str, str]]:
    """The forms of the words that name, and what is written for each."""
    forms = [
        (reading.form, word.lower())
        for reading, role, word in zip(whole.readings, whole.roles, words, strict=True)
        if role in _NAMED
    ]
    return [(family(form), word) for form, word in forms] if whole.kind == "plur" else forms
