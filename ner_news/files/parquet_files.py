"""Parquet files: records are read from one, documents written to one.

Documents are first written to a stream of Arrow's, which can grow and be cut off after any batch. When all are there
the Parquet file, whose directory stands at its end, is made from the stream, at 20 µs a document.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ner_news.arrow import plain, schema, table_schema, to_batch, to_table_batch
from ner_news.errors import InputError, MissingExtraError

ROWS_READ = 256
"""Rows read at a time."""

GROUP_ROWS = 4096
"""Documents of a row group."""


def encode_head(table: str | None = None) -> bytes:
    """Return the beginning of the stream, of documents or of a flat table of `ner_news.columns`."""
    return bytes((schema() if table is None else table_schema(table)).serialize())


def encode_batch(table: str | None, documents: Sequence[Any]) -> bytes:
    """Return a batch of the stream; a head and the batches after it are a stream."""
    return bytes((to_batch(documents) if table is None else to_table_batch(documents, table)).serialize())


def write_parquet(stream: Path, target: Path) -> None:
    """Make the Parquet file of a stream. Equal documents make an equal file, whatever their batches were."""
    pa, parquet = _pyarrow()
    with pa.OSFile(str(stream)) as source:
        batches = pa.ipc.open_stream(source)
        with parquet.ParquetWriter(target, batches.schema, compression="zstd") as writer:
            _write_groups(pa, writer, batches)


def _write_groups(pa: Any, writer: Any, batches: Iterable[Any]) -> None:
    held: list[Any] = []
    for batch in batches:
        held.append(batch)
        table = pa.Table.from_batches(held)
        while table.num_rows >= GROUP_ROWS:
            writer.write_table(table.slice(0, GROUP_ROWS).combine_chunks())
            table = table.slice(GROUP_ROWS)
        held = table.to_batches()
    if held:
        writer.write_table(pa.Table.from_batches(held).combine_chunks())


def column_names(path: Path) -> list[str]:
    """Return the names of the columns of a file; `InputError` for one that is no Parquet or is damaged."""
    with _open(path) as file:
        return list(file.schema_arrow.names)


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[dict[str, Any] | Exception, float]]:
    """Yield the rows of a file, with those of the columns that it has, and the share of the file that each row is.

    A row that Python cannot hold is an error in its place: bytes that are no UTF-8, a year after 9999. `InputError` is
    raised for a file that is no Parquet or is damaged.
    """
    with _open(path) as file:
        share = 1 / max(1, file.metadata.num_rows)
        wanted = [name for name in file.schema_arrow.names if name in columns]
        for batch in file.iter_batches(ROWS_READ, columns=wanted, use_threads=False):
            for row in plain(batch):
                yield row, share


@contextmanager
def _open(path: Path) -> Iterator[Any]:
    pa, parquet = _pyarrow()
    try:
        with parquet.ParquetFile(path) as file:
            yield file
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"no Parquet file, or a damaged one: {error}") from error


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("a Parquet file", "arrow") from error
    return pyarrow, pyarrow.parquet
