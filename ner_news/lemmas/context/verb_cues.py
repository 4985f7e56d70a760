"""Cues of verbs: the name is a subject, «Захарова заявила», or an object, «полиция ищет Сидорова»."""

from ner_news.caches import word_cache
from ner_news.lemmas.context.cue_words import SPEECH
from ner_news.lemmas.context.cues import Cue, CueKind, usual_readings
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SLOTS
from ner_news.morph import Parse
from ner_news.spans import Label

_NOMINATIVE = SLOTS["nomn", ""]
_DATIVE = SLOTS["datv", ""]
_ACCUSATIVE = SLOTS["accs", ""]


def read_infinitive(lower: str, word: str, label: Label) -> Cue | None:  # noqa: ARG001
    """Return the cue of «назначить Захарова»: the name is not that of the one who acts."""
    readings = usual_readings(lower)
    if not readings or readings[0].pos not in ("INFN", "GRND", "PRTF"):
        return None
    return Cue(lower, "infinitive", (_NOMINATIVE, ALL_SLOTS))


def read_verb_before(lower: str, word: str, label: Label) -> Cue | None:  # noqa: ARG001
    """Return the cue of «заявила Захарова»; but «поддержал Захарова» may have its object there."""
    found = _find_finite(lower)
    if not found:
        return None
    is_plural = found.number == "plur"
    if found.normal in SPEECH or "intr" in found.grammemes:
        return Cue(lower, "plural verb" if is_plural else "verb", (*_subject_slots(found), ALL_SLOTS))
    kind: CueKind = "plural transitive verb" if is_plural else "transitive verb"
    return Cue(lower, kind, (*_subject_slots(found), _ACCUSATIVE, ALL_SLOTS))


@word_cache(maxsize=4096)
def read_verb_of_object(subject: str, verb: str) -> Cue | None:
    """Return the cue of a transitive verb whose subject stands before it, or that needs none: «ищут».

    >>> read_verb_of_object("Полиция", "ищет").kind, read_verb_of_object("", "ищут").kind
    ('verb with its subject', 'plural verb alone')
    """
    found = _find_finite(verb.lower())
    if not found or found.pos != "VERB" or "tran" not in found.grammemes or found.normal in SPEECH:
        return None
    if not subject:
        slots = (*_subject_slots(found), _ACCUSATIVE, ALL_SLOTS)
        return Cue(verb.lower(), "plural verb alone", slots) if found.number == "plur" else None
    readings = usual_readings(subject.lower())
    is_subject = any(one.case == "nomn" and one.pos == "NOUN" and _agrees(one, found) for one in readings)
    if not is_subject or any(one.case == "accs" for one in readings):  # «завод возглавил Сидоров»
        return None
    return Cue(verb.lower(), "verb with its subject", (_ACCUSATIVE, _DATIVE, ALL_SLOTS))


def _agrees(noun: Parse, verb: Parse) -> bool:
    return noun.number == verb.number and (not verb.gender or noun.gender == verb.gender)


@word_cache(maxsize=4096)
def read_verb_after(word: str, *, is_joined: bool = False) -> Cue | None:
    """Return the cue of the verb after a name: «Захарова прокомментировала»; but «сторонник Захарова заявил».

    A plural verb after a name that is joined to no other has that name hardly for its subject: «Рахмона ждут».

    >>> read_verb_after("заявила").kind, read_verb_after("ждут").kind, read_verb_after("ждут", is_joined=True).kind
    ('speech verb after', 'plural verb after one name', 'plural verb after')
    """
    found = _find_finite(word) if word.islower() else None
    if not found:
        return None
    kind: CueKind
    if found.number == "plur":
        kind = "plural verb after" if is_joined else "plural verb after one name"
    else:
        kind = "speech verb after" if found.normal in SPEECH else "verb after"
    return Cue(word, kind, (*_subject_slots(found), ALL_SLOTS))


def _subject_slots(verb: Parse) -> tuple[int, int]:
    """Return the nominatives that agree with the verb, then all of them; a woman who «заявил» is no subject."""
    if verb.number == "plur":
        return SLOTS["nomn", "plur"], _NOMINATIVE
    return SLOTS["nomn", verb.gender] if verb.gender else _NOMINATIVE & ~SLOTS["", "plur"], _NOMINATIVE


def _find_finite(word: str) -> Parse | None:
    readings = usual_readings(word)
    if not readings or readings[0].pos not in ("VERB", "PRTS", "ADJS"):
        return None
    return readings[0] if readings[0].number else None
