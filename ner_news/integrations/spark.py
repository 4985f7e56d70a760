"""Articles in a Spark DataFrame.

    found = extract(df, text="body", published="date")
    found.select("id", explode("entities").alias("entity")).groupBy("entity.id").count()

Runs in the executors' Python workers by `mapInArrow`. A worker makes the extractor once, from what is installed beside
it, and keeps it for later tasks. Rows go through 256 at a time, so memory does not depend on how many there are. Lost
tasks and workers are Spark's to start anew; a row's answer depends on the row alone, so it stays the same.
"""

import pickle
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from ner_news.errors import MissingExtraError
from ner_news.pipeline import Extractor

try:
    import pyarrow
    from pyspark import cloudpickle
    from pyspark.sql import DataFrame, types

    from ner_news.arrow import plain
    from ner_news.integrations.arrow_columns import check_columns, make_columns, make_schema
except ImportError as error:
    raise MissingExtraError("Spark", "spark") from error

ROWS = 256
"""Rows that are read together and handed on; memory grows with it."""


def extract(
    df: DataFrame,
    text: str = "text",
    published: str | None = None,
    *,
    extractor: Extractor | None = None,
    format: str = "text",  # noqa: A002
) -> DataFrame:
    """Return the rows with three columns more: `spans` and `entities`, typed as `found_type` says, and `error`.

    `text` and `published` name columns; that of `published` holds strings in ISO form, dates or timestamps, which count
    in the session's time zone. Where the text is null or the time unreadable `error` tells why and `spans` and
    `entities` are null; it is null for all other rows. `extractor` is one with options of your own; its model file,
    if it has one, must lie at the same path on every node. `OptionError` names a column that is not there,
    `InputError` one that is in the way, `TypeError` a `text` that holds no strings.
    """
    check_columns(df.columns, text, published, format)
    if not isinstance(df.schema[text].dataType, types.StringType):
        raise TypeError(f"column {text!r} must hold strings, not {df.schema[text].dataType.simpleString()}")
    options = cloudpickle.dumps(extractor or Extractor())
    read = partial(_read, options=options, text=text, published=published, form=format)
    return df.mapInArrow(read, types.StructType([*df.schema.fields, *found_type().fields]))


def found_type() -> types.StructType:
    """Return the type of the columns that `extract` adds; `found_type().treeString()` draws it."""
    return types.StructType([types.StructField(field.name, _convert_type(field.type)) for field in make_schema()])


def _read(batches: Iterable[Any], *, options: bytes, text: str, published: str | None, form: str) -> Iterator[Any]:
    """Read batches of rows in a worker, and yield them with the columns beside."""
    extractor = _make_extractor(options)
    for batch in batches:
        for start in range(0, len(batch), ROWS):
            rows = batch.slice(start, ROWS)
            texts = list(plain(rows.column(text)))
            times = list(plain(rows.column(published))) if published else [None] * len(texts)
            records = ({"text": each, "published": time} for each, time in zip(texts, times, strict=True))
            added = make_columns(extractor, records, form)
            fields = [*rows.schema, *added.schema]
            yield pyarrow.RecordBatch.from_arrays([*rows.columns, *added.columns], schema=pyarrow.schema(fields))


@lru_cache(maxsize=2)
def _make_extractor(options: bytes) -> Extractor:
    """Return the unpickled extractor, which a worker makes once and keeps for many tasks."""
    made: Extractor = pickle.loads(options)
    return made


SIMPLE_TYPES = {
    "string": types.StringType,
    "int64": types.LongType,
    "double": types.DoubleType,
    "bool": types.BooleanType,
    "timestamp[us]": types.TimestampNTZType,
}


def _convert_type(arrow: Any) -> types.DataType:
    """Return Spark's type for an Arrow type."""
    if pyarrow.types.is_list(arrow):
        return types.ArrayType(_convert_type(arrow.value_type))
    if pyarrow.types.is_struct(arrow):
        return types.StructType([types.StructField(field.name, _convert_type(field.type)) for field in arrow])
    return SIMPLE_TYPES[str(arrow)]()
