"""The form of a name under which all its usual spellings meet: «МИД РФ», «российский МИД», «МИД России»."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ner_news.caches import word_cache
from ner_news.linking import countries, words
from ner_news.linking.keys import fold, fold_person
from ner_news.morph import look_up
from ner_news.spans import Label

Words = tuple[str, ...]

_ADJECTIVE = re.compile(r"(.+(?:ск|цк))(?:ий|ая|ое|ие|ого|ой|их)")


# Names come again within a text and between texts; 4,096 of them are about 1 MB.
@word_cache(maxsize=4096)
def canonical(label: Label, lemma: str) -> str:
    """The folded lemma, other names of a country or an organization exchanged for the one that ids use.

    >>> canonical("LOC", "Соединённые Штаты"), canonical("ORG", "британский МИД")
    ('сша', 'мид великобритания')
    >>> canonical("ORG", "Министерство иностранных дел РФ") == canonical("ORG", "МИД России")
    True
    """
    if label == "PER":
        return fold_person(lemma)
    found = tuple(fold(lemma).replace(",", " ").split())
    if label == "ORG":
        found = _organization(found)
    elif label == "LOC":
        found = _place(found)
    return " ".join(found)


def _place(found: Words) -> Words:
    if not found:  # «»
        return found
    if len(found) == 1 and (country := adjective_country(found[0])):
        return (country,)
    known = _exchanged(found, _places())
    if known != found or len(found) == 1 or found[0] not in words.PLACES_BEFORE:
        return known
    return _exchanged(found[1:], _places())


def _organization(found: Words) -> Words:
    if not found:
        return found
    found = _own_name(_exchanged(found, _organizations()))
    country = adjective_country(found[0]) if len(found) > 1 else None
    if country:
        found = _exchanged((*found[1:], country), _organizations())
    is_brand = len(found) == 2 and is_country(found[1]) and _is_own_word(found[0])
    return found[:1] if is_brand else found


def _is_own_word(word: str) -> bool:
    """Whether a word is an organization's own, and not one that says what kind it is of: «Нафтогаз», «Ryanair»."""
    readings = look_up(word)
    return not is_known(word) and (not readings or any("Orgn" in reading.grammemes for reading in readings))


def _own_name(found: Words) -> Words:
    """The words without the kind before and the legal form behind, if any are left."""
    start, stop = 0, len(found)
    while start < stop and found[start] in words.KINDS_BEFORE:
        start += 1
    while start < stop and (found[stop - 1] in words.LEGAL or _is_letter_of_many(found, stop - 1)):
        stop -= 1
    return found[start:stop] or found


def _is_letter_of_many(found: Words, place: int) -> bool:
    """Whether a word is one of the letters «Б. В.»."""
    around = found[max(0, place - 1) : place] + found[place + 1 : place + 2]
    return len(found[place]) == 1 and found[place].isalpha() and any(len(other) == 1 for other in around)


def _exchanged(found: Words, table: Mapping[Words, Words]) -> Words:
    """The words with each longest run that the table has in its place."""
    out: list[str] = []
    place = 0
    while place < len(found):
        for stop in range(min(len(found), place + _longest(found[place])), place, -1):
            if run := table.get(found[place:stop]):
                out += run
                place = stop
                break
        else:
            out.append(found[place])
            place += 1
    return tuple(out)


def adjective_country(word: str) -> str | None:
    """The country that an adjective is of.

    >>> adjective_country("британский"), adjective_country("московский")
    ('великобритания', None)
    """
    match = _ADJECTIVE.fullmatch(word)
    return _adjectives().get(match[1]) if match else None


def is_known(word: str) -> bool:
    """Whether a word is a name that the table of organizations goes by."""
    return (word,) in _organization_words()


def is_international(name: str) -> bool:
    """Whether a canonical form is of an organization that no country has one of for itself.

    >>> is_international("ес"), is_international("мид")
    (True, False)
    """
    return tuple(name.split()) in _international_words()


def is_country(word: str) -> bool:
    """Whether a word of a canonical form is a country's.

    >>> is_country("россия"), is_country("рф")
    (True, False)
    """
    return (word,) in _country_words()


@cache
def _country_rows() -> tuple[tuple[str, str, str], ...]:
    """Code, names and adjectives of each line."""
    rows = []
    for line in countries.ROWS.strip().splitlines():
        code, _, rest = line.partition(": ")
        names, _, adjectives = rest.partition(" | ")
        rows.append((code, names, adjectives))
    return tuple(rows)


@cache
def _countries() -> dict[Words, Words]:
    first: dict[str, Words] = {}
    table: dict[Words, Words] = {}
    for code, names, _ in _country_rows():
        for form in _forms(names):
            table[form] = first.setdefault(code, form)
    return table


@cache
def _country_words() -> frozenset[Words]:
    return frozenset(_countries().values())


@cache
def _adjectives() -> dict[str, str]:
    return {
        stem: " ".join(_countries()[next(_forms(names))])
        for _, names, stems in _country_rows()
        for stem in stems.split()
    }


@cache
def _places() -> dict[Words, Words]:
    return {**_read(words.PLACES), **_read(words.INTERNATIONAL), **_countries()}


@cache
def _organizations() -> dict[Words, Words]:
    return {**_countries(), **_read(words.NATIONAL), **_read(words.INTERNATIONAL)}


@cache
def _international_words() -> frozenset[Words]:
    return frozenset(_read(words.INTERNATIONAL).values())


@cache
def _organization_words() -> frozenset[Words]:
    return _international_words() | frozenset(_read(words.NATIONAL).values())


@cache
def _all_longest() -> dict[str, int]:
    """Of each first word of a name in any table, the words of the longest."""
    longest: dict[str, int] = {}
    for form in (*_places(), *_organizations()):
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return longest


def _longest(word: str) -> int:
    return _all_longest().get(word, 0)


def _read(table: str) -> dict[Words, Words]:
    """Each name of each line with the one before its colon."""
    found: dict[Words, Words] = {}
    for line in table.strip().splitlines():
        name, _, others = line.partition(": ")
        for form in _forms(others):
            found[form] = tuple(name.split())
    return found


def _forms(names: str) -> Iterator[Words]:
    """The folded words of names written «A; B/of B»."""
    for name in names.split("; "):
        for form in name.split("/"):
            yield tuple(fold(form).replace(",", " ").split())
