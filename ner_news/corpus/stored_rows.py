"""The rows of a corpus file that a document is turned into."""

import hashlib
import json
import re
from typing import NamedTuple

from ner_news.characters import without_surrogates
from ner_news.linking import Mention, is_too_long, make_key, make_person_key, read_label
from ner_news.models import AnySpan, Date, Document, Entity, Person, PersonName
from ner_news.names import NameParts
from ner_news.spans import Label, walk

_SCORE = re.compile(r'"score":[^,}]+')
"""In JSON: within a text its quotes would be escaped."""


class NameRow(NamedTuple):
    """A row of `names`, without its number."""

    key: str
    label: Label
    first: str | None = None
    last: str | None = None
    patronymic: str | None = None


class SpanRow(NamedTuple):
    """A row of `spans`, without its document; in the file the two names stand as numbers, the roles in `roles`."""

    start: int
    stop: int
    text: str
    lemma: str
    name: NameRow
    meant: NameRow
    roles: tuple[str, ...] = ()


def format_document_id(document: Document) -> str:
    """Return the id as JSON; for a document without one the digest of its text."""
    if document.id is not None:
        return json.dumps(document.id)
    return json.dumps("sha256:" + hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest())


def compute_digest(document: Document) -> str:
    """Return a digest that differs when anything in the document does but scores.

    Their last digit depends on the processor, for each kind rounds sums in another order.
    """
    content = _SCORE.sub("", document.to_json())
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def make_span_rows(document: Document) -> list[SpanRow]:
    """Return a row for each span, and for those inside longer names too."""
    entities = {entity.id: _make_entity_name(entity) for entity in document.entities}
    rows = []
    for span in walk(document.spans):
        name = _make_span_name(span)
        meant = entities.get(span.entity, name) if span.entity is not None else name
        text, lemma = without_surrogates(span.text), without_surrogates(span.lemma)
        roles = tuple(without_surrogates(role.lemma) for role in span.roles) if isinstance(span, Person) else ()
        rows.append(SpanRow(span.start, span.stop, text, lemma, name, meant, roles))
    return rows


def make_entity_key(entity: Entity) -> str:
    """Return the key in `names` that the entity goes by."""
    return _make_entity_name(entity).key


def _make_span_name(span: AnySpan) -> NameRow:
    if isinstance(span, Person):
        return _make_person_name(make_key(Mention("PER", span.lemma)), span.name)
    value = span.value if isinstance(span, Date) else None
    key = make_key(Mention(span.label, span.lemma, value=value))
    return NameRow(without_surrogates(key), read_label(key))


def _make_entity_name(entity: Entity) -> NameRow:
    """Return the entity's row, keyed by its id if that is made of its name.

    Any other id means nothing outside its document.
    """
    made = entity.id if entity.id.startswith(f"{entity.label}:") else make_key(Mention(entity.label, entity.lemma))
    if entity.label == "PER":
        return _make_person_name(made, entity.name or PersonName())
    return NameRow(without_surrogates(made), read_label(made))


def _make_person_name(fallback: str, name: PersonName) -> NameRow:
    """Return the row of a person, keyed by the full name where it is known; parts that are too long are left out."""
    parts = NameParts(name.first, name.last, name.patronymic)
    full = make_person_key(parts, patronymic=True)
    known = parts[:3] if full or not is_too_long("".join(filter(None, parts))) else ()
    return NameRow(
        without_surrogates(full or fallback), "PER", *(without_surrogates(part) if part else None for part in known)
    )
