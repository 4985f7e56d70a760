"""What people are, in all six cases: first as the text says it, then as it is said in the nominative."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ner_news.lemmas.role_phrase import lemmatize_role, read_role
from ner_news.morph import CASES

_CASES = Path(__file__).parents[1] / "cases"


def _read(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_CASES / name).read_text(encoding="utf-8").splitlines()]


def _declined() -> Iterator[Any]:
    for entry in _read("roles-declined.jsonl"):
        for case, form in zip(CASES, entry["forms"], strict=True):
            yield pytest.param(form, case, entry["forms"][0], id=f"{form}-{case}")


@pytest.mark.parametrize(("form", "case", "lemma"), list(_declined()))
def test_a_declined_role_has_its_nominative(form: str, case: str, lemma: str) -> None:
    assert lemmatize_role(form, frozenset((case,))) == lemma


@pytest.mark.parametrize(("form", "case", "lemma"), list(_declined()))
def test_the_role_alone_tells_its_case(form: str, case: str, lemma: str) -> None:  # noqa: ARG001
    assert case in read_role(form).cases


@pytest.mark.parametrize("case", _read("roles.jsonl"), ids=lambda case: case["role"])
def test_a_role_is_said_of_one_person(case: dict[str, str]) -> None:
    assert lemmatize_role(case["role"]) == case["lemma"]


@pytest.mark.parametrize("text", ["", "«", "и", "123", "\ud800", "a" * 100, "- - -", "\0"])
def test_anything_has_a_lemma(text: str) -> None:
    assert isinstance(lemmatize_role(text), str)
