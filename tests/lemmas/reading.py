"""Cases as data: files of `tests/cases`."""

import json
from pathlib import Path
from typing import Any

import pytest

_CASES = Path(__file__).parents[1] / "cases"


def read_cases(name: str) -> list[Any]:
    """The lines of a file as parameters; one with `fails` is known not to be solved, and says why."""
    lines = (_CASES / name).read_text(encoding="utf-8").splitlines()
    return [_parameter(json.loads(line)) for line in lines]


def _parameter(case: dict[str, Any]) -> Any:
    fails = case.pop("fails", None)
    marks = [pytest.mark.xfail(reason=fails, strict=True)] if fails else []
    return pytest.param(case, id=case["text"], marks=marks)
