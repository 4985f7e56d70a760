"""Country and kind of places."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ner_news
from ner_news.places import locate
from ner_news.places.cities_regions import ALIASES, CITIES, REGIONS

_CASES = Path(__file__).parents[1] / "cases" / "places.jsonl"
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
@given(st.text(max_size=30))
def test_any_text_has_an_answer(text: str) -> None:
    assert locate(text)
