"""`python -m tests.fuzz --minutes 60 [--target NAME] [--seed N]`: fuzz, and say how often and what was found."""

import argparse
import sys
import time
from collections import Counter

from tests.fuzz.fuzzing import fuzz, seeds
from tests.fuzz.targets import TARGETS

EXAMPLES = 400
"""A seed: enough for hypothesis to get going, few enough to end in time."""


def main() -> None:
    """Take turns among the targets until the time is up."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--target", choices=TARGETS, action="append")
    parser.add_argument("--seed", type=int, default=0, help="the first; each round takes the next")
    chosen = parser.parse_args()
    executions: Counter[str] = Counter()
    found: dict[str, str] = {}
    end = time.monotonic() + 60 * chosen.minutes
    for number in seeds(chosen.seed):
        for name in chosen.target or TARGETS:
            if time.monotonic() > end:
                _report(number, executions, found)
            run = fuzz(TARGETS[name], number, EXAMPLES)
            executions[name] += run.executions
            for finding in run.findings:
                if found.setdefault(f"{name}: {finding.error}", finding.example) is finding.example:
                    print(f"{name}, seed {number}: {finding.example}\n{finding.error}", flush=True)


def _report(number: int, executions: Counter[str], found: dict[str, str]) -> None:
    """Print the sums and end, with exit code 1 when anything was found."""
    print(", ".join(f"{name} {count:,}" for name, count in executions.items()), "executions", flush=True)
    print(f"{len(found)} findings; the next seed is {number}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
