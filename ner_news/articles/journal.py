"""A file that grows by pieces, and a journal of how far it has come: a run that was killed goes on where it stopped.

The pieces go to `FILE.part`. About once a second, and at the end, the journal `FILE.journal` notes how many records
were read for how many bytes of the part, once these are on the disk, and their checksum; bytes after them are cut off
when the run goes on.
A finished file gets its name, and the journal is deleted.
"""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import FileIO
from pathlib import Path
from time import monotonic
from typing import Any, BinaryIO, NamedTuple
from zlib import crc32

from ner_news.errors import InputError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

ENTRY_SECONDS = 1.0
"""By eye: an entry waits for the disk."""

CHUNK = 1_048_576

Figures = dict[str, float]


class EarlierRun(NamedTuple):
    """An interrupted run, as its journal describes it."""

    key: dict[str, Any]
    """The inputs and options of that run."""
    size: int
    """Bytes of the part that count."""
    figures: Figures
    checksum: int = 0
    """CRC-32 of these bytes."""


class Journal:
    """The part and its journal. A context that is left by an error keeps both, so that another run can go on."""

    def __init__(self, target: Path, key: Mapping[str, Any], earlier: EarlierRun | None = None) -> None:
        self.target = target.resolve()  # a link stays one
        self.part, self._entry = working_files(self.target)
        self._key = dict(key)
        self._size, self._figures, self._checksum = earlier[1:] if earlier else (0, {}, 0)
        self._stream = self.part.open("r+b" if self.part.exists() else "xb", buffering=0)
        _lock(self._stream, self.part)
        self._stream.truncate(self._size)
        self._stream.seek(self._size)
        if not earlier:
            self._entry.unlink(missing_ok=True)
        self._entered = monotonic()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None and not self._stream.closed:
            with suppress(OSError):  # a full disk: the last entry holds
                self.enter()
        self._stream.close()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was written, by an earlier run either."""
        return not self._size

    def write(self, content: bytes, figures: Figures) -> None:
        """Write the next piece; the figures count all pieces so far, and this one."""
        rest = memoryview(content)
        while rest:
            rest = rest[self._stream.write(rest) :]
        self._size, self._figures = self._size + len(content), dict(figures)
        self._checksum = crc32(content, self._checksum)
        if monotonic() - self._entered >= ENTRY_SECONDS:
            self.enter()

    def enter(self) -> None:
        """Note in the journal that all pieces so far count, after they are on the disk."""
        os.fsync(self._stream.fileno())
        fresh = self._entry.with_name(f"{self._entry.name}.new")
        run = EarlierRun(self._key, self._size, self._figures, self._checksum)._asdict()
        with fresh.open("w", encoding="ascii") as stream:
            json.dump({**run, "entry": _sum_entry(run)}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(self._entry)
        self._entered = monotonic()

    def finish(self, make: Callable[[Path, Path], object] | None = None) -> None:
        """Give the file its name: the part itself, or the file that `make` makes from it."""
        self.enter()
        self._stream.close()
        if make is None:
            self.part.replace(self.target)
        else:
            made = self.target.with_name(f"{self.target.name}.new")
            try:
                make(self.part, made)
            except BaseException:
                made.unlink(missing_ok=True)
                raise
            made.replace(self.target)
            self.part.unlink()
        self._entry.unlink(missing_ok=True)


def _lock(stream: BinaryIO | FileIO, path: Path) -> None:
    """Lock the file until this process ends or closes it; `InputError` where another process writes it."""
    if fcntl is None:
        return
    try:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        stream.close()
        raise InputError(f"{path}: another run writes this file") from None
    except OSError:  # a file system without locks
        return


def read_journal(target: Path) -> EarlierRun | None:
    """Return how far an interrupted run for this file came; `None` if there is nothing to go on with.

    `InputError` where the part is not what that run wrote.
    """
    part, journal = working_files(target.resolve())
    try:
        run = json.loads(journal.read_text(encoding="ascii"))
        is_whole = run.pop("entry") == _sum_entry(run)
        earlier = EarlierRun(**run)
        if not is_whole or part.stat().st_size < earlier.size:
            return None
        found = _sum_bytes(part, earlier.size)
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return None
    if found != earlier.checksum:
        raise InputError(f"{part}: is damaged, it is not what was written: begin anew without --resume")
    return earlier


def _sum_entry(run: Mapping[str, Any]) -> int:
    return crc32(json.dumps(run).encode())


def _sum_bytes(path: Path, size: int) -> int:
    """Return the CRC-32 of the first so many bytes of a file: 1 s a gigabyte."""
    checksum = 0
    with path.open("rb") as stream:
        while size and (content := stream.read(min(size, CHUNK))):
            checksum, size = crc32(content, checksum), size - len(content)
    return checksum


def working_files(target: Path) -> tuple[Path, Path]:
    """Return the paths of the part and of the journal of a file."""
    return target.with_name(f"{target.name}.part"), target.with_name(f"{target.name}.journal")
