"""A file that grows by pieces, and a journal of how far it has come: a run that was killed goes on where it stopped.

The pieces go to `FILE.part`. About once a second, and in the end, the journal `FILE.journal` says how many records were
read for how many bytes of it, once these are on the disk; what comes after them is cut off when the run goes on. A file
that is done is renamed, and the journal deleted.
"""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import FileIO
from pathlib import Path
from time import monotonic
from typing import Any, BinaryIO, NamedTuple

from ner_news.errors import InputError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

EVERY = 1.0
"""Seconds between two entries."""

Figures = dict[str, float]


class Begun(NamedTuple):
    """What the journal of an earlier run tells."""

    key: dict[str, Any]
    """The inputs and options of that run."""
    size: int
    """Bytes of the part that count."""
    figures: Figures


class Journal:
    """The part and its journal. As a context it stays to be gone on with if the work did not come to its end."""

    def __init__(self, target: Path, key: Mapping[str, Any], begun: Begun | None = None) -> None:
        self.target = target.resolve()  # a link stays one
        self.part, self._entry = beside(self.target)
        self._key = dict(key)
        self._size, self._figures = (begun.size, begun.figures) if begun else (0, {})
        self._stream = self.part.open("r+b" if self.part.exists() else "xb", buffering=0)
        _lock(self._stream, self.part)
        self._stream.truncate(self._size)
        self._stream.seek(self._size)
        if not begun:
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
        """Whether nothing was written, by an earlier run either."""
        return not self._size

    def write(self, content: bytes, figures: Figures) -> None:
        """The next piece; the figures are those of all so far, the piece's own among them."""
        rest = memoryview(content)
        while rest:
            rest = rest[self._stream.write(rest) :]
        self._size, self._figures = self._size + len(content), dict(figures)
        if monotonic() - self._entered >= EVERY:
            self.enter()

    def enter(self) -> None:
        """All whole pieces count from now on, whatever happens."""
        os.fsync(self._stream.fileno())
        fresh = self._entry.with_name(f"{self._entry.name}.new")
        with fresh.open("w", encoding="ascii") as stream:
            json.dump({"key": self._key, "size": self._size, "figures": self._figures}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(self._entry)
        self._entered = monotonic()

    def finish(self, make: Callable[[Path, Path], object] | None = None) -> None:
        """The file under its name: the part itself, or what `make` makes of it."""
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
    """Until the process ends or closes the file; `InputError` where another one writes it."""
    if fcntl is None:
        return
    try:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        stream.close()
        raise InputError(f"{path}: another run writes this file") from None
    except OSError:  # a file system without locks
        return


def begun(target: Path) -> Begun | None:
    """How far a run for this file came that did not end; `None` if there is nothing to go on with."""
    part, entry = beside(target.resolve())
    try:
        told = json.loads(entry.read_text(encoding="ascii"))
        found = Begun(told["key"], int(told["size"]), told["figures"])
        return found if part.stat().st_size >= found.size else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def beside(target: Path) -> tuple[Path, Path]:
    """The part and the journal of a file."""
    return target.with_name(f"{target.name}.part"), target.with_name(f"{target.name}.journal")
