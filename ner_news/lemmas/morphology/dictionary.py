"""Facts of a word by the dictionary's parses, and the list of first names that complete it."""

from collections.abc import Sequence
from functools import cache

from ner_news.caches import word_cache
from ner_news.lemmas.morphology.letter_case import count_shared
from ner_news.lemmas.morphology.name_vocabulary import GENERIC_NOUNS
from ner_news.morph import Parse, look_up, nominative, parse
from ner_news.resources import natasha_file

_NOUNS = ("NOUN", "ADJF")
_FOR_I = ("ь", "й")
# A name that never changes («Марку») is a poor reading of a form of another («Марк»). By eye.
_UNCHANGED_RIVAL = 0.1


def find_nouns(word: str) -> list[Parse]:
    """Return the readings with a case that the dictionary itself holds: nouns, and surnames such as «Толстой»."""
    return [found for found in look_up(word) if found.case and found.pos in _NOUNS]


def find_nominative(word: str, reading: Parse) -> str:
    """Return the nominative of a reading, spelled as the word is where the dictionary has a variant.

    >>> find_nominative("ущелья", look_up("ущелья")[0]), find_nominative("михайловича", look_up("михайловича")[0])
    ('ущелье', 'михайлович')
    """
    return spell_like(word, nominative(reading))


def spell_like(word: str, form: str) -> str:
    """Return the form with «ь» or «й» where the word has it and the form «и»: «Григорьевича», not of «Григориевич»."""
    lower = word.lower()
    at = count_shared(lower, form)
    if lower[at : at + 1] in _FOR_I and form[at : at + 1] == "и" and 0 < at < len(form) - 1:
        return f"{form[:at]}{lower[at]}{form[at + 1 :]}"
    return form


def is_generic_noun(word: str) -> bool:
    """Return whether a word, as written, is a generic noun of the name in quotes after it, and of one such.

    A plural owns the names instead: «акции компаний «Лукойла» и «Роснефти»».

    >>> list(map(is_generic_noun, ("партией", "телеграм-каналу", "акций", "компаний", "Партия")))
    [True, True, False, False, False]
    """
    return word.islower() and any(
        found.pos == "NOUN" and found.number == "sing" and found.normal.endswith(GENERIC_NOUNS) for found in parse(word)
    )


def is_attested(word: str) -> bool:
    """Return whether OpenCorpora met the word for certain: pymorphy3 gives equal scores where it did not.

    >>> is_attested("Бориса"), is_attested("Асия")
    (True, False)
    """
    return len({found.score for found in look_up(word)}) > 1


def weigh_readings(readings: Sequence[Parse], marks: Sequence[str]) -> list[float]:
    """Return 0..1 for each reading: the part of its normal form in the scores of the readings with its mark.

    >>> found = find_nouns("море")
    >>> [(reading.normal, share > 0.9) for reading, share in zip(found, weigh_readings(found, [""] * len(found)))][2:4]
    [('море', True), ('мор', False)]
    """
    if len({found.normal for found in readings}) == 1 == len(set(marks)):  # two words of three
        return [1.0 if any(found.score for found in readings) else 0.0] * len(readings)
    marked = list(zip(readings, marks, strict=True))
    return [_share(found, [rival for rival, there in marked if there == mark]) for found, mark in marked]


def _share(found: Parse, rivals: Sequence[Parse]) -> float:
    best: dict[str, float] = {}
    for other in rivals:
        # Not the sum: a word that has more cases alike is no more usual for that.
        best[other.normal] = max(best.get(other.normal, 0.0), other.score)
    changed = any(other.normal != found.normal and "Fixd" not in other.grammemes for other in rivals)
    scale = _UNCHANGED_RIVAL if "Fixd" in found.grammemes and changed else 1.0
    return scale * best[found.normal] / (sum(best.values()) or 1.0)


@word_cache(maxsize=4096)
def has_nominative(form: str, mark: str = "") -> bool:
    """Return whether the dictionary has a noun or an adjective with this nominative, and with this mark.

    >>> has_nominative("москва"), has_nominative("москв"), has_nominative("милан", "Geox")
    (True, False, True)
    """
    nominatives = [found for found in look_up(form) if found.case == "nomn" and found.pos in _NOUNS]
    return any(not mark or mark in found.grammemes for found in nominatives)


@word_cache(maxsize=4096)
def is_form_of(word: str, mark: str) -> bool:
    """Return whether a word can be a form of a name with this mark.

    >>> is_form_of("милана", "Geox"), is_form_of("милану", "Surn")
    (True, False)
    """
    return any(mark in found.grammemes for found in look_up(word))


def is_first_name(form: str) -> bool:
    """Return whether natasha's list has this nominative, in lower case.

    >>> is_first_name("эмомали"), is_first_name("эмомаль")
    (True, False)
    """
    return form in _first_names()


def may_be_first_name(word: str) -> bool:
    """Return whether a word, as written, can be a form of a first name.

    >>> may_be_first_name("Сергея"), may_be_first_name("Эмомали"), may_be_first_name("Путина")
    (True, True, False)
    """
    return is_form_of(word, "Name") or is_first_name(word.lower())


# 7,658 names, 100 kB, read in 2 ms at the first person; pymorphy3 knows 3,206 of them. With the list 95.6% of the
# people of FactRuEval's devset have the right lemma, without it 94.3%. natasha's 182,338 surnames would take 20 MB.
@cache
def _first_names() -> frozenset[str]:
    return frozenset(natasha_file("dict/first.txt").read_text(encoding="utf-8").split())


@cache  # of the tags of the dictionary, of which some 700 are in use
def proper_grammeme(grammemes: frozenset[str], among: tuple[str, ...]) -> str:
    """Return the first of these proper-name grammemes that a reading has; empty for a common noun.

    >>> [proper_grammeme(found.grammemes, ("Geox", "Surn")) for found in look_up("москва")[:1]]
    ['Geox']
    """
    return next((grammeme for grammeme in among if grammeme in grammemes), "")
