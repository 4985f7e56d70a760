"""Names in capitals, «ВСТРЕЧА ПУТИНА», as they are written in a sentence; abbreviations keep theirs, «ОДКБ»."""

import re
from collections.abc import Sequence

from ner_news.lemmas.words import LINKS, PARTICLES
from ner_news.morph import look_up
from ner_news.spans import Label

_ROMAN = re.compile(r"[IVXLC]+")
_VOWEL = re.compile("[АЕЁИОУЫЭЮЯ]")
_NEAR = 3
"""Words on each side that tell a headline from a lone abbreviation."""
_LONGEST_ABBREVIATION = 5
_PROPER = ("Geox", "Name", "Surn", "Patr", "Orgn")


def is_headline(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the words beside these are in capitals too; short ones may be abbreviations and do not count.

    >>> is_headline("ВЗРЫВ В УФЕ".split(), 2, 3), is_headline("Цены в США выросли".split(), 2, 3)
    (True, False)
    """
    near = [*words[max(0, first - _NEAR) : first], *words[last : last + _NEAR]]
    long = [word for word in near if len(word) >= 4 and word.isalpha()]
    return bool(long) and all(map(str.isupper, long))


def calm(words: Sequence[str], label: Label, headline: bool) -> list[str]:
    """The words of a name, those in capitals as in a sentence.

    >>> calm(["УРСУЛЫ", "ФОН", "ДЕР", "ЛЯЙЕН"], "PER", False), calm(["МИДА", "РОССИИ"], "ORG", False)
    (['Урсулы', 'фон', 'дер', 'Ляйен'], ['МИДА', 'России'])
    """
    followed = [*words[1:], ""]
    calmed: list[str] = []
    for place, (word, following) in enumerate(zip(words, followed, strict=True)):
        is_kept = len(word) < 2 or not word.isupper() or _ROMAN.fullmatch(word) or following == "."
        if is_kept or not (_is_name(word) if label == "PER" else _is_word(word, label, headline)):
            calmed.append(word)
        else:
            calmed.append(_write(word, label, is_first=place == 0))
    return calmed


def _is_name(word: str) -> bool:
    return _VOWEL.search(word) is not None and (len(word) > 2 or word.lower() in PARTICLES)


def _is_word(word: str, label: Label, headline: bool) -> bool:
    found = look_up(word)
    if any("Abbr" in one.grammemes for one in found):
        return False
    is_place = any("Geox" in one.grammemes for one in found)
    if headline:
        return bool(found) or "-" in word or (len(word) > _LONGEST_ABBREVIATION and _VOWEL.search(word) is not None)
    long = len(word) > _LONGEST_ABBREVIATION
    return (is_place and (label == "LOC" or long)) or (long and bool(found)) or (label == "LOC" and "-" in word)


def _write(word: str, label: Label, is_first: bool) -> str:
    lower = word.lower()
    if label == "PER":
        return lower if lower in PARTICLES and not is_first else _title(lower)
    found = look_up(lower)
    if found and found[0].pos in ("PREP", "CONJ"):
        return lower
    is_proper = label == "LOC" or is_first or not found or any(not one.grammemes.isdisjoint(_PROPER) for one in found)
    return _title(lower) if is_proper else lower


def _title(lower: str) -> str:
    first, *rest = lower.split("-")
    return "-".join([first.capitalize(), *(part if part in LINKS else part.capitalize() for part in rest)])
