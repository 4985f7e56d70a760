"""The standard streams as commands need them: all three are there, and what is told on one never ends the work."""

import io
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from ner_news.cli.cli_errors import print_error

_MODES = (os.O_WRONLY, os.O_RDONLY, os.O_RDWR)
"""How a closed stream is opened again, on the system's null device: to read the input or to write the output is then an
error, and what is told goes nowhere. Otherwise the next file that is opened would have the number of the stream."""


@contextmanager
def sound_streams() -> Iterator[None]:
    """Open streams that are closed, and write signs that the output's encoding lacks as `\\u2192`, meanwhile.

    Standard error forgives a full disk, and warnings of the package are single lines there.
    """
    before = sys.stdin, sys.stdout, sys.stderr
    for number, mode in enumerate(_MODES):
        with suppress(OSError):
            _fill(number, mode)
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = _forgive(sys.stderr)
    if isinstance(sys.stdout, io.TextIOWrapper) and _has_number(sys.stdout):
        sys.stdout.reconfigure(errors="backslashreplace")
    log, handler = logging.getLogger("ner_news"), _Lines()
    if not log.hasHandlers():
        log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        sys.stdin, sys.stdout, sys.stderr = before


def _fill(number: int, mode: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        os.open(os.devnull, mode)  # takes the lowest number that is free


def _has_number(stream: TextIO) -> bool:
    """Tell whether the stream is one of the system's, and not a test's."""
    try:
        return stream.fileno() >= 0
    except (OSError, ValueError):
        return False


def _forgive(stream: TextIO | None) -> TextIO:
    if stream is not None and (os.name == "nt" or not _has_number(stream)):  # Windows writes to its console itself
        return stream
    encoding = "utf-8" if stream is None else stream.encoding
    return io.TextIOWrapper(io.BufferedWriter(_Forgiving(2)), encoding, "backslashreplace", line_buffering=True)


class _Forgiving(io.RawIOBase):
    """A file that takes all that is written, whether there is room for it or not."""

    def __init__(self, number: int) -> None:
        self._number = number

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._number

    def isatty(self) -> bool:
        return os.isatty(self._number)

    def write(self, content: Any) -> int:
        try:
            return os.write(self._number, content)
        except OSError:
            return len(content)


class _Lines(logging.Handler):
    """Prints what the package logs."""

    def emit(self, record: logging.LogRecord) -> None:
        print_error(record.getMessage())
