"""What linking looks at in a span, and the keys under which equal mentions meet."""

from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.categories import Gender
from ner_news.linking.canonical import canonical
from ner_news.linking.keys import fold, fold_person
from ner_news.morph import look_up
from ner_news.names import NameParts
from ner_news.spans import Label

LONGEST = 500
"""Characters of a name that is linked."""


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
    """Equal for mentions whose normal forms are: the label and what counts of the name.

    >>> key(Mention("LOC", "Российская Федерация")), key(Mention("PER", "Королёв"))
    ('LOC:россия', 'PER:королев')
    """
    if is_long(mention.lemma):
        return f"{mention.label}:{' '.join(mention.lemma.casefold().split())}"
    return f"{mention.label}:{mention.value or canonical(mention.label, mention.lemma)}"


def is_long(text: str) -> bool:
    """Whether a text is no name that anything is called by; such are not linked, and not kept in memory."""
    return len(text) > LONGEST


def person_key(name: NameParts | None, *, patronymic: bool = False) -> str | None:
    """The key of a first name and a surname, with the patronymic between them if wanted; `None` if one is not known.

    >>> person_key(NameParts("Владимир", "Путин", "Владимирович"))
    'PER:владимир путин'
    """
    if name is None or not (name.first and name.last) or is_long("".join(filter(None, name))):
        return None
    return _person_key(name, patronymic)


# Names come again within a text and between texts: 2,048 of them are about 1 MB.
@word_cache(maxsize=2048)
def _person_key(name: NameParts, patronymic: bool) -> str:
    middle = fold(name.patronymic or "") if patronymic else ""
    return "PER:" + " ".join(
        filter(None, (_without_title(fold_person(name.first or "")), middle, fold(name.last or "")))
    )


def _without_title(first: str) -> str:
    """A first name without a common noun that was taken for its first word: «Христианка Асия»."""
    title, _, rest = first.partition(" ")
    readings = look_up(title) if rest else ()
    is_noun = bool(readings) and all(reading.grammemes.isdisjoint(_NAMES) for reading in readings)
    return rest if is_noun and readings[0].pos == "NOUN" else first


_NAMES = ("Name", "Surn", "Patr", "Geox", "Orgn")
