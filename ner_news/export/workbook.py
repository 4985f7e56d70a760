"""Excel: a workbook with a sheet for each table of documents; annotated texts have spans alone."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ner_news.columns import TABLES, file_columns
from ner_news.export.annotated import Annotated
from ner_news.export.csv_table import make_rows
from ner_news.files.excel_files import write_workbook


def write_xlsx(texts: Iterable[Annotated], path: Path) -> None:
    """Write the sheets; `MissingExtraError` where openpyxl is not installed."""
    write_workbook(path, {table: file_columns(table) for table in TABLES}, _make_cells(texts))


def _make_cells(texts: Iterable[Annotated]) -> Iterator[tuple[str, list[Any]]]:
    for annotated in texts:
        for table in TABLES:
            for row in make_rows(annotated, table):
                yield table, [row.get(column.name) for column in file_columns(table)]
