"""Documents of any order, from many processes, and the entities that they share."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any
from weakref import finalize

from ner_news.columns import CORPUS_TABLES, columns_of
from ner_news.corpus.answers import CorpusEntity, CorpusMention
from ner_news.corpus.opening import check_header, connect, forget_log
from ner_news.corpus.relinking import relink
from ner_news.corpus.resolving import resolved
from ner_news.corpus.rows import NameRow, digest, document_id, entity_key, span_rows
from ner_news.corpus.tabling import QUERIES, cells
from ner_news.display import Group, overview_html
from ner_news.errors import CorpusError, OptionError
from ner_news.models import Document
from ner_news.progress import show_progress
from ner_news.spans import LABELS
from ner_news.tables import library, to_frame

_NAMES_KEPT = 65_536
"""Numbers of names that are remembered: 20 MB at most."""

NAMES = ("PER", "ORG", "LOC")
SHOWN = 5
"""Entities of a label that the display of a corpus names."""


class Corpus:
    """Documents and the entities that they share, in one SQLite file, or in memory without a path.

    A file is made where there is none; where there is one, the corpus goes on. Many processes may have it open and add
    to it at once. A document is written whole or not at all. Linking is told from all documents together, at the first
    question after new ones: the same documents give the same ids, in whatever order and from wherever they came.

    >>> from ner_news import extract
    >>> corpus = Corpus()
    >>> for text in ("В Душанбе прибыл Эмомали Рахмон.", "Рахмон выступил."):
    ...     corpus.add(extract(text))
    True
    True
    >>> [(entity.id, entity.documents) for entity in corpus.entities("PER")]
    [('PER:эмомали рахмон', 2)]
    >>> [(mention.text, mention.confidence) for mention in corpus.mentions("PER:эмомали рахмон")]
    [('Эмомали Рахмон', 1.0), ('Рахмон', 0.5)]

    `CorpusError` names a file that is no corpus, is damaged or of another version; it is left as it is.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path = None if path is None else Path(path).resolve()
        self._process = os.getpid()
        self._lock = RLock()
        self._names: dict[str, int] = {}
        self._connection = connect(self.path)
        self._end = finalize(self, _close, self._connection, self._process)

    def __reduce__(self) -> tuple[Any, ...]:
        if self.path is None:
            raise TypeError("a corpus in memory cannot go to another process: save it and open the file there")
        return Corpus, (self.path,)

    def __enter__(self) -> "Corpus":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Corpus({'' if self.path is None else str(self.path)!r}, {len(self)} documents)"

    def _repr_html_(self) -> str:
        """Those named most, and when."""
        totals = dict(self._ask("SELECT label, COUNT(*) FROM entities GROUP BY label LIMIT :limit"))
        [ends] = self._ask("SELECT MIN(published), MAX(published) FROM documents LIMIT :limit")
        published = None if ends[0] is None else (date.fromisoformat(ends[0][:10]), date.fromisoformat(ends[1][:10]))
        groups = []
        for label in NAMES:
            entities = self.entities(label, limit=SHOWN)
            groups.append(Group(label, totals.get(label, 0), [(each, self.timeline(each.id)) for each in entities]))
        return overview_html(len(self), published, groups)

    def close(self) -> None:
        """Ends the connection; whatever was added is in the file."""
        with self._lock:
            self._end()

    def __len__(self) -> int:
        """How many documents there are."""
        with self._open() as connection:
            [count] = connection.execute("SELECT COUNT(*) FROM documents").fetchone()
            return int(count)

    def __contains__(self, name: object) -> bool:
        """Whether a document of that id is there."""
        with self._open() as connection:
            query = "SELECT 1 FROM documents WHERE id = ?"
            return connection.execute(query, (json.dumps(name),)).fetchone() is not None

    def add(self, document: Document) -> bool:
        """Writes a document; `False` where the very document is there already.

        A document without an id goes by its text. `CorpusError` where the id is there with another document.
        """
        if not isinstance(document, Document):
            raise TypeError(f"a corpus takes Documents, not {type(document).__name__}")
        name, contents = document_id(document), digest(document)
        rows = span_rows(document)
        published = None if document.published is None else document.published.isoformat()
        with self._writing() as connection:
            query = "SELECT digest FROM documents WHERE id = ?"
            if known := connection.execute(query, (name,)).fetchone():
                if known[0] != contents:
                    raise CorpusError(self.path, f"holds another document of the id {name} already")
                return False
            insert = "INSERT INTO documents (id, digest, published) VALUES (?, ?, ?)"
            number = connection.execute(insert, (name, contents, published)).lastrowid
            numbers = {row.key: self._number(connection, row) for span in rows for row in (span.name, span.meant)}
            connection.executemany(
                "INSERT OR IGNORE INTO spans VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(number, *row[:4], numbers[row.name.key], numbers[row.meant.key]) for row in rows],
            )
        self._remember(numbers)
        return True

    def extend(self, documents: Iterable[Document], *, progress: bool = False) -> int:
        """Adds documents one by one; how many of them are new. With `progress` a bar shows after two seconds."""
        return sum(self.add(document) for document in show_progress(documents, quiet=not progress))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes all of it to another file, in the place of a corpus that may be there, but of nothing else."""
        target = Path(path).resolve()
        if target == self.path:
            return
        if not check_header(target):  # what others have open stays whole: their log knows of each page
            with self._open() as connection, closing(connect(target)) as other:
                connection.backup(other)
            return
        forget_log(target)
        written = target.with_name(f"{target.name}.{os.getpid()}.part")
        written.unlink(missing_ok=True)
        try:
            with self._open() as connection:
                connection.execute("VACUUM INTO ?", (str(written),))
            os.replace(written, target)
        finally:
            written.unlink(missing_ok=True)

    def entities(
        self,
        label: str | None = None,
        *,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
    ) -> list[CorpusEntity]:
        """Entities, those of the most documents first; equals by mentions, then by id.

        `label` is one of PER, ORG, LOC, DATE. With `since` or `until`, both inclusive, only documents published then
        count; days are whole.
        """
        if label is not None and label not in LABELS:
            raise OptionError("label", label, LABELS)
        query = f"""
            SELECT entities.id, label, lemma, COUNT(DISTINCT document) AS places, SUM(appearances.mentions) AS often
            FROM appearances JOIN entities ON entities.number = entity JOIN documents ON documents.number = document
            WHERE (:label IS NULL OR label = :label) {_PUBLISHED}
            GROUP BY entity ORDER BY places DESC, often DESC, entities.id LIMIT :limit
        """
        return [CorpusEntity(*row) for row in self._ask(query, label=label, limit=limit, **_period(since, until))]

    def entity(self, name: str) -> CorpusEntity | None:
        """The entity of that id, `None` where there is none."""
        query = "SELECT id, label, lemma, documents, mentions FROM entities WHERE id = :id"
        return next((CorpusEntity(*row) for row in self._ask(query, id=name)), None)

    def mentions(self, name: str) -> Iterator[CorpusMention]:
        """All mentions of the entity of that id: by publication, those without it first, then by document and place."""
        query = """
            SELECT documents.id, published, start, stop, text, spans.lemma, confidence
            FROM entities JOIN appearances ON appearances.entity = entities.number
            JOIN documents ON documents.number = appearances.document
            JOIN spans ON spans.document = appearances.document AND spans.meant = appearances.meant
            WHERE entities.id = :id ORDER BY published, documents.id, start, stop
        """
        for document, published, *rest in self._ask(query, id=name):
            yield CorpusMention(json.loads(document), published and datetime.fromisoformat(published), *rest)

    def together(
        self, name: str, label: str | None = None, *, limit: int | None = None
    ) -> list[tuple[CorpusEntity, int]]:
        """Entities in the documents of one, and in how many of them; the most frequent first."""
        if label is not None and label not in LABELS:
            raise OptionError("label", label, LABELS)
        query = """
            SELECT entities.id, entities.label, entities.lemma, entities.documents, entities.mentions,
                COUNT(DISTINCT other.document) AS shared
            FROM entities AS own JOIN appearances AS here ON here.entity = own.number
            JOIN appearances AS other ON other.document = here.document AND other.entity <> here.entity
            JOIN entities ON entities.number = other.entity
            WHERE own.id = :id AND (:label IS NULL OR entities.label = :label)
            GROUP BY other.entity ORDER BY shared DESC, entities.id LIMIT :limit
        """
        return [(CorpusEntity(*row[:5]), row[5]) for row in self._ask(query, id=name, label=label, limit=limit)]

    def pairs(self, names: Iterable[str]) -> list[tuple[str, str, int]]:
        """Which of the entities of these ids are in documents together, and in how many; the most frequent first."""
        query = """
            WITH wanted AS (
                SELECT DISTINCT entities.id, document FROM json_each(:names)
                JOIN entities ON entities.id = value JOIN appearances ON entity = entities.number
            )
            SELECT one.id, other.id, COUNT(*) AS shared FROM wanted AS one
            JOIN wanted AS other ON other.document = one.document AND other.id > one.id
            GROUP BY one.id, other.id ORDER BY shared DESC, one.id, other.id
        """
        return [(one, other, count) for one, other, count in self._ask(query, names=json.dumps(list(names)))]

    def timeline(self, name: str) -> list[tuple[date, int]]:
        """The days on which documents of an entity were published, and how many they were."""
        query = """
            SELECT substr(published, 1, 10) AS day, COUNT(DISTINCT document)
            FROM entities JOIN appearances ON entity = entities.number JOIN documents ON documents.number = document
            WHERE entities.id = :id AND published IS NOT NULL GROUP BY day ORDER BY day
        """
        return [(date.fromisoformat(day), count) for day, count in self._ask(query, id=name)]

    def to_pandas(self, table: str = "entities") -> Any:
        """A `pandas.DataFrame` of the corpus: `"entities"`, `"documents"` or `"mentions"`.

        `ner_news.columns.CORPUS_TABLES` describes the columns. `MissingExtraError` where pandas is not installed,
        `OptionError` for another `table`.
        """
        return self._to_frame(table, "pandas")

    def to_polars(self, table: str = "entities") -> Any:
        """As `to_pandas`, a `polars.DataFrame`."""
        return self._to_frame(table, "polars")

    def _to_frame(self, table: str, backend: str) -> Any:
        columns = columns_of(table, CORPUS_TABLES)
        library(backend)
        return to_frame(columns, cells(columns, self._ask(QUERIES[table] + "LIMIT :limit")), backend)

    def resolved(self, document: Document) -> Document:
        """The document with the corpus's ids in its spans and entities; it must have been added."""
        query = """
            SELECT names.key, entities.id FROM documents JOIN appearances ON appearances.document = documents.number
            JOIN names ON names.number = meant JOIN entities ON entities.number = entity WHERE documents.id = :id
        """
        name = document_id(document)
        ids = dict(self._ask(query, id=name))
        if not ids and json.loads(name) not in self:
            raise CorpusError(self.path, f"there is no document of the id {name}")
        return resolved(document, {entity.id: ids.get(entity_key(entity), entity.id) for entity in document.entities})

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one thread at a time and in its own process alone."""
        if os.getpid() != self._process:
            raise CorpusError(self.path, "was opened in another process: open it here again")
        with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                raise CorpusError(self.path, str(error)) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction."""
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise

    def _ask(self, query: str, **values: object) -> list[tuple[Any, ...]]:
        if values.get("limit") is None:
            values["limit"] = _LIMITLESS
        with self._open() as connection:
            relink(connection)
            return connection.execute(query, values).fetchall()

    def _number(self, connection: sqlite3.Connection, row: NameRow) -> int:
        """The number of a name, which is written if it is new."""
        if known := self._names.get(row.key):
            return known
        connection.execute(
            "INSERT OR IGNORE INTO names (key, label, first, last, patronymic) VALUES (?, ?, ?, ?, ?)", row
        )
        [number] = connection.execute("SELECT number FROM names WHERE key = ?", (row.key,)).fetchone()
        return int(number)

    def _remember(self, numbers: dict[str, int]) -> None:
        """Numbers that are in the file for good, once the transaction is over."""
        if len(self._names) > _NAMES_KEPT:
            self._names.clear()
        self._names.update(numbers)


def _close(connection: sqlite3.Connection, process: int) -> None:
    """In the process that opened it alone: to close a copy would break the locks of the original."""
    if os.getpid() == process:
        connection.close()


_LIMITLESS = -1

_PUBLISHED = "AND (:since IS NULL OR published >= :since) AND (:until IS NULL OR published <= :until)"


def _period(since: date | None, until: date | None) -> dict[str, object]:
    """Bounds as the file writes times; the end of a day is after all of its moments."""
    return {"since": _moment("since", since, time.min), "until": _moment("until", until, time.max)}


def _moment(name: str, value: date | None, of_day: time) -> str | None:
    if value is None:
        return None
    if not isinstance(value, date):
        raise TypeError(f"{name} must be a date or datetime, not {type(value).__name__}")
    moment = value if isinstance(value, datetime) else datetime.combine(value, of_day)
    return moment.isoformat()
