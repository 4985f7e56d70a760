"""A file with another text in the place of each: the rest of its records and columns stays."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from ner_news.errors import InputError
from ner_news.files import CSV_DELIMITERS, describe_undecoded, next_row, split_format
from ner_news.files.compression import compress_pieces, decompress
from ner_news.files.formats import split_compression

Change = Callable[[str], str]

BYTE_ORDER_MARK = "\ufeff"


def rewrite(source: Path, target: Path, column: str, change: Change) -> None:
    """Write the file with its texts changed: a plain one whole, of JSON lines, CSV and TSV the field `column`.

    The target appears when all is written. `InputError` names the line that cannot be read, and an ending of no such
    format.
    """
    form, compression = split_format(source.name)
    if form not in _REWRITERS:
        raise InputError(f"{source}: texts are changed in .txt, .jsonl, .csv and .tsv")
    with source.open("rb") as packed:
        content = decompress(packed, compression).read()
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise InputError(f"{source}: {describe_undecoded(error)}") from error
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    pieces = _REWRITERS[form](str(source), text.removeprefix(mark), column, change)
    changed = "".join([mark, *pieces]).encode()
    part = target.with_name(f"{target.name}.part")
    part.write_bytes(compress_pieces(split_compression(target.name)[1])(changed))
    part.replace(target)


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
    "csv": _rewrite_rows,
    "tsv": _rewrite_rows,
}
