"""Rows of CSV of which none is held in memory that is too long: an open quote makes one row of all the rest."""

import csv
import re
from collections.abc import Iterator
from enum import Enum
from typing import TextIO

from ner_news.files.csv_rows import next_row
from ner_news.files.lines import CHUNK, TooLong

RAW = 3
"""Characters that a byte of a row takes at most: an empty field in quotes and its comma are counted as one."""

_MARK = re.compile('["\n\r]')


class _RowTooLongError(Exception):
    """Ends the reading of a row within `csv.reader`."""


def split_rows(
    text: TextIO, delimiter: str, longest: int | None
) -> Iterator[tuple[int, list[str] | TooLong | csv.Error]]:
    """Yield the rows, each with the number of its first line from 1.

    Of one of more than `longest` bytes the size alone is kept, some rows of less than three times as much excepted. An
    error of the quotes is the last: what comes after it may be one field.

    >>> import io
    >>> list(split_rows(io.StringIO("a,b\\n" + "long " * 9 + "\\nc,d"), ",", 8))
    [(1, ['a', 'b']), (2, TooLong(size=46)), (3, ['c', 'd'])]
    """
    lines = _Lines(text, None if longest is None else RAW * longest + len("\r\n"))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        start = lines.begin_row()
        try:
            try:
                row = next_row(reader)
            except _RowTooLongError:
                yield start, lines.skip_row(delimiter)
                continue
        except csv.Error as error:
            yield start, error
            return
        if row is None:
            return
        yield start, row


class _Lines:
    """The lines of a text, counted, which end where those of one row are too long."""

    def __init__(self, text: TextIO, longest: int | None) -> None:
        self._text = text
        self._longest = longest
        self._number = 0
        self._last = ""
        self._held: list[str] = []
        self._size = 0

    def begin_row(self) -> int:
        """Begin to count anew, and return the number of the line that comes."""
        self._held, self._size = [], 0
        return self._number + 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._read(-1 if self._longest is None else self._longest + 1 - self._size)
        if not line:
            raise StopIteration
        if self._longest is not None:
            self._held.append(line)
            self._size += len(line)
            if self._size > self._longest:
                raise _RowTooLongError
        return line

    def skip_row(self, delimiter: str) -> TooLong:
        """Read to the end of the row and return its size; `csv.Error` where the text ends within a quote."""
        size, place = 0, Place.START
        while piece := self._held.pop(0) if self._held else self._read(CHUNK):
            size += len(piece.encode(errors="surrogateescape"))
            place = follow_quotes(piece, place, delimiter)
            if place is Place.OVER:
                return TooLong(size)
        if place is Place.QUOTED:
            raise csv.Error(f"a quote is not closed within {size:,} bytes")
        return TooLong(size)

    def _read(self, longest: int) -> str:
        """Read a line or the first part of one; the end of a line is one, wherever it was cut."""
        line = self._text.readline(longest)
        if line == "\n" and self._last == "\r":
            line = self._text.readline(longest)
        self._number += bool(line) and self._last in ("", "\n", "\r")
        self._last = line[-1:]
        return line


class Place(Enum):
    """Where in a row a piece of it ends."""

    START = "before a field"
    BARE = "within a field, or after it"
    QUOTED = "within quotes"
    CLOSED = "just after a quote that closes, unless one more follows"
    OVER = "after the row"


def follow_quotes(piece: str, place: Place, delimiter: str) -> Place:
    """Return where a piece of a row ends that begins there, as `csv.reader` reads quotes.

    >>> follow_quotes('a,"b', Place.START, ","), follow_quotes('""c",d"\\n', Place.QUOTED, ",")
    (<Place.QUOTED: 'within quotes'>, <Place.OVER: 'after the row'>)
    """
    done = 0
    for match in _MARK.finditer(piece):
        if place is not Place.QUOTED and match.start() > done:
            place = Place.START if piece[match.start() - 1] == delimiter else Place.BARE
        if match[0] == '"' and place is not Place.BARE:
            place = Place.CLOSED if place is Place.QUOTED else Place.QUOTED
        elif match[0] != '"' and place is not Place.QUOTED:
            return Place.OVER
        done = match.end()
    if place is not Place.QUOTED and len(piece) > done:
        return Place.START if piece[-1] == delimiter else Place.BARE
    return place
