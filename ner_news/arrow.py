"""Rows of Apache Arrow, one for each document, with spans and entities as lists of structs.

Names follow the JSON form. `protocols` says what a document must have to be written; the models are not needed.

    id         string                  a whole number as its digits
    text       string
    published  timestamp[us]           without a zone; one with a zone is turned into UTC
    spans      list<struct>            label, start, stop, text, lemma, entity, score; then what not every label has:
                                       name (struct), gender and roles (list of structs of start, stop, text, lemma) of
                                       a person, inner of an organization and of a place, legal_form of an organization,
                                       country and kind of a place, value, grain, interval (struct of start and end),
                                       mod, anchor, zone and recurs (bool) of a date; null where the label has none.
                                       `inner` has the same fields but `inner`: all names inside, a whole before its
                                       parts
    entities   list<struct>            id, label, lemma, aliases (list), name (struct), roles (list)

UTF-8 cannot hold half surrogates: each becomes «�», so that offsets hold.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from ner_news.characters import escape_surrogates, without_surrogates
from ner_news.columns import Kind, file_columns, rows_of
from ner_news.errors import MissingExtraError
from ner_news.periods import in_utc
from ner_news.protocols import DocumentLike, DumpableDocument

Row = dict[str, Any]


@cache
def schema() -> Any:
    """Return the `pyarrow.Schema` of a table of documents; raise `MissingExtraError` where pyarrow is not installed.

    >>> schema().names
    ['id', 'text', 'published', 'spans', 'entities']
    """
    pa = _pyarrow()
    return pa.schema(
        [
            pa.field("id", pa.string()),
            pa.field("text", pa.string(), nullable=False),
            pa.field("published", pa.timestamp("us")),
            pa.field("spans", pa.list_(_span(pa)), nullable=False),
            pa.field("entities", pa.list_(_entity(pa)), nullable=False),
        ]
    )


def to_batch(documents: Iterable[DumpableDocument]) -> Any:
    """Return a `pyarrow.RecordBatch` with a row for each document.

    >>> from ner_news import Document
    >>> to_batch([Document(id=7, text="Час")]).to_pylist()
    [{'id': '7', 'text': 'Час', 'published': None, 'spans': [], 'entities': []}]
    """
    return rows_to_batch(map(row_of, documents), schema())


def table_schema(table: str) -> Any:
    """Return the `pyarrow.Schema` of a flat table of `ner_news.columns`; ids are text, times as in `schema`."""
    pa = _pyarrow()
    kinds: dict[Kind, Any] = {
        "whole": pa.int64(),
        "number": pa.float64(),
        "time": pa.timestamp("us"),
        "flag": pa.bool_(),
    }
    return pa.schema([pa.field(column.name, kinds.get(column.kind, pa.string())) for column in file_columns(table)])


def to_table_batch(documents: Iterable[DocumentLike], table: str) -> Any:
    """Return a `pyarrow.RecordBatch` of such a table, with a row for each span, entity or document."""
    made: dict[Kind, Callable[[Any], Any]] = {"id": lambda name: escape_surrogates(str(name)), "time": in_utc}
    change = {column.name: made[column.kind] for column in file_columns(table) if column.kind in made}
    rows = [dict(row) for row in rows_of(documents, table)]
    for row in rows:
        row.update({name: make(row[name]) for name, make in change.items() if row.get(name) is not None})
    return rows_to_batch(rows, table_schema(table))


def rows_to_batch(rows: Iterable[Row], columns: Any) -> Any:
    """Return a `pyarrow.RecordBatch` of rows, with the columns of a `pyarrow.Schema`; a row may hold more, or less."""
    pa, kept = _pyarrow(), list(rows)
    try:
        return pa.RecordBatch.from_pylist(kept, columns)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([_encodable(row) for row in kept], columns)


def plain(cells: Any) -> Iterator[Any]:
    """Yield the cells of an array or the rows of a batch as Python's values.

    What Python cannot hold (bytes of a string that are no UTF-8, a year after 9999) comes as the exception it raises.
    """
    try:
        yield from cells.to_pylist()
    except (ValueError, OverflowError) as error:
        if len(cells) == 1:
            yield error
        else:
            yield from (cell for place in range(len(cells)) for cell in plain(cells.slice(place, 1)))


def row_of(document: DumpableDocument) -> Row:
    """Return the document as a row of the table, in plain values."""
    row: Row = document.model_dump()
    row["id"] = None if document.id is None else escape_surrogates(str(document.id))
    row["published"] = in_utc(document.published)
    for span in row["spans"]:
        if span.get("inner"):
            span["inner"] = list(_flatten(span["inner"]))
    return row


def _flatten(spans: Sequence[Row]) -> Iterator[Row]:
    for span in spans:
        yield span
        yield from _flatten(span.get("inner", ()))


def _encodable(value: Any) -> Any:
    """Return the value with each half surrogate in its strings as «�»."""
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, dict):
        return {name: _encodable(part) for name, part in value.items()}
    return list(map(_encodable, value)) if isinstance(value, (list, tuple)) else value


def _span(pa: Any) -> Any:
    """Return the type of a span; a struct cannot hold itself, so names inside, of all depths, are one flat list."""
    head = [
        pa.field("label", pa.string(), nullable=False),
        pa.field("start", pa.int64(), nullable=False),
        pa.field("stop", pa.int64(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
        pa.field("lemma", pa.string(), nullable=False),
        pa.field("entity", pa.string()),
        pa.field("score", pa.float64(), nullable=False),
        pa.field("name", _name(pa)),
        pa.field("gender", pa.string()),
        pa.field("roles", pa.list_(_role(pa))),
    ]
    tail = [
        pa.field("legal_form", pa.string()),
        pa.field("country", pa.string()),
        pa.field("kind", pa.string()),
        pa.field("value", pa.string()),
        pa.field("grain", pa.string()),
        pa.field("interval", pa.struct([("start", pa.timestamp("us")), ("end", pa.timestamp("us"))])),
        pa.field("mod", pa.string()),
        pa.field("anchor", pa.string()),
        pa.field("zone", pa.string()),
        pa.field("recurs", pa.bool_()),
    ]
    inner = pa.field("inner", pa.list_(pa.struct(head + tail)))
    return pa.struct([*head, inner, *tail])


def _role(pa: Any) -> Any:
    return pa.struct(
        [
            pa.field("start", pa.int64(), nullable=False),
            pa.field("stop", pa.int64(), nullable=False),
            pa.field("text", pa.string(), nullable=False),
            pa.field("lemma", pa.string(), nullable=False),
        ]
    )


def _name(pa: Any) -> Any:
    return pa.struct([(part, pa.string()) for part in ("first", "last", "patronymic", "nickname", "initials")])


def _entity(pa: Any) -> Any:
    return pa.struct(
        [
            pa.field("id", pa.string(), nullable=False),
            pa.field("label", pa.string(), nullable=False),
            pa.field("lemma", pa.string(), nullable=False),
            pa.field("aliases", pa.list_(pa.string()), nullable=False),
            pa.field("name", _name(pa)),
            pa.field("roles", pa.list_(pa.string()), nullable=False),
        ]
    )


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError("an Arrow table", "arrow") from error
    return pyarrow
