"""Connections to corpus files; a file that is no corpus is refused before anything in it is touched."""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from ner_news.corpus.opening import check_file, connect_to_read, create_tables, is_writable, open_database
from ner_news.corpus.schema import APPLICATION, VERSION
from ner_news.errors import CorpusError

CACHE = 65_536
"""Kilobytes of the file that a connection keeps in memory."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
"""Bytes of the header of a SQLite file, <https://www.sqlite.org/fileformat.html>."""


_ANEW = "add its documents to a new one"
"""What to do with the corpus of another version: its names have other keys."""


def connect(path: Path | None) -> sqlite3.Connection:
    """Return a connection to the corpus at the path, or to one in memory without a path.

    A corpus is made where there is no file or an empty one; one that cannot be written is opened to be read.
    `CorpusError` for a file that is no corpus, is damaged or of another version: it is left as it is.
    """
    try:
        if path is None:
            connection = open_database(":memory:")
            create_tables(connection)
            return connection
        if is_vacant(path):
            remove_stale_log(path)
            _create_file(path)
        if not is_writable(path):
            return connect_to_read(path)
        check_file(path)
        connection = open_database(path)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
    except (sqlite3.Error, OSError) as error:
        raise CorpusError(path, str(error)) from error
    return connection


def remove_stale_log(path: Path) -> None:
    """Remove the log that a deleted corpus left behind, which SQLite would add to a new one."""
    for log in (path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-shm")):
        if log.exists() and not (path.exists() and path.stat().st_size):  # in this order: another may make one now
            log.unlink(missing_ok=True)


def copy_to_file(connection: sqlite3.Connection, target: Path) -> None:
    """Write all of a corpus to a file where there is a corpus or nothing; `CorpusError` for anything else."""
    if not is_vacant(target):  # pages are copied one by one, so that processes that have it open see them in their log
        with closing(connect(target)) as other:
            connection.backup(other)
        return
    remove_stale_log(target)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    [is_closed] = connection.execute("PRAGMA query_only").fetchone()
    try:
        connection.execute("PRAGMA query_only = OFF")  # which forbids to write another file too
        connection.execute("VACUUM INTO ?", (str(part),))
        os.replace(part, target)
    finally:
        connection.execute(f"PRAGMA query_only = {is_closed}")
        part.unlink(missing_ok=True)


def _create_file(path: Path) -> None:
    """Make an empty corpus where there is nothing: it appears whole, and only if no other process was faster."""
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    made = Path(name)
    try:
        connection = open_database(made)
        create_tables(connection)
        # Written pages go to a log first: one writer and many readers at once, and a killed one leaves whole documents.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
        made.chmod(0o666 & ~_read_umask())
        _put_in_place(made, path)
    finally:
        made.unlink(missing_ok=True)


def _put_in_place(made: Path, path: Path) -> None:
    """Give the file its name, unless another file has it that is not empty."""
    if path.exists() and not path.stat().st_size:
        made.replace(path)
        return
    try:
        os.link(made, path)  # fails where the name is taken; to rename would put away what another process made
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not path.exists():
            made.replace(path)


def _read_umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def is_vacant(path: Path) -> bool:
    """Return whether there is no file or an empty one; `CorpusError` for anything but a corpus of this version."""
    if path.exists() and not path.is_file():  # to open a pipe may wait for ever, and a device is not to be replaced
        raise CorpusError(path, "is no file")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise CorpusError(path, "there is no such folder") from None
        return True
    except OSError as error:
        raise CorpusError(path, error.strerror or str(error)) from error
    if not header:
        return True
    version, application = (int.from_bytes(header[offset : offset + 4], "big") for offset in (60, 68))
    if not header.startswith(_MAGIC) or len(header) < _HEADER or application != APPLICATION:
        raise CorpusError(path, "is no corpus of ner_news")
    if version != VERSION:
        raise CorpusError(path, f"is a corpus of version {version}; this ner_news reads version {VERSION}: {_ANEW}")
    return False
