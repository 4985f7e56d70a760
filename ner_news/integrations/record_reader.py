"""The reading of records in order, with the reason for each that cannot be read."""

from collections.abc import Iterable, Mapping
from typing import Any

from ner_news.models import Document
from ner_news.pipeline import Extractor
from ner_news.stream import Failure

Record = Mapping[str, Any]
"""It has `text` and, as wanted, `published` and `id`."""


def read_records(
    extractor: Extractor,
    records: Iterable[Record],
    *,
    format: str = "text",  # noqa: A002
) -> list[Document | Exception]:
    """Return for each record its document, or the error that it caused: for instance a wrong type.

    >>> read_records(Extractor(), [{"text": "Минск"}, {"text": None}])
    [<Document 'Минск', 1 spans, 1 entities>, TypeError('text must be str, not NoneType')]
    """
    read: dict[int, Document | Exception] = {}

    def refuse(failure: Failure) -> None:
        read[failure.context] = failure.error

    numbered = ((record, number) for number, record in enumerate(records))
    for document, number in extractor.pipe(numbered, format=format, on_error=refuse):
        read[number] = document
    return [read[number] for number in range(len(read))]


def format_error(error: Exception) -> str:
    """Return the error as a line for a table."""
    return f"{type(error).__name__}: {error}"
