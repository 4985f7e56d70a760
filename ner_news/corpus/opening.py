"""SQLite's part in opening a corpus: whether the file is whole, and how one is read that cannot be written."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from ner_news.corpus.checksums import find_changed_row, sum_rows
from ner_news.corpus.relinking import is_linked, relink
from ner_news.corpus.schema import APPLICATION, SCHEMA, VERSION
from ner_news.errors import CorpusError

PATIENCE = 600.0
"""Seconds to wait for another process that writes: linking 100,000 documents takes half a minute."""


def open_database(path: Path | str, mode: str = "") -> sqlite3.Connection:
    """Return a connection; `mode` is a query of SQLite's addresses, as `mode=ro`."""
    address = f"{path.as_uri()}?{mode}" if isinstance(path, Path) and mode else path
    return sqlite3.connect(address, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=bool(mode))


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of a corpus without documents."""
    connection.execute("BEGIN")  # one wait for the disk instead of one a table
    for statement in SCHEMA.split(";\n"):
        connection.execute(statement)
    connection.execute("INSERT INTO state VALUES (0, ?)", (sum_rows([[0]]),))
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def is_writable(path: Path) -> bool:
    """Return whether the file can be written, and its folder, where SQLite keeps its log."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection that does not write; documents that are not linked yet are linked in memory."""
    log = path.with_name(f"{path.name}-wal")
    has_log = log.exists() and log.stat().st_size > 0
    connection = open_database(path, "mode=ro" if has_log else "immutable=1")
    check_contents(connection, path)
    if not is_linked(connection):
        with closing(connection) as file:
            connection = open_database(":memory:")
            file.backup(connection)
        relink(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def check_file(path: Path) -> None:
    """Raise `CorpusError` where the file is damaged; nothing of it is written, and nothing of a log beside it."""
    log = path.with_name(f"{path.name}-wal")
    with closing(open_database(path, "mode=ro" if log.exists() else "mode=rw")) as connection:
        check_contents(connection, path)


def check_contents(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `CorpusError` where a corpus is not as it was written."""
    try:
        connection.execute("BEGIN")  # all is looked at as it is now, whatever others write meanwhile
        fault = _find_fault(connection)
        connection.execute("COMMIT")
    except sqlite3.OperationalError:  # not of what the file holds: a full disk, no rights
        connection.close()
        raise
    except (sqlite3.Error, ValueError, TypeError) as error:
        connection.close()
        raise CorpusError(path, f"is damaged: {error}") from error
    if fault:
        connection.close()
        raise CorpusError(path, f"is damaged: {fault}")


def _find_fault(connection: sqlite3.Connection) -> str | None:
    """Return what is wrong with the tables, with SQLite's pages and indexes, and with rows; `None` where nothing is."""
    query = "SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
    with closing(open_database(":memory:")) as fresh:
        create_tables(fresh)
        expected, found = (dict(each.execute(query)) for each in (fresh, connection))
    if changed := sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name, 0)):
        state = "is none of its own" if changed[0] not in expected else "is not as it was made"
        return f"the {changed[0]} {state if changed[0] in found else 'is not there'}"
    [fault] = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if fault != "ok":
        return str(fault).splitlines()[-1]
    for table in ("spans", "appearances"):
        if connection.execute(f"PRAGMA foreign_key_check({table})").fetchone():
            return f"{table} are there of what is not there"
    return find_changed_row(connection)
