"""Country and kind of places."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ner_news
from ner_news.categories import PlaceKind
from ner_news.places import locate, locate_all
from ner_news.places.cities import ALIASES, CITIES
from ner_news.places.locating import (
    RULES,
    Location,
    find_by_ending,
    find_by_noun,
    find_listed,
    find_listed_town,
    find_part,
    find_state,
)
from ner_news.places.mountains_islands import OTHERS
from ner_news.places.noun_before import locate_in_text
from ner_news.places.regions import REGIONS
from ner_news.places.streets_districts import DISTRICTS, STREETS
from ner_news.places.waters_facilities import FACILITIES, WATERS

_CASES = Path(__file__).parents[1] / "cases" / "places.jsonl"
_WORDS = ("Москва", "Иркутская", "область", "река", "город", "Республика", "Корея", "-", "США", "")
_SENTENCES = Path(__file__).parents[1] / "cases" / "places_in_text.txt"
_MARK = re.compile(r"\[(?P<name>[^|]+)\|(?P<kind>[^|]+)\|(?P<country>[^]]+)\]")
_TABLE = Path(ner_news.__file__).parent / "places" / "cldr.tsv"


@pytest.mark.parametrize(
    "case",
    [json.loads(line) for line in _CASES.read_text(encoding="utf-8").splitlines()],
    ids=lambda case: str(case["lemma"]),
)
def test_a_place_has_this_country_and_kind(case: dict[str, Any]) -> None:
    assert locate(case["lemma"])._asdict() == {"country": case["country"], "kind": case["kind"]}


def test_a_document_tells_them() -> None:
    places = ner_news.extract("Канцлер прибыл в Нидерланды, потом в Душанбе и в Иркутскую область.").places
    assert [(place.country, place.kind) for place in places] == [("NL", "country"), ("TJ", "city"), ("RU", "region")]


@pytest.mark.parametrize(
    ("text", "lemma", "kind"),
    [
        ("Лёд на реке [Оять] вскрылся.", "Оять", "water"),
        ("Рейс из аэропорта «[Энск]» отменили.", "Энск", "facility"),
        ("Рейс из аэропорта [Энска] отменили.", "Энск", None),
        ("Дом стоит на улице [Рождественка].", "Рождественка", "street"),
        ("Пожар в посёлке [Мирный].", "Мирный", "city"),
        ("Пожар в районе [Сокол].", "Сокол", "district"),
        ("Наводнение в штате [Вашингтон].", "Вашингтон", "region"),
        ("Рейсы в аэропорты [Внуково] и Энск.", "Внуково", "facility"),
        ("Рейсы в аэропорты Внуково и [Кимры].", "Кимры", "facility"),
        ("Аэропорты Внуково, Энск и [Жуковский] закрыты.", "Жуковский", "facility"),
        ("Самолёт ушёл в аэропорт [Домодедово].", "Домодедово", "facility"),
        ("Заводы [Домодедово] и Кимр стоят.", "Домодедово", "city"),
        ("Мосты через реки Лена и Амур, [Энск] и Омск.", "Энск", None),
        ("Мосты через реки Лена, Амур и [Энск].", "Энск", "water"),
        ("Вагоны строят для [БАМ].", "БАМ", "facility"),
        ("Доехали до [КИМ].", "КИМ", None),
        ("Продукция [Рязанской] и Тульской областей.", "Рязанская", "region"),
        ("Снег на [Тверской] и Новослободской улицах.", "Тверская", "street"),
        ("Снег на [Тверской] и Новослободской.", "Тверская", None),
        ("Хлеб [Краснодарского] и Ставропольского края.", "Краснодарский", "region"),
        ("Засуха в [Сычуани].", "Сычуани", "region"),
        ("Кафе на [Баумана].", "Бауман", "street"),
        ("Суда ждут в порту [Кавказ].", "Кавказ", "facility"),
        ("Поезд прибыл на станцию [Москва].", "Москва", "facility"),
        ("Ремонт дороги [Москва] — Минск.", "Москва", "city"),
        ("Ремонт улицы [Сочи] продлили.", "Сочи", "city"),
        ("Улицы [Москвы] перекрыты.", "Москва", "city"),
        ("В этом регионе [Россия] присутствует давно.", "Россия", "country"),
        ("В этом районе [Москва] строит метро.", "Москва", "city"),
        ("Он живёт у реки.\n[Васюки] далеко.", "Васюки", None),
        ("[Васюки] далеко.", "Васюки", None),
    ],
)
def test_the_noun_before_a_name_tells_its_kind(text: str, lemma: str, kind: str | None) -> None:
    start, stop = text.index("["), text.index("]") - 1
    assert locate_in_text(text.replace("[", "").replace("]", ""), start, stop, lemma).kind == kind


def test_the_tables_of_names_and_nouns_hold_no_name_twice() -> None:
    """A name in two tables would be what the later one says, in silence."""
    tables = (WATERS, FACILITIES, DISTRICTS, STREETS, OTHERS, CITIES, REGIONS)
    names = [name for table in tables for names in table.values() for name in names.split(", ")]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def _countries() -> set[str]:
    rows = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()]
    return {code for kind, code, _ in rows if kind == "country"}


def test_every_country_of_the_tables_is_one_of_cldr() -> None:
    rows = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()]
    countries = _countries()
    assert {code for kind, code, _ in rows if kind == "city"} <= countries
    assert {
        code for table in (ALIASES, CITIES, REGIONS, WATERS, FACILITIES, DISTRICTS, STREETS, OTHERS) for code in table
    } - {""} <= countries
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=30) | st.lists(st.sampled_from(_WORDS), max_size=4).map(" ".join))
def test_any_text_has_a_country_and_a_kind_or_none(text: str) -> None:
    location = locate(text)
    assert location.country is None or re.fullmatch("[A-Z]{2}", location.country)
    assert location.kind in {None, *get_args(PlaceKind)}


def test_each_rule_finds_its_own_names() -> None:
    """A rule gives `None` for what is not its own; the table of names that each rule alone knows."""
    known: dict[Callable[[str], Location | None], dict[str, tuple[str | None, str] | None]] = {
        find_listed: {"москва": ("RU", "city"), "южная корея": ("KR", "country")},
        find_state: {"королевство испания": ("ES", "country"), "республика москва": None},
        find_listed_town: {"красный лиман": (None, "city"), "кимры": ("RU", "city"), "васюки": None},
        find_by_noun: {
            "приморский край": ("RU", "region"),
            "иркутская область": ("RU", "region"),
            "город москва": ("RU", "city"),
            "река волга": (None, "water"),
            "улица маршала жукова": (None, "street"),
            "крымский мост": (None, "facility"),
            "мост": None,
            "город бавария": (None, "city"),
            "река": None,
        },
        find_by_ending: {"гайд-парк": (None, "facility"), "нью-йорк": None, "парк": None},
        find_part: {"северная италия": ("IT", "region"), "северная васюки": None},
    }
    assert set(RULES) == set(known)
    assert {rule: {name: rule(name) for name in names} for rule, names in known.items()} == known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Поезд прибыл в посёлок [Энск]. Сегодня [Энск] ждёт.", ["city", "city"]),
        ("Сегодня [Энск] ждёт. Поезд прибыл в посёлок [Энск].", ["city", "city"]),
        ("В посёлке [Энск] дожди, на реке [Энск] паводок, [Энск] ждёт.", ["city", "water", None]),
        ("В штате [Вашингтон] дожди, а [Вашингтон] молчит.", ["region", "city"]),
    ],
)
def test_mentions_of_one_entity_lend_each_other_what_they_tell(text: str, expected: list[str | None]) -> None:
    plain = text.replace("[", "").replace("]", "")
    starts = [match.start() - 2 * number for number, match in enumerate(re.finditer(r"\[", text))]
    names = re.findall(r"\[(.+?)\]", text)
    places = [(start, start + len(name), name, f"LOC:{name}") for start, name in zip(starts, names, strict=True)]
    assert [location.kind for location in locate_all(plain, places)] == expected


def test_the_name_of_the_entity_tells_what_no_mention_does() -> None:
    assert locate_all("Еду в Екб", [(6, 9, "Екб", "LOC:екатеринбург")]) == [Location("RU", "city")]
    assert locate_all("Еду в Энск", [(6, 10, "Энск", "Q42")]) == [Location()]


def test_the_towns_are_sorted_and_their_countries_are_known() -> None:
    lines = (_TABLE.parent / "towns.tsv").read_bytes().splitlines()
    rows = [line.decode().split("\t") for line in lines if not line.startswith(b"#")]
    assert lines[2:] == sorted(lines[2:])
    assert {code for _, code in rows} <= {*_countries(), ""}
    assert len({name for name, _ in rows}) == len(rows) > 20_000


def _judge(line: str) -> list[tuple[str, str]]:
    """Return what a sentence expects of each marked place, and what it gets: «Орск city RU»."""
    pieces, wanted, spans = _MARK.split(line), [match.groupdict() for match in _MARK.finditer(line)], []
    text = pieces[0]
    for place, behind in zip(wanted, pieces[4::4], strict=True):
        spans.append((len(text), len(text) + len(place["name"]), "LOC"))
        text += place["name"] + behind
    found = ner_news.extract(text, spans=spans).places
    got = [f"{place.text} {place.kind or '-'} {place.country or '-'}" for place in found]
    return [(" ".join(place.values()), answer) for place, answer in zip(wanted, got, strict=True)]


def test_places_in_sentences_have_their_kind_and_country() -> None:
    """What is left is mostly of lemmas that are wrong: «Великих Лук», «на реке Ёма»."""
    lines = _SENTENCES.read_text(encoding="utf-8").splitlines()
    judged = [pair for line in lines if not line.startswith("#") for pair in _judge(line)]
    wrong = [pair for pair in judged if pair[0] != pair[1]]
    assert len(judged) > 300
    assert len(wrong) <= 0.03 * len(judged), wrong
