"""Outputs that are inputs too are refused before anything is written."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from ner_news.articles import STDIN, working_files
from ner_news.errors import InputError


def check_files(names: Sequence[str], output: str | None, others: Sequence[str | None] = ()) -> int | None:
    """Return the size of all inputs in bytes, `None` with standard input.

    `InputError` where the output, its part or its journal is an input or another file in use.
    """
    inputs = [found for name in names if name != STDIN and (found := _stat(name))]
    used = inputs + [found for name in others if name and (found := _stat(name))]
    if STDIN in names and output and _has_number(sys.stdin):
        used.append(os.fstat(sys.stdin.fileno()))
    targets = [Path(output), *working_files(Path(output).resolve())] if output and output != STDIN else []
    for name in targets:
        written = _stat(name)
        if written and any(os.path.samestat(written, read) for read in used):
            raise InputError(f"{name}: the output would overwrite the input")
    return None if STDIN in names else sum(read.st_size for read in inputs)


def _stat(name: str | Path) -> os.stat_result | None:
    """Return what the system knows of a file; `None` where there is none."""
    try:
        return Path(name).stat() if Path(name).is_file() else None
    except OSError:
        return None


def _has_number(stream: TextIO) -> bool:
    """Tell whether the stream is one of the system's, and not a test's."""
    try:
        stream.fileno()
    except (OSError, ValueError):
        return False
    return True
