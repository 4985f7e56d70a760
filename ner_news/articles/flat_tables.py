"""Spans, entities or documents as the rows of flat tables, in CSV and Excel; the columns are `file_columns`.

Excel's workbook is made of lines of JSON, a row each, when all are there.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ner_news.columns import TABLES, Column, file_columns, rows_of
from ner_news.files import encodable, encodable_id
from ner_news.files.excel_files import write_workbook
from ner_news.models import Document

Documents = Sequence[Document]


def list_cells(table: str, documents: Documents) -> Iterator[list[str]]:
    """Yield the rows as text, as CSV has them."""
    for row in _list_rows(table, documents):
        yield ["" if cell is None else encodable(str(cell)) for cell in row]


def _list_rows(table: str, documents: Documents) -> Iterator[list[Any]]:
    names = [column.name for column in file_columns(table)]
    for row in rows_of(documents, table):
        row["document_id"] = encodable_id(row["document_id"])
        yield [row.get(name) for name in names]


def encode_sheets(table: str | None, documents: Documents) -> bytes:
    """Return a line for each row of the table, or of all tables, from which `make_workbook` makes Excel's file."""
    lines = (
        json.dumps([name, row], default=datetime.isoformat)
        for name in _list_sheets(table)
        for row in _list_rows(name, documents)
    )
    return "".join(f"{line}\n" for line in lines).encode()


def make_workbook(table: str | None, lines: Path, target: Path) -> None:
    """Make Excel's file of such lines: one sheet, or one for each table."""
    sheets = {name: file_columns(name) for name in _list_sheets(table)}
    with lines.open("rb") as stream:
        write_workbook(target, sheets, (_parse_row(line, sheets) for line in stream))


def _list_sheets(table: str | None) -> tuple[str, ...]:
    return tuple(TABLES) if table is None else (table,)


def _parse_row(line: bytes, sheets: dict[str, tuple[Column, ...]]) -> tuple[str, list[Any]]:
    name, cells = json.loads(line)
    kinds = [column.kind for column in sheets[name]]
    return name, [
        datetime.fromisoformat(cell) if kind == "time" and cell is not None else cell
        for kind, cell in zip(kinds, cells, strict=True)
    ]
