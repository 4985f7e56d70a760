"""Candidates for a person's name: each word gets a role, and all agree in case and kind."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ner_news.lemmas.candidates.agreement import Candidate, agree, keep_likely, rank
from ner_news.lemmas.candidates.name_parts import (
    DAUGHTER,
    INITIAL,
    LINK,
    MARK,
    NUMBER,
    SON,
    WORD,
    build_name,
    classify_words,
)
from ner_news.lemmas.candidates.priors import PRIORS
from ner_news.lemmas.morphology.dictionary import find_nouns
from ner_news.lemmas.morphology.family_plurals import family_key
from ner_news.lemmas.morphology.letter_case import without_yo, write_like
from ner_news.lemmas.morphology.person_words import (
    ANY,
    FAMILY,
    FIRST,
    GIVEN,
    LAST,
    PATRONYMIC,
    SHARED,
    SYLLABLE,
    read_name_word,
)
from ner_news.lemmas.morphology.slots import SLOTS, ReadingTable, WordReading, find_gender, move_to_plural
from ner_news.lemmas.span_words import SpanWords, join_words

_KINDS = {kind: SLOTS["", kind] for kind in ("masc", "femn", "plur")}
# The roles of the words, and how usual they are. By eye, as are the numbers below.
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
# Before «Саид оглы»: «Алиев Вусал», «Вусал Алиев».
_WITH_TURKIC_PATRONYMIC = {1: ((1.0, (FIRST,)),), 2: ((1.0, (LAST, FIRST)), (0.3, (FIRST, LAST)))}
_COUPLES = {
    (WORD, LINK, WORD): ((1.0, (FIRST, FIRST)), (1.0, (LAST, LAST))),  # Пётр и Феврония
    (WORD, LINK, WORD, WORD): ((1.0, (FIRST, FIRST, LAST)),),  # Павел и Николай Дуровы
}
# Other names with «и» may be one person's all the same: «Хосе Ортега и Гассет».
_UNSURE_COUPLE = 0.1
# «Юлия Скрипали» after «Сергей и».
_ONE_OF_FAMILY = (1.0, (FIRST, SHARED))
# Most of those with a number are popes and kings: «Франциска I».
_NUMBERED_WOMAN = 0.25
# «Фелипе Масса», for a first name in a vowel.
_VOWEL_PAIR = 3.0
# Both stay, in -у: «Криштиану Роналду».
_PAIR_IN_U = 30.0
# Analyses this much rarer than the best change no share by a thousandth; with them a name would take a third longer.
_NEGLIGIBLE = 1e-3


class _Analysis(NamedTuple):
    """One analysis of the whole name: each word in its role, all in the same slots."""

    roles: tuple[str, ...]
    kind: str
    slots: int
    readings: tuple[WordReading, ...]
    score: float


def propose_person(span: SpanWords) -> tuple[Candidate, ...] | None:
    """Return the possible lemmas of a person's name, the likeliest first; `None` for another label.

    >>> propose_person(SpanWords("PER", ("Станиславом", "Засем"), ("", " ")))[0].text
    'Станислав Зась'
    """
    if span.label != "PER" or not span.words:
        return None
    by_forms: dict[tuple[str, ...], list[_Analysis]] = {}
    for analysis in _analyze(span):
        by_forms.setdefault(_spell_forms(analysis), []).append(analysis)
    scores = {forms: sum([analysis.score for analysis in analyses]) for forms, analyses in by_forms.items()}
    return rank(_write_candidate(span, by_forms[forms], score) for forms, score in keep_likely(scores))


def _spell_forms(analysis: _Analysis) -> tuple[str, ...]:
    return tuple([without_yo(reading.form) for reading in analysis.readings])


def _analyze(span: SpanWords) -> list[_Analysis]:
    found = [
        (roles, kind, slots, readings, score * weight)
        for roles, tables, weight in _assign_roles(span)
        for kind, slots, readings, score in agree(tables, PRIORS["PER"], _KINDS)
    ]
    least = _NEGLIGIBLE * max([score for *_, score in found], default=0.0)
    return [
        _Analysis(roles, kind, slots, readings, score * _weigh_roles(roles, kind, readings))
        for roles, kind, slots, readings, score in found
        if score > least
    ]


def _assign_roles(span: SpanWords) -> Iterator[tuple[tuple[str, ...], Sequence[ReadingTable], float]]:
    """Yield the roles that the words may have, their readings in these, and how usual the roles are."""
    classes = classify_words(span.words)
    lower = [word.lower() for word in span.words]
    for weight, pattern in _find_patterns(classes, span.is_after_and):
        roles = _fill_roles(classes, pattern)
        tables = [read_name_word(word, role) for word, role in zip(lower, roles, strict=True)]
        if not all(tables):
            continue
        if LINK in classes:
            yield roles, [move_to_plural(table) for table in tables], weight if classes in _COUPLES else _UNSURE_COUPLE
        if classes not in _COUPLES:
            yield roles, tables, weight


_STILL = frozenset((INITIAL, MARK, NUMBER, LINK))
_NAMED = frozenset((FIRST, LAST, ANY, FAMILY, GIVEN, SHARED))


def _weigh_roles(roles: Sequence[str], kind: str, readings: Sequence[WordReading]) -> float:
    return (_NUMBERED_WOMAN if NUMBER in roles and kind != "masc" else 1.0) * _weigh_foreign_pair(readings)


def _weigh_foreign_pair(readings: Sequence[WordReading]) -> float:
    """Return the factor for «Криштиану Роналду», and for surnames in -а: «Фелипе Масса», «Синдзи Харада»."""
    if len(readings) != 2:
        return 1.0
    first, last = readings
    if first.form.endswith("у") and last.form.endswith("у"):
        return _PAIR_IN_U
    is_pair = last.rule in ("hard a", "soft a", "iya") and first.rule.endswith("unchanged")
    return _VOWEL_PAIR if is_pair and not find_nouns(last.form) else 1.0


def _find_patterns(classes: Sequence[str], is_after_and: bool) -> Sequence[tuple[float, tuple[str, ...]]]:
    count = classes.count(WORD)
    if count == 1 and INITIAL in classes:
        return ((1.0, (LAST,)),)
    if count in _WITH_TURKIC_PATRONYMIC and not {SON, DAUGHTER}.isdisjoint(classes):
        return _WITH_TURKIC_PATRONYMIC[count]
    if NUMBER in classes and count:
        return ((1.0, (FIRST,) * count),)
    if tuple(classes) in _COUPLES:
        return _COUPLES[tuple(classes)]
    if tuple(classes) == (WORD, WORD, LINK, WORD, WORD):
        return ((1.0, (FIRST, LAST, FIRST, LAST)),)
    if count == 2 and is_after_and:
        return (*_PATTERNS[2], _ONE_OF_FAMILY)
    if count in _PATTERNS:
        return _PATTERNS[count]
    return ((1.0, (FIRST, *[ANY] * (count - 2), LAST)),)


def _fill_roles(classes: Sequence[str], pattern: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles given to the words in order; a token that is no word keeps its class."""
    if len(pattern) == len(classes):
        return pattern
    left = iter(pattern)
    return tuple(next(left) if token_class == WORD else token_class for token_class in classes)


def _write_candidate(span: SpanWords, analyses: Sequence[_Analysis], share: float) -> Candidate:
    best = max(analyses, key=lambda analysis: analysis.score)
    words = [write_like(word, reading.form) for word, reading in zip(span.words, best.readings, strict=True)]
    total = sum([analysis.score for analysis in analyses if analysis.roles == best.roles]) or 1.0
    slot_shares = tuple(
        [(analysis.slots, analysis.score / total) for analysis in analyses if analysis.roles == best.roles]
    )
    keys = _name_keys(best, span.words)
    return Candidate(
        text=join_words(words, span.gaps),
        keys=tuple([key for key, _ in keys]),
        written=tuple([word for _, word in keys]),
        share=share,
        slot_shares=slot_shares,
        name=build_name(words, best.roles),
        gender=None if LINK in best.roles else find_gender(slot_shares),
        rules=tuple([f"{role}: {reading.rule}" for reading, role in zip(best.readings, best.roles, strict=True)]),
        forms=tuple(
            [
                (role, word.lower(), reading.form)
                for reading, role, word in zip(best.readings, best.roles, span.words, strict=True)
                if role not in _STILL
            ]
        ),
    )


def _name_keys(analysis: _Analysis, words: Sequence[str]) -> list[tuple[str, str]]:
    """Return the forms of the words that name, each with the word as written."""
    forms = [
        (reading.form, word.lower())
        for reading, role, word in zip(analysis.readings, analysis.roles, words, strict=True)
        if role in _NAMED
    ]
    return [(family_key(form), word) for form, word in forms] if analysis.kind == "plur" else forms
