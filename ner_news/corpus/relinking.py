"""The linking of all documents of a corpus: entities and appearances are made anew of documents, names and spans."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ner_news.corpus.checksums import sum_linked
from ner_news.corpus.role_linking import find_bearers
from ner_news.linking import NameCount, UsageCount, resolve
from ner_news.names import NameParts

_KNOWN = """
SELECT key, label, documents, first, last, patronymic FROM names JOIN (
    SELECT meant, COUNT(*) AS documents FROM (SELECT DISTINCT document, meant FROM spans) GROUP BY meant
) ON meant = number
"""
_USAGES = """
SELECT short.key, full.key, documents FROM (
    SELECT name, meant, COUNT(*) AS documents FROM (
        SELECT DISTINCT document, name, meant FROM spans WHERE name <> meant
    ) GROUP BY name, meant
) JOIN names AS short ON short.number = name JOIN names AS full ON full.number = meant
"""
_APPEARANCES = """
INSERT INTO appearances
SELECT links.entity, spans.document, spans.meant, links.confidence, COUNT(*)
FROM spans JOIN links ON links.name = spans.meant GROUP BY spans.document, spans.meant
"""
# Two entities of one document stay two: «Трамп» beside Ivanka and Donald Trump is neither.
_DISTINGUISHED = """
SELECT moved.document, moved.meant, names.key, names.label FROM appearances AS moved
JOIN names ON names.number = moved.meant
WHERE moved.confidence < 1 AND EXISTS (
    SELECT 1 FROM appearances AS other WHERE other.entity = moved.entity AND other.document = moved.document
    AND other.meant <> moved.meant AND other.confidence = 1
)
"""
_ENTITY_COUNTS = """
UPDATE entities SET (documents, mentions) = (
    SELECT COUNT(DISTINCT document), COALESCE(SUM(mentions), 0) FROM appearances WHERE entity = number
)
"""
_LEMMAS = """
SELECT names.key, lemma, COUNT(*) AS mentions FROM spans JOIN names ON names.number = spans.name
GROUP BY name, lemma ORDER BY name, mentions, lemma DESC
"""
_PERSON_LEMMAS = """
SELECT names.key, names.first || ' ' || names.last FROM names
WHERE names.first IS NOT NULL AND names.last IS NOT NULL
"""


def relink(connection: sqlite3.Connection) -> None:
    """Link all documents within one transaction, if any came since the last time."""
    if is_linked(connection):
        return
    with transaction(connection):
        if not is_linked(connection):
            _relink(connection)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all that is written meanwhile, or nothing of it after an error, which is told as it is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'trigger'").fetchone():
            raise sqlite3.DatabaseError("is damaged: a trigger was added to it")
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # where the disk is full, SQLite has taken all back itself
            connection.execute("ROLLBACK")
        raise


def is_linked(connection: sqlite3.Connection) -> bool:
    """Return whether no document came since the last time."""
    [linked], [documents] = (connection.execute(query).fetchone() for query in (
        "SELECT linked FROM state", "SELECT COALESCE(MAX(number), 0) FROM documents"))  # fmt: skip
    return bool(linked == documents)


def _relink(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM appearances")
    connection.execute("DELETE FROM entities")
    links = resolve(_read_names(connection), (UsageCount(*row) for row in connection.execute(_USAGES)))
    ids = {entity: number for number, entity in enumerate(sorted({link.entity for link in links.values()}), 1)}
    lemmas = _read_lemmas(connection)
    connection.executemany(
        "INSERT INTO entities VALUES (?, ?, ?, ?, 0, 0)",
        ((number, entity, entity.partition(":")[0], lemmas.get(entity, entity)) for entity, number in ids.items()),
    )
    connection.execute("CREATE TEMP TABLE links (name INTEGER PRIMARY KEY, entity INTEGER, confidence REAL)")
    connection.executemany(
        "INSERT INTO links SELECT number, ?, ? FROM names WHERE key = ?",
        ((ids[link.entity], link.confidence, key) for key, link in links.items()),
    )
    connection.execute(_APPEARANCES)
    connection.execute("DROP TABLE links")
    connection.executemany(
        "UPDATE appearances SET entity = ?, confidence = ? WHERE document = ? AND meant = ?",
        [(int(link.entity), link.confidence, *place) for *place, link in find_bearers(connection)],
    )
    _keep_apart(connection, ids, lemmas)
    connection.execute(_ENTITY_COUNTS)
    connection.execute("DELETE FROM entities WHERE documents = 0")
    connection.execute("UPDATE state SET linked = (SELECT COALESCE(MAX(number), 0) FROM documents)")
    connection.execute("UPDATE state SET checksum = ?", (sum_linked(connection),))


def _read_names(connection: sqlite3.Connection) -> Iterator[NameCount]:
    for key, label, documents, first, last, patronymic in connection.execute(_KNOWN):
        yield NameCount(key, label, documents, NameParts(first, last, patronymic) if label == "PER" else None)


def _read_lemmas(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the most frequent lemma of each key; of equally frequent ones the first in the order of letters."""
    lemmas = dict(connection.execute(_PERSON_LEMMAS))
    lemmas.update((key, lemma) for key, lemma, _ in connection.execute(_LEMMAS))  # the last row of a key stays
    return lemmas


def _keep_apart(connection: sqlite3.Connection, ids: dict[str, int], lemmas: dict[str, str]) -> None:
    """Give names their own entities back where their document distinguishes them from the entity they were moved to."""
    for document, meant, key, label in connection.execute(_DISTINGUISHED).fetchall():
        if key not in ids:
            ids[key] = len(ids) + 1
            connection.execute(
                "INSERT INTO entities VALUES (?, ?, ?, ?, 0, 0)", (ids[key], key, label, lemmas.get(key, key))
            )
        connection.execute(
            "UPDATE appearances SET entity = ?, confidence = 1 WHERE document = ? AND meant = ?",
            (ids[key], document, meant),
        )
