"""A file with another text in the place of each: the rest of its records, columns and sheets stays."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ner_news.errors import InputError
from ner_news.files import CSV_DELIMITERS, check_encoding, describe_undecoded, next_row, split_format
from ner_news.files.compression import compress_pieces, decompress
from ner_news.files.encodings import find_encoding
from ner_news.files.excel_columns import rewrite_column
from ner_news.files.formats import split_compression
from ner_news.files.json_values import iterate_values
from ner_news.files.whole_files import whole_file

Change = Callable[[str], str]

BYTE_ORDER_MARK = "\ufeff"


class TextPlace(NamedTuple):
    """Where the texts of a file are."""

    column: str = "text"
    """The field or column; a plain file is a text as a whole."""
    encoding: str | None = None
    """`None` for UTF-8, and UTF-16 with its mark."""
    sheet: str | None = None
    """Of Excel, by name or number; `None` for the first."""


def rewrite(source: Path, target: Path, texts: TextPlace, change: Change) -> None:
    """Write the file with its texts changed: a plain file, or a field of JSON, CSV, TSV and Excel.

    The target appears when all is written, in the encoding of the source. `InputError` names the line that cannot be
    read, and an ending of no such format.
    """
    form = split_format(source.name)[0]
    if form != "xlsx" and form not in _REWRITERS:
        raise InputError(f"{source}: texts are changed in .txt, .jsonl, .json, .csv, .tsv and .xlsx")
    with whole_file(target) as part:
        if form == "xlsx":
            rewrite_column(source, part, texts.column, change, texts.sheet)
        else:
            packed = compress_pieces(split_compression(target.name)[1])
            part.write_bytes(packed(_change_file(source, form, texts, change)))


def _change_file(source: Path, form: str | None, texts: TextPlace, change: Change) -> bytes:
    with source.open("rb") as packed:
        content = decompress(packed, split_compression(source.name)[1]).read()
    encoding = check_encoding(texts.encoding or find_encoding(content) or "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{source}: {describe_undecoded(error, encoding)}") from error
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    pieces = _REWRITERS[form](str(source), text.removeprefix(mark), texts.column, change)
    try:
        return "".join([mark, *pieces]).encode(encoding)
    except UnicodeEncodeError as error:
        raise InputError(f"{source}: {error.object[error.start]!r} is not in {encoding}") from error


def _rewrite_text(_: str, text: str, __: str, change: Change) -> Iterator[str]:
    yield change(text)


def _rewrite_lines(name: str, text: str, column: str, change: Change) -> Iterator[str]:
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if not line.strip():
            yield line
            continue
        try:
            record = json.loads(line)
            record[column] = change(record[column])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(f"{name}:{number}: no record with a text in {column!r}: {error!r}") from error
        yield json.dumps(record, ensure_ascii=False) + line[len(line.rstrip("\r\n")) :]


def _rewrite_array(name: str, text: str, column: str, change: Change) -> Iterator[str]:
    """Yield an array of the records, each on a line of its own."""
    records: list[str] = []
    try:
        for record, _ in iterate_values(text):
            record[column] = change(record[column])
            records.append(json.dumps(record, ensure_ascii=False))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{name}:{len(records) + 1}: no record with a text in {column!r}: {error!r}") from error
    yield "[\n" + ",\n".join(records) + "\n]\n"


def _rewrite_rows(name: str, text: str, column: str, change: Change) -> Iterator[str]:
    first = text.split("\n", 1)[0]
    delimiter = max(CSV_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = next_row(reader) or []
    if column not in columns:
        raise InputError(f"{name}:1: there is no column {column!r} among {columns}")
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n" if first.endswith("\r") else "\n")
    writer.writerow(columns)
    place = columns.index(column)
    try:
        while (row := next_row(reader)) is not None:
            writer.writerow([change(cell) if number == place else cell for number, cell in enumerate(row)])
    except csv.Error as error:
        raise InputError(f"{name}:{reader.line_num}: broken quoting: {error}") from error
    yield written.getvalue()


_REWRITERS: dict[str | None, Callable[[str, str, str, Change], Iterator[str]]] = {
    "text": _rewrite_text,
    "jsonl": _rewrite_lines,
    "json": _rewrite_array,
    "csv": _rewrite_rows,
    "tsv": _rewrite_rows,
}
