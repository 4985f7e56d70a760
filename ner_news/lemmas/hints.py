"""What one word beside a name says of its case and gender: a preposition, a title, an adjective, a verb."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.lemmas.context_words import (
    FAMILIES,
    GROUPS,
    HONORIFICS,
    PLACES,
    PREPOSITIONS,
    RELATIONS,
    SPEECH,
    TITLES,
)
from ner_news.lemmas.readings import ALL_SLOTS, SLOTS
from ner_news.morph import Parse, look_up, parse
from ner_news.spans import Label

Level = tuple[int, float]
"""Slots, and how well they fit; of several levels the first to hold a slot counts."""


class Hint(NamedTuple):
    """What one word says."""

    word: str
    levels: tuple[Level, ...]


_RARE_READING = 0.1
# After a preposition; what never changes fits every case, but the name of a firm may be left in the nominative.
_OTHER_CASE = {"PER": 0.003, "ORG": 0.02, "LOC": 0.02}
_OTHER_PERSON = 0.0003  # after «г-жа»
_OTHER_GENDER = 0.01  # before «которая»
_OTHER_AGREEMENT = 0.05  # after an adjective
_NOMINATIVE = SLOTS["nomn", ""]
_GENITIVE = SLOTS["gent", ""]
_AFTER_NOUN = (_GENITIVE, 1.0), (_NOMINATIVE, 0.42), (ALL_SLOTS, 0.5)  # «по словам Пескова»


# The words of a text's titles, verbs and prepositions repeat even more than its names.
@word_cache(maxsize=4096)
def hint_before(word: str, label: Label) -> Hint | None:
    """The hint of the word before a name; `None` where it has none.

    >>> hint_before("заявила", "PER").word
    'заявила'
    """
    lower = word.lower()
    return next((hint for rule in BEFORE if (hint := rule(lower, word, label))), None)


def _preposition(lower: str, word: str, label: Label) -> Hint | None:  # noqa: ARG001
    cases = CASES_OF.get(lower)
    return Hint(lower, ((cases, 1.0), (ALL_SLOTS, _OTHER_CASE[label]))) if cases else None


def _honorific(lower: str, word: str, label: Label) -> Hint | None:  # noqa: ARG001
    slots = sum(
        SLOTS[case, kind] for kind, forms in HONORIFICS.items() for case, form in forms.items() if form == lower
    )
    return Hint(lower, ((slots, 1.0), (ALL_SLOTS, _OTHER_PERSON))) if slots else None


def _adjective(lower: str, word: str, label: Label) -> Hint | None:
    """«известная Ванга», «испанскую Жирону»."""
    readings = _usual(lower)
    if not readings or readings[0].pos not in ("ADJF", "PRTF") or "Apro" in readings[0].grammemes:
        return None
    if not word.islower() and label == "PER":
        return None
    slots = _union(_slots_of(found) for found in readings if found.pos in ("ADJF", "PRTF") and found.case)
    agent = SLOTS["ablt", ""] if readings[0].pos == "PRTF" else 0  # «обещанный Авелем»
    return Hint(lower, ((slots, 1.0), (agent, 0.5), (ALL_SLOTS, _OTHER_AGREEMENT)))


def _noun(lower: str, word: str, label: Label) -> Hint | None:
    readings = [found for found in _usual(lower) if found.pos == "NOUN" and found.case]
    if not readings or _usual(lower)[0].pos != "NOUN":
        return None
    if label == "PER" and (title := title_of(word)):
        return title
    if not word.islower() and not all(map(_is_common, _usual(lower))):
        return None
    if label == "PER":
        return _family(lower, readings) or Hint(lower, _AFTER_NOUN)
    slots = _union(SLOTS[found.case, ""] for found in readings)
    if label == "LOC" and any(found.normal in PLACES for found in readings):
        return Hint(lower, ((_NOMINATIVE, 1.0), (slots, 0.4), (_GENITIVE, 0.3), (ALL_SLOTS, 0.05)))
    return Hint(lower, ((_GENITIVE, 1.0), (slots | _NOMINATIVE, 0.4), (ALL_SLOTS, 0.2)))


def _family(lower: str, readings: Sequence[Parse]) -> Hint | None:
    """«семьи Скрипалей»: a group, and its surname in the genitive."""
    if not any(found.normal in GROUPS for found in readings):
        return None
    return Hint(lower, ((SLOTS["gent", "plur"], 8.0), (_GENITIVE, 1.0), (ALL_SLOTS, 0.3)))


def title_of(word: str) -> Hint | None:
    """A person named by a common noun: the name has its case, or is in the genitive, «адвокат Захаровой»."""
    if not word[1:].islower():
        return None
    found = _usual(word.lower())
    people = [one for one in found if one.pos == "NOUN" and one.case and _is_person(one)]
    if not people or (not word.islower() and not all(map(_is_common, found))):
        return None
    same, other, every = 0, 0, 0
    for one in people:
        same |= _slots_of(one)
        other |= SLOTS[one.case, "femn"] if one.gender != "femn" else 0
        every |= SLOTS[one.case, ""]
    if all(one.number == "plur" for one in people):  # «братья Ивановы»; «представители Меллона» are no Меллоны
        of_family = any(one.normal in FAMILIES for one in people)
        first = (same & _PLURAL, 10.0 if of_family else 1.0)
        return Hint(word.lower(), (first, (_GENITIVE, 1.0), (every, 0.3), (ALL_SLOTS, 0.05)))
    if any(one.normal in RELATIONS for one in people):
        levels = (same, 1.0), (_GENITIVE, 1.0), (other, 0.2), (every, 0.1), (ALL_SLOTS, 0.05)
    else:
        levels = (same, 1.0), (other, 0.6), (_GENITIVE, 0.15), (every, 0.1), (ALL_SLOTS, 0.05)
    return Hint(word.lower(), levels)


def _infinitive(lower: str, word: str, label: Label) -> Hint | None:  # noqa: ARG001
    """«назначить Захарова»: not the one who acts."""
    readings = _usual(lower)
    if not readings or readings[0].pos not in ("INFN", "GRND", "PRTF"):
        return None
    return Hint(lower, ((_NOMINATIVE, 0.1), (ALL_SLOTS, 1.0)))


def _verb_before(lower: str, word: str, label: Label) -> Hint | None:  # noqa: ARG001
    """«заявила Захарова»; but «поддержал Захарова»."""
    found = _finite(lower)
    if not found:
        return None
    if found.normal in SPEECH or "intr" in found.grammemes:
        return Hint(lower, _subject(found, others=0.1))
    *subject, _ = _subject(found, others=0.0)
    return Hint(lower, (*subject, (SLOTS["accs", ""], 1.0), (ALL_SLOTS, 0.3)))


@word_cache(maxsize=4096)
def object_hint(subject: str, verb: str) -> Hint | None:
    """«Полиция ищет Сидорова»: a verb that has its subject before it and takes an object; or needs none, «ищут»."""
    found = _finite(verb.lower())
    if not found or found.pos != "VERB" or "tran" not in found.grammemes or found.normal in SPEECH:
        return None
    if not subject:
        *acts, _ = _subject(found, others=0.0, is_joined=False)
        return (
            Hint(verb.lower(), (*acts, (SLOTS["accs", ""], 1.0), (ALL_SLOTS, 0.3))) if found.number == "plur" else None
        )
    readings = _usual(subject.lower())
    is_subject = any(one.case == "nomn" and one.pos == "NOUN" and _agrees(one, found) for one in readings)
    if not is_subject or any(one.case == "accs" for one in readings):  # «завод возглавил Сидоров»
        return None
    return Hint(verb.lower(), ((SLOTS["accs", ""], 1.0), (SLOTS["datv", ""], 0.15), (ALL_SLOTS, 0.03)))


def _agrees(noun: Parse, verb: Parse) -> bool:
    return noun.number == verb.number and (not verb.gender or noun.gender == verb.gender)


BEFORE: tuple[Callable[[str, str, Label], Hint | None], ...] = (
    _preposition,
    _honorific,
    _adjective,
    _noun,
    _infinitive,
    _verb_before,
)
"""The first of these to answer is believed."""


@word_cache(maxsize=4096)
def verb_after(word: str, *, is_joined: bool = False) -> Hint | None:
    """«Захарова прокомментировала»; but «сторонник Захарова заявил» or «Рахмона ждут», joined to no other name."""
    found = _finite(word) if word.islower() else None
    if not found:
        return None
    return Hint(word, _subject(found, others=0.15 if found.normal in SPEECH else 0.3, is_joined=is_joined))


@word_cache(maxsize=256)
def relative(word: str) -> Hint | None:
    """«Захаровой, которая»: the gender alone."""
    kinds = _union(
        SLOTS["", found.gender or "plur"] for found in look_up(word) if found.normal == "который" and found.case
    )
    return Hint(word, ((kinds, 1.0), (ALL_SLOTS, _OTHER_GENDER))) if kinds and kinds != ALL_SLOTS else None


def _subject(verb: Parse, others: float, *, is_joined: bool = True) -> tuple[Level, ...]:
    """A nominative that agrees with the verb; a woman who «заявил» is none."""
    if verb.number == "plur":
        return (SLOTS["nomn", "plur"], 2.0), (_NOMINATIVE, 0.7 if is_joined else 0.1), (ALL_SLOTS, 0.5)
    kinds = SLOTS["nomn", verb.gender] if verb.gender else _NOMINATIVE & ~_PLURAL
    return (kinds, 1.0), (_NOMINATIVE, 0.02), (ALL_SLOTS, others)


def _finite(word: str) -> Parse | None:
    readings = _usual(word)
    if not readings or readings[0].pos not in ("VERB", "PRTS", "ADJS"):
        return None
    return readings[0] if readings[0].number else None


def is_modifier(word: str) -> bool:
    """What stands between a title and its bearer: in the genitive, or an abbreviation."""
    if len(word) > 1 and word.isupper():
        return True
    return any(found.case == "gent" for found in _usual(word))


def is_noun(word: str) -> bool:
    return any(found.case and found.pos in ("NOUN", "ADJF") for found in _usual(word))


def _is_common(found: Parse) -> bool:
    return found.grammemes.isdisjoint(("Name", "Surn", "Patr", "Geox", "Orgn"))


def _is_person(found: Parse) -> bool:
    if not _is_common(found):
        return False
    return "anim" in found.grammemes or found.normal in TITLES or found.normal.endswith(_TITLE_ENDINGS)


_TITLE_ENDINGS = ("президент", "министр", "секретарь", "директор", "глава")


@word_cache(maxsize=4096)
def _usual(word: str) -> tuple[Parse, ...]:
    """The readings of a word, the rare ones left out."""
    found = parse(word) if word.islower() else look_up(word)
    if not found:
        return ()
    least = _RARE_READING * found[0].score
    return tuple([reading for reading in found if reading.score >= least])


def _slots_of(found: Parse) -> int:
    """The case, and the gender as far as it tells: a woman may be «канцлер», but no man «христианка»."""
    if found.number == "plur":
        return SLOTS[found.case, ""]
    if found.pos == "NOUN" and found.normal in ("глава", "замглавы", "персона", "звезда", "жертва"):
        return SLOTS[found.case, ""] & ~_PLURAL
    return SLOTS[found.case, found.gender or "masc"]


_PLURAL = SLOTS["", "plur"]


def _union(slots: Iterator[int]) -> int:
    joined = 0
    for one in slots:
        joined |= one
    return joined


CASES_OF = {
    word: _union(SLOTS[case, ""] for case in cases.split())
    for cases, words in PREPOSITIONS.items()
    for word in words.split()
}
