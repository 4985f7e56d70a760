"""The country and the kind of a place, by tables and by the words of its name."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from ner_news.caches import word_cache
from ner_news.places.words import ALIASES, CITIES, FEDERAL, HEADS, PREFIXES, REGIONS, SURE_HEADS

Kind = Literal["country", "region", "city", "other"]


class Location(NamedTuple):
    """Each `None` where it is not known for sure."""

    country: str | None = None
    """ISO 3166-1 alpha-2."""
    kind: Kind | None = None


UNKNOWN = Location()


@word_cache(maxsize=2048)
def locate(lemma: str) -> Location:
    """What is known of the place with this normal form; `UNKNOWN` where nothing is.

    >>> locate("Нидерланды"), locate("Душанбе")
    (Location(country='NL', kind='country'), Location(country='TJ', kind='city'))
    >>> locate("Иркутская область"), locate("река Волга"), locate("Васюки")
    (Location(country='RU', kind='region'), Location(country=None, kind='other'), Location(country=None, kind=None))
    """
    name = _fold(lemma)
    if not name:
        return UNKNOWN
    return next((found for rule in RULES if (found := rule(name))), UNKNOWN)


def _listed(name: str) -> Location | None:
    return _table().get(name)


def _headed(name: str) -> Location | None:
    """«Приморский край», «река Волга», «город Москва»: by the common noun; a name after it may be known itself."""
    words = name.split()
    for place in (0, len(words) - 1):
        kind = HEADS.get(words[place])
        if kind and len(words) > 1:
            known = _table().get(" ".join(words[1:] if place == 0 else words[:-1]), UNKNOWN)
            country = known.country if known.kind == kind else None
            return Location(country or SURE_HEADS.get(" ".join(words[-1:])) or _country_of_adjective(words[0]), kind)
    return None


def _country_of_adjective(word: str) -> str | None:
    """«Иркутская [область]» is where Irkutsk is; `None` where no listed city or several have the name."""
    if not word.endswith(("ская", "ский")):
        return None
    whole, stem = word[:-2], word[:-4]
    names = [whole, *(stem + ending for ending in ("", "а", "ь", "и", "о", "ы"))]
    countries = {found.country for name in names if (found := _table().get(name)) and found.kind == "city"}
    return next(iter(countries)) if len(countries) == 1 else None


def _of_state(name: str) -> Location | None:
    """«Кыргызская Республика», «Королевство Испания»: the state's name behind its form."""
    words = name.split()
    known = _table().get(" ".join(words[1:])) if words[0] in FEDERAL else None
    return known if known and known.kind == "country" else None


def _part(name: str) -> Location | None:
    """«Северная Италия», «Западная Европа», «Центральная Россия»: a part of what is known."""
    before, _, after = name.partition(" ")
    known = _table().get(after) if before in PREFIXES else None
    return Location(known.country, "region") if known else None


RULES: tuple[Callable[[str], Location | None], ...] = (_listed, _of_state, _headed, _part)
"""The first of these to answer is believed; a name in the tables is no part of another («Южная Корея»)."""


@cache
def _country_names() -> Mapping[str, str]:
    return {code: name for kind, code, name in _rows() if kind == "country"}


def country_name(code: str) -> str | None:
    """The country's name in Russian, `None` for another code.

    >>> country_name("DE")
    'Германия'
    """
    return _country_names().get(code)


@cache  # 1,100 names, 0.2 MB, read in 2 ms at the first place
def _table() -> Mapping[str, Location]:
    table: dict[str, Location] = {}
    rows = _rows()
    for wanted in ("city", "country"):  # «Люксембург», «Сингапур» are rather the countries
        table.update({_fold(name): Location(code, wanted) for kind, code, name in rows if kind == wanted})
    for code, names in CITIES.items():
        table.update({_fold(name): Location(code, "city") for name in names.split(", ")})
    for code, names in REGIONS.items():
        table.update({_fold(name): Location(code or None, "region") for name in names.split(", ")})
    for code, names in ALIASES.items():
        table.update({_fold(name): Location(code, "country") for name in names.split(", ")})
    return table


def _rows() -> list[list[str]]:
    """Kind, code and name."""
    lines = files("ner_news.places").joinpath("cldr.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


def _fold(name: str) -> str:
    return " ".join(name.lower().replace("ё", "е").replace("’", "'").replace("—", "-").replace(" - ", "-").split())
