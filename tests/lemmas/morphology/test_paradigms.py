"""The tables of endings are complete."""

import pytest

from ner_news.lemmas.morphology.paradigms import CASES, KINDS, TABLES, Paradigm

ROWS = [pytest.param(row, id=f"{table}-{n}") for table, rows in TABLES.items() for n, row in enumerate(rows)]


@pytest.mark.parametrize("row", ROWS)
def test_a_paradigm_has_an_ending_for_each_case(row: Paradigm) -> None:
    assert len(row.endings.split()) == len(CASES)
    assert row.kind in {"", *KINDS}
    assert row.stems.split()
    assert 0 < row.weight <= 1
