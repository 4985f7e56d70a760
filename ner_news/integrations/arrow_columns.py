"""The Arrow columns that `spark` and `datasets` add to a table: spans, entities, or the reason why there are none."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import pyarrow

from ner_news import arrow
from ner_news.errors import InputError, OptionError
from ner_news.integrations.record_reader import Record, format_error, read_records
from ner_news.models import Document
from ner_news.pipeline import Extractor
from ner_news.prepare import FORMATS

COLUMNS = ("spans", "entities", "error")


@cache
def make_schema() -> Any:
    """Return the `pyarrow.Schema` of the columns: `spans` and `entities` as in `ner_news.arrow`, and `error`, a string.

    Where a text was read `error` is null, where it was not the other two are.
    """
    known = arrow.schema()
    fields = [known.field(name).with_nullable(True) for name in COLUMNS[:2]]
    return pyarrow.schema([*fields, pyarrow.field("error", pyarrow.string())])


def check_columns(columns: Sequence[str], text: str, published: str | None, form: str) -> None:
    """Raise `OptionError` for a missing column or an unknown format, `InputError` for a column that is in the way."""
    for option, column in (("text", text), ("published", published)):
        if column is not None and column not in columns:
            raise OptionError(option, column, tuple(columns))
    for column in COLUMNS:
        if column in columns:
            raise InputError(f"there is a column {column!r} already: rename or drop it")
    if form not in FORMATS:
        raise OptionError("format", form, FORMATS)


def make_columns(extractor: Extractor, records: Iterable[Record], form: str) -> Any:
    """Return a `pyarrow.RecordBatch` of the columns with a row for each record."""
    answers = read_records(extractor, records, format=form)
    return arrow.rows_to_batch(map(_make_row, answers), make_schema())


def _make_row(answer: Document | Exception) -> arrow.Row:
    return {"error": format_error(answer)} if isinstance(answer, Exception) else arrow.row_of(answer)
