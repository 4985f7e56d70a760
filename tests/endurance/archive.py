"""An archive through the command line with two workers and with one process: rate, memory, and the same answers."""

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.endurance.memory import PAGE
from tests.endurance.stream import distinct, texts

WARM = 0.4
"""The part of a run whose memory is not judged: caches fill."""

EVERY = 2.0
"""Seconds between two readings of memory."""


class Reading(NamedTuple):
    """What a run of the command line came to."""

    workers: int
    seconds: float
    peak: float
    """Megabytes of all its processes together, pages that they share counted once for each."""
    slope: float
    """Megabytes an hour, the line that fits the readings after the warm part best."""
    checksum: str
    summary: str


def measured(articles: int, workers: list[int], folder: Path | None = None) -> Iterator[Reading]:
    """A run for each number of workers on the same file."""
    with TemporaryDirectory(dir=folder) as inside:
        source = Path(inside) / "archive.jsonl"
        with source.open("w", encoding="utf-8") as lines:
            for number, text in enumerate(islice(distinct(texts(own=False), largest=1_600, share=1 / 8), articles)):
                lines.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
        print(f"{articles:,} articles, {source.stat().st_size / 1e6:,.0f} MB", flush=True)
        for count in workers:
            yield run(source, Path(inside) / f"{count}.out.jsonl", count)


def run(source: Path, target: Path, workers: int) -> Reading:
    """The command line on one file; what it wrote is deleted when its checksum is known."""
    command = [str(Path(sys.executable).with_name("ner-news")), "extract", str(source), "-o", str(target)]
    start = time.monotonic()
    readings: list[tuple[float, float]] = []
    with subprocess.Popen([*command, "--workers", str(workers)], stderr=subprocess.PIPE, text=True) as running:
        while running.poll() is None:
            readings.append((time.monotonic() - start, memory(running.pid)))
            try:
                running.wait(EVERY)
            except subprocess.TimeoutExpired:
                continue
        seconds = time.monotonic() - start
        told = running.stderr.read() if running.stderr else ""
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command, stderr=told)
    with target.open("rb") as written:
        checksum = hashlib.sha256()
        while piece := written.read(1_000_000):
            checksum.update(piece)
    target.unlink()
    late = [reading for reading in readings if reading[0] >= WARM * seconds]
    return Reading(
        workers, seconds, max(mb for _, mb in readings), slope(late) * 3600, checksum.hexdigest(), told.strip()
    )


def memory(process: int) -> float:
    """Resident megabytes of a process and of all below it."""
    pages = 0
    for each in [process, *below(process)]:
        try:
            pages += int(Path(f"/proc/{each}/statm").read_text(encoding="ascii").split()[1])
        except OSError:
            continue
    return pages * PAGE / 1_000_000


def below(process: int) -> Iterator[int]:
    """The children of a process, and theirs."""
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, file.read_text(encoding="ascii").split()):
            yield child
            yield from below(child)


def slope(readings: list[tuple[float, float]]) -> float:
    """Of the line through points that is nearest to them.

    >>> slope([(0, 1), (1, 3), (2, 5)])
    2.0
    """
    if len(readings) < 2:
        return 0.0
    at, high = (sum(values) / len(readings) for values in zip(*readings, strict=True))
    spread = sum((x - at) ** 2 for x, _ in readings)
    return float(sum((x - at) * (y - high) for x, y in readings) / spread)
