"""Normalization of names: one form for all usual ones, «МИД РФ», «российский МИД», «МИД России»."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ner_news.caches import word_cache
from ner_news.linking import countries
from ner_news.linking.link_vocabulary import (
    INTERNATIONAL,
    KINDS_BEFORE,
    LEGAL,
    NATIONAL,
    PLACE_ABBREVIATIONS,
    PLACES,
    PLACES_BEFORE,
)
from ner_news.linking.name_folding import fold, fold_person
from ner_news.morph import look_up
from ner_news.spans import Label

Words = tuple[str, ...]

_ADJECTIVE = re.compile(r"(.+(?:ск|цк))(?:ий|ая|ое|ие|ого|ой|их)")


# Names come again within a text and between texts; 4,096 of them are about 1 MB.
@word_cache(maxsize=4096)
def normalize(label: Label, lemma: str) -> str:
    """Return the folded lemma, with the name that ids use in place of other names of countries and organizations.

    >>> normalize("LOC", "Соединённые Штаты"), normalize("ORG", "британский МИД")
    ('сша', 'мид великобритания')
    >>> normalize("ORG", "Министерство иностранных дел РФ") == normalize("ORG", "МИД России")
    True
    """
    if label == "PER":
        return fold_person(lemma)
    words = tuple(fold(lemma).replace(",", " ").split())
    if label == "ORG":
        words = _normalize_organization(words)
    elif label == "LOC":
        words = _normalize_place(words)
    return " ".join(words)


def _normalize_place(words: Words) -> Words:
    if not words:  # «»
        return words
    if len(words) > 1:
        first, last = (PLACE_ABBREVIATIONS.get(word, word) for word in (words[0], words[-1]))
        words = (first, *words[1:-1], last)
    if len(words) == 1 and (country := find_country(words[0])):
        return (country,)
    replaced = _replace_runs(words, _place_names())
    if replaced != words or len(words) == 1 or words[0] not in PLACES_BEFORE:
        return replaced
    return _replace_runs(words[1:], _place_names())


def _normalize_organization(words: Words) -> Words:
    if not words:
        return words
    words = _remove_kind(_replace_runs(words, _organization_names()))
    country = find_country(words[0]) if len(words) > 1 else None
    if country:
        words = _replace_runs((*words[1:], country), _organization_names())
    is_brand_in_country = len(words) == 2 and is_country(words[1]) and _is_brand(words[0])
    return words[:1] if is_brand_in_country else words


def _is_brand(word: str) -> bool:
    """Whether a word names one organization, rather than a kind of them: «Нафтогаз», «Ryanair»."""
    readings = look_up(word)
    return not is_organization(word) and (not readings or any("Orgn" in reading.grammemes for reading in readings))


def _remove_kind(words: Words) -> Words:
    """Return the words without the kind in front and the legal form behind, or all if none would be left."""
    start, stop = 0, len(words)
    while start < stop and words[start] in KINDS_BEFORE:
        start += 1
    while start < stop and (words[stop - 1] in LEGAL or _is_letter_of_several(words, stop - 1)):
        stop -= 1
    return words[start:stop] or words


def _is_letter_of_several(words: Words, index: int) -> bool:
    """Whether a word is a letter with another beside it, as in «Б. В.»."""
    neighbours = words[max(0, index - 1) : index] + words[index + 1 : index + 2]
    return len(words[index]) == 1 and words[index].isalpha() and any(len(other) == 1 for other in neighbours)


def _replace_runs(words: Words, table: Mapping[Words, Words]) -> Words:
    """Return the words with each longest run that is a key of the table replaced by its value."""
    replaced: list[str] = []
    start = 0
    while start < len(words):
        for stop in range(min(len(words), start + _longest_names().get(words[start], 0)), start, -1):
            if name := table.get(words[start:stop]):
                replaced += name
                start = stop
                break
        else:
            replaced.append(words[start])
            start += 1
    return tuple(replaced)


def find_country(adjective: str) -> str | None:
    """Return the country that an adjective is made of.

    >>> find_country("британский"), find_country("московский")
    ('великобритания', None)
    """
    match = _ADJECTIVE.fullmatch(adjective)
    return _country_stems().get(match[1]) if match else None


def is_organization(word: str) -> bool:
    """Whether a word is the normalized name of an organization of the tables: «оон», «мид»."""
    return (word,) in _normalized_organizations()


def is_international(name: str) -> bool:
    """Whether a normalized name is of an international organization, one that is not each country's own.

    >>> is_international("ес"), is_international("мид")
    (True, False)
    """
    return tuple(name.split()) in _international_names()


def is_country(word: str) -> bool:
    """Whether a word is the normalized name of a country.

    >>> is_country("россия"), is_country("рф")
    (True, False)
    """
    return (word,) in _normalized_country_names()


@cache
def _country_rows() -> tuple[tuple[str, str, str], ...]:
    """Return the code, the names and the stems of adjectives of each line."""
    rows = []
    for line in countries.ROWS.strip().splitlines():
        code, _, rest = line.partition(": ")
        names, _, adjectives = rest.partition(" | ")
        rows.append((code, names, adjectives))
    return tuple(rows)


@cache
def _country_names() -> dict[Words, Words]:
    """Return the normalized name of each name of a country."""
    first: dict[str, Words] = {}
    table: dict[Words, Words] = {}
    for code, names, _ in _country_rows():
        for form in _read_forms(names):
            table[form] = first.setdefault(code, form)
    return table


@cache
def _normalized_country_names() -> frozenset[Words]:
    return frozenset(_country_names().values())


@cache
def _country_stems() -> dict[str, str]:
    """Return the country of each stem of an adjective."""
    return {
        stem: " ".join(_country_names()[next(_read_forms(names))])
        for _, names, stems in _country_rows()
        for stem in stems.split()
    }


@cache
def _place_names() -> dict[Words, Words]:
    return {**_read_table(PLACES), **_read_table(INTERNATIONAL), **_country_names()}


@cache
def _organization_names() -> dict[Words, Words]:
    return {**_country_names(), **_read_table(NATIONAL), **_read_table(INTERNATIONAL)}


@cache
def _international_names() -> frozenset[Words]:
    return frozenset(_read_table(INTERNATIONAL).values())


@cache
def _normalized_organizations() -> frozenset[Words]:
    return _international_names() | frozenset(_read_table(NATIONAL).values())


@cache
def _longest_names() -> dict[str, int]:
    """Return how many words the longest name in any table has, by its first word."""
    longest: dict[str, int] = {}
    for form in (*_place_names(), *_organization_names()):
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return longest


def _read_table(table: str) -> dict[Words, Words]:
    """Return the name before the colon of its line for each name behind one."""
    normalized: dict[Words, Words] = {}
    for line in table.strip().splitlines():
        name, _, others = line.partition(": ")
        for form in _read_forms(others):
            normalized[form] = tuple(name.split())
    return normalized


def _read_forms(names: str) -> Iterator[Words]:
    """Yield the folded words of names written «A; B/of B»."""
    for name in names.split("; "):
        for form in name.split("/"):
            yield tuple(fold(form).replace(",", " ").split())
