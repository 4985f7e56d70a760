"""Data frames of pandas or polars, made of documents through narwhals, which is imported here alone.

>>> from ner_news.columns import TABLES
>>> list(TABLES)
['spans', 'entities', 'documents']
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ner_news.categories import CATEGORIES
from ner_news.characters import escape_surrogates, without_surrogates
from ner_news.columns import Column, Row, columns_of, rows_of
from ner_news.errors import MissingExtraError
from ner_news.periods import in_utc
from ner_news.progress import show_progress
from ner_news.protocols import DocumentLike


def to_pandas(documents: Iterable[DocumentLike] | DocumentLike, table: str = "spans", *, progress: bool = False) -> Any:
    """Return a `pandas.DataFrame` of documents, or of one: a row for each span, entity or document.

    `table` is `"spans"`, `"entities"` or `"documents"`; `ner_news.columns.TABLES` describes the columns, which are
    there whatever the documents hold. Times are datetimes without a zone, labels and the like categories with the same
    values in every table. With `progress` a bar shows once two seconds have passed. Raises `MissingExtraError` where
    pandas is not installed, `OptionError` for another `table`.
    """
    return _to_frame_of(documents, table, progress, "pandas")


def to_polars(documents: Iterable[DocumentLike] | DocumentLike, table: str = "spans", *, progress: bool = False) -> Any:
    """Return a `polars.DataFrame` of many documents, as `to_pandas` does."""
    return _to_frame_of(documents, table, progress, "polars")


def _to_frame_of(documents: Iterable[DocumentLike] | DocumentLike, table: str, progress: bool, backend: str) -> Any:
    columns = columns_of(table)
    library(backend)
    many: Any = [documents] if hasattr(documents, "entities") else documents
    values = _in_columns(columns, rows_of(show_progress(many, quiet=not progress), table))
    return to_frame(columns, values, backend)


def add_columns(frame: Any, columns: Mapping[str, Sequence[Sequence[str]]]) -> Any:
    """Return the frame of pandas or polars with columns of lists, in place of those of the same names."""
    if hasattr(frame, "assign"):
        return frame.assign(**columns)
    narwhals = library("polars")
    kind = narwhals.List(narwhals.String())
    added = [narwhals.new_series(name, values, kind, backend="polars") for name, values in columns.items()]
    return narwhals.from_native(frame).with_columns(added).to_native()


def library(backend: str) -> Any:
    """Import narwhals; raise `MissingExtraError` where it or the backend, `"pandas"` or `"polars"`, is not there."""
    try:
        import narwhals

        narwhals.new_series("", [], narwhals.Int64(), backend=backend)  # fails without the backend
    except ImportError as error:
        raise MissingExtraError(f"a {backend} table", backend) from error
    return narwhals


def to_frame(columns: Sequence[Column], values: Mapping[str, Sequence[Any]], backend: str) -> Any:
    """Return the values, by the names of columns, as a frame of that library."""
    narwhals = library(backend)
    cells = {column.name: _cells(column, values[column.name]) for column in columns}
    schema = {column.name: _type(narwhals, column, cells[column.name]) for column in columns}
    return narwhals.from_dict(cells, schema, backend=backend).to_native()


def _in_columns(columns: Sequence[Column], rows: Iterable[Row]) -> dict[str, list[Any]]:
    """Collect the values of each column, without keeping the rows: documents may come as a stream."""
    cells: dict[str, list[Any]] = {column.name: [] for column in columns}
    appends = [(name, values.append) for name, values in cells.items()]
    for row in rows:
        for name, append in appends:
            append(row.get(name))
    return cells


def _cells(column: Column, cells: Sequence[Any]) -> list[Any]:
    """Return the column's values in one type: ids that are not all numbers become text, times are in UTC.

    Half surrogates become «�», in ids `\\ud800`: two ids stay two.
    """
    if column.kind == "id" and not _are_numbers(cells):
        return [None if cell is None else escape_surrogates(str(cell)) for cell in cells]
    if column.kind == "text":
        return [None if cell is None else without_surrogates(cell) for cell in cells]
    if column.kind == "flag":
        return list(map(bool, cells))
    return list(map(in_utc, cells)) if column.kind == "time" else list(cells)


def _are_numbers(cells: Sequence[Any]) -> bool:
    return bool(cells) and all(type(cell) is int and abs(cell) < 2**63 for cell in cells)


def _type(narwhals: Any, column: Column, cells: Sequence[Any]) -> Any:
    if column.kind == "category":
        return narwhals.Enum(CATEGORIES[column.name])
    if column.kind == "time":
        return narwhals.Datetime("us")  # nanoseconds, which pandas once took, end with the year 2262
    if column.kind == "flag":
        return narwhals.Boolean()
    if column.kind == "whole" or (column.kind == "id" and _are_numbers(cells)):
        return narwhals.Int64()
    return narwhals.Float64() if column.kind == "number" else narwhals.String()
