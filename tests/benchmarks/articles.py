"""The texts that are measured: gold files where they lie beside the repository, else the tests' own."""

import json
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

from tests.natasha_env import ROOT

GOLD = ROOT.parent / "shared" / "eval" / "gold"
TIMED = GOLD / "factrueval-dev.jsonl"
OWN = ROOT / "tests" / "cases" / "articles.jsonl"
SHORT = {"text": "Эмомали Рахмон прибыл в Москву 16 сентября.", "published": "2021-09-16"}

Record = dict[str, Any]


class Articles(NamedTuple):
    """Files of articles for the workers."""

    timed: Path
    lengths: list[int]
    """Characters of each article of `timed`."""
    many: Path
    many_count: int
    short: Path
    """One sentence, for a first answer."""
    words: str
    """What `timed` and `many` are, for the table's head."""


def prepare(folder: Path, *, timed: int, many: int) -> Articles:
    """Writes the files into `folder`: the first `timed` articles, and `many` of all, begun again where they end."""
    source = TIMED if TIMED.exists() else OWN
    few = list(islice(read(source), timed))
    everything = list(read_many())
    lengths = [len(record["text"]) for record in few]
    words = (
        f"{source.name}, {len(few)} articles, {sum(lengths):,} characters; memory: {many:,} articles, "
        f"{min(many, len(everything)):,} of them different"
    )
    return Articles(
        timed=write(folder / "timed.jsonl", few),
        lengths=lengths,
        many=write(folder / "many.jsonl", islice(cycle(everything), many)),
        many_count=many,
        short=write(folder / "short.jsonl", [SHORT]),
        words=words,
    )


def read_many() -> Iterator[Record]:
    """Every article at hand; the files of single phrases with dates are none."""
    files = [path for path in sorted(GOLD.glob("*.jsonl")) if not path.name.startswith("dates-")]
    for path in files or [OWN]:
        yield from read(path)


def read(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        records = map(json.loads, lines)
        yield from (record for record in records if record["text"].strip())


def write(path: Path, records: Iterable[Record]) -> Path:
    with path.open("w", encoding="utf-8") as lines:
        for record in records:
            kept = {"text": record["text"], "published": record.get("published")}
            lines.write(json.dumps(kept, ensure_ascii=False) + "\n")
    return path
