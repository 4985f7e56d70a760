"""One process and two: wall time, as what counts is when the work is done."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from ner_news import Extractor
from ner_news.blas import use_one_thread
from tests.benchmarks.rows import Row, Setting
from tests.benchmarks.table import Line, seconds
from tests.benchmarks.worker import our_python

Records = list[dict[str, Any]]


def piped(name: str, setting: Setting) -> Iterator[Line]:
    """`pipe` over the articles of `memory`; a pass before it, of which forked processes know the words too."""
    records = read(setting)
    extractor = Extractor()
    use_one_thread()
    for _ in extractor.pipe(records):
        pass

    def run(workers: int) -> None:
        for _ in extractor.pipe(records, workers=workers):
            pass

    yield from lines(name, run, records, setting.repeats)


def filed(name: str, setting: Setting) -> Iterator[Line]:
    """The command line from a Parquet file of the same articles to another one, its start among it."""
    import pyarrow
    import pyarrow.parquet

    records = read(setting)
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.parquet", Path(folder) / "out.parquet"
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(records), source)
        command = [str(our_python().with_name("ner-news")), "extract", str(source), "-o", str(target), "-q"]
        one = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
        run = partial(subprocess.run, check=True, env=one)
        yield from lines(name, lambda count: run([*command, "--workers", str(count)]), records, setting.repeats)


def read(setting: Setting) -> Records:
    with setting.articles.many.open(encoding="utf-8") as articles:
        return list(map(json.loads, articles))


def lines(name: str, run: Callable[[int], object], records: Records, repeats: int) -> Iterator[Line]:
    """One worker and two in turn, the medians."""
    times: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(repeats):
        for workers, taken in times.items():
            start = time.perf_counter()
            run(workers)
            taken.append(time.perf_counter() - start)
    characters = sum(len(record["text"]) for record in records)
    for workers, taken in times.items():
        middle = median(taken)
        gain = f"{median(times[1]) / middle:.2f} times as fast as one"
        words = seconds(middle) if workers == 1 else f"{seconds(middle)}, {gain}"
        yield Line(name, f"{workers} worker{'s' * (workers > 1)}, wall", words, speed=characters / middle)


ROWS = (
    Row(
        "pipe",
        "`Extractor.pipe(workers=1)` and `(workers=2)` over the articles of `memory`, warm: wall time of all, with the "
        "start of the processes",
        piped,
    ),
    Row(
        "files",
        "`ner-news extract in.parquet -o out.parquet --workers 1` and `2`, the same articles, cold: wall time of the "
        "whole command",
        filed,
    ),
)
