"""Articles from files: plain text, JSON lines, CSV, Parquet, standard input, packed or not, and folders of such files.

What cannot be read is reported, never dropped.
"""

import csv
import io
import json
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TextIO

from ner_news import parquet
from ner_news.compressed import decompressed, without_compression
from ner_news.errors import InputError
from ner_news.stream import Article, read_article

STDIN = "-"
KINDS = ("auto", "text", "jsonl", "csv", "parquet")
ENDINGS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".txt": "text",
}
"""Of the files that are read in a folder; a file given by its name is plain text with any other ending."""

DELIMITERS = ",;\t"

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

CHUNK = 65_536
"""Bytes of a record that is too large, read at a time."""

_BYTE = re.compile("[\udc80-\udcff]")
"""What Python makes of a byte that is not UTF-8."""

LARGEST_FIELD = 2**31 - 1
"""Characters of a field of CSV; Python's own bound, 131,072, is less than a long article."""


class Fields(NamedTuple):
    """The names of fields or columns, and what serves records without them."""

    text: str = "text"
    id: str = "id"
    published: str = "published"
    defaults: Mapping[str, Any] = {}


class Unreadable(NamedTuple):
    """A record that could not be read."""

    reason: str


class Record(NamedTuple):
    """What was read, and how far that took the reader."""

    place: str
    """File and line, in Parquet the row: `news.jsonl:17`; the file alone for plain text."""
    content: Article | Unreadable
    size: int
    """Bytes of the file read for it."""


def find_files(names: Iterable[str]) -> list[str]:
    """The files of the names, those of folders in the order of their paths. `InputError` for what there is not, for a
    folder that cannot be read, and for one without a file of a known ending."""
    found: list[str] = []
    for name in names:
        path = Path(name)
        if name == STDIN or (path.exists() and not path.is_dir()):
            found.append(name)
        elif not path.exists():
            raise InputError(f"{name}: there is no such file")
        else:
            inside = sorted(each for each in _inside(path) if ending_of(each.name) in ENDINGS)
            if not inside:
                raise InputError(f"{name}: is a folder without files in {', '.join(ENDINGS)}")
            found += map(str, inside)
    return found


def _inside(folder: Path) -> Iterator[Path]:
    """All files, those behind links too, but each folder once."""
    seen: set[str] = set()
    for place, folders, names in os.walk(folder, onerror=_refuse, followlinks=True):
        yield from (Path(place, name) for name in names)
        seen.add(os.path.realpath(place))
        folders[:] = [name for name in folders if os.path.realpath(os.path.join(place, name)) not in seen]


def _refuse(error: OSError) -> None:
    raise InputError(f"{error.filename}: {error.strerror}") from error


def ending_of(name: str) -> str:
    """The ending that tells what a file holds.

    >>> ending_of("News.JSONL.gz")
    '.jsonl'
    """
    return Path(without_compression(name)[0]).suffix


def read_files(names: Iterable[str], kind: str, fields: Fields, largest: int | None = None) -> Iterator[Record]:
    """The records of all files in order; `-` is standard input.

    `kind` is one of `KINDS`; with `auto` the ending tells what a file holds. A plain file is one article, named by its
    path. A record of more than `largest` bytes is unreadable, and no more of it is held in memory where it stands in
    lines or a plain file. A file that is cut off or damaged ends with an unreadable record.
    """
    for name in names:
        held = kind if kind != "auto" else ENDINGS.get(ending_of(name), "text")
        if held == "parquet":
            yield from _read_parquet(name, fields, largest)
        elif name == STDIN:
            yield from read_stream(name, sys.stdin.buffer, held, fields, largest)
        else:
            with ExitStack() as opened:
                try:
                    stream = opened.enter_context(Path(name).open("rb"))
                except OSError as error:
                    yield Record(name, Unreadable(f"cannot be opened: {error.strerror}"), 0)
                    continue
                yield from read_stream(name, stream, held, fields, largest)


def read_stream(name: str, stream: BinaryIO, kind: str, fields: Fields, largest: int | None = None) -> Iterator[Record]:
    """The records of one open file of that name."""
    ending = without_compression(name)[1]
    read = {"jsonl": _read_lines, "csv": _read_csv, "text": _read_text}[kind]
    place, before = name, 0
    try:
        for record in read(name, decompressed(stream, ending), fields, largest):
            place = record.place
            if ending:  # what counts is what lies on the disk
                position = stream.tell()
                record, before = record._replace(size=position - before), position
            yield record
    except (EOFError, OSError, zlib.error, csv.Error) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        after = f"{place}: after it " if place != name else f"{name}: "
        yield Record(f"{after}the file cannot be read", Unreadable(str(error)), 0)


def _read_text(name: str, stream: BinaryIO, fields: Fields, largest: int | None) -> Iterator[Record]:
    content = stream.read() if largest is None else stream.read(largest + 1)
    if largest is not None and len(content) > largest:
        rest = iter(lambda: len(stream.read(CHUNK)), 0)
        yield _too_large(name, largest, len(content) + sum(rest))
    else:
        yield Record(name, _parsed(content, lambda text: {**fields.defaults, "id": name, "text": text}), len(content))


def _read_lines(name: str, stream: BinaryIO, fields: Fields, largest: int | None) -> Iterator[Record]:
    longest = -1 if largest is None else largest + 1  # one more for the line's end
    for number in count(1):
        line = stream.readline(longest)
        place = f"{name}:{number}"
        if not line:
            return
        if largest is not None and len(line) > largest and not line.endswith(b"\n"):
            yield _too_large(place, largest, len(line) + _rest_of_line(stream))
        elif line.strip():
            yield Record(place, _parsed(line, partial(_of_line, fields, place)), len(line))


def _read_csv(name: str, stream: BinaryIO, fields: Fields, largest: int | None) -> Iterator[Record]:
    csv.field_size_limit(LARGEST_FIELD)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        yield from _read_rows(name, text, fields, largest)
    finally:
        text.detach()  # who opened the stream closes it


def _read_rows(name: str, text: TextIO, fields: Fields, largest: int | None) -> Iterator[Record]:
    """Rows after a head with the columns' names; a fault of the quotes ends the file, as what follows may be inside."""
    first = text.readline()
    delimiter = next((sign for sign in DELIMITERS if fields.text in next(csv.reader([first], delimiter=sign), [])), ",")
    columns = next(csv.reader([first], delimiter=delimiter), [])
    if fields.text not in columns:
        yield Record(f"{name}:1", Unreadable(f"there is no column {fields.text!r} among {sorted(columns)}"), 0)
        return
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    while True:
        place = f"{name}:{reader.line_num + 2}"
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield Record(place, Unreadable(f"broken quoting: {error}; nothing after it is read"), 0)
            return
        if row is None:
            return
        size = sum(len(field.encode(errors="surrogateescape")) + 1 for field in row)
        if largest is not None and size > largest:
            yield _too_large(place, largest, size)
        elif row:
            yield Record(place, _of_row(row, columns, fields, place), size)


def _of_row(row: list[str], columns: list[str], fields: Fields, place: str) -> Article | Unreadable:
    if len(row) > len(columns):
        return Unreadable(f"{len(row)} fields, but {len(columns)} columns")
    bad = next(filter(None, map(_BYTE.search, row)), None)
    if bad is not None:
        return Unreadable(f"not UTF-8: a byte is {ord(bad[0]) - 0xDC00:#04x}")
    values: dict[str, Any] = {name: value or None for name, value in zip(columns, row, strict=False)}
    if fields.text in values:
        values[fields.text] = values[fields.text] or ""
    return _article(lambda: _named(values, fields, place))


def _read_parquet(name: str, fields: Fields, largest: int | None) -> Iterator[Record]:
    """Rows, counted from 1."""
    if name == STDIN:
        raise InputError("-: Parquet is read from files alone")
    size, number = Path(name).stat().st_size, 0
    try:
        for number, (row, share) in enumerate(parquet.rows(Path(name), fields[:3], fields.text), start=1):
            place, read = f"{name}:{number}", int(size * share)
            if isinstance(row, Exception):
                yield Record(place, Unreadable(f"cannot be read: {row}"), read)
                continue
            length = 0 if largest is None else _length(row.get(fields.text))
            if largest is not None and length > largest:
                yield _too_large(place, largest, length)._replace(size=read)
            else:
                yield Record(place, _article(partial(_named, row, fields, place)), read)
    except InputError as error:
        yield Record(f"{name}:{number + 1}" if number else name, Unreadable(str(error)), 0)


def _length(text: Any) -> int:
    """Bytes of what ought to be a text."""
    return len(text.encode(errors="replace")) if isinstance(text, str) else 0


def _too_large(place: str, largest: int, size: int) -> Record:
    return Record(place, Unreadable(f"{size:,} bytes, more than the {largest:,} allowed"), size)


def _rest_of_line(stream: BinaryIO) -> int:
    """How many bytes there are up to the end of the line."""
    size = 0
    while part := stream.readline(CHUNK):
        size += len(part)
        if part.endswith(b"\n"):
            break
    return size


def _parsed(content: bytes, parse: Callable[[str], Mapping[str, Any]]) -> Article | Unreadable:
    def read() -> Mapping[str, Any]:
        content.decode()
        return parse(content.removeprefix(BYTE_ORDER_MARK).decode())

    return _article(read)


def _article(read: Callable[[], Mapping[str, Any]]) -> Article | Unreadable:
    try:
        return read_article(read())
    except UnicodeDecodeError as error:
        return Unreadable(f"not UTF-8: byte {error.start} is {error.object[error.start]:#04x}")
    except json.JSONDecodeError as error:
        return Unreadable(f"not JSON: {error.msg} at column {error.colno}")
    except (TypeError, ValueError, RecursionError) as error:
        return Unreadable(str(error))


def _of_line(fields: Fields, place: str, line: str) -> Mapping[str, Any]:
    return _named(json.loads(line), fields, place)


def _named(record: Any, fields: Fields, place: str) -> Mapping[str, Any]:
    """The fields of an article, whatever the record calls them; what it lacks is its place or the default."""
    if not isinstance(record, dict):
        raise TypeError(f"a line must be a JSON object with {fields.text!r}, not {type(record).__name__}")
    if fields.text not in record:
        raise InputError(f"there is no {fields.text!r} among the fields {sorted(record)}")
    if record[fields.text] is None:
        raise TypeError("text must be str, not null")
    named = {"text": fields.text, "id": fields.id, "published": fields.published}
    found = {name: record[own] for name, own in named.items() if record.get(own) is not None}
    return {"id": place, **fields.defaults, **found}
