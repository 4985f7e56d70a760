"""Outputs that are inputs too are refused before anything is written."""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from ner_news.articles import STDIN, working_files
from ner_news.errors import InputError


def check_files(names: Sequence[str], output: str | None, others: Sequence[str | None] = ()) -> int | None:
    """Return the size of all inputs in bytes, `None` with standard input.

    `InputError` where the output, its part or its journal is an input or another file in use, where standard output or
    standard error goes into one, and for a file without a name.
    """
    if "" in (*names, output, *others):
        raise InputError("'': a file needs a name")
    inputs = [found for name in names if name != STDIN and (found := _stat(name))]
    used = inputs + [found for name in others if name and (found := _stat(name))]
    used += [found for stream in [sys.stdin] if STDIN in names and (found := _stat_stream(stream))]
    is_streamed = output in (None, STDIN)
    targets = [] if is_streamed else [Path(output or ""), *working_files(Path(output or "").resolve())]
    written = [(str(target), _stat(target)) for target in targets]
    streams = {"standard error": sys.stderr, **({"standard output": sys.stdout} if is_streamed else {})}
    written += [(name, _stat_stream(stream)) for name, stream in streams.items()]
    for name, target in written:
        if target and any(os.path.samestat(target, read) for read in used):
            raise InputError(f"{name}: the output would overwrite the input")
    return None if STDIN in names else sum(read.st_size for read in inputs)


def _stat(name: str | Path) -> os.stat_result | None:
    """Return what the system knows of a file; `None` where there is none."""
    try:
        return Path(name).stat() if Path(name).is_file() else None
    except OSError:
        return None


def _stat_stream(stream: TextIO) -> os.stat_result | None:
    """Return what the system knows of the file that a stream is; `None` for a terminal, a pipe or a test's stream."""
    try:
        found = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return None
    return found if stat.S_ISREG(found.st_mode) else None
