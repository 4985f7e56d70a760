"""The notation of dates: each form has its grain, and so has each value that the package gives."""

import re
from collections.abc import Iterator

import pytest

from ner_news.categories import CATEGORIES
from ner_news.dates import grain_of_value
from ner_news.dates.notation.intervals import FORMS
from ner_news.errors import InputError
from tests.dates.cases import Meaning, read_cases, solve

GRAINS = {
    "decade": "201X 000X 196X/197X",
    "year": "2021 0001 1801/1900 2014/.. ../2014 XXXX XXXX/XXXX",
    "half": "2021-H1 XXXX-H2 XXXX-HX 2021/2021-H1",
    "quarter": "2021-Q3 XXXX-Q4 XXXX-QX 2021-Q1/2021-Q3",
    "season": "2021-SU 0001-WI XXXX-SP 2021-SP/2021-SU 2021-FA/..",
    "month": "2021-09 XXXX-05 XXXX-XX 2019-12/2020-02 ../2014-05 2019/2021-05 XXXX-01/XXXX-08",
    "week": "2021-W37 XXXX-WXX 2021-09/2021-W37",
    "day": "2021-09-16 XXXX-11-WXX-4#3 XXXX-02-29 XXXX-XX-25 XXXX-05-XX XXXX-XX-XX XXXX-WXX-3 "
    "XXXX-WXX-6/XXXX-WXX-7 2003-05/2005-11-27",
    "part": "2021-05-05TMO XXXX-05-WXX-6#2TEV XXXX-05-05TNI XXXX-XX-XXTEV XXXX-WXX-3TEV 2021-05-05/2021-05-06TAF",
    "hour": "XXXX-XX-XXTXX:XX XXXX-05-05T15:XX",
    "minute": "2021-09-16T16:02 XXXX-XX-WXX-7#-1T18:00 XXXX-XX-XXT11:00 XXXX-05-05TXX:30 2021-05-05/2021-05-05T18:00",
}
COARSE = {  # what the notation writes in another unit, as (the value's grain, the date's)
    ("year", "century"): r"\d\d01/\d\d00|XXXX",
    ("year", "decade"): "XXXX",
    ("year", "season"): r"\d{4}|\d{4}/\d{4}|XXXX",  # of sport
    ("month", "season"): r"\d{4}-12/\d{4}-02",
    ("month", "day"): r"XXXX-\d\d",  # «вторая половина октября»
    ("minute", "hour"): r"\S+:00",
    ("hour", "minute"): "XXXX-XX-XXTXX:XX",  # «через полчаса»
}


def _given() -> Iterator[Meaning]:
    """Every date of the cases, as it is and without the publication."""
    for case in read_cases("dates.jsonl"):
        yield from case.dates
        yield from solve(case._replace(published=None)).dates


@pytest.mark.parametrize(("grain", "values"), GRAINS.items(), ids=GRAINS)
def test_a_value_has_its_grain(grain: str, values: str) -> None:
    assert {grain_of_value(value) for value in values.split()} == {grain}


def test_every_form_and_every_unit_has_a_value_here() -> None:
    ends = {end for values in GRAINS.values() for value in values.split() for end in value.split("/")}
    assert [form for form, _, _ in FORMS if not any(re.fullmatch(form, end) for end in ends)] == []
    assert set(GRAINS) == set(CATEGORIES["grain"]) - {"century"}  # which is written in years


def test_the_forms_exclude_one_another() -> None:
    ends = {end for date in _given() for end in date.value.split("/")} - {".."}
    assert all(sum(re.fullmatch(form, end) is not None for form, _, _ in FORMS) == 1 for end in ends)


def test_a_value_tells_the_grain_that_the_package_gave() -> None:
    given = {(grain_of_value(date.value), date.grain, date.value) for date in _given()}
    others = [(own, grain, value) for own, grain, value in given if own != grain]
    assert [each for each in others if not re.fullmatch(COARSE.get(each[:2], ""), each[2])] == []
    assert {each[:2] for each in others} == set(COARSE)


@pytest.mark.parametrize(
    "value", ["", "..", "../..", "2021-13", "2021-Q5", "XXXX-13", "XXXX-WXX-8", "2021-XX", "2021-09-16T14"]
)
def test_no_value_has_no_grain(value: str) -> None:
    with pytest.raises(InputError, match=re.escape(repr(value))):
        grain_of_value(value)
