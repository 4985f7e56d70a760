"""What documents tell of names, and what comes of it."""

from typing import NamedTuple

from ner_news.names import NameParts
from ner_news.spans import Label


class Known(NamedTuple):
    """A name that documents have called something by."""

    key: str
    label: Label
    documents: int
    """How many have a thing that is called by it and by no fuller name."""
    name: NameParts | None = None
    """A person's parts, as written."""


class Usage(NamedTuple):
    """Documents that use a name for what they also call otherwise."""

    name: str
    """A key."""
    meant: str
    """The key of the fuller name."""
    documents: int


class Link(NamedTuple):
    """What a name stands for where its document does not tell."""

    entity: str
    """The id."""
    confidence: float
    """1.0 for its own name; lower where other documents had to tell, the share of those that tell so."""
