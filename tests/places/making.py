"""Writes `ner_news/places/cldr.tsv`: Russian names of countries and of the cities of time zones, from Unicode CLDR.

Needs Babel, which carries CLDR: `pip install babel`, then `python -m tests.places.making`.
"""

from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global

TARGET = Path(__file__).parents[2] / "ner_news" / "places" / "cldr.tsv"
# In CLDR, but no territories of ISO 3166-1; Kosovo (XK) is a user-assigned code.
NOT_ISO = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())
# Zones named after islands, stations or a region: no cities.
NOT_CITIES = frozenset(
    "Баия Бугенвиль Гамбье Восток Кантон Катамарка Кейси Кергелен Косрае Ла-Риоха Мадейра Маккуори Маэ Микелон "
    "Моусон "
    "Палмер Ротера Сен-Люсия Таити Тортола Тролль Тукуман Уоллис Уэйк Чагос Чатем Чиуауа Эфате Дейвис Мак-Мердо Сёва "
    "Жужуй Киритимати Тарава Гуадалканал Факаофо Мажуро Кваджалейн Гранд-Терк Тонгатапу Лорд-Хау Норфолк Норонья "
    "Линдеман Раротонга Питкэрн Сент-Китс Сент-Томас Сент-Винсент Антигуа Трук Понпеи Центр Ном".split()
)
# Whose they are is disputed.
UNSURE = frozenset(("Симферополь", "Эль-Аюн"))


def countries(locale: Locale) -> dict[str, str]:
    """Code and name; islands and regimes («о-ва», «(САР)») are written out."""
    return {
        code: name.split(" (")[0].replace("о-ва ", "острова ").replace("о-в ", "остров ").replace(" о-ва", " острова")
        for code, name in locale.territories.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_ISO
    }


def cities(locale: Locale, named: set[str]) -> Iterator[tuple[str, str]]:
    """Code and name of the city that a time zone is called after, where it is called after one."""
    zones = get_global("zone_territories")
    aliases = get_global("zone_aliases")
    for zone, names in locale.time_zones.items():
        name = names.get("city", "").split(",")[0]
        code = zones.get(zone) or zones.get(aliases.get(zone, ""))
        is_city = name and name not in named | NOT_CITIES | UNSURE and "стров" not in name and "о-в" not in name
        if is_city and code and len(code) == 2 and code.isalpha() and " Георгия" not in name:
            yield code, name


def main() -> None:
    """Write the table."""
    locale = Locale("ru")
    known = countries(locale)
    rows = {("country", code, name) for code, name in known.items()}
    rows |= {("city", code, name) for code, name in cities(locale, set(known.values()))}
    lines = ["\t".join(row) for row in sorted(rows)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
