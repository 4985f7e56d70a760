"""Adjectives made of a place's name: «самарский» of Самара, «волжский» of Волга, «московский» of Москва."""

import re

from ner_news.caches import word_cache

ADJECTIVE = re.compile(r"(.{2,}(?:ск|цк))(?:ий|ая|ое|ие)")
"""A normal form in -ский."""

_ENDING = re.compile(r"[аеиоуыэюяьй]{1,2}$")
_SUFFIXES = ("", "ов", "ев", "ин", "ен", "ан", "ян", "й", "ий", "ей")
"""What may stand between a name and -ск-: «пенз-ен-ский», «америк-ан-ский»; after Zaliznyak's grammar dictionary."""
_CHANGES = {"г": "ж", "к": "ч", "х": "ш", "ц": "ч"}
_FLEETING = "ое"


def find_adjective_stem(name: str) -> str | None:
    """Return what an adjective in -ский is looked up by; `None` for any other word.

    >>> find_adjective_stem("волжская"), find_adjective_stem("самара")
    ('волжск', None)
    """
    match = ADJECTIVE.fullmatch(name)
    return match[1] if match else None


@word_cache(maxsize=2048)
def make_adjective_stems(place: str) -> frozenset[str]:
    """Return the stems that an adjective of a place's name, one word, may have; some of them no adjective has.

    >>> {"самарск", "волжск", "московск", "пензенск"} - {
    ...     stem for place in ("самара", "волга", "москва", "пенза") for stem in make_adjective_stems(place)
    ... }
    set()
    """
    base = _ENDING.sub("", place)
    if len(base) < 3:
        return frozenset()
    bases = {base, base[:-1] + _CHANGES.get(base[-1], base[-1]), *(base[:-1] + vowel + base[-1] for vowel in _FLEETING)}
    stems = {f"{each}{suffix}ск" for each in bases for suffix in _SUFFIXES}
    if base.endswith("ск"):
        stems.add(base)  # «Омск», «омский»
    return frozenset(stems)
