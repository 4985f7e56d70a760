"""`python -m tests.endurance memory [--documents N]` and `python -m tests.endurance growth`."""

import argparse
import sys

from tests.endurance.growth import times
from tests.endurance.memory import GROWTH, growth

READINGS = 50
"""Of a run."""


def main() -> None:
    """Run one and print what it measured; exit code 1 when memory grew."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance", description=__doc__)
    parser.add_argument("run", choices=["memory", "growth"])
    parser.add_argument("--documents", type=int, default=50_000)
    chosen = parser.parse_args()
    if chosen.run == "growth":
        for kind, size, seconds in times():
            speed = f"{seconds / size * 1e6:7.2f} µs a character"
            print(f"{kind:10} {size:>10,} characters {seconds:8.3f} s {speed}", flush=True)
        return
    every = max(1, chosen.documents // READINGS)
    readings = growth(documents=chosen.documents, every=every, warm_up=0.4, own=False)
    print(f"{readings.warm:.1f} MB warm, {readings.last:.1f} MB at most after, allowed +{GROWTH} MB")
    sys.exit(readings.last - readings.warm >= GROWTH)


if __name__ == "__main__":
    main()
