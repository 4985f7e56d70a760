"""Documents as bytes, batch by batch: lines of JSON, CSV, Arrow's stream for Parquet, tables to read.

All but tables have the same fields: `id`, `text`, `published`, `spans`, `entities`. In CSV a row is a document, the
last two fields are JSON; it begins with a byte order mark, without which spreadsheets take Cyrillic for something else.
"""

import csv
import io
import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

from ner_news import parquet
from ner_news.compressed import compressor, without_compression
from ner_news.errors import InputError
from ner_news.export.files import encodable
from ner_news.models import Document
from ner_news.render import build_span_table

FORMATS = ("jsonl", "csv", "parquet", "table")
FIELDS = ("id", "text", "published", "spans", "entities")

Encode = Callable[[Sequence[Document]], bytes]


class Output(NamedTuple):
    """How documents are written. Processes get it, so it pickles."""

    encode: Encode
    """The bytes of a batch; those of all batches one after another, after the head, are the file."""
    head: bytes = b""
    make: Callable[[Path, Path], object] | None = None
    """Makes the file in the end of another one with the bytes; `None` if they are the file."""


def output_of(name: str, form: str | None, console: Console | None = None) -> Output:
    """The output of a file's name, or of the format if it is given; `MissingExtraError` names what is missing.

    >>> output_of("news.csv", None).head
    b'\\xef\\xbb\\xbfid,text,published,spans,entities\\r\\n'
    """
    plain, ending = without_compression(name)
    form = form or next((form for form in ("csv", "parquet") if plain.endswith(f".{form}")), "jsonl")
    if form == "parquet" and ending:
        raise InputError(f"{name}: Parquet packs itself: name the file without {ending}")
    if form == "parquet":
        return Output(parquet.encoded, parquet.head(), parquet.make)
    if form == "table":
        console = console or Console()
        tables: Encode = partial(_tables, width=console.width, is_terminal=console.is_terminal)
        return Output(partial(_compressed, tables, compressor(ending)))
    head, encode = (_rows([FIELDS], "utf-8-sig"), _csv) if form == "csv" else (b"", _lines)
    compress = compressor(ending)
    return Output(partial(_compressed, encode, compress), compress(head) if head else b"")


def _compressed(encode: Encode, compress: Callable[[bytes], bytes], documents: Sequence[Document]) -> bytes:
    return compress(encode(documents))


def _lines(documents: Sequence[Document]) -> bytes:
    return "".join(f"{document.to_json()}\n" for document in documents).encode()


def _csv(documents: Sequence[Document]) -> bytes:
    return _rows(map(_row, documents), "utf-8")


def _row(document: Document) -> list[str]:
    fields = json.loads(document.to_json())
    plain = [encodable(str(fields[name])) if fields[name] is not None else "" for name in FIELDS[:3]]
    return plain + [encodable(json.dumps(fields[name], ensure_ascii=False)) for name in FIELDS[3:]]


def _rows(rows: object, encoding: str) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)  # type: ignore[arg-type]
    return stream.getvalue().encode(encoding)


def _tables(documents: Sequence[Document], width: int, is_terminal: bool) -> bytes:
    stream = io.StringIO()
    console = Console(file=stream, emoji=False, width=width, force_terminal=is_terminal)
    for document in documents:
        console.print(build_span_table(document))
    return encodable(stream.getvalue()).encode()
