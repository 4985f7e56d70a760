"""The noun before a place's name, where the name leaves it out: «на реке Дон», «в штате Вашингтон»."""

import re

from ner_news.morph import look_up
from ner_news.places.locating import UNKNOWN, Location, is_sure, locate
from ner_news.places.place_nouns import NOUNS, STRONG_NOUNS

LONGEST_NOUN = 20
"""Characters before a name that are looked at: «электростанции » has 15."""

_NOUN = re.compile(r"(?<![\w-])([а-яё-]+)[^\S\n]+[«„\"]?\Z", re.IGNORECASE)
_FIXED_ENDINGS = ("о", "е", "э", "и", "у", "ю")
"""Names with these look alike in all cases: «улицы Сочи» may be those of the town."""


def locate_in_text(text: str, start: int, stop: int, lemma: str) -> Location:
    """Return what is known of the place at `text[start:stop]`, by its lemma and by the noun that it stands beside.

    The noun is heard if the name stands unchanged behind it, as names do beside their kind; a genitive («улица
    Казани») belongs to another place. What a table says of a town or a region yields to the nouns of waters and
    facilities (a road «Москва — Минск» is no town the less), what it says of a country to none, what GeoNames says to
    all: «в районе Сокол».

    >>> text = "Ждали в аэропорту Энск и на реке Дон, на улице Казани и в штате Вашингтон"
    >>> names = {"Энск": "Энск", "Дон": "Дон", "Казани": "Казань", "Вашингтон": "Вашингтон"}
    >>> starts = {name: text.index(name) for name in names}
    >>> [locate_in_text(text, starts[name], starts[name] + len(name), lemma).kind for name, lemma in names.items()]
    ['facility', 'water', 'city', 'region']
    """
    known = locate(lemma)
    if known.kind == "country" or text[start:stop] != lemma:
        return known
    match = _NOUN.search(text, max(0, start - LONGEST_NOUN), start)
    noun = _find_noun(match[1].lower()) if match else None
    if noun is None:
        return known
    if known == UNKNOWN:
        return Location(None, NOUNS[noun])
    is_strong = noun in STRONG_NOUNS or NOUNS[noun] in ("water", "facility") or not is_sure(lemma)
    is_heard = is_strong and known.kind != NOUNS[noun] and not lemma.endswith(_FIXED_ENDINGS)
    return Location(known.country, NOUNS[noun]) if is_heard else known


def _find_noun(word: str) -> str | None:
    """Return the noun of the tables that a word is a singular form of."""
    folded = word.replace("ё", "е")
    if folded in NOUNS:
        return folded
    forms = (reading.normal.replace("ё", "е") for reading in look_up(word) if "plur" not in reading.grammemes)
    return next((form for form in forms if form in NOUNS), None)
