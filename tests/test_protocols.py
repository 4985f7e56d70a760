"""Modules below the models read whatever has the fields of a document."""

from dataclasses import dataclass, field
from datetime import datetime

from ner_news.columns import rows_of
from ner_news.masking import mask_document
from ner_news.spans import Label


@dataclass
class Mention:
    label: Label
    start: int
    stop: int
    text: str
    lemma: str
    entity: str | None = None
    score: float = 1.0
    inner: tuple["Mention", ...] = ()


@dataclass
class Thing:
    id: str
    label: Label
    lemma: str
    aliases: tuple[str, ...] = ()
    spans: tuple[Mention, ...] = ()


@dataclass
class Text:
    text: str
    spans: tuple[Mention, ...]
    entities: tuple[Thing, ...] = ()
    id: str | int | None = None
    published: datetime | None = None
    people: tuple[Mention, ...] = field(default=())
    organizations: tuple[Mention, ...] = field(default=())
    places: tuple[Mention, ...] = field(default=())
    dates: tuple[Mention, ...] = field(default=())


GERMANY = Mention("LOC", 4, 12, "Германии", "Германия", "LOC-1")
MINISTRY = Mention("ORG", 0, 12, "МИД Германии", "МИД Германии", inner=(GERMANY,))
DOCUMENT = Text("МИД Германии", (MINISTRY,), (Thing("LOC-1", "LOC", "ФРГ", ("Германия",), (GERMANY,)),), id=7)


def test_rows_are_made_of_any_document() -> None:
    spans = list(rows_of([DOCUMENT], "spans"))
    assert [(row["lemma"], row["depth"], row["document_id"]) for row in spans] == [
        ("МИД Германии", 0, 7),
        ("Германия", 1, 7),
    ]
    [entity] = rows_of([DOCUMENT], "entities")
    assert (entity["entity"], entity["aliases"], entity["mentions"], entity["start"]) == ("LOC-1", "Германия", 1, 4)
    [document] = rows_of([DOCUMENT], "documents")
    assert (document["characters"], document["spans"], document["people"]) == (12, 1, 0)


def test_any_document_is_masked() -> None:
    inner, whole = mask_document(DOCUMENT, ["LOC"]), mask_document(DOCUMENT, ["ORG", "LOC"])
    assert (inner.text, inner.key.unmask("[LOC_1] и [LOC_1]")) == ("МИД [LOC_1]", "ФРГ и ФРГ")
    assert whole.text == "[ORG_1]"
