"""The letter ё where the dictionary is sure of it: «Фёдоров» for «Федоров», «вооружённые» for «вооруженные»."""

import re
from collections.abc import Sequence
from functools import cache

from ner_news.caches import word_cache
from ner_news.morph import Parse, look_up

_FOR_NAMES = ("Name", "Surn", "Patr")
_SURNAMES = ("ов", "ова", "овы", "ев", "ева", "евы", "ин", "ина", "ины")
_SHORTEST_STEM = 4
"""Letters of the first name in a surname: «Семёнов», «Артёмов»."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[А-ЯЁа-яё]*[еЕ][А-ЯЁа-яё]*")


def restore_yo(text: str, label: str) -> str:
    """Return a name with ё for е in each word that the dictionary has with ё alone, among people's names for a person.

    >>> restore_yo("Семен Федоров", "PER"), restore_yo("Вооруженные силы", "ORG"), restore_yo("Все звезды", "ORG")
    ('Семён Фёдоров', 'Вооружённые силы', 'Все звёзды')
    """
    if "е" not in text and "Е" not in text:
        return text
    return _word().sub(lambda found: _restore_word(found[0], label), text)


@word_cache(maxsize=2048)
def _restore_word(word: str, label: str) -> str:
    lower = word.lower()
    if label == "PER" and word == lower:  # «фон дер Ляйен»
        return word
    spelled = _find_spelling(look_up(lower), label)
    if spelled is None and label == "PER":
        spelled = _restore_surname(lower)
    if spelled is None or len(spelled) != len(word):
        return word
    return _mark(word, spelled)


def _mark(word: str, spelled: str) -> str:
    letters = [
        letter if to != "ё" else "Ё" if letter.isupper() else "ё" for letter, to in zip(word, spelled, strict=True)
    ]
    return "".join(letters)


def _find_spelling(readings: Sequence[Parse], label: str) -> str | None:
    """Return the one spelling of the readings that count; `None` where there are two or none."""
    if label == "PER":
        named = [found for found in readings if not found.grammemes.isdisjoint(_FOR_NAMES)]
        readings = named or readings
    nominatives = [found for found in readings if found.case == "nomn"]
    spellings = {found.word for found in nominatives or readings}
    return spellings.pop() if len(spellings) == 1 else None


def _restore_surname(word: str) -> str | None:
    """Return a surname made of a first name with ё: «Семёнов»."""
    for ending in _SURNAMES:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            named = {found.word for found in look_up(stem) if "Name" in found.grammemes and found.case == "nomn"}
            if len(named) == 1:
                return named.pop() + ending
    return None
