"""Rows of CSV with fields of any length."""

import csv
from collections.abc import Iterator
from threading import Lock

CSV_DELIMITERS = ",;\t"

LONGEST_FIELD = 2**31 - 1
"""Characters of a field; Python's own bound, 131,072, is less than a long article."""


def next_row(reader: Iterator[list[str]]) -> list[str] | None:
    """Return the next row of a `csv.reader`, `None` after the last one; `csv.Error` names a fault of the quotes.

    >>> next_row(csv.reader(["a,b"]))
    ['a', 'b']
    """
    with _long_fields:
        return next(reader, None)


class _LongFields:
    """A context in which fields may be long.

    Python knows one bound for the whole process. It is raised while any thread reads a row, and restored when none
    does; no lock is held meanwhile, for who reads may wait long for a pipe.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._readers = 0
        self._bound = 0

    def __enter__(self) -> None:
        with self._lock:
            if not self._readers:
                self._bound = csv.field_size_limit(LONGEST_FIELD)
            self._readers += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._readers -= 1
            if not self._readers:
                csv.field_size_limit(self._bound)


_long_fields = _LongFields()
