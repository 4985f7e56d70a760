"""Cues of verbs: the name is a subject, «Захарова заявила», or an object, «полиция ищет Сидорова»."""

from collections.abc import Mapping

from ner_news.caches import word_cache
from ner_news.lemmas.context.cue_words import GIVING, SPEECH
from ner_news.lemmas.context.cues import Cue, CueKind, usual_readings
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SLOTS
from ner_news.morph import Parse
from ner_news.spans import Label

_NOMINATIVE = SLOTS["nomn", ""]
_GENITIVE = SLOTS["gent", ""]
_DATIVE = SLOTS["datv", ""]
_ACCUSATIVE = SLOTS["accs", ""]
_ALL_BUT_LOCATIVE = ALL_SLOTS & ~SLOTS["loct", ""]


def read_infinitive(lower: str, word: str, label: Label) -> Cue | None:  # noqa: ARG001
    """Return the cue of «назначить Захарова»: the name is not that of the one who acts."""
    readings = usual_readings(lower)
    if not readings or readings[0].pos not in ("INFN", "GRND", "PRTF"):
        return None
    return Cue(lower, "infinitive", (_NOMINATIVE, ALL_SLOTS))


def read_verb_before(lower: str, word: str, label: Label) -> Cue | None:  # noqa: ARG001
    """Return the cue of «заявила Захарова»; but «поддержал Захарова» may have its object there, «доложил Захарову» too.

    >>> [read_verb_before(verb, verb, "PER").kind for verb in ("приехала", "поддержал", "вручили", "рассказал")]
    ['verb', 'transitive verb', 'plural giving verb', 'giving speech verb']
    """
    found = _find_finite(lower)
    if not found:
        return None
    takes_no_object = found.pos == "PRTS" or found.normal in SPEECH or "intr" in found.grammemes  # «назначена Захарова»
    kind = _KINDS[found.number == "plur", found.normal in GIVING, takes_no_object]
    return Cue(lower, kind, _sets_of_verb(found))


_KINDS: Mapping[tuple[bool, bool, bool], CueKind] = {
    # plural, of giving, of speech or intransitive
    (False, False, False): "transitive verb",
    (False, False, True): "verb",
    (False, True, False): "giving verb",
    (False, True, True): "giving speech verb",
    (True, False, False): "plural transitive verb",
    (True, False, True): "plural verb",
    (True, True, False): "plural giving verb",
    (True, True, True): "plural giving speech verb",
}


def _sets_of_verb(found: Parse) -> tuple[int, ...]:
    """Return the subject that agrees, other nominatives, the object, the dative, the rest; the locative needs «о»."""
    return (*_subject_slots(found), _ACCUSATIVE, _DATIVE, _ALL_BUT_LOCATIVE, ALL_SLOTS)


@word_cache(maxsize=4096)
def read_verb_of_object(other: str, verb: str) -> Cue | None:
    """Return the cue of a verb whose subject or object stands before it, or that needs no subject: «ищут».

    >>> read_verb_of_object("Полиция", "ищет").kind, read_verb_of_object("", "ищут").kind
    ('verb with its subject', 'plural verb alone')
    >>> read_verb_of_object("Золото", "завоевала").kind, read_verb_of_object("Министр", "доложил").kind
    ('verb with its object', 'giving verb with its subject')
    >>> read_verb_of_object("Судьёй", "назначили").kind
    'verb with its predicate'
    """
    found = _find_finite(verb.lower())
    if not found or found.pos != "VERB" or found.normal in SPEECH:
        return None
    if "tran" not in found.grammemes and found.normal not in GIVING:
        return None
    if not other:
        is_alone = found.number == "plur" and found.normal not in GIVING
        return Cue(verb.lower(), "plural verb alone", _sets_of_verb(found)) if is_alone else None
    nouns = [one for one in usual_readings(other.lower()) if one.pos == "NOUN"]
    if nouns and all(_is_person_in_instrumental(one) for one in nouns) and "tran" in found.grammemes:
        return Cue(verb.lower(), "verb with its predicate", (_ACCUSATIVE, ALL_SLOTS))
    agreeing = [one for one in nouns if one.case == "nomn" and _agrees(one, found)]
    if agreeing and (found.normal in GIVING or not any(one.case == "accs" for one in nouns)):
        kind: CueKind = "giving verb with its subject" if found.normal in GIVING else "verb with its subject"
        return Cue(verb.lower(), kind, (_ACCUSATIVE, _DATIVE, _NOMINATIVE, _ALL_BUT_LOCATIVE, ALL_SLOTS))
    if not agreeing and any(one.case == "accs" for one in nouns):  # «завод возглавил Сидоров» may be either
        return Cue(verb.lower(), "verb with its object", _sets_of_verb(found))
    return None


@word_cache(maxsize=4096)
def read_verb_of_title(verb: str) -> Cue | None:
    """Return the cue of a verb with a gender before the title of a name: «выступила министр Захарова».

    >>> read_verb_of_title("выступила").kind, read_verb_of_title("выступят")
    ('verb before a title', None)
    """
    found = _find_finite(verb.lower())
    if not found or not found.gender:
        return None
    return Cue(verb.lower(), "verb before a title", (*_subject_slots(found), ALL_SLOTS))


@word_cache(maxsize=4096)
def read_object_behind(word: str) -> Cue | None:
    """Return the cue of the verb's object behind a name, which is then none itself: «доложил Захарову обстановку».

    >>> read_object_behind("обстановку").kind, read_object_behind("вчера")
    ('object behind', None)
    """
    readings = usual_readings(word) if word.islower() else ()
    is_object = bool(readings) and readings[0].pos in ("NOUN", "ADJF") and any(one.case == "accs" for one in readings)
    return Cue(word, "object behind", (_ACCUSATIVE, ALL_SLOTS)) if is_object else None


@word_cache(maxsize=4096)
def read_owned_subject(noun: str, verb: str) -> Cue | None:
    """Return the cue of a noun that is the subject of a verb itself: «Дочь Захарова ушла»; «адвокат … ушла» is none.

    The name behind depends on it, and stands in the genitive as surely as behind a preposition.

    >>> read_owned_subject("фирма", "купила").kind, read_owned_subject("адвокат", "ушла")
    ('preposition to a person', None)
    """
    found = _find_finite(verb)
    nouns = [one for one in usual_readings(noun) if one.pos == "NOUN" and one.case == "nomn"]
    is_subject = found is not None and any(_agrees(one, found) for one in nouns)
    return Cue(noun, "preposition to a person", (_GENITIVE, ALL_SLOTS)) if is_subject else None


def _is_person_in_instrumental(noun: Parse) -> bool:
    return noun.case == "ablt" and "anim" in noun.grammemes


def _agrees(noun: Parse, verb: Parse) -> bool:
    return noun.number == verb.number and (not verb.gender or noun.gender == verb.gender)


@word_cache(maxsize=4096)
def read_verb_after(word: str, *, is_joined: bool = False) -> Cue | None:
    """Return the cue of the verb after a name: «Захарова прокомментировала»; but «сторонник Захарова заявил».

    A plural verb after a name that is joined to no other has that name hardly for its subject: «Рахмона ждут»,
    «Рахмону звонили».

    >>> read_verb_after("заявила").kind, read_verb_after("ждут").kind, read_verb_after("ждут", is_joined=True).kind
    ('speech verb after', 'plural verb after one name', 'plural verb after')
    """
    found = _find_finite(word) if word.islower() else None
    if not found:
        return None
    kind: CueKind
    if found.number == "plur" and found.normal in GIVING and not is_joined:
        return Cue(word, "plural giving verb after", (*_subject_slots(found), _DATIVE, ALL_SLOTS))
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
