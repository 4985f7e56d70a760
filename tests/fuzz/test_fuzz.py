"""A short run of the fuzzer with a fixed seed, what it found before, and that it can find anything."""

import pytest
from hypothesis import strategies as st

from tests.fuzz.fuzzing import fuzz
from tests.fuzz.targets import TARGETS, Target
from tests.fuzz.texts import TEXTS

EXAMPLES = 250


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_is_found(name: str) -> None:
    run = fuzz(TARGETS[name], 0, EXAMPLES)
    assert not run.findings, run.findings[0].error
    assert run.executions >= EXAMPLES


def test_what_breaks_is_found() -> None:
    def breaks(text: str) -> None:
        assert "<b>" not in text

    [finding] = fuzz(Target(TEXTS, breaks), 0, EXAMPLES).findings
    assert "<b>" in finding.example
    assert "AssertionError" in finding.error


def test_a_seed_gives_the_same_examples() -> None:
    drawn: list[list[str]] = [[], []]
    for texts in drawn:
        fuzz(Target(st.text(), texts.append), 5, 50)
    assert drawn[0] == drawn[1]
