"""Readings of one word in a person's name, by the role it would have there."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.lemmas.morphology.compounds import read_after_apostrophe, read_parts
from ner_news.lemmas.morphology.dictionary import (
    find_nominative,
    find_nouns,
    is_attested,
    is_first_name,
    proper_grammeme,
    weigh_readings,
)
from ner_news.lemmas.morphology.endings import read_endings
from ner_news.lemmas.morphology.family_plurals import find_member
from ner_news.lemmas.morphology.letter_case import is_plain, without_yo
from ner_news.lemmas.morphology.name_vocabulary import EASTERN_FAMILIES, MANS_PARTICLES, PARTICLES
from ner_news.lemmas.morphology.paradigms import FIRST_NAMES, PATRONYMICS, SURNAMES
from ner_news.lemmas.morphology.slots import (
    SLOTS,
    ReadingTable,
    SlotReading,
    WordReading,
    keep_unchanged,
    merge_tables,
    move_to_kind,
    tabulate,
)
from ner_news.morph import LONGEST_WORD, Parse, genitive, look_up

FIRST, LAST, PATRONYMIC = "first", "last", "patronymic"
ANY = "any"
"""Between the first and the last: «Хадим Хуссейн Ризви»."""
FAMILY, SYLLABLE, GIVEN = "family", "syllable", "given"
"""Roles in an eastern name, the family first: «Ким Чен Ын»."""
SHARED = "shared"
"""A surname in the plural where one of the family is named: «Юлия Скрипали» after «Сергей и»."""
COMMON_NOUN, NICKNAME, ASIDE = "title", "nickname", "aside"
"""A common noun of the name; words in quotes; words in brackets."""
_GRAMMEMES = ("Name", "Surn", "Patr")
_OF_ANY_WORD = ("as written", "family")
"""Rules that take any word for a nominative."""
_OPEN = (ANY, NICKNAME, ASIDE)
_CHILDREN = {"son": "masc", "daughter": "femn"}

# How far the dictionary's grammeme speaks for a role; the empty one is any other noun: «Азия Биби». All numbers by eye.
_GRAMMEME_WEIGHTS = {
    FIRST: {"Name": 1.0, "Surn": 0.1, "Patr": 0.05, "": 0.15},
    LAST: {"Surn": 1.0, "Name": 0.3, "Patr": 0.2, "": 0.3},
    PATRONYMIC: {"Patr": 1.0},
    COMMON_NOUN: {"": 1.0, "Surn": 0.1, "Name": 0.1},
}
_ENDINGS = {FIRST: FIRST_NAMES, LAST: SURNAMES, PATRONYMIC: PATRONYMICS}
_KINDS = {"neut": "masc", "": "masc"}
# Endings know less about a word that the dictionary has in this very role.
_ENDINGS_OF_KNOWN = {FIRST: 0.15, LAST: 0.3, PATRONYMIC: 0.3}
_ENDINGS_OF_NOUN = 0.7  # «Христа» is of «Христос»
_RARE_NAME = 0.3  # «Асий» beside «Асия»
_EASTERN_A = 0.1  # «Чен Ына» is of no «Ына»
_FAMILY_UNCHANGED = 0.03  # «супруги Обама»
# «Марина Берлускони» is of no «Берлусконь».
_SURE_PLURALS, _UNSURE_PLURAL = ("dictionary", "possessive", "adjectival"), 0.5
_NEVER_MET = 0.5  # «Игор» beside «Игорь»
_WRONG_GENDER = 0.05  # «Николь» is a woman's name, if one
_NEVER_COUNTED_FIXED = 0.1  # a rare name that never changes, besides
# A nominative that stands in the list of first names.
_LISTED, _MOST_LISTED = 3.0, 0.9
# «Азии» may be unchanged as a name; but then, why is it also a form of a known noun?
_UNCHANGED_THOUGH_KNOWN = 0.01
_FLEETING_THOUGH_KNOWN = 0.01  # «Зайца» is of «Заяц», which no letters tell
# «Пашиняна», «Высоцкая» as forms of what ends otherwise.
_VOWEL_AFTER_CONSONANT = 0.1
_VOWEL_RULES = frozenset(("hard a", "soft a", "yot"))
_CONSONANT_RULES = frozenset(("marked consonant", "possessive", "adjectival"))
# A word that stays as it is, where the dictionary does not have it in the role and where it does.
_STAYS, _STAYS_THOUGH_KNOWN = 0.003, 0.0003
_VOWELS = frozenset("аеёиоуыэюя")
_RUSSIAN = re.compile("[а-яё]")


class _KnownReading(NamedTuple):
    """A reading that the dictionary has of a word, whatever its role."""

    grammeme: str
    rule: str
    slots: int
    is_plural: bool
    is_fixed: bool
    is_usual: bool
    form: str
    weight: float
    """Against its rivals with the same grammeme."""


@word_cache(maxsize=4096)
def read_name_word(word: str, role: str) -> ReadingTable:
    """Return the readings of a word, in lower case, in this role; empty where it cannot have it.

    >>> from ner_news.lemmas.morphology.slots import find_reading
    >>> find_reading(read_name_word("засем", LAST), "ablt", "masc").form
    'зась'
    """
    if role in (FAMILY, SYLLABLE):
        return _read_eastern(word, role)
    if role == SHARED:
        return tabulate(_read_shared(word))
    if role == GIVEN:
        return _read_given(word)
    if role in _OPEN:
        return merge_tables(read_name_word(word, FIRST), read_name_word(word, LAST))
    if role in _CHILDREN:
        return [(SLOTS["", _CHILDREN[role]], WordReading(word, 1.0, role))]
    if role == "particle":
        return _read_particle(word, role) or keep_unchanged(word, 1.0, role)
    if role not in _GRAMMEME_WEIGHTS:  # an initial, punctuation
        return keep_unchanged(word, 1.0, role)
    certain = None if is_plain(word) and word not in PARTICLES else _read_certain(word, role)
    return tabulate(reading for rule in GUESSING_RULES for reading in rule(word, role)) if certain is None else certain


_GRAMMEME_OF = {FIRST: "Name", LAST: "Surn", PATRONYMIC: "Patr", COMMON_NOUN: ""}


def _read_eastern(word: str, role: str) -> ReadingTable:
    fits = word in EASTERN_FAMILIES if role == FAMILY else sum(letter in _VOWELS for letter in word) == 1
    return keep_unchanged(word, 1.0, role) if fits else []


def _read_given(word: str) -> ReadingTable:
    """Return the table of a given name; eastern ones rarely end in -а: «Чен Ына»."""
    table = read_name_word(word, FIRST)
    return tabulate(
        (slots, reading._replace(weight=reading.weight * _EASTERN_A) if reading.form.endswith("а") else reading)
        for slots, reading in table
    )


def _read_shared(word: str) -> Iterator[SlotReading]:
    for slots, reading in read_name_word(word, LAST):
        for kind in ("masc", "femn"):
            form = find_member(reading.form, reading.rule, kind)
            if slots & SLOTS["", "plur"] and form:
                weight = reading.weight * (1.0 if reading.rule.startswith(_SURE_PLURALS) else _UNSURE_PLURAL)
                yield move_to_kind(slots & SLOTS["", "plur"], kind), WordReading(form, weight, SHARED)


def _read_certain(word: str, role: str) -> ReadingTable | None:
    return next((table for rule in CERTAIN_RULES if (table := rule(word, role)) is not None), None)


def _read_foreign(word: str, role: str) -> ReadingTable | None:  # noqa: ARG001
    """Return the table of Latin letters, numbers and strings too long for a word, which stay."""
    if len(word) <= LONGEST_WORD and _RUSSIAN.search(word):
        return None
    return keep_unchanged(word, 1.0, "foreign")


def _read_particle(word: str, role: str) -> ReadingTable | None:  # noqa: ARG001
    if word in MANS_PARTICLES:
        return [(SLOTS["", "masc"], WordReading(word, 1.0, "particle"))]
    return keep_unchanged(word, 1.0, "particle") if word in PARTICLES else None


def _read_compound(word: str, role: str) -> ReadingTable | None:
    if "-" not in word.strip("-"):
        return None
    return read_parts(word, lambda part: _read_part(part, role))


def _read_part(part: str, role: str) -> ReadingTable:
    """Return the readings of a part of a compound; «Азию» of «Азию-Биби» does not stay, for it is known."""
    table = read_name_word(part, role)
    return [pair for pair in table if pair[1].rule not in _OF_ANY_WORD] or table


def _read_elided(word: str, role: str) -> ReadingTable | None:
    return read_after_apostrophe(word, lambda rest: read_name_word(rest, role))


CERTAIN_RULES: tuple[Callable[[str, str], ReadingTable | None], ...] = (
    _read_particle,
    _read_foreign,
    _read_elided,
    _read_compound,
)
"""The readings are those of the first of these to have any. A plain word is tried with the first only."""


def _read_dictionary(word: str, role: str) -> Iterator[SlotReading]:
    """Yield the readings that pymorphy3's dictionary has, as far as their grammemes speak for the role."""
    grammemes = _GRAMMEME_WEIGHTS[role]
    for known in _find_known(word):
        if known.grammeme in grammemes and not (known.is_plural and role in (FIRST, PATRONYMIC)):
            yield known.slots, WordReading(known.form, grammemes[known.grammeme] * known.weight, known.rule)


def _read_by_endings(word: str, role: str) -> Iterator[SlotReading]:
    """Yield the readings by endings alone, weaker the more is known of the word."""
    endings = list(read_endings(word, _ENDINGS[role])) if role in _ENDINGS else []
    if not endings:
        return
    rules = {rule for _, _, _, rule in endings}
    has_role = _has_role(word, role)
    is_noun = bool(_find_known(word))
    is_declined = not all(known.is_fixed for known in _find_known(word))
    after_consonant = not rules.isdisjoint(_CONSONANT_RULES)
    for slots, form, weight, rule in endings:
        if rule == "unchanged" and is_declined:
            weight *= _UNCHANGED_THOUGH_KNOWN
        elif rule == "fleeting" and any(known.slots & slots for known in _find_known(word)):
            weight *= _FLEETING_THOUGH_KNOWN
        elif has_role:
            weight *= _ENDINGS_OF_KNOWN[role]
        elif is_noun and rule != "unchanged":
            weight *= _ENDINGS_OF_NOUN
        elif role == FIRST and is_first_name(form):
            fit = _WRONG_GENDER if _is_of_other_gender(form, slots) else 1.0
            weight, rule = min(weight * _LISTED, _MOST_LISTED) * fit, f"listed, {rule}"
        if after_consonant and rule in _VOWEL_RULES:
            weight *= _VOWEL_AFTER_CONSONANT
        yield slots, WordReading(form, weight, rule)


def _is_of_other_gender(form: str, slots: int) -> bool:
    """Return whether the dictionary knows the first name as one of the other gender alone."""
    genders = {found.gender for found in look_up(form) if "Name" in found.grammemes and found.case == "nomn"}
    return len(genders) == 1 and not any(slots & SLOTS["", gender] for gender in genders)


def _read_family(word: str, role: str) -> Iterator[SlotReading]:
    """Yield a surname that stays in the plural: «братьев Райт», «супругов Обама»."""
    if role == LAST:
        yield SLOTS["", "plur"], WordReading(word, _FAMILY_UNCHANGED, "family")


def _read_unchanged(word: str, role: str) -> Iterator[SlotReading]:
    if role != PATRONYMIC:
        yield from keep_unchanged(word, _STAYS_THOUGH_KNOWN if _has_role(word, role) else _STAYS, "as written")


GUESSING_RULES: tuple[Callable[[str, str], Iterator[SlotReading]], ...] = (
    _read_dictionary,
    _read_by_endings,
    _read_family,
    _read_unchanged,
)
"""All of these give readings, and agreement chooses; of equal weights the earlier is believed."""


@word_cache(maxsize=4096)
def _find_known(word: str) -> list[_KnownReading]:
    # «Левого» is of «Левый», for no person is a «Левое»
    nouns = [found for found in find_nouns(word) if found.pos != "ADJF" or found.gender != "neut"]
    grammemes = [proper_grammeme(found.grammemes, _GRAMMEMES) for found in nouns]
    known = []
    for found, grammeme, weight in zip(nouns, grammemes, weigh_readings(nouns, grammemes), strict=True):
        form = find_nominative(word, found)
        is_usual = grammeme != "Name" or _is_usual(word, form)
        is_met = grammeme != "Name" or is_attested(word) or is_attested(genitive(found))
        is_plural = found.number == "plur"
        kind = "plur" if is_plural else _KINDS.get(found.gender, found.gender)
        known.append(
            _KnownReading(
                grammeme=grammeme,
                rule=f"dictionary {grammeme}".strip(),
                slots=SLOTS[found.case, kind],
                is_plural=is_plural,
                is_fixed="Fixd" in found.grammemes,
                is_usual=is_usual,
                form=form,
                weight=weight * _weigh_usualness(found, is_usual) * (1.0 if is_met else _NEVER_MET),
            )
        )
    return known


def _weigh_usualness(found: Parse, is_usual: bool) -> float:
    if is_usual:
        return 1.0
    return _RARE_NAME * (_NEVER_COUNTED_FIXED if "Fixd" in found.grammemes else 1.0)


def _has_role(word: str, role: str) -> bool:
    """Return whether the dictionary has the word in this very role, or as a usual first name."""
    grammemes = {known.grammeme: known.is_usual for known in _find_known(word)}
    if role != FIRST and _GRAMMEME_OF[role] in grammemes:
        return True
    return role in (FIRST, LAST) and grammemes.get("Name", False)


def _is_usual(word: str, form: str) -> bool:
    """Return whether a first name of the dictionary is met in texts; «Асий» is not."""
    return is_attested(word) or is_first_name(without_yo(form)) or is_first_name(form)
