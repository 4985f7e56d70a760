"""`python -m tests.endurance memory [--documents N]`, `… growth`, `… repeated` and `… archive [--articles N]`."""

import argparse
import sys
from pathlib import Path

from tests.endurance.archive import measured
from tests.endurance.growth import times
from tests.endurance.memory import GROWTH, growth
from tests.endurance.repeated import print_costs

READINGS = 50
"""Of a run."""


def main() -> None:
    """Run one and print what it measured; exit code 1 when memory grew or answers differ."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance", description=__doc__)
    parser.add_argument("run", choices=["memory", "growth", "repeated", "archive"])
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, help="for the files of an archive, 7 KB an article")
    chosen = parser.parse_args()
    if chosen.run == "archive":
        checksums = set()
        for found in measured(chosen.articles, [2, 1], chosen.folder):
            checksums.add(found.checksum)
            rate = f"{found.seconds:,.1f} s, {chosen.articles / found.seconds:,.0f} articles a second"
            grown = f"{found.peak:,.0f} MB at most, {found.slope:+,.1f} MB an hour"
            print(f"{found.workers} workers: {rate}; {grown}; {found.checksum[:16]}; {found.summary}", flush=True)
        print("the same answers" if len(checksums) == 1 else "DIFFERENT answers")
        sys.exit(len(checksums) > 1)
    if chosen.run == "growth":
        for kind, size, seconds in times():
            speed = f"{seconds / size * 1e6:7.2f} µs a character"
            print(f"{kind:10} {size:>10,} characters {seconds:8.3f} s {speed}", flush=True)
        return
    if chosen.run == "repeated":
        sys.exit(print_costs())
    every = max(1, chosen.documents // READINGS)
    readings = growth(documents=chosen.documents, every=every, warm_up=0.4, own=False)
    print(f"{readings.warm:.1f} MB warm, {readings.last:.1f} MB at most after, allowed +{GROWTH} MB")
    sys.exit(readings.last - readings.warm >= GROWTH)


if __name__ == "__main__":
    main()
