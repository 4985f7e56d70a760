"""The lists of names and templates beside this file, each read once."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def read_words(name: str) -> tuple[str, ...]:
    """Return the words of a list, in which `_` stands for a space inside a name."""
    return tuple(word.replace("_", " ") for word in _read(name).split())


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a list; those that begin with `#` are comments."""
    return tuple(line for line in _read(name).splitlines() if line and not line.startswith("#"))


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a list, each cut at `|`."""
    return tuple(tuple(line.split("|")) for line in read_lines(name))


def _read(name: str) -> str:
    return (_HERE / f"{name}.txt").read_text(encoding="utf-8")
