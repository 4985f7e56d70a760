"""A document written to the tables of a corpus, within a transaction of the caller's."""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from ner_news.corpus.checksums import sum_rows
from ner_news.corpus.sentences import pack_text
from ner_news.corpus.stored_rows import NameRow, SpanRow, compute_digest, format_document_id, make_span_rows
from ner_news.models import Document


class DocumentRows(NamedTuple):
    """All that the corpus keeps of a document."""

    id: str
    """As JSON."""
    digest: str
    published: str | None
    body: bytes
    """The text, packed."""
    spans: tuple[SpanRow, ...]


def make_document_rows(document: Document) -> DocumentRows:
    """Return the rows of a document; of spans with the same offsets the first stays."""
    published = None if document.published is None else document.published.isoformat()
    spans = {row[:2]: row for row in reversed(make_span_rows(document))}
    name, digest, body = format_document_id(document), compute_digest(document), pack_text(document.text)
    return DocumentRows(name, digest, published, body, tuple(spans.values()))


def write_document(connection: sqlite3.Connection, rows: DocumentRows, known: Mapping[str, int]) -> dict[str, int]:
    """Write the rows of a new document, and return the numbers of its names; `known` has numbers that need no look."""
    names = {row.key: row for span in rows.spans for row in (span.name, span.meant)}
    numbers = {key: known.get(key) or _assign_number(connection, row) for key, row in names.items()}
    spans = [(*row[:4], numbers[row.name.key], numbers[row.meant.key]) for row in rows.spans]
    roles = {(numbers[row.meant.key], role) for row in rows.spans for role in row.roles}
    checksum = sum_rows([rows[:4], *spans, *roles])
    insert = "INSERT INTO documents (id, digest, published, body, checksum) VALUES (?, ?, ?, ?, ?)"
    number = connection.execute(insert, (*rows[:4], checksum)).lastrowid
    connection.executemany("INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?, ?)", ((number, *span) for span in spans))
    connection.executemany("INSERT INTO roles VALUES (?, ?, ?)", ((number, *role) for role in roles))
    return numbers


def _assign_number(connection: sqlite3.Connection, row: NameRow) -> int:
    """Return the number of a name, which is written if it is new."""
    query = "SELECT number FROM names WHERE key = ?"
    if known := connection.execute(query, (row.key,)).fetchone():
        return int(known[0])
    insert = "INSERT INTO names (key, label, first, last, patronymic, checksum) VALUES (?, ?, ?, ?, ?, ?)"
    return int(connection.execute(insert, (*row, sum_rows([row]))).lastrowid or 0)
