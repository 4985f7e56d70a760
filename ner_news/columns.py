"""The columns of spans, entities and documents: one list for tables, CSV files and displays, and the rows by it.

`protocols` says what a document must have to be read; the models are not needed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from ner_news.errors import OptionError
from ner_news.protocols import DocumentLike, EntityLike, SpanLike
from ner_news.spans import walk_with_depth

Kind = Literal["id", "text", "category", "whole", "number", "time", "flag"]
Row = dict[str, Any]


class Column(NamedTuple):
    """One column of a table."""

    name: str
    kind: Kind
    meaning: str
    """With its unit. A row without a value has `None`."""


OWNER = (
    Column("document", "whole", "number of the document among those given, from 0"),
    Column("document_id", "id", "its id, as given"),
)
NAME = (
    Column("first", "text", "a person's first name, in the nominative"),
    Column("last", "text", "surname"),
    Column("patronymic", "text", "patronymic"),
    Column("nickname", "text", "nickname"),
    Column("initials", "text", "initials, as «А. В.»"),
)

VALUE = (
    "of a date: 2021, 2021-09, 2021-09-16, 2021-09-16T16:02; 2021-Q3 a quarter, 2021-H1 a half-year, 2021-W37 a week; "
    "2021-SP spring, SU summer, FA autumn, WI winter; 201X a decade, 20XX a century; 2021-05-05TMO in the morning, TAF "
    "in the afternoon, TEV in the evening, TNI at night; A/B from A to B, both included, A/.. from A on, ../B until B; "
    "XXXX-05-09 a day of no known year"
)
"""The notation in words."""

TABLES: dict[str, tuple[Column, ...]] = {
    "spans": (
        *OWNER,
        Column("label", "category", "PER, ORG, LOC or DATE"),
        Column("start", "whole", "offset of the first character"),
        Column("stop", "whole", "offset after the last character"),
        Column("text", "text", "as written"),
        Column("lemma", "text", "normal form"),
        Column("entity", "text", "id of what it names"),
        Column("score", "number", "0 to 1, how sure the recognizer is"),
        Column("depth", "whole", "0 for a span of the text, 1 for a name inside one, and so on"),
        *NAME,
        Column("gender", "category", "masc or femn, of a person"),
        Column("legal_form", "text", "abbreviation of the form beside an organization's name, as «ООО»"),
        Column("country", "text", "ISO 3166-1 alpha-2, of a place"),
        Column("kind", "category", "country, region, city, district, water, street, facility or other, of a place"),
        Column("value", "text", VALUE),
        Column("grain", "category", "unit that the date's value counts in"),
        Column("interval_start", "time", "first moment of the date"),
        Column("interval_end", "time", "first moment after it"),
        Column("mod", "category", "part of the date that is meant: START, MID, END or APPROX"),
        Column("anchor", "category", "what the date rests on: absolute, publication or text"),
        Column("zone", "text", "time zone of a time of day, as the text names it"),
        Column("recurs", "flag", "whether it is a date that comes back, as «каждую среду»"),
        Column("roles", "text", "what stands beside a person's name, as normal forms, with «; » between them"),
    ),
    "entities": (
        *OWNER,
        Column("entity", "text", "id of the entity"),
        Column("label", "category", "PER, ORG, LOC or DATE"),
        Column("lemma", "text", "fullest normal form"),
        Column("aliases", "text", "the other normal forms, with «; » between them"),
        *NAME,
        Column("roles", "text", "what the text says of a person, the most frequent first, with «; » between them"),
        Column("mentions", "whole", "number of its spans in the document"),
        Column("start", "whole", "offset of the first mention"),
    ),
    "documents": (
        *OWNER,
        Column("published", "time", "as given; with a time zone it is turned into UTC"),
        Column("characters", "whole", "length of the text"),
        Column("spans", "whole", "number of spans, without those inside others"),
        Column("entities", "whole", "number of entities"),
        Column("people", "whole", "number of mentions of people"),
        Column("organizations", "whole", "of organizations"),
        Column("places", "whole", "of places"),
        Column("dates", "whole", "of dates"),
    ),
}

CORPUS_TABLES: dict[str, tuple[Column, ...]] = {
    "entities": (
        Column("entity", "text", "id of the entity in the corpus"),
        Column("label", "category", "PER, ORG, LOC or DATE"),
        Column("lemma", "text", "most frequent normal form"),
        Column("documents", "whole", "number of documents that speak of it"),
        Column("mentions", "whole", "number of its spans in all of them"),
        Column("first_published", "time", "when the first of these documents was published; None where none tells"),
        Column("last_published", "time", "when the last was"),
    ),
    "documents": (
        Column("document_id", "id", "as given, or the digest of the text"),
        Column("published", "time", "as given; with a time zone it is turned into UTC"),
        Column("entities", "whole", "number of entities"),
        Column("mentions", "whole", "number of spans, those inside others too"),
    ),
    "mentions": (
        Column("document_id", "id", "the document's id"),
        Column("published", "time", "when the document was published"),
        Column("entity", "text", "id of the entity in the corpus"),
        Column("entity_lemma", "text", "most frequent normal form of the entity"),
        Column("label", "category", "PER, ORG, LOC or DATE"),
        Column("start", "whole", "offset of the first character"),
        Column("stop", "whole", "offset after the last character"),
        Column("text", "text", "as written"),
        Column("lemma", "text", "normal form"),
        Column("confidence", "number", "0 to 1, how sure it is that the entity is meant"),
    ),
}
"""The tables of a corpus."""


def columns_of(table: str, tables: Mapping[str, tuple[Column, ...]] = TABLES) -> tuple[Column, ...]:
    """Return the columns of a table; raise `OptionError` for a table that there is not.

    >>> [column.name for column in columns_of("documents")][:4]
    ['document', 'document_id', 'published', 'characters']
    """
    if table not in tables:
        raise OptionError("table", table, tuple(tables))
    return tables[table]


def file_columns(table: str) -> tuple[Column, ...]:
    """Return the columns of a table in a file: without the number of the document, whose id tells it apart.

    >>> [column.name for column in file_columns("documents")][:3]
    ['document_id', 'published', 'characters']
    """
    return tuple(column for column in columns_of(table) if column.name != "document")


def facts_of(found: SpanLike | EntityLike) -> Row:
    """Return the fields by the names of columns: those of a name and of an interval with the others, roles as text."""
    facts = dict(vars(found))
    if facts.get("name") is not None:
        facts.update(vars(facts["name"]))
    if "interval" in facts:
        facts["interval_start"], facts["interval_end"] = facts["interval"].start, facts["interval"].end
    if "roles" in facts:
        facts["roles"] = "; ".join(getattr(role, "lemma", role) for role in facts["roles"]) or None
    return facts


def rows_of(documents: Iterable[DocumentLike], table: str) -> Iterator[Row]:
    """Yield the rows of a table, each by the names of columns; a row may hold more names, and lack what is `None`."""
    columns_of(table)
    for number, document in enumerate(documents):
        owner = {"document": number, "document_id": document.id}
        for row in _ROWS[table](document):
            row.update(owner)
            yield row


def _span_rows(document: DocumentLike) -> Iterator[Row]:
    for span, depth in walk_with_depth(document.spans):
        row = facts_of(span)
        row["depth"] = depth
        yield row


def _entity_rows(document: DocumentLike) -> Iterator[Row]:
    for entity in document.entities:
        row = facts_of(entity)
        row["entity"] = entity.id
        row["aliases"] = "; ".join(entity.aliases) or None
        row["mentions"] = len(entity.spans)
        row["start"] = min((span.start for span in entity.spans), default=None)
        yield row


def _document_rows(document: DocumentLike) -> Iterator[Row]:
    row: Row = {"published": document.published, "characters": len(document.text)}
    row.update({name: len(getattr(document, name)) for name in ("spans", "entities")})
    row.update({name: len(getattr(document, name)) for name in ("people", "organizations", "places", "dates")})
    yield row


_ROWS: dict[str, Callable[[DocumentLike], Iterator[Row]]] = {
    "spans": _span_rows,
    "entities": _entity_rows,
    "documents": _document_rows,
}
