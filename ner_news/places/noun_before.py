"""The noun beside a place's name, where the name leaves it out: «на реке Дон», «на Тверской и Новой улицах»."""

import re

from ner_news.morph import look_up
from ner_news.places.locating import ADJECTIVES, UNKNOWN, Location, find_by_form, is_sure, locate
from ner_news.places.place_nouns import NAMED_ALIKE, NOUNS, STRONG_NOUNS

REACH = 80
"""Characters beside a name that are looked at: a noun, and the names that share it."""

_NOUN = re.compile(r"(?<![\w-])([а-яё-]+)[^\S\n]+[«„\"]?\Z", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?<![\w-])[А-ЯЁ][\w-]*(?: [А-ЯЁ][\w-]*)*[»“\"]?(?:,| и| или) [«„\"]?\Z")
"""«Внуково и», behind a noun that another name shares."""
_NAME_BEHIND = re.compile(r"[»“\"]?(?:,| и| или) [«„\"]?[А-ЯЁ]")
_ADJECTIVES_BEHIND = re.compile(
    r"(?:(?:,| и| или)(?: на| в)? [А-ЯЁ]\w*(?:[ыио]й|[оеыи]го|[оеыи]м[уи]?|[ыи]х|[аяоеы]я|[оы]е|ую))+ ([а-яё]+)"
)
"""«[Тверской] и Новой улицах»."""
_FIXED_ENDINGS = ("о", "е", "э", "и", "у", "ю")
"""Names with these look alike in all cases: «улицы Сочи» may be those of the town."""
_OF_TOWNS = ("ово", "ево", "ино", "ыно")
"""Names that were declined of old: «аэропорт Домодедово» is called so, «завод Иваново» is nothing."""


def locate_in_text(text: str, start: int, stop: int, lemma: str) -> Location:
    """Return what is known of the place at `text[start:stop]`, by its lemma and by the noun that it stands beside.

    The noun is heard if the name stands unchanged behind it, as names do beside their kind; a genitive («улица
    Казани») belongs to another place. What a table says of a town or a region yields to the nouns of waters and
    facilities (a road «Москва — Минск» is no town the less), what it says of a country to none, what GeoNames says to
    all: «в районе Сокол». Names in a row share the noun before the first, and adjectives the one behind the last.

    >>> text = "Ждали в аэропорту Энск и на реке Дон, на улице Казани и в штате Вашингтон"
    >>> names = {"Энск": "Энск", "Дон": "Дон", "Казани": "Казань", "Вашингтон": "Вашингтон"}
    >>> starts = {name: text.index(name) for name in names}
    >>> [locate_in_text(text, starts[name], starts[name] + len(name), lemma).kind for name, lemma in names.items()]
    ['facility', 'water', 'city', 'region']
    """
    written = text[start:stop]
    known = UNKNOWN
    if lemma.endswith(ADJECTIVES) and not is_sure(lemma):  # «Рязанская» is a village too
        known = _locate_by_noun_behind(text, stop, lemma)
    if known == UNKNOWN:
        known = locate(lemma)
    if known == UNKNOWN:
        known = find_by_form(written)
    if known.kind == "country" or written != lemma:
        return known
    noun = _find_noun_before(text, start, stop)
    if noun is None:
        return known
    if known == UNKNOWN:
        return Location(None, NOUNS[noun])
    is_strong = noun in STRONG_NOUNS or NOUNS[noun] in ("water", "facility") or not is_sure(lemma)
    is_of_town = lemma.endswith(_FIXED_ENDINGS) and not (noun in NAMED_ALIKE and lemma.endswith(_OF_TOWNS))
    is_heard = is_strong and known.kind != NOUNS[noun] and not is_of_town
    return Location(known.country, NOUNS[noun]) if is_heard else known


def _find_noun_before(text: str, start: int, stop: int) -> str | None:
    """Return the noun of kind before a name, or before the names of the row that it stands in, where it is a plural."""
    first, is_row = start, bool(_NAME_BEHIND.match(text, stop))
    while match := _NAME_BEFORE.search(text, max(0, start - REACH), first):
        if first != start and "," not in match[0]:  # «реки Лена и Амур, Тихоокеанская дорога»: a row ends behind «и»
            return None
        first, is_row = match.start(), True
        noun = _find_noun(match[0].split()[0], "plur") if " " in match[0].strip() else None
        if noun:  # «Аэропорты Внуково и» begins a sentence
            return noun
        if first and text[first - 1] in '«„"':
            first -= 1
    match = _NOUN.search(text, max(0, start - REACH), first)
    numbers = [*(["sing"] if first == start else []), *(["plur"] if is_row else [])]
    nouns = (_find_noun(match[1], number) for number in numbers) if match else ()
    return next((noun for noun in nouns if noun), None)


def _locate_by_noun_behind(text: str, stop: int, lemma: str) -> Location:
    """Return what an adjective is with the noun that it shares with those behind it."""
    match = _ADJECTIVES_BEHIND.match(text, stop, stop + REACH)
    noun = match and (_find_noun(match[1], "plur") or _find_noun(match[1], "sing"))
    return locate(f"{lemma} {noun}") if noun else UNKNOWN


def _find_noun(word: str, number: str) -> str | None:
    """Return the noun of the tables that a word is a form of, in the singular or the plural."""
    word = word.lower()
    folded = word.replace("ё", "е")
    if folded in NOUNS and number == "sing":
        return folded
    other = "plur" if number == "sing" else "sing"
    forms = (reading.normal.replace("ё", "е") for reading in look_up(word) if other not in reading.grammemes)
    return next((form for form in forms if form in NOUNS), None)
