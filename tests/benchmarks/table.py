"""The printed table: markdown that also reads as plain text."""

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

HEAD = ("row", "state", "ours", "natasha", "ratio", "paired ratio", "characters a second, ours")


class Line(NamedTuple):
    """A line of the table; a cell that has no figure is `None`."""

    row: str
    state: str
    ours: str
    theirs: str | None = None
    ratio: float | None = None
    """natasha's figure through ours, over all articles."""
    paired: float | None = None
    """The median of the ratios of single articles, or of single runs."""
    speed: float | None = None


def cells(line: Line) -> tuple[str, ...]:
    """
    >>> cells(Line("recognition", "warm", "2.1 ms", "16 ms", 7.64, 7.58, 731_240.0))
    ('recognition', 'warm', '2.1 ms', '16 ms', '×7.6', '×7.6', '731,000')
    """
    ratios = ("–" if ratio is None else f"×{figure(ratio)}" for ratio in (line.ratio, line.paired))
    speed = "–" if line.speed is None else f"{round(line.speed, -3):,.0f}"
    return (line.row, line.state, line.ours, line.theirs or "–", *ratios, speed)


def figure(value: float) -> str:
    """As many digits as a measurement deserves.

    >>> figure(0.994), figure(7.64), figure(86.4), figure(1234.5)
    ('0.99', '7.6', '86', '1,234')
    """
    if value >= 10:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def milliseconds(seconds: float) -> str:
    return f"{figure(seconds * 1000)} ms"


def seconds(value: float) -> str:
    return f"{value:.2f} s"


def megabytes(count: float) -> str:
    return f"{count / 1e6:.0f} MB"


def drawn(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells, the first of them the head, as a markdown table.

    >>> print(drawn([("row", "ours"), ("start", "0.2 s")]))
    | row   | ours  |
    | ----- | ----- |
    | start | 0.2 s |
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = ["-" * width for width in widths]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in (rows[0], rule, *rows[1:])
    )


def table(lines: Iterable[Line]) -> str:
    return drawn([HEAD, *map(cells, lines)])


def machine() -> str:
    return (
        f"{processor()}, {os.cpu_count()} cores; Python {platform.python_version()}, "
        f"NumPy {version('numpy')} on both sides, one BLAS thread; natasha {version('natasha')}"
    )


def processor() -> str:
    """The processor's name, as the system gives it."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())
