"""A connection to a corpus file; files that are none are told before they are touched."""

import sqlite3
from pathlib import Path

from ner_news.corpus.schema import APPLICATION, SCHEMA, VERSION
from ner_news.errors import CorpusError

PATIENCE = 60.0
"""Seconds to wait for another writer."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
"""Bytes of the header of a SQLite file, <https://www.sqlite.org/fileformat.html>."""


def connect(path: Path | None) -> sqlite3.Connection:
    """A connection to the corpus at the path, made where there is no file or an empty one; in memory without a path.

    `CorpusError` for a file that is no corpus, is damaged or of a later version: it is left as it is.
    """
    if path is not None:
        check_header(path)
    try:
        connection = sqlite3.connect(
            ":memory:" if path is None else path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise CorpusError(path, str(error)) from error
    try:
        _prepare(connection)
    except sqlite3.Error as error:
        connection.close()
        raise CorpusError(path, f"is damaged: {error}") from error
    except CorpusError:
        connection.close()
        raise
    return connection


def check_header(path: Path) -> None:
    """`CorpusError` where a file stands that is no corpus of a version that is known."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise CorpusError(path, "there is no such folder") from None
        return
    except OSError as error:
        raise CorpusError(path, error.strerror or str(error)) from error
    if not header:
        return
    version, application = (int.from_bytes(header[place : place + 4], "big") for place in (60, 68))
    if not header.startswith(_MAGIC) or len(header) < _HEADER or application != APPLICATION:
        raise CorpusError(path, "is no corpus of ner_news")
    if version != VERSION:
        raise CorpusError(path, f"is a corpus of version {version}; this ner_news reads version {VERSION}")


def _prepare(connection: sqlite3.Connection) -> None:
    """Checks what is there, before anything is written; makes the tables where there is nothing."""
    [fault] = connection.execute("PRAGMA quick_check(1)").fetchone()
    if fault != "ok":
        raise sqlite3.DatabaseError(fault)
    # Written pages go to the log first: one writer and many readers at once, and a killed one leaves whole documents.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MB
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'state'").fetchone():
        _make(connection)


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'state'").fetchone():  # another was faster
        for statement in SCHEMA.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
