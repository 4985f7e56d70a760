"""Runs of a target: random examples, what they broke, how many there were."""

import traceback
from collections.abc import Iterator
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.targets import Target

SHOWN = 3000
"""Characters of an example and of its error."""


class Finding(NamedTuple):
    """An example that broke a promise, as small as it could be made."""

    example: str
    error: str


class Run(NamedTuple):
    """What came of one seed."""

    executions: int
    findings: list[Finding]


def fuzz(target: Target, number: int, examples: int) -> Run:
    """So many examples of the seed; the same ones for the same number."""
    executions = 0
    last: list[object] = []

    @seed(number)
    @settings(
        database=None,
        deadline=None,
        max_examples=examples,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=False,
    )
    @given(target.examples)
    def run(example: object) -> None:
        nonlocal executions
        executions += 1
        last[:] = [example]
        target.run(example)

    try:
        run()
    except Exception as error:
        trace = "".join(traceback.format_exception(error))
        return Run(executions, [Finding(repr(last[0])[:SHOWN], trace[-SHOWN:])])
    return Run(executions, [])


def seeds(first: int) -> Iterator[int]:
    """Numbers without end."""
    while True:
        yield first
        first += 1
