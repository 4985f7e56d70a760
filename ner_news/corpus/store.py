"""The corpus: it takes documents in any order, from many processes, and answers questions about their entities."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any
from weakref import finalize

from ner_news.characters import without_surrogates
from ner_news.corpus import queries
from ner_news.corpus.connection import connect, copy_to_file
from ner_news.corpus.frames import make_frame
from ner_news.corpus.records import CorpusDate, CorpusEntity, CorpusMention
from ner_news.corpus.relinking import relink, transaction
from ner_news.corpus.resolving import replace_ids
from ner_news.corpus.sentences import find_dates, find_mentions
from ner_news.corpus.stored_rows import format_document_id, make_entity_key
from ner_news.corpus.summary import show_entities
from ner_news.corpus.writing import make_document_rows, write_document
from ner_news.dates import Moment
from ner_news.errors import CorpusError, OtherDocumentError
from ner_news.models import Document
from ner_news.progress import show_progress

_LIMITLESS = -1
"""SQLite's word for no limit."""

_NAMES_KEPT = 65_536
"""Numbers of names that are kept in memory: 20 MB at most."""


class Corpus:
    """Documents and the entities that they share, in one SQLite file, or in memory without a path.

    A file is made where there is none; where there is one, the corpus goes on. Many processes may have it open and add
    to it at once. A document is written whole or not at all. All documents are linked together, at the first question
    after new ones: the same documents give the same ids, in whatever order and from wherever they came.

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
        place = "" if self.path is None else f"{str(self.path)!r}, "
        return f"Corpus({place}{len(self)} documents)"

    def _repr_html_(self) -> str:
        """Show the entities named most, and when."""
        return show_entities(self._ask, len(self))

    def close(self) -> None:
        """End the connection; whatever was added is in the file."""
        with self._lock:
            self._end()

    def __len__(self) -> int:
        """Return the number of documents."""
        with self._use() as connection:
            [count] = connection.execute("SELECT COUNT(*) FROM documents").fetchone()
            return int(count)

    def __contains__(self, name: object) -> bool:
        """Return whether a document of that id is there."""
        with self._use() as connection:
            found = connection.execute("SELECT 1 FROM documents WHERE id = ?", (json.dumps(name),))
            return found.fetchone() is not None

    def add(self, document: Document) -> bool:
        """Write a document; return `False` where the very document is there already.

        A document without an id goes by its text. `OtherDocumentError` where the id is there with another document.
        """
        if not isinstance(document, Document):
            raise TypeError(f"a corpus takes Documents, not {type(document).__name__}")
        rows = make_document_rows(document)
        with self._transact() as connection:
            query = "SELECT digest FROM documents WHERE id = ?"
            if known := connection.execute(query, (rows.id,)).fetchone():
                if known[0] != rows.digest:
                    raise OtherDocumentError(self.path, f"holds another document of the id {rows.id} already")
                return False
            numbers = write_document(connection, rows, self._names)
        self._remember(numbers)
        return True

    def extend(self, documents: Iterable[Document], *, progress: bool = False) -> int:
        """Add documents one by one and return how many are new. With `progress` a bar shows after two seconds."""
        return sum(self.add(document) for document in show_progress(documents, quiet=not progress))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write all of it to another file, in the place of a corpus that may be there, but of nothing else."""
        target = Path(path).resolve()
        if target != self.path:
            with self._use() as connection:
                copy_to_file(connection, target)

    def entities(
        self, label: str | None = None, *, since: Moment = None, until: Moment = None, limit: int | None = None
    ) -> list[CorpusEntity]:
        """Return the entities, those of the most documents first; equals by mentions, then by id.

        `label` is one of PER, ORG, LOC, DATE. With `since` or `until`, both inclusive, only documents published then
        count; days are whole. Both are what `published` of an article may be: a `date`, «2024-03-01», «01.03.2024» …
        """
        return queries.find_entities(self._ask, label, since, until, limit)

    def people(
        self, role: str | None = None, *, since: Moment = None, until: Moment = None, limit: int | None = None
    ) -> list[CorpusEntity]:
        """Return the people of whom documents published then say the role, those of the most such documents first.

        «министр» finds «министр культуры» too: whole words count. The counts and the roles of an answer are of these
        documents; without a role all people are asked for.
        """
        return queries.find_people(self._ask, role, since, until, limit)

    def entity(self, name: str) -> CorpusEntity | None:
        """Return the entity of that id, `None` where there is none; here as everywhere ids may have ё and capitals."""
        return queries.find_entity(self._ask, name)

    def find(self, name: str, label: str | None = None, *, limit: int | None = None) -> list[CorpusEntity]:
        """Return the entities that are called so, those of the most documents first; case and ё do not matter.

        `name` is a whole name, any other name of the tables («ФРГ»), a form as it stands in the texts, or some words of
        a name, the last of which may be begun only.

        >>> from ner_news import extract
        >>> corpus = Corpus()
        >>> corpus.add(extract("В Берлин прибыла Ангела Меркель."))
        True
        >>> [entity.id for entity in corpus.find("меркель")]
        ['PER:ангела меркель']
        """
        return queries.find_by_name(self._ask, name, label, limit)

    def mentions(self, name: str) -> Iterator[CorpusMention]:
        """Yield all mentions of the entity of that id with their sentences, in the order of publication.

        Those of documents without a time come first; equals go by the document's id, then by their offsets.
        """
        return find_mentions(self._ask, name)

    def dates(self, *, since: Moment = None, until: Moment = None) -> list[CorpusDate]:
        """Return the dates in the texts with their sentences, in the order of the calendar: a chronicle.

        With `since` or `until`, both inclusive, those partly between them; «каждую среду», «до мая» begin nowhere.

        >>> from ner_news import extract
        >>> corpus = Corpus()
        >>> corpus.add(extract("Мост начали в 2023 году. Откроют 12 июня.", published="2024-05-02"))
        True
        >>> [(date.value, date.mention.sentence) for date in corpus.dates()]
        [('2023', 'Мост начали в 2023 году.'), ('2024-06-12', 'Откроют 12 июня.')]
        """
        return find_dates(self._ask, since, until)

    def together(
        self, name: str, label: str | None = None, *, limit: int | None = None
    ) -> list[tuple[CorpusEntity, int]]:
        """Return the other entities in the documents of one, each with the number of them; the most frequent first."""
        return queries.find_companions(self._ask, name, label, limit)

    def pairs(self, names: Iterable[str]) -> list[tuple[str, str, int]]:
        """Return which entities of these ids share documents, and how many; the most frequent pairs first."""
        return queries.find_pairs(self._ask, names)

    def timeline(self, name: str) -> list[tuple[date, int]]:
        """Return the days on which documents of an entity were published, each with the number of documents."""
        return queries.count_days(self._ask, name)

    def to_pandas(self, table: str = "entities") -> Any:
        """Return a `pandas.DataFrame` of the corpus: `"entities"`, `"documents"` or `"mentions"`.

        `ner_news.columns.CORPUS_TABLES` describes the columns. `MissingExtraError` where pandas is not installed,
        `OptionError` for another `table`.
        """
        return make_frame(self._ask, table, "pandas")

    def to_polars(self, table: str = "entities") -> Any:
        """Return a `polars.DataFrame`, as `to_pandas` does."""
        return make_frame(self._ask, table, "polars")

    def resolved(self, document: Document) -> Document:
        """Return the document with the corpus's ids in its spans and entities; it must have been added."""
        name = format_document_id(document)
        ids = queries.find_entity_ids(self._ask, name)
        if not ids and json.loads(name) not in self:
            raise CorpusError(self.path, f"there is no document of the id {name}")
        return replace_ids(
            document, {entity.id: ids.get(make_entity_key(entity), entity.id) for entity in document.entities}
        )

    @contextmanager
    def _use(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to one thread at a time, and to the process that opened it alone."""
        if os.getpid() != self._process:
            raise CorpusError(self.path, "was opened in another process: open it here again")
        with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                raise CorpusError(self.path, str(error)) from error

    @contextmanager
    def _transact(self) -> Iterator[sqlite3.Connection]:
        """Give the connection within a transaction, which an error takes back."""
        with self._use() as connection, transaction(connection):
            yield connection

    def _ask(self, query: str, **values: object) -> list[tuple[Any, ...]]:
        """Return the rows that a query gives, once all documents are linked; `limit=None` limits nothing."""
        if values.get("limit") is None:
            values["limit"] = _LIMITLESS
        cleaned = {key: without_surrogates(value) if isinstance(value, str) else value for key, value in values.items()}
        with self._use() as connection:
            relink(connection)
            return connection.execute(query, cleaned).fetchall()

    def _remember(self, numbers: dict[str, int]) -> None:
        """Keep numbers of names, once the transaction that wrote them is over."""
        if len(self._names) > _NAMES_KEPT:
            self._names.clear()
        self._names.update(numbers)


def _close(connection: sqlite3.Connection, process: int) -> None:
    """Close the connection in the process that opened it alone: to close a copy would break the original's locks."""
    if os.getpid() == process:
        connection.close()
