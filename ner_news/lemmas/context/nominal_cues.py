"""Cues of prepositions, adjectives and nouns: the name stands in their case, or depends on them."""

from collections.abc import Sequence

from ner_news.caches import word_cache
from ner_news.lemmas.context.cue_words import (
    FAMILIES,
    GROUPS,
    HONORIFICS,
    PERSONS_OF_ANY_GENDER,
    PLACES,
    PREPOSITIONS,
    RELATIONS,
    TIMES,
    TITLE_ENDINGS,
    TITLES,
    TOWNS,
)
from ner_news.lemmas.context.cues import Cue, CueKind, usual_readings
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SLOTS, union_slots
from ner_news.morph import PROPER_GRAMMEMES, Parse, look_up
from ner_news.spans import Label

CASES_OF_PREPOSITION = {
    word: union_slots(SLOTS[case, ""] for case in cases.split())
    for cases, words in PREPOSITIONS.items()
    for word in words.split()
}
_NOMINATIVE = SLOTS["nomn", ""]
_GENITIVE = SLOTS["gent", ""]
_INSTRUMENTAL = SLOTS["ablt", ""]
_PLURAL = SLOTS["", "plur"]


def read_preposition(lower: str, word: str, label: Label) -> Cue | None:  # noqa: ARG001
    cases = CASES_OF_PREPOSITION.get(lower)
    kind: CueKind = "preposition to a person" if label == "PER" else "preposition"
    return Cue(lower, kind, (cases, ALL_SLOTS)) if cases else None


def read_honorific(lower: str, word: str, label: Label) -> Cue | None:  # noqa: ARG001
    slots = sum(
        SLOTS[case, kind] for kind, forms in HONORIFICS.items() for case, form in forms.items() if form == lower
    )
    return Cue(lower, "honorific", (slots, ALL_SLOTS)) if slots else None


def read_adjective(lower: str, word: str, label: Label) -> Cue | None:
    """Return the cue of «известная Ванга», «испанскую Жирону»; after a participle its agent, «обещанный Авелем»."""
    readings = usual_readings(lower)
    if not readings or readings[0].pos not in ("ADJF", "PRTF") or "Apro" in readings[0].grammemes:
        return None
    if not word.islower() and label == "PER":
        return None
    slots = union_slots(_slots_of(found) for found in readings if found.pos in ("ADJF", "PRTF") and found.case)
    agent = _INSTRUMENTAL if readings[0].pos == "PRTF" else 0
    return Cue(lower, "adjective", (slots, agent, ALL_SLOTS))


def read_noun(lower: str, word: str, label: Label) -> Cue | None:
    usual = usual_readings(lower)
    readings = [found for found in usual if found.pos == "NOUN" and found.case]
    if not readings or usual[0].pos != "NOUN" or usual[0].normal in TIMES:
        return None
    if label == "PER" and (title := read_title(word)):
        return title
    if not word.islower() and not all(map(_is_common, usual)):
        return None
    if label == "PER":
        dependent = Cue(lower, "noun of a person", (_GENITIVE, _NOMINATIVE, ALL_SLOTS))
        return _read_family_group(lower, readings) or dependent
    slots = union_slots(SLOTS[found.case, ""] for found in readings)
    if label == "LOC" and any(found.normal in PLACES or found.normal in TOWNS for found in readings):
        if all(found.number == "plur" for found in readings):
            return Cue(lower, "plural place noun", (_GENITIVE, slots | _NOMINATIVE, ALL_SLOTS))
        kind: CueKind = "town noun" if any(found.normal in TOWNS for found in readings) else "place noun"
        return Cue(lower, kind, (_NOMINATIVE, slots, _GENITIVE, ALL_SLOTS))
    return Cue(lower, "noun", (_GENITIVE, slots | _NOMINATIVE, ALL_SLOTS))


def _read_family_group(lower: str, readings: Sequence[Parse]) -> Cue | None:
    """Return the cue of «семьи Скрипалей»: a group, and its surname in the genitive."""
    if not any(found.normal in GROUPS for found in readings):
        return None
    return Cue(lower, "family group", (SLOTS["gent", "plur"], _GENITIVE, ALL_SLOTS))


def read_title(word: str) -> Cue | None:
    """Return the cue of a person's common noun: the name has its case, or is in the genitive, «адвокат Захаровой».

    >>> read_title("адвокат").kind, read_title("министра").kind, read_title("стол")
    ('relation', 'title', None)
    """
    if not word[1:].islower():
        return None
    found = usual_readings(word.lower())
    people = [one for one in found if one.pos == "NOUN" and one.case and _is_person(one)]
    if not people or (not word.islower() and not all(map(_is_common, found))):
        return None
    same = union_slots(map(_slots_of, people))
    same_case = union_slots(SLOTS[one.case, ""] for one in people)
    if all(one.number == "plur" for one in people):  # «братья Ивановы»; «представители Меллона» are no Меллоны
        is_family = any(one.normal in FAMILIES for one in people)
        slots = (same & _PLURAL, _GENITIVE, same_case, ALL_SLOTS)
        return Cue(word.lower(), "family members" if is_family else "titles", slots)
    woman = union_slots(SLOTS[one.case, "femn"] for one in people if one.gender != "femn")  # «канцлер Меркель»
    if any(one.normal in RELATIONS for one in people):
        return Cue(word.lower(), "relation", (same, _GENITIVE, woman, same_case, ALL_SLOTS))
    return Cue(word.lower(), "title", (same, woman, _GENITIVE, same_case, ALL_SLOTS))


@word_cache(maxsize=256)
def read_relative(word: str) -> Cue | None:
    """Return the cue of «Захаровой, которая», which is of the gender alone."""
    kinds = union_slots(
        SLOTS["", found.gender or "plur"] for found in look_up(word) if found.normal == "который" and found.case
    )
    return Cue(word, "relative pronoun", (kinds, ALL_SLOTS)) if kinds and kinds != ALL_SLOTS else None


def _is_common(found: Parse) -> bool:
    return found.grammemes.isdisjoint(PROPER_GRAMMEMES)


def _is_person(found: Parse) -> bool:
    if not _is_common(found):
        return False
    return "anim" in found.grammemes or found.normal in TITLES or found.normal.endswith(TITLE_ENDINGS)


def _slots_of(found: Parse) -> int:
    """Return the slots of the case, and of the gender if it tells: a woman may be «канцлер», no man «христианка»."""
    if found.number == "plur":
        return SLOTS[found.case, ""]
    if found.pos == "NOUN" and found.normal in PERSONS_OF_ANY_GENDER:
        return SLOTS[found.case, ""] & ~_PLURAL
    return SLOTS[found.case, found.gender or "masc"]
