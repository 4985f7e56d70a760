"""Years of two digits: what a caller's pivot says of them."""

from typing import Any

import pytest

from ner_news import Extractor
from ner_news.dates import check_pivot, parse_published, read_dates

PIVOTS = {0: "1921", 21: "1921", 22: "2021", 100: "2021"}


@pytest.mark.parametrize(("pivot", "year"), PIVOTS.items())
def test_a_pivot_says_which_century(pivot: int, year: str) -> None:
    for published in (None, "2026-01-15"):
        [(_, date)] = read_dates("Акт 16.09.21 лежит в деле.", parse_published(published), pivot)
        assert (date.value, date.anchor) == (f"{year}-09-16", "absolute")


def test_without_a_publication_it_is_a_guess_that_says_so() -> None:
    [(_, date)] = read_dates("Акт 16.09.21 лежит в деле.")
    assert (date.value, date.anchor) == ("2021-09-16", "publication")


def test_years_of_four_digits_do_not_ask_for_it() -> None:
    [(_, date)] = read_dates("Акт 16.09.2021 лежит в деле.", None, 0)
    assert date.value == "2021-09-16"


@pytest.mark.parametrize("pivot", [-1, 101, True, 30.0, "30"])
def test_what_is_no_pivot_is_refused(pivot: Any) -> None:
    with pytest.raises(ValueError, match="century_pivot"):
        check_pivot(pivot)


def test_the_extractor_has_it() -> None:
    [date] = Extractor(century_pivot=10)("Акт 16.09.21 лежит в деле.").dates
    assert date.value == "1921-09-16"
