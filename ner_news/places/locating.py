"""Rules that tell the country and the kind of a place, by tables and by the words of its name."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.categories import PlaceKind
from ner_news.places.cities import ALIASES, CITIES
from ner_news.places.mountains_islands import OTHERS
from ner_news.places.place_nouns import FEDERAL, NOUNS, PREFIXES, SURE_NOUNS
from ner_news.places.regions import REGIONS
from ner_news.places.streets_districts import DISTRICTS, STREETS
from ner_news.places.towns import find_town, fold
from ner_news.places.waters_facilities import FACILITIES, WATERS


class Location(NamedTuple):
    """The country and the kind of a place, each `None` where it is not known for sure."""

    country: str | None = None
    """ISO 3166-1 alpha-2."""
    kind: PlaceKind | None = None


UNKNOWN = Location()

LONGEST_SHORT = 4
"""Letters of capitals that are rather an abbreviation than a town of GeoNames: «БАМ»; by eye."""
SHORTEST_STEM = 5
"""Letters that a name keeps in all cases, so that few others keep them; by eye."""
_ENDINGS = tuple("ами ями ах ях ам ям ой ей ою ею ом ем ов а я у ю е и ы о".split())
_NOMINATIVES = ("", *"а я о е ь и ы".split())
_TOWN = ("город", "г.")
"""Nouns of a town; villages have the names of towns in other countries."""
ADJECTIVES = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "-я", "-й", "-е")


@word_cache(maxsize=2048)
def locate(lemma: str) -> Location:
    """Return the country and the kind of the place with this lemma, as far as they are known.

    >>> locate("Нидерланды"), locate("Душанбе")
    (Location(country='NL', kind='country'), Location(country='TJ', kind='city'))
    >>> locate("Иркутская область"), locate("река Волга"), locate("Васюки")
    (Location(country='RU', kind='region'), Location(country=None, kind='water'), Location(country=None, kind=None))
    """
    name = fold(lemma)
    if not name:
        return UNKNOWN
    rules = [rule for rule in RULES if rule is not find_listed_town or not _is_abbreviation(lemma)]
    return next((location for rule in rules if (location := rule(name))), UNKNOWN)


def find_listed(name: str) -> Location | None:
    """Find a name of the tables."""
    return _read_tables().get(name)


def find_listed_town(name: str) -> Location | None:
    """Find a town of GeoNames: «Красный Лиман» is no water."""
    country = find_town(name)
    return None if country is None else Location(country or None, "city")


def find_by_noun(name: str) -> Location | None:
    """Find «Приморский край», «река Волга», «Малый театр», «ул. Ленина» by the noun; the name beside may be listed.

    The noun is the first word, the first one behind adjectives («международный аэропорт Казань»), or the last word.
    """
    words = name.replace(".", ". ").replace(". -", ".-").split()
    for index in (0, _count_adjectives(words), len(words) - 1):
        noun = find_noun(words, index) if len(words) > 1 else None
        if noun:
            named = " ".join(words[1:] if index == 0 else words[:-1])
            listed = find_listed(named) or (find_listed_town(named) if words[index] in _TOWN else None) or UNKNOWN
            country = listed.country if listed.kind == noun else None
            is_unit = noun in ("region", "district")
            found = SURE_NOUNS.get(words[index]) or (_find_country_of_adjective(words[0]) if is_unit else None)
            return Location(country or found, noun)
    return None


def find_by_ending(name: str) -> Location | None:
    """Find «Даунинг-стрит», «Гайд-парк» by the noun that a name with a hyphen ends in."""
    before, _, noun = name.rpartition("-")
    kind = NOUNS.get(noun) if before else None
    return Location(None, kind) if kind in ("street", "facility") else None


def find_noun(words: Sequence[str], index: int) -> PlaceKind | None:
    """Return the kind that a word tells, with the adjective before it where that says more («автономный округ»)."""
    if index >= len(words):
        return None
    return NOUNS.get(" ".join(words[max(0, index - 1) : index + 1])) or NOUNS.get(words[index])


def _count_adjectives(words: Sequence[str]) -> int:
    return next((index for index, word in enumerate(words) if not word.endswith(ADJECTIVES)), 0)


def _find_country_of_adjective(word: str) -> str | None:
    """Find the country of «Иркутская [область]» by «Иркутск»; `None` without such a city in just one country."""
    if not word.endswith(("ская", "ский")):
        return None
    whole, stem = word[:-2], word[:-4]
    names = [whole, *(stem + ending for ending in ("", "а", "ь", "и", "о", "ы"))]
    countries = {city.country for name in names if (city := _read_tables().get(name)) and city.kind == "city"}
    return next(iter(countries)) if len(countries) == 1 else None


def is_sure(lemma: str) -> bool:
    """Tell whether the tables of well-known names have this one; a town of GeoNames may be something else as well."""
    return fold(lemma) in _read_tables()


@word_cache(maxsize=2048)
def find_by_form(written: str) -> Location:
    """Return what is known of a well-known name by a form of it, for lemmas that went wrong: «в Сычуани».

    Names as they are written come first, «по Баумана», then those with the stem and another ending.
    """
    name = fold(written)
    stem = next((name[: -len(ending)] for ending in _ENDINGS if name.endswith(ending)), name)
    forms = [name, *(stem + ending for ending in _NOMINATIVES if len(stem) >= SHORTEST_STEM)]
    known = next((location for form in forms if (location := find_listed(form))), None)
    return known or (None if _is_abbreviation(written) else find_listed_town(name)) or UNKNOWN


def _is_abbreviation(name: str) -> bool:
    return name.isupper() and len(name) <= LONGEST_SHORT


def find_state(name: str) -> Location | None:
    """Find «Королевство Испания» by the name of the state behind its form."""
    words = name.split()
    listed = _read_tables().get(" ".join(words[1:])) if words[0] in FEDERAL else None
    return listed if listed and listed.kind == "country" else None


def find_part(name: str) -> Location | None:
    """Find «Северная Италия», «Западная Европа» as regions, by the country of the whole."""
    before, _, after = name.partition(" ")
    whole = _read_tables().get(after) if before in PREFIXES else None
    return Location(whole.country, "region") if whole else None


RULES: tuple[Callable[[str], Location | None], ...] = (
    find_listed,
    find_state,
    find_listed_town,
    find_by_noun,
    find_by_ending,
    find_part,
)
"""The first of these that answers decides; a name in the tables is no part of another («Южная Корея»)."""


@cache
def _read_country_names() -> Mapping[str, str]:
    return {code: name for kind, code, name in _read_rows() if kind == "country"}


def find_country_name(code: str) -> str | None:
    """Return the country's name in Russian, `None` for another code.

    >>> find_country_name("DE")
    'Германия'
    """
    return _read_country_names().get(code)


@cache  # 1,100 names, 0.2 MB, read in 2 ms at the first place
def _read_tables() -> Mapping[str, Location]:
    table: dict[str, Location] = {}
    rows = _read_rows()
    for wanted in ("city", "country"):  # «Люксембург», «Сингапур» are rather the countries
        table.update({fold(name): Location(code, wanted) for kind, code, name in rows if kind == wanted})
    named: tuple[tuple[PlaceKind, Mapping[str, str]], ...] = (
        ("water", WATERS),
        ("facility", FACILITIES),
        ("district", DISTRICTS),
        ("street", STREETS),
        ("other", OTHERS),
        ("city", CITIES),
        ("region", REGIONS),
        ("country", ALIASES),
    )
    for kind, by_country in named:
        for code, names in by_country.items():
            table.update({fold(name): Location(code or None, kind) for name in names.split(", ")})
    return table


def _read_rows() -> list[list[str]]:
    """Read kind, code and name of each line of CLDR's names."""
    lines = files("ner_news.places").joinpath("cldr.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]
