"""Articles from files: plain text, JSON lines, standard input. What cannot be read is reported, never dropped."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from ner_news.errors import InputError
from ner_news.stream import Article, read_article

STDIN = "-"
KINDS = ("auto", "text", "jsonl")
JSONL_ENDINGS = (".jsonl", ".ndjson")

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

CHUNK = 65_536
"""Bytes of a record that is too large, read at a time."""


class Failure(NamedTuple):
    """A record that could not be read."""

    place: str
    """File and line: `news.jsonl:17`; the file alone for plain text."""
    reason: str


class Piece(NamedTuple):
    """What was read, and how far that took the reader."""

    content: Article | Failure
    size: int
    """Bytes read for it."""


def read_files(names: list[str], kind: str, defaults: Mapping[str, Any], largest: int | None = None) -> Iterator[Piece]:
    """The articles of all files in order; `-` is standard input.

    `kind` is one of `KINDS`; with `auto` a file is JSON lines by its ending, else plain text. A plain file is one
    article, named by its path. `defaults` serves records without a field of their own. A record of more than `largest`
    bytes is a failure, and no more of it is held in memory.
    """
    for name in names:
        if name == STDIN:
            yield from read_stream(name, sys.stdin.buffer, kind, defaults, largest)
        else:
            with Path(name).open("rb") as stream:
                yield from read_stream(name, stream, kind, defaults, largest)


def read_stream(
    name: str, stream: BinaryIO, kind: str, defaults: Mapping[str, Any], largest: int | None = None
) -> Iterator[Piece]:
    """The articles of one open file of that name."""
    as_lines = kind == "jsonl" or (kind == "auto" and name.lower().endswith(JSONL_ENDINGS))
    read = _read_lines if as_lines else _read_text
    return read(name, stream, defaults, largest)


def _read_text(name: str, stream: BinaryIO, defaults: Mapping[str, Any], largest: int | None) -> Iterator[Piece]:
    content = stream.read() if largest is None else stream.read(largest + 1)
    if largest is not None and len(content) > largest:
        yield _too_large(name, largest, len(content) + _skipped(lambda: stream.read(CHUNK)))
    else:
        yield Piece(_parsed(name, content, lambda text: {**defaults, "id": name, "text": text}), len(content))


def _read_lines(name: str, stream: BinaryIO, defaults: Mapping[str, Any], largest: int | None) -> Iterator[Piece]:
    longest = -1 if largest is None else largest + 1  # one more for the line's end
    for number in count(1):
        line = stream.readline(longest)
        place = f"{name}:{number}"
        if not line:
            return
        if largest is not None and len(line) > largest and not line.endswith(b"\n"):
            yield _too_large(place, largest, len(line) + _skipped(lambda: stream.readline(CHUNK)))
        elif line.strip():
            yield Piece(_parsed(place, line, partial(_record, {"id": place, **defaults})), len(line))


def _too_large(place: str, largest: int, size: int) -> Piece:
    return Piece(Failure(place, f"{size:,} bytes, more than the {largest:,} allowed"), size)


def _skipped(read: Callable[[], bytes]) -> int:
    """How many bytes there are up to the end of the line or of the file."""
    size = 0
    while part := read():
        size += len(part)
        if part.endswith(b"\n") and len(part) < CHUNK:
            break
    return size


def _parsed(place: str, content: bytes, parse: Callable[[str], Mapping[str, Any]]) -> Article | Failure:
    try:
        content.decode()
        return read_article(parse(content.removeprefix(BYTE_ORDER_MARK).decode()))
    except UnicodeDecodeError as error:
        return Failure(place, f"not UTF-8: byte {error.start} is {content[error.start]:#04x}")
    except json.JSONDecodeError as error:
        return Failure(place, f"not JSON: {error.msg} at column {error.colno}")
    except (TypeError, ValueError, RecursionError) as error:
        return Failure(place, str(error))


def _record(defaults: Mapping[str, Any], line: str) -> Mapping[str, Any]:
    record = json.loads(line)
    if not isinstance(record, dict):
        raise TypeError(f"a line must be a JSON object with 'text', not {type(record).__name__}")
    if "text" not in record:
        raise InputError(f"there is no 'text' among the fields {sorted(record)}")
    if record["text"] is None:
        raise TypeError("text must be str, not null")
    return {**defaults, **{name: value for name, value in record.items() if value is not None}}
