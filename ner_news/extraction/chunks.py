"""Batches of records to bytes, with counts and complaints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from ner_news.articles import Encode, Figures, Record, Unreadable
from ner_news.errors import WorkerError
from ner_news.models import Document
from ner_news.pipeline import Extractor
from ner_news.stream import BATCH, Article

COUNTED = ("records", "articles", "failed", "spans", "characters")


class Chunk(NamedTuple):
    """A batch after the work on it."""

    content: bytes
    """Its documents as they are written."""
    figures: Figures
    """A count for each of `COUNTED`."""
    complaints: list[str]
    """A line for each record that failed."""
    size: int
    """Bytes of the input."""


@dataclass(frozen=True)
class ChunkWork:
    """The work on batches, in whatever process."""

    extractor: Extractor
    encode: Encode
    text_format: str

    def __call__(self, records: list[Record]) -> list[Chunk]:
        """Return one chunk for the whole batch."""
        outcomes = self.extractor.read(articles_of(records), form=self.text_format)
        return [make_chunk(records, list(outcomes), self.encode)]

    def lost(self, record: Record) -> Chunk:
        """Return the chunk of a record with which two processes died."""
        return make_chunk([record], [lost_record()], self.encode)


def batch_records(records: Iterator[Record]) -> Iterator[list[Record]]:
    """Yield the records in batches."""
    while batch := list(islice(records, BATCH)):
        yield batch


def articles_of(records: Sequence[Record]) -> list[Article | None]:
    """Return the article of each record, `None` for one that could not be read."""
    return [record.content if isinstance(record.content, Article) else None for record in records]


def lost_record() -> WorkerError:
    """Return the error of a record with which two processes died."""
    return WorkerError("two worker processes died with this text")


def describe_error(error: Exception) -> str:
    """Return what an error says, or its name where it says nothing.

    >>> describe_error(ValueError("too long")), describe_error(MemoryError())
    ('too long', 'MemoryError')
    """
    return str(error) or type(error).__name__


def make_chunk(records: Sequence[Record], outcomes: Sequence[Document | Exception | None], encode: Encode) -> Chunk:
    """Return the chunk of some records, each with its document or error, `None` where it could not be read."""
    documents = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    complaints = [
        f"{record.place}: {reason}"
        for record, outcome in zip(records, outcomes, strict=True)
        if (reason := _reason(record, outcome)) is not None
    ]
    content = encode(documents) if documents else b""
    return Chunk(content, count_figures(len(records), documents), complaints, sum(record.size for record in records))


def _reason(record: Record, outcome: Document | Exception | None) -> str | None:
    if isinstance(record.content, Unreadable):
        return record.content.reason
    return describe_error(outcome) if isinstance(outcome, Exception) else None


def count_figures(records: int, documents: Sequence[Document]) -> Figures:
    """Count so many records and the documents found in them."""
    characters = sum(len(document.text) for document in documents)
    spans = sum(len(document.spans) for document in documents)
    return dict(zip(COUNTED, (records, len(documents), records - len(documents), spans, characters), strict=True))
