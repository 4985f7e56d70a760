"""Checksums of the rows of a corpus, which SQLite has none of: a changed letter or time is noticed.

A document's is that of its row, of its spans and of its roles together; a name's that of its row; one more is of all
that linking made. That of several rows is the sum of theirs, so that their order does not matter.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from zlib import crc32

BETWEEN = "\x1f"
NOTHING = "\x18"

PARTS: Mapping[str, str] = {"documents": "number", "spans": "document", "roles": "document"}
"""The tables that hold a document, each with the column of its number."""

LINKED = ("entities", "appearances")

WEIGHTS = (1000003, 1000033, 1000037, 1000039, 1000081, 1000099, 1000117, 1000121, 1000133, 1000151, 1000159, 1000171)
"""Primes. The numbers of a row are one sum, each times its own: to make text of each takes SQLite twice as long."""


def sum_rows(rows: Iterable[Iterable[str | int | bytes | None]]) -> int:
    """Return the checksum of rows that are yet to be written, without their checksum and the number they go by.

    >>> sum_rows([["минск", 1], [None, 2]]) == sum_rows([[None, 2], ["минск", 1]])
    True
    """
    return sum(crc32(_format_row(row).encode()) for row in rows)


def _format_row(row: Iterable[str | int | bytes | None]) -> str:
    """Return the text that `_sum_table` makes of a row: a sum of its numbers, and of what its texts are; its texts."""
    number, texts = 0, []
    for weight, value in zip(WEIGHTS, row, strict=False):
        number += weight * (value if isinstance(value, int) else 1 + (value is None))
        if not isinstance(value, int):
            texts.append(NOTHING if value is None else value.hex().upper() if isinstance(value, bytes) else value)
    return BETWEEN.join([str(number), *texts])


def sum_linked(connection: sqlite3.Connection) -> int:
    """Return the checksum of what linking made."""
    [linked] = connection.execute("SELECT linked FROM state").fetchone()
    return sum_rows([[linked]]) + sum(sum(_sum_table(connection, table, "0").values()) for table in LINKED)


def find_changed_row(connection: sqlite3.Connection) -> str | None:
    """Return where rows are not as they were written; `None` where all are."""
    for tables in (PARTS, {"names": "number"}):
        first = next(iter(tables))
        found = Counter(_sum_table(connection, first, tables[first]))
        for table, key in list(tables.items())[1:]:
            found.update(_sum_table(connection, table, key))
        written = dict(connection.execute(f"SELECT number, checksum FROM {first}"))
        if found != written:
            number = next(number for number in {**written, **found} if found[number] != written.get(number))
            return f"number {number} of {first} is not as it was written"
    state = connection.execute("SELECT checksum FROM state").fetchall()
    return None if state == [(sum_linked(connection),)] else "its entities are not as they were written"


def _sum_table(connection: sqlite3.Connection, table: str, key: str) -> dict[int, int]:
    """Return the checksums of the rows of a table, summed by the number they go by, whose own change indexes tell."""
    columns = [
        (name, kind)
        for name, kind in connection.execute(f"SELECT name, type FROM pragma_table_info('{table}')")
        if name not in (key, "checksum")
    ]
    numbers = " + ".join(
        f"{weight} * {_NUMBERS[kind].format(name)}" for weight, (name, kind) in zip(WEIGHTS, columns, strict=False)
    )
    row = f" || char({ord(BETWEEN)}) || ".join(
        [f"({numbers})", *(_TEXTS[kind].format(name) for name, kind in columns if kind in _TEXTS)]
    )
    sums: defaultdict[int, int] = defaultdict(int)
    for number, content in connection.execute(f"SELECT {key}, CAST({row} AS BLOB) FROM {table}"):
        sums[number] += crc32(content)
    return sums


_NUMBERS = {
    "INTEGER": "{0}",
    "TEXT": "COALESCE({0} < x'', 2)",  # any text comes before any blob
    "REAL": "1",
    "BLOB": "(2 - (typeof({0}) = 'blob'))",
}
_TEXTS = {
    "TEXT": f"COALESCE({{0}}, char({ord(NOTHING)}))",
    "BLOB": "hex({0})",
    "REAL": "CAST({0} * 1152921504606846976 AS INTEGER)",  # 2^60: exact, while digits differ between versions of SQLite
}
