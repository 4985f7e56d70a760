"""Lines of text files, read and written, packed where the name says so."""

import io
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

from ner_news.characters import escape_surrogates, without_surrogates
from ner_news.errors import GoldError
from ner_news.files.compression import compress_stream, decompress
from ner_news.files.encodings import describe_encoding, to_utf8
from ner_news.files.formats import split_compression

BYTE_ORDER_MARK = "\ufeff"
ZERO_WIDTH_SPACE = "\u200b"

CHUNK = 65_536
"""Bytes of a line that is too long, read at a time."""


class TooLong(NamedTuple):
    """A line with more bytes than are allowed."""

    size: int
    """Its bytes."""


@contextmanager
def open_bytes(path: Path, encoding: str | None = None) -> Iterator[BinaryIO]:
    """Open a file and yield a stream of its text in UTF-8, unpacked.

    See `decompress` for a damaged file and `to_utf8` for the encoding.
    """
    with path.open("rb") as stream:
        yield to_utf8(decompress(stream, split_compression(path.name)[1]), encoding)


@contextmanager
def open_text(path: Path, encoding: str | None = None) -> Iterator[TextIO]:
    """Open a file and yield its text, unpacked, without a byte order mark, its newlines as they are."""
    with open_bytes(path, encoding) as stream:
        yield io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")


def describe_undecoded(error: UnicodeDecodeError, encoding: str | None = None) -> str:
    """Return what is wrong with bytes that are not in the encoding asked for, and in which they may be."""
    hint = describe_encoding(error.object) if error.encoding == "utf-8" else ""
    return f"not {encoding or error.encoding.upper()}: byte {error.start} is {error.object[error.start]:#04x}{hint}"


def split_lines(stream: BinaryIO, longest: int | None = None) -> Iterator[bytes | TooLong]:
    """Yield each line of the stream with its newline; of one of more than `longest` bytes only its size is kept.

    >>> list(split_lines(io.BytesIO(b"abc\\nabcd\\nab"), longest=3))
    [b'abc\\n', TooLong(size=5), b'ab']
    """
    if longest is None:
        yield from stream
        return
    while line := stream.readline(longest + 1):  # one more for the line's end
        if len(line) > longest and not line.endswith(b"\n"):
            yield TooLong(len(line) + _skip_line(stream))
        else:
            yield line


def _skip_line(stream: BinaryIO) -> int:
    """Read up to the end of the line, and return how many bytes these were."""
    size = 0
    while part := stream.readline(CHUNK):
        size += len(part)
        if part.endswith(b"\n"):
            break
    return size


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file, with their newlines; `GoldError` names file and line where they cannot be read."""
    number = 0
    try:
        with open_bytes(path) as stream:
            for number, line in enumerate(stream, start=1):
                text = line.decode()
                yield text.removeprefix(BYTE_ORDER_MARK) if number == 1 else text
    except UnicodeDecodeError as error:
        raise GoldError(path, number, describe_undecoded(error)) from error
    except (OSError, EOFError, zlib.error) as error:
        raise GoldError(path, number + 1, f"cannot be read: {error}") from error


@contextmanager
def create_bytes(path: Path) -> Iterator[BinaryIO]:
    """Create a file and yield a stream for its bytes, which are packed as the name says."""
    with path.open("wb") as stream, compress_stream(stream, split_compression(path.name)[1]) as packed:
        yield packed


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write the lines, each ended by a newline."""
    with create_bytes(path) as stream:
        for line in lines:  # zstd's streams have no writelines
            stream.write(f"{line}\n".encode())


def encodable(text: str) -> str:
    """Return the text as a file in UTF-8 can hold it, character for character.

    Half surrogates become «�», and a byte order mark at the start, which readers drop, a zero-width space.

    >>> encodable("Минск\\ud800")
    'Минск�'
    """
    text = without_surrogates(text)
    return ZERO_WIDTH_SPACE + text[1:] if text.startswith(BYTE_ORDER_MARK) else text


def encodable_id(name: str | int | None) -> str | int | None:
    """Return an id as a file can hold it; two that differ in half surrogates stay two."""
    return encodable(escape_surrogates(name)) if isinstance(name, str) else name
