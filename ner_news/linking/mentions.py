"""What linking looks at in a span, and the key under which equal mentions meet."""

from typing import NamedTuple

from ner_news.linking.canonical import canonical
from ner_news.linking.keys import fold
from ner_news.names import Gender, NameParts
from ner_news.spans import Label


class Mention(NamedTuple):
    """What linking looks at in a span."""

    label: Label
    lemma: str
    name: NameParts | None = None
    """A person's parts."""
    value: str | None = None
    """A date's value: dates are one when their values are."""
    gender: Gender | None = None
    start: int = 0
    """Offsets in the text, if the text is given too."""
    stop: int = 0


def key(mention: Mention) -> str:
    """Equal for mentions whose normal forms are; a person with first name and surname goes by these two alone.

    >>> key(Mention("PER", "Путин Владимир Владимирович", NameParts("Владимир", "Путин", "Владимирович")))
    'PER:владимир путин'
    >>> key(Mention("LOC", "Российская Федерация"))
    'LOC:россия'
    """
    if mention.value:
        return f"{mention.label}:{mention.value}"
    if mention.label != "PER":
        return f"{mention.label}:{canonical(mention.label, mention.lemma)}"
    name = mention.name
    return f"PER:{fold(f'{name.first} {name.last}' if name and name.first and name.last else mention.lemma)}"
