"""Normalization of names: one form for all usual ones, «МИД РФ», «российский МИД», «МИД России»."""

import re
from collections.abc import Mapping
from functools import cache

from ner_news.caches import word_cache
from ner_news.linking.link_vocabulary import KINDS_BEFORE, LEGAL, PLACES_BEFORE, SHORTENED
from ner_news.linking.name_folding import fold_person
from ner_news.linking.name_tables import (
    RUSSIAN,
    UNIQUE,
    Words,
    country_names,
    country_stems,
    longest_names,
    normalized_names,
    organization_names,
    place_names,
    read_table,
    split_words,
)
from ner_news.linking.named_after import find_adjective_stem, make_adjective_stems
from ner_news.morph import look_up
from ner_news.spans import Label

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
    words = split_words(lemma)
    if label == "ORG":
        words = _normalize_organization(words)
    elif label == "LOC":
        words = _normalize_place(words)
    return " ".join(words)


def settle_label(label: Label, lemma: str) -> Label:
    """Return the label of a place or an organization; the tables know better than the network what «СПб» is.

    >>> settle_label("LOC", "Сбер"), settle_label("ORG", "СПб"), settle_label("ORG", "Москва")
    ('ORG', 'LOC', 'ORG')
    """
    if label not in ("LOC", "ORG"):
        return label
    words = split_words(lemma)
    places, organizations = read_table("places"), organization_names()
    if label == "ORG":
        return "LOC" if places.get(words, words) != words and words not in organizations else label
    return "ORG" if words in organizations and words not in {**places, **country_names()} else label


def _normalize_place(words: Words) -> Words:
    if not words:  # «»
        return words
    if len(words) > 1:
        first, last = (SHORTENED.get(word, word) for word in (words[0], words[-1]))
        words = (first, *words[1:-1], last)
    if len(words) == 1 and (place := find_country(words[0]) or _find_named_after(words[0])):
        return (place,)
    replaced = _replace_runs(words, place_names())
    if replaced != words or len(words) == 1 or words[0] not in PLACES_BEFORE:
        return replaced
    return _replace_runs(words[1:], place_names())


def _find_named_after(adjective: str) -> str | None:
    """Return the place of the tables that an adjective is made of: of «московский» «москва»."""
    stem = find_adjective_stem(adjective)
    return _adjective_stems().get(stem) if stem else None


@cache
def _adjective_stems() -> Mapping[str, str]:
    """Return the place of one word that each stem of an adjective is made of, where it is the only one."""
    stems: dict[str, set[str]] = {}
    for place in {name[0] for name in normalized_names("places") if len(name) == 1}:
        for stem in make_adjective_stems(place):
            stems.setdefault(stem, set()).add(place)
    return {stem: min(places) for stem, places in stems.items() if len(places) == 1}


def _normalize_organization(words: Words) -> Words:
    if not words:
        return words
    words = _remove_kind(_replace_runs(words, organization_names()))
    country = find_country(words[0]) if len(words) > 1 else None
    if country:
        words = _replace_runs((*words[1:], country), organization_names())
    is_russian = words[-1] == "россия" and words[:-1] in normalized_names(*RUSSIAN)
    is_brand_in_country = len(words) == 2 and is_country(words[1]) and _is_brand(words[0])
    return words[:-1] if is_russian or is_brand_in_country else words


def _is_brand(word: str) -> bool:
    """Whether a word names one organization, rather than a kind of them: «Нафтогаз», «Ryanair»."""
    readings = look_up(word)
    return not is_organization(word) and (not readings or any("Orgn" in reading.grammemes for reading in readings))


def _remove_kind(words: Words) -> Words:
    """Return the words without the kind in front and the legal form behind, or all if they are a name of the tables."""
    if words in normalized_names(*UNIQUE):
        return words
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
        for stop in range(min(len(words), start + longest_names().get(words[start], 0)), start, -1):
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
    return country_stems().get(match[1]) if match else None


def is_organization(word: str) -> bool:
    """Whether a word is the normalized name of an organization of the tables: «оон», «мид»."""
    return (word,) in normalized_names("national", *UNIQUE)


def is_national(name: str) -> bool:
    """Whether a normalized name is of a body that each country may have, «минфин», without the country."""
    return tuple(name.split()) in normalized_names("national")


def is_international(name: str) -> bool:
    """Whether a normalized name is of an international organization, one that is not each country's own.

    >>> is_international("ес"), is_international("мид")
    (True, False)
    """
    return tuple(name.split()) in normalized_names(*UNIQUE)


def is_country(word: str) -> bool:
    """Whether a word is the normalized name of a country.

    >>> is_country("россия"), is_country("рф")
    (True, False)
    """
    return (word,) in country_names().values()
