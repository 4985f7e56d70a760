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
from ner_news.places import locate
from ner_news.places.cities_regions import ALIASES, CITIES, REGIONS
from ner_news.places.locating import RULES, Location, find_by_noun, find_listed, find_part, find_state

_CASES = Path(__file__).parents[1] / "cases" / "places.jsonl"
_WORDS = ("Москва", "Иркутская", "область", "река", "город", "Республика", "Корея", "-", "США", "")
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


def test_every_country_of_the_tables_is_one_of_cldr() -> None:
    rows = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()]
    countries = {code for kind, code, _ in rows if kind == "country"}
    assert {code for kind, code, _ in rows if kind == "city"} <= countries
    assert set(ALIASES) | set(CITIES) | set(REGIONS) - {""} <= countries
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
        find_by_noun: {
            "приморский край": ("RU", "region"),
            "иркутская область": ("RU", "region"),
            "город москва": ("RU", "city"),
            "река волга": (None, "other"),
            "город бавария": (None, "city"),
            "река": None,
        },
        find_part: {"северная италия": ("IT", "region"), "северная васюки": None},
    }
    assert set(RULES) == set(known)
    assert {rule: {name: rule(name) for name in names} for rule, names in known.items()} == known
