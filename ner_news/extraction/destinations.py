"""Places to write to: a file with a journal, or a stream that cannot be written twice."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from ner_news.articles import STDIN, EarlierRun, Figures, Journal


class StreamDestination:
    """Standard output, or another stream that cannot be written twice; it is used as a `FileDestination` is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def begin(self, head: bytes, figures: Figures) -> None:
        """Write the head, before all chunks."""
        self.write(head, figures)

    def write(self, content: bytes, _: Figures) -> None:
        """Write a chunk and flush it, for a reader may be waiting."""
        self._stream.write(content)
        self._stream.flush()

    def finish(self, _: Callable[[Path, Path], object] | None = None) -> None:
        """Do nothing: all is written."""


class FileDestination(Journal):
    """A file with a journal."""

    def begin(self, head: bytes, figures: Figures) -> None:
        """Write the head, before all chunks, where an earlier run has not."""
        if self.is_empty:
            self.write(head, figures)


Destination: TypeAlias = FileDestination | StreamDestination


def growing_file(output: str | None) -> Path | None:
    """Return the path of an output that is a file or is to be one; `None` for a stream, a pipe or a device."""
    if output in (None, STDIN):
        return None
    path = Path(output)
    return path if path.is_file() or not path.exists() else None


@contextmanager
def open_destination(
    output: str | None, key: Mapping[str, object], earlier: EarlierRun | None
) -> Iterator[Destination]:
    """Open the output; the key of the run goes into the journal of a file."""
    target = growing_file(output)
    if target is not None:
        file = FileDestination(target, key, earlier)
        with file:
            yield file
    elif output in (None, STDIN):
        yield StreamDestination(sys.stdout.buffer)
    else:
        with Path(output).open("wb") as stream:
            yield StreamDestination(stream)
