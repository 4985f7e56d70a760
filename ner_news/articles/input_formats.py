"""Records of one open file, by format: a plain text, lines or an array of JSON, rows of CSV, Parquet, Excel."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from ner_news.articles.article_fields import (
    Fields,
    Record,
    Unreadable,
    check_head,
    describe_excess,
    parse_line,
    parse_record,
    parse_text,
    too_large,
)
from ner_news.errors import InputError
from ner_news.files.bounded_rows import split_rows
from ner_news.files.csv_cells import bare_cell
from ner_news.files.csv_rows import CSV_DELIMITERS, next_row
from ner_news.files.encodings import describe_encoding
from ner_news.files.excel_files import read_table
from ner_news.files.json_values import iterate_values
from ner_news.files.lines import CHUNK, TooLong, split_lines
from ner_news.files.parquet_files import column_names, read_rows
from ner_news.stream import Article

_BYTE = re.compile("[\udc80-\udcff]")
"""What Python makes of a byte that is not UTF-8."""


def read_text(name: str, stream: BinaryIO, fields: Fields, largest: int | None) -> Iterator[Record]:
    """Yield the one article of a plain file."""
    content = stream.read() if largest is None else stream.read(largest + 1)
    if largest is not None and len(content) > largest:
        rest = iter(lambda: len(stream.read(CHUNK)), 0)
        yield too_large(name, largest, len(content) + sum(rest))
    else:
        yield Record(name, parse_text(content, name, fields), len(content))


def read_json_lines(name: str, stream: BinaryIO, fields: Fields, largest: int | None) -> Iterator[Record]:
    """Yield an article for each line that is not empty."""
    for number, line in enumerate(split_lines(stream, largest), start=1):
        place = f"{name}:{number}"
        if isinstance(line, TooLong):
            yield too_large(place, largest or 0, line.size)
        elif line.strip():
            yield Record(place, parse_line(line, place, fields), len(line))


def read_json(name: str, stream: BinaryIO, fields: Fields, largest: int | None) -> Iterator[Record]:
    """Yield an article for each element of an array, counted from 1; the file is held in memory."""
    content = stream.read()
    text = parse_text(content, name, Fields())
    if isinstance(text, Unreadable):
        yield Record(name, text, len(content))
        return
    number, before = 0, 0
    try:
        for number, (value, stop) in enumerate(iterate_values(text.text), start=1):
            size, before = len(text.text[before:stop].encode()), stop
            place = f"{name}:{number}"
            if largest is not None and size > largest:
                yield too_large(place, largest, size)
            else:
                yield Record(place, parse_record(value, place, fields), size)
    except (ValueError, RecursionError) as error:
        yield Record(f"{name}:{number + 1}", Unreadable(f"not JSON: {error}; nothing after it is read"), 0)


def read_csv(name: str, stream: BinaryIO, fields: Fields, largest: int | None) -> Iterator[Record]:
    """Yield an article for each row after the head with the names of columns."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        yield from _read_csv(name, text, fields, largest)
    finally:
        text.detach()  # who opened the stream closes it


def _read_csv(name: str, text: TextIO, fields: Fields, largest: int | None) -> Iterator[Record]:
    """Yield the articles of a text; a broken quote ends the reading, since the rest may be one field."""
    first = text.readline(-1 if largest is None else largest + 1)
    if largest is not None and len(first) > largest:
        yield Record(f"{name}:1", Unreadable("the names of columns are " + describe_excess(len(first), largest)), 0)
        return
    if _BYTE.search(first) and (fault := _find_foreign_byte(first + text.read(CHUNK))):  # a head alone tells little
        yield Record(f"{name}:1", fault, 0)
        return
    delimiter = next((sign for sign in CSV_DELIMITERS if fields.text in _split_row(first, sign)), None)
    delimiter = delimiter or max(CSV_DELIMITERS, key=first.count)
    columns = _split_row(first, delimiter)
    if fault := check_head(columns, f"{name}:1", fields):
        yield Record(f"{name}:1", fault, 0)
        return
    fields = fields._replace(unread=None)  # the head is all that there is to check
    for number, row in split_rows(text, delimiter, largest):
        place = f"{name}:{number + 1}"
        if isinstance(row, csv.Error):
            yield Record(place, Unreadable(f"broken quoting: {row}; nothing after it is read"), 0)
            return
        size = row.size if isinstance(row, TooLong) else sum(map(_byte_size, row))
        if isinstance(row, TooLong) or (largest is not None and size > largest):
            yield too_large(place, largest or 0, size)
        elif row:
            yield Record(place, _parse_row(row, columns, place, fields), size)


def _byte_size(field: str) -> int:
    """Return the bytes of a field with its comma."""
    return len(field.encode(errors="surrogateescape")) + 1


def _find_foreign_byte(text: str) -> Unreadable | None:
    bad = _BYTE.search(text)
    if bad is None:
        return None
    hint = describe_encoding(text.encode(errors="surrogateescape"))
    return Unreadable(f"not UTF-8: a byte is {ord(bad[0]) - 0xDC00:#04x}{hint}")


def _split_row(line: str, delimiter: str) -> list[str]:
    return next_row(csv.reader([line], delimiter=delimiter)) or []


def _parse_row(row: list[str], columns: list[str], place: str, fields: Fields) -> Article | Unreadable:
    if len(row) > len(columns):
        return Unreadable(f"{len(row)} fields, but {len(columns)} columns")
    if fault := _find_foreign_byte("\n".join(row)):
        return fault
    values: dict[str, str | None] = {name: bare_cell(value) or None for name, value in zip(columns, row, strict=False)}
    if fields.text in values:
        values[fields.text] = values[fields.text] or ""
    return parse_record(values, place, fields)


def read_parquet(name: str, fields: Fields, largest: int | None) -> Iterator[Record]:
    """Yield an article for each row of a file, counted from 1."""
    size, number = Path(name).stat().st_size, 0
    columns = (fields.text, fields.id, fields.published, *fields.spans)
    try:
        if fault := check_head(column_names(Path(name)), name, fields):
            yield Record(name, fault, 0)
            return
        for number, (row, share) in enumerate(read_rows(Path(name), columns), start=1):
            place, read = f"{name}:{number}", int(size * share)
            if isinstance(row, Exception):
                yield Record(place, Unreadable(f"cannot be read: {row}"), read)
                continue
            length = 0 if largest is None else _byte_length(row.get(fields.text))
            if largest is not None and length > largest:
                yield too_large(place, largest, length)._replace(size=read)
            else:
                yield Record(place, parse_record(row, place, fields), read)
    except InputError as error:
        yield Record(f"{name}:{number + 1}" if number else name, Unreadable(str(error)), 0)


def read_xlsx(name: str, fields: Fields, largest: int | None) -> Iterator[Record]:
    """Yield an article for each row of a sheet below its head."""
    size, number = Path(name).stat().st_size, 0
    columns: list[str] = []
    try:
        for number, cells, share in read_table(Path(name), fields.text, fields.sheet):
            place, read = f"{name}:{number}", int(size * share)
            if not columns:
                columns = ["" if cell is None else str(cell).strip() for cell in cells]
                if fault := check_head(list(filter(None, columns)), place, fields):
                    yield Record(place, fault, 0)
                    return
                fields = fields._replace(unread=None)  # the head is all that there is to check
                continue
            row = dict(zip(columns, cells, strict=False))
            row[fields.text] = "" if row.get(fields.text) is None else row[fields.text]
            length = 0 if largest is None else _byte_length(row[fields.text])
            if largest is not None and length > largest:
                yield too_large(place, largest, length)._replace(size=read)
            else:
                yield Record(place, parse_record(row, place, fields), read)
        if not columns:
            yield Record(name, Unreadable("its sheet is empty"), 0)
    except InputError as error:
        yield Record(f"{name}:{number + 1}" if number else name, Unreadable(str(error)), 0)


def _byte_length(text: object) -> int:
    """Return the bytes of a text, none for a value that is no text."""
    return len(text.encode(errors="replace")) if isinstance(text, str) else 0


StreamReader = Callable[[str, BinaryIO, Fields, int | None], Iterator[Record]]

STREAM_READERS: dict[str, StreamReader] = {
    "jsonl": read_json_lines,
    "json": read_json,
    "csv": read_csv,
    "tsv": read_csv,
    "text": read_text,
}
"""The formats that are read from a stream."""

FILE_READERS: dict[str, Callable[[str, Fields, int | None], Iterator[Record]]] = {
    "parquet": read_parquet,
    "xlsx": read_xlsx,
}
"""Those that are read from a file alone: what they hold stands in their last part."""
