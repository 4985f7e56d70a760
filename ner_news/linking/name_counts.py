"""The counts over documents that names are linked by across them, and the links that come of them."""

from collections import Counter
from typing import NamedTuple

from ner_news.linking.thresholds import DOMINANT_SHARE
from ner_news.names import NameParts
from ner_news.spans import Label


class NameCount(NamedTuple):
    """A name that documents have, and how many have it as the fullest name of something."""

    key: str
    label: Label
    documents: int
    """How many have an entity that is called by this name and by no fuller one."""
    name: NameParts | None = None
    """A person's parts, as written."""


class UsageCount(NamedTuple):
    """How many documents use a name for an entity that they also call by a fuller one."""

    name: str
    """The key of the shorter name."""
    meant: str
    """The key of the fuller name."""
    documents: int


class Link(NamedTuple):
    """The entity that a name stands for where its document does not tell."""

    entity: str
    """The id."""
    confidence: float
    """1.0 for its own name; lower where other documents had to tell, the share of those that tell so."""


def find_dominant(counted: Counter[str]) -> Link | None:
    """Return the entity that most documents tell, if it is twice as many as tell all others.

    >>> find_dominant(Counter({"PER:анна ким": 8, "PER:олег ким": 1}))
    Link(entity='PER:анна ким', confidence=0.8)
    """
    if not counted:
        return None
    best = min(counted, key=lambda entity: (-counted[entity], entity))
    total = sum(counted.values())
    return Link(best, counted[best] / (total + 1)) if counted[best] >= DOMINANT_SHARE * total else None
