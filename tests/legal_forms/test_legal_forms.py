"""Companies by their bare names, with the legal form beside."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ner_news.legal_forms import find_companies, find_legal_form
from ner_news.legal_forms.form_tables import BEFORE, COMPANIES, WRITTEN_OUT
from ner_news.tagging.postprocessing.bare_companies import split_legal_forms
from tests.drawing import draw, undraw

_CASES = Path(__file__).parents[1] / "cases" / "legal-forms.jsonl"
_PIECES = ["ООО", "АО", "ИП", "УК", "общества с ограниченной ответственностью", "Ромашка", "Дом", "Inc.", "GmbH"]
_SIGNS = [" ", "«", "»", '"', "„", "“", ",", ".", "\n", " и "]


def read_cases() -> list[Any]:
    rows = [json.loads(line) for line in _CASES.read_text(encoding="utf-8").splitlines()]
    return [
        pytest.param(
            row["found"],
            row["wanted"],
            row["forms"],
            marks=[pytest.mark.xfail(strict=True, reason=row["xfail"])] if "xfail" in row else [],
        )
        for row in rows
    ]


@pytest.mark.parametrize(("found", "wanted", "forms"), read_cases())
def test_the_span_is_the_bare_name_and_the_form_stands_beside(found: str, wanted: str, forms: list[str | None]) -> None:
    text, spans = undraw(found)
    names = split_legal_forms(text, spans)
    assert draw(text, names) == wanted
    told = [find_legal_form(text, span.start, span.stop) for span in names if span.label == "ORG"]
    assert told == forms


@pytest.mark.parametrize("drawing", ["[ООО «Ландыш»|ORG]", "[OOO Ландыш|ORG]", "[Acme Ltd.|ORG]", "[Acme, Inc.|ORG]"])
def test_the_form_inside_a_span_is_told_too(drawing: str) -> None:
    """Spans of a gazetteer and of a user may hold it."""
    text, [span] = undraw(drawing)
    assert find_legal_form(text, span.start, span.stop) in ("ООО", "Ltd", "Inc")


def test_the_score_is_the_networks_where_it_found_the_name() -> None:
    text, spans = undraw("[ООО «Ландыш»|ORG] и ООО «Кедр»")
    names = split_legal_forms(text, [span._replace(score=0.7) for span in spans])
    assert [name.score for name in names] == [0.7, 1.0]


def test_the_tables_agree() -> None:
    assert COMPANIES <= BEFORE
    assert {form for _, form in WRITTEN_OUT} <= BEFORE


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*_PIECES, *_SIGNS]), max_size=14).map("".join), st.data())
def test_any_text_gives_sorted_names_that_are_apart(text: str, data: st.DataObject) -> None:
    marks = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    drawn = zip(marks[::2], marks[1::2], strict=False)
    from ner_news.spans import PlainSpan

    spans = [PlainSpan(start, stop, data.draw(st.sampled_from(("ORG", "PER", "LOC")))) for start, stop in drawn]
    names = split_legal_forms(text, spans)
    place = 0
    for name in names:
        assert place <= name.start < name.stop <= len(text)
        place = name.stop
    for company in find_companies(text):
        assert company.form_start < company.start < company.stop <= len(text)
