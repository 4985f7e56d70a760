"""What one word of a person's name may be, by the part it would play."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.lemmas.dictionary import is_attested, known_nouns, shares
from ner_news.lemmas.endings import read_endings
from ner_news.lemmas.families import one_of_family
from ner_news.lemmas.first_names import is_first_name
from ner_news.lemmas.hyphens import read_after_apostrophe, read_parts
from ner_news.lemmas.paradigms import FIRST_NAMES, PATRONYMICS, SURNAMES
from ner_news.lemmas.readings import SLOTS, Place, Reading, Table, among, merge, tabulate, unchanged
from ner_news.lemmas.spelling import is_plain
from ner_news.lemmas.words import EASTERN_FAMILIES, MANS_PARTICLES, PARTICLES
from ner_news.morph import LONGEST_WORD, Parse, genitive, look_up, nominative

FIRST, LAST, PATRONYMIC = "first", "last", "patronymic"
ANY = "any"
"""Between the first and the last: «Хадим Хуссейн Ризви»."""
FAMILY, SYLLABLE, GIVEN = "family", "syllable", "given"
"""Of an eastern name, the family first: «Ким Чен Ын»."""
SHARED = "shared"
"""A surname in the plural where one of the family is named: «Юлия Скрипали» after «Сергей и»."""
TITLE, NICKNAME, ASIDE = "title", "nickname", "aside"
"""A common noun of the name; words in quotes; words in brackets."""
_OPEN = (ANY, NICKNAME, ASIDE)

# How far the dictionary's mark speaks for a part of the name; the empty mark is any other noun: «Азия Биби».
_MARKS = {
    FIRST: {"Name": 1.0, "Surn": 0.1, "Patr": 0.05, "": 0.15},
    LAST: {"Surn": 1.0, "Name": 0.3, "Patr": 0.2, "": 0.3},
    PATRONYMIC: {"Patr": 1.0},
    TITLE: {"": 1.0, "Surn": 0.1, "Name": 0.1},
}
_ENDINGS = {FIRST: FIRST_NAMES, LAST: SURNAMES, PATRONYMIC: PATRONYMICS}
_KINDS = {"neut": "masc", "": "masc"}
# Endings know less about a word that the dictionary has as this very part of a name.
_ENDINGS_OF_KNOWN = {FIRST: 0.15, LAST: 0.3, PATRONYMIC: 0.3}
_ENDINGS_OF_NOUN = 0.7  # «Христа» is of «Христос»
_RARE_NAME = 0.3
_EASTERN_A = 0.1
# «супруги Обама»
_FAMILY_UNCHANGED = 0.03
# «Марина Берлускони» is of no «Берлусконь».
_SURE_PLURALS, _UNSURE_PLURAL = ("dictionary", "possessive", "adjectival"), 0.5
_NEVER_MET = 0.5  # «Игор» beside «Игорь»
_WRONG_GENDER = 0.05  # «Николь» is a woman's name, if one
_NEVER_COUNTED_FIXED = 0.1
# A nominative that stands in the list of first names.
_LISTED, _MOST_LISTED = 3.0, 0.9
# «Азии» may be unchanged as a name; but then, why is it also a form of a known noun?
_UNCHANGED_THOUGH_KNOWN = 0.01
# «Пашиняна», «Высоцкая» as forms of what ends otherwise.
_VOWEL_AFTER_CONSONANT = 0.1
_VOWEL_RULES = frozenset(("hard a", "soft a", "yot"))
_CONSONANT_RULES = frozenset(("marked consonant", "possessive", "adjectival"))
_STAYS, _STAYS_THOUGH_KNOWN = 0.003, 0.0003
_VOWELS = frozenset("аеёиоуыэюя")
_RUSSIAN = re.compile("[а-яё]")


class _Known(NamedTuple):
    """A reading of a word that the dictionary has, whatever part of a name it is."""

    mark: str
    rule: str
    slots: int
    is_plural: bool
    is_fixed: bool
    is_usual: bool
    form: str
    weight: float
    """Against its rivals of the same mark."""


@word_cache(maxsize=4096)
def name_table(word: str, role: str) -> Table:
    """The readings of a word, in lower case, as this part of a name; empty where it cannot be that part.

    >>> from ner_news.lemmas.readings import look
    >>> look(name_table("засем", LAST), "ablt", "masc").form
    'зась'
    """
    if role in (FAMILY, SYLLABLE):
        return _eastern(word, role)
    if role == SHARED:
        return tabulate(_shared(word))
    if role == GIVEN:
        return _given(word)
    if role in _OPEN:
        return merge(name_table(word, FIRST), name_table(word, LAST))
    if role == "particle":
        return _particle(word, role) or unchanged(word, 1.0, role)
    if role not in _MARKS:  # an initial, a mark
        return unchanged(word, 1.0, role)
    certain = None if is_plain(word) and word not in PARTICLES else _certain(word, role)
    return tabulate(place for guess in GUESSES for place in guess(word, role)) if certain is None else certain


_OWN_MARK = {FIRST: "Name", LAST: "Surn", PATRONYMIC: "Patr", TITLE: ""}


def _eastern(word: str, role: str) -> Table:
    fits = word in EASTERN_FAMILIES if role == FAMILY else sum(letter in _VOWELS for letter in word) == 1
    return unchanged(word, 1.0, role) if fits else []


def _given(word: str) -> Table:
    """Eastern names have no -а of their own: «Чен Ына»."""
    table = name_table(word, FIRST)
    return tabulate(
        (slots, reading._replace(weight=reading.weight * _EASTERN_A) if reading.form.endswith("а") else reading)
        for slots, reading in table
    )


def _shared(word: str) -> Iterator[Place]:
    for slots, reading in name_table(word, LAST):
        for kind in ("masc", "femn"):
            form = one_of_family(reading.form, reading.rule, kind)
            if slots & SLOTS["", "plur"] and form:
                weight = reading.weight * (1.0 if reading.rule.startswith(_SURE_PLURALS) else _UNSURE_PLURAL)
                yield among(slots & SLOTS["", "plur"], kind), Reading(form, weight, SHARED)


def _certain(word: str, role: str) -> Table | None:
    return next((table for rule in CERTAIN if (table := rule(word, role)) is not None), None)


def _foreign(word: str, role: str) -> Table | None:  # noqa: ARG001
    """Latin letters, numbers and what is too long for a word stay."""
    if len(word) <= LONGEST_WORD and _RUSSIAN.search(word):
        return None
    return unchanged(word, 1.0, "foreign")


def _particle(word: str, role: str) -> Table | None:  # noqa: ARG001
    if word in MANS_PARTICLES:
        return [(SLOTS["", "masc"], Reading(word, 1.0, "particle"))]
    return unchanged(word, 1.0, "particle") if word in PARTICLES else None


def _compound(word: str, role: str) -> Table | None:
    if "-" not in word.strip("-"):
        return None
    return read_parts(word, lambda part: name_table(part, role))


def _elided(word: str, role: str) -> Table | None:
    return read_after_apostrophe(word, lambda rest: name_table(rest, role))


CERTAIN: tuple[Callable[[str, str], Table | None], ...] = (_particle, _foreign, _elided, _compound)
"""The first of these to answer is believed alone; a plain word is none of theirs but the first's."""


def _dictionary(word: str, role: str) -> Iterator[Place]:
    """The readings that pymorphy3's dictionary has, as far as their marks speak for this part of a name."""
    marks = _MARKS[role]
    for known in _known(word):
        if known.mark in marks and not (known.is_plural and role in (FIRST, PATRONYMIC)):
            yield known.slots, Reading(known.form, marks[known.mark] * known.weight, known.rule)


def _endings(word: str, role: str) -> Iterator[Place]:
    """The readings by endings alone, each as far as what is known of the word leaves room for it."""
    endings = list(read_endings(word, _ENDINGS[role])) if role in _ENDINGS else []
    if not endings:
        return
    rules = {rule for _, _, _, rule in endings}
    is_taken = _is_taken(word, role)
    is_noun = bool(_known(word))
    is_declined = not all(known.is_fixed for known in _known(word))
    after_consonant = not rules.isdisjoint(_CONSONANT_RULES)
    for slots, form, weight, rule in endings:
        if rule == "unchanged" and is_declined:
            weight *= _UNCHANGED_THOUGH_KNOWN
        elif is_taken:
            weight *= _ENDINGS_OF_KNOWN[role]
        elif is_noun and rule != "unchanged":
            weight *= _ENDINGS_OF_NOUN
        elif role == FIRST and is_first_name(form):
            fit = _WRONG_GENDER if _is_of_other_gender(form, slots) else 1.0
            weight, rule = min(weight * _LISTED, _MOST_LISTED) * fit, f"listed, {rule}"
        if after_consonant and rule in _VOWEL_RULES:
            weight *= _VOWEL_AFTER_CONSONANT
        yield slots, Reading(form, weight, rule)


def _is_of_other_gender(form: str, slots: int) -> bool:
    """Whether the dictionary knows the first name as one of the other gender alone."""
    genders = {found.gender for found in look_up(form) if "Name" in found.grammemes and found.case == "nomn"}
    return len(genders) == 1 and not any(slots & SLOTS["", gender] for gender in genders)


def _same_suffix(word: str, form: str) -> str:
    """«Григорьевича» is of «Григорьевич», which the dictionary has as a variant of «Григориевич»."""
    return form.replace("иевич", "ьевич").replace("иевн", "ьевн") if "ьев" in word else form


def _family(word: str, role: str) -> Iterator[Place]:
    """A surname that stays in the plural: «братьев Райт», «супругов Обама»."""
    if role == LAST:
        yield SLOTS["", "plur"], Reading(word, _FAMILY_UNCHANGED, "family")


def _stays(word: str, role: str) -> Iterator[Place]:
    if role != PATRONYMIC:
        yield from unchanged(word, _STAYS_THOUGH_KNOWN if _is_taken(word, role) else _STAYS, "as written")


GUESSES: tuple[Callable[[str, str], Iterator[Place]], ...] = (_dictionary, _endings, _family, _stays)
"""All of these are heard, and agreement chooses; of equal weights the earlier is believed."""


@word_cache(maxsize=4096)
def _known(word: str) -> list[_Known]:
    # «Левого» is of «Левый», for no person is a «Левое»
    nouns = [found for found in known_nouns(word) if found.pos != "ADJF" or found.gender != "neut"]
    marks = [_mark(found.grammemes) for found in nouns]
    known = []
    for found, mark, weight in zip(nouns, marks, shares(nouns, marks), strict=True):
        form = _same_suffix(word, nominative(found))
        is_usual = mark != "Name" or _is_usual(word, form)
        is_met = mark != "Name" or is_attested(word) or is_attested(genitive(found))
        is_plural = found.number == "plur"
        kind = "plur" if is_plural else _KINDS.get(found.gender, found.gender)
        known.append(
            _Known(
                mark=mark,
                rule=f"dictionary {mark}".strip(),
                slots=SLOTS[found.case, kind],
                is_plural=is_plural,
                is_fixed="Fixd" in found.grammemes,
                is_usual=is_usual,
                form=form,
                weight=weight * _usualness(found, is_usual) * (1.0 if is_met else _NEVER_MET),
            )
        )
    return known


def _usualness(found: Parse, is_usual: bool) -> float:
    if is_usual:
        return 1.0
    return _RARE_NAME * (_NEVER_COUNTED_FIXED if "Fixd" in found.grammemes else 1.0)


def _is_taken(word: str, role: str) -> bool:
    """Whether the dictionary has the word as this very part of a name, or as a usual first name."""
    marks = {known.mark: known.is_usual for known in _known(word)}
    if role != FIRST and _OWN_MARK[role] in marks:
        return True
    return role in (FIRST, LAST) and marks.get("Name", False)


def _is_usual(word: str, form: str) -> bool:
    """Whether a first name of the dictionary is met in texts; «Асий» is not."""
    return is_attested(word) or is_first_name(form.replace("ё", "е")) or is_first_name(form)


@cache  # of the tags of the dictionary, of which some 700 are in use
def _mark(grammemes: frozenset[str]) -> str:
    return next((mark for mark in ("Name", "Surn", "Patr") if mark in grammemes), "")
