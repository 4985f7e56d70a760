"""Entities and mentions as a corpus answers with them."""

from datetime import date, datetime
from typing import NamedTuple

from ner_news.spans import Label


class CorpusRole(NamedTuple):
    """What documents say that somebody is."""

    lemma: str
    """As in `Role.lemma`: «министр культуры»."""
    documents: int
    """The number of documents that say so."""
    first: date | None
    """The day on which the first of them was published; `None` where none tells."""
    last: date | None


class CorpusEntity(NamedTuple):
    """One thing across the documents of a corpus."""

    id: str
    """Made of its name: `PER:дональд трамп`. The same documents give the same ids, in whatever order they came."""
    label: Label
    lemma: str
    """Its most frequent normal form."""
    documents: int
    """The number of documents that name it, of those that were asked for."""
    mentions: int
    """The number of times that they name it."""
    roles: tuple[CorpusRole, ...] = ()
    """What a person is, by the same documents: what most of them say first, then what they say last."""


class CorpusMention(NamedTuple):
    """One span in the documents of a corpus."""

    document: str | int
    """The document's id."""
    published: datetime | None
    start: int
    """Offsets in the document's text, in characters."""
    stop: int
    text: str
    lemma: str
    confidence: float
    """How sure it is that the entity is meant: 1.0 by its name, lower where other documents had to tell."""
    sentence: str
    """The sentence in which it begins, as written."""


class CorpusDate(NamedTuple):
    """A date in the documents of a corpus."""

    value: str
    """In the notation of `Date.value`."""
    start: datetime
    """When it begins, and the first moment after it; `None` where it has no end."""
    end: datetime | None
    mention: CorpusMention
