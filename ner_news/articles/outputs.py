"""Documents as bytes, batch by batch: lines of JSON, CSV, Arrow's stream for Parquet, tables for the eye.

All but tables have the same fields: `id`, `text`, `published`, `spans`, `entities`. In CSV a row is a document and the
last two fields are JSON. CSV begins with a byte order mark, without which spreadsheets misread Cyrillic. An array of
JSON and Excel's workbook are made of lines when all are there. `flat_tables` has the rows of spans and entities.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

from ner_news.articles.flat_tables import encode_sheets, list_cells, make_workbook
from ner_news.columns import file_columns
from ner_news.errors import InputError
from ner_news.files import (
    compress_pieces,
    decompress,
    encodable,
    encodable_id,
    endings_of,
    guard_cell,
    split_compression,
    split_format,
)
from ner_news.files.excel_files import check_excel
from ner_news.files.parquet_files import encode_batch, encode_head, write_parquet
from ner_news.models import Document
from ner_news.render import build_span_table

OUTPUT_FORMATS = ("jsonl", "json", "csv", "tsv", "parquet", "xlsx", "table")
DELIMITERS = {"csv": ",", "tsv": "\t"}
PACKED = ("parquet", "xlsx")
FLAT = (*DELIMITERS, *PACKED)
"""The formats of flat tables."""
FIELDS = ("id", "text", "published", "spans", "entities")

Encode = Callable[[Sequence[Document]], bytes]


class Output(NamedTuple):
    """How documents are written. It is sent to processes, so it pickles."""

    encode: Encode
    """Returns the bytes of a batch; the head and those of all batches after it are the file."""
    head: bytes = b""
    make: Callable[[Path, Path], object] | None = None
    """Makes the file from one that has these bytes, when all are there; `None` if they are the file."""


def output_for(
    name: str, form: str | None, console: Console | None = None, table: str | None = None, *, raw_cells: bool = False
) -> Output:
    """Return the output for a file's name, or for the format if it is given; lines of JSON for a name without ending.

    With a `table` of `ner_news.columns` CSV, TSV, Parquet and Excel have a row for each span, entity or document;
    without one Excel has a sheet for each table. Cells of CSV that a spreadsheet would run get an apostrophe, but not
    with `raw_cells`. `InputError` refuses a name that does not fit the format and an ending of no format,
    `MissingExtraError` names an extra that it needs.

    >>> output_for("news.csv", None).head
    b'\\xef\\xbb\\xbfid,text,published,spans,entities\\r\\n'
    """
    compression = split_format(name)[1]
    form = form or _form_of(name)
    if table is not None and form not in FLAT:
        raise InputError(f"a table of {table} is written as {', '.join(FLAT)}, not as {form}")
    if form in PACKED:
        if compression:
            raise InputError(f"{name}: {form} packs itself: name the file without {compression}")
        return _parquet(table) if form == "parquet" else _excel(table)
    compress = compress_pieces(compression)
    if form in DELIMITERS:
        names = FIELDS if table is None else [column.name for column in file_columns(table)]
        rows: Encode = partial(_encode_csv, DELIMITERS[form], table, str if raw_cells else guard_cell)
        return Output(
            partial(_compress, rows, compress), compress(_encode_rows([names], DELIMITERS[form], "utf-8-sig"))
        )
    if form in ("jsonl", "json"):
        make = partial(_write_array, compression) if form == "json" else None
        return Output(partial(_compress, _encode_lines, compress), make=make)
    console = console or Console()
    tables: Encode = partial(_encode_tables, width=console.width, is_terminal=console.is_terminal)
    return Output(partial(_compress, tables, compress))


def _parquet(table: str | None) -> Output:
    return Output(partial(encode_batch, table), encode_head(table), write_parquet)


def _excel(table: str | None) -> Output:
    check_excel()
    return Output(partial(encode_sheets, table), make=partial(make_workbook, table))


def _form_of(name: str) -> str:
    """Return the format that the name tells, lines of JSON for a name without an ending."""
    form = split_format(name)[0]
    ending = Path(split_compression(name)[0]).suffix
    if form in OUTPUT_FORMATS:
        return form
    if ending:
        known = ", ".join(endings_of(*OUTPUT_FORMATS))
        raise InputError(f"{name}: nothing is written as {ending}: name it {known}, or give --format")
    return "jsonl"


def _compress(encode: Encode, compress: Callable[[bytes], bytes], documents: Sequence[Document]) -> bytes:
    return compress(encode(documents))


def _encode_lines(documents: Sequence[Document]) -> bytes:
    return "".join(f"{document.to_json()}\n" for document in documents).encode()


def _write_array(compression: str, lines: Path, target: Path) -> None:
    """Make an array of a file of lines."""
    compress = compress_pieces(compression)
    with lines.open("rb") as packed, target.open("wb") as stream:
        between = b"[\n"
        for line in decompress(packed, compression):
            stream.write(compress(between + line.rstrip(b"\n")))
            between = b",\n"
        stream.write(compress(b"[]\n" if between == b"[\n" else b"\n]\n"))


def _encode_csv(delimiter: str, table: str | None, guard: Callable[[str], str], documents: Sequence[Document]) -> bytes:
    rows = map(_row, documents) if table is None else list_cells(table, documents)
    return _encode_rows((list(map(guard, row)) for row in rows), delimiter, "utf-8")


def _row(document: Document) -> list[str]:
    fields = json.loads(document.to_json())
    fields["id"] = encodable_id(fields["id"])
    plain = [encodable(str(fields[name])) if fields[name] is not None else "" for name in FIELDS[:3]]
    return plain + [encodable(json.dumps(fields[name], ensure_ascii=False)) for name in FIELDS[3:]]


def _encode_rows(rows: Iterable[Sequence[str]], delimiter: str, encoding: str) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)


def _encode_tables(documents: Sequence[Document], width: int, is_terminal: bool) -> bytes:
    stream = io.StringIO()
    console = Console(file=stream, emoji=False, width=width, force_terminal=is_terminal)
    for document in documents:
        console.print(build_span_table(document))
    return encodable(stream.getvalue()).encode()
