"""The command: `python -m tests.benchmarks [--quick] [--only ROW …]`."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import crowds, rows
from tests.benchmarks.articles import prepare
from tests.benchmarks.measure import TURN
from tests.benchmarks.rows import Row, Setting
from tests.benchmarks.table import Line, machine, table
from tests.natasha_env import natasha_python

ROWS = (*rows.ROWS, *crowds.ROWS)


def main() -> None:
    options = parser().parse_args()
    chosen = [row for row in ROWS if not options.only or row.name in options.only]
    with tempfile.TemporaryDirectory() as folder:
        setting = make_setting(Path(folder), quick=options.quick)
        print(head(setting), table(measured(chosen, setting)), definitions(chosen), sep="\n\n")


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Speed and memory beside natasha's.")
    made.add_argument("--quick", action="store_true", help="30 articles, 100 for memory: rough figures")
    made.add_argument("--only", metavar="ROW", nargs="+", choices=[row.name for row in ROWS], help="these rows alone")
    return made


def make_setting(folder: Path, *, quick: bool) -> Setting:
    articles = prepare(folder, timed=30 if quick else 1000, many=100 if quick else 1000)
    return Setting(
        articles,
        natasha_python(),
        repeats=2 if quick else 3,
        starts=3 if quick else 7,
        corpus=2000 if quick else 20_000,
    )


def measured(rows: list[Row], setting: Setting) -> list[Line]:
    lines: list[Line] = []
    for row in rows:
        print(f"measuring {row.name} …", file=sys.stderr)
        lines += row.lines(row.name, setting)
    return lines


def head(setting: Setting) -> str:
    return (
        f"{machine()}.\nTexts: {setting.articles.words}.\n"
        f"Both sides in turn, {TURN} articles here, the same {TURN} there; "
        f"medians of {setting.repeats} repeats and of {setting.starts} starts."
    )


def definitions(rows: list[Row]) -> str:
    return "\n".join((*WORDS, *(f"- {row.name}: {row.words}." for row in rows)))


WORDS = (
    "- cold: every article for the first time: caches are empty when a pass begins, ours all, natasha's that of "
    "`MorphVocab`; nothing is loaded anew.",
    "- warm: after a pass over the same articles that is not counted.",
    "- emptied: caches emptied before every single article, as if each came to a new process: the worst case.",
    "- ratio: natasha's figure through ours, summed over the articles; paired ratio: "
    "the median over articles of the ratios of runs side by side.",
    "- characters a second: of all articles through our CPU time.",
)

if __name__ == "__main__":
    main()
