"""The tables of a corpus, as frames of pandas or polars."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from ner_news.caches import word_cache
from ner_news.columns import CORPUS_TABLES, Column, columns_of
from ner_news.corpus.queries import Ask
from ner_news.tables import library, to_frame

# Columns in the order of `ner_news.columns.CORPUS_TABLES`.
QUERIES: Mapping[str, str] = {
    "entities": """
        SELECT entities.id, label, lemma, entities.documents, entities.mentions, MIN(published), MAX(published)
        FROM entities JOIN appearances ON entity = entities.number JOIN documents ON documents.number = document
        GROUP BY entities.number ORDER BY entities.documents DESC, entities.mentions DESC, entities.id
    """,
    "documents": """
        SELECT id, published, COUNT(DISTINCT entity), COALESCE(SUM(mentions), 0)
        FROM documents LEFT JOIN appearances ON document = documents.number
        GROUP BY documents.number ORDER BY published, id
    """,
    "mentions": """
        SELECT documents.id, published, entities.id, entities.lemma, label, start, stop, text, spans.lemma, confidence
        FROM documents JOIN spans ON spans.document = documents.number
        JOIN appearances ON appearances.document = documents.number AND appearances.meant = spans.meant
        JOIN entities ON entities.number = entity ORDER BY published, documents.id, start, stop
    """,
}


def make_frame(ask: Ask, table: str, backend: str) -> Any:
    """Return a table of the corpus as a frame of `"pandas"` or `"polars"`; `OptionError` for an unknown table."""
    columns = columns_of(table, CORPUS_TABLES)
    library(backend)
    return to_frame(columns, arrange_columns(columns, ask(QUERIES[table])), backend)


def arrange_columns(columns: Sequence[Column], rows: Iterable[tuple[Any, ...]]) -> dict[str, list[Any]]:
    """Return the rows as columns by their names; times and ids are parsed from the stored text.

    >>> arrange_columns([Column("document_id", "id", ""), Column("start", "whole", "")], [("7", 0), ('"7"', 5)])
    {'document_id': [7, '7'], 'start': [0, 5]}
    """
    by_column = list(zip(*rows, strict=True)) or [()] * len(columns)
    return {
        column.name: list(map(_PARSERS.get(column.kind, _keep), cells))
        for column, cells in zip(columns, by_column, strict=True)
    }


def _keep(cell: Any) -> Any:
    return cell


# Both come again and again in a table of mentions: 145,000 cells take 0.02 s instead of 0.2.
@word_cache(maxsize=1024)
def _parse_time(cell: str | None) -> datetime | None:
    return None if cell is None else datetime.fromisoformat(cell)


@word_cache(maxsize=1024)
def _parse_id(cell: str) -> str | int:
    name: str | int = json.loads(cell)
    return name


_PARSERS = {"time": _parse_time, "id": _parse_id}
