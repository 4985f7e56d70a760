"""A mention as linking sees it, and the keys that are equal for equal names."""

from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.categories import Gender
from ner_news.linking.name_folding import fold, fold_person
from ner_news.linking.normalization import normalize, settle_label
from ner_news.linking.thresholds import LONGEST_LINKED
from ner_news.morph import look_up
from ner_news.names import NameParts
from ner_news.spans import LABELS, Label

_NAME_GRAMMEMES = ("Name", "Surn", "Patr", "Geox", "Orgn")


class Mention(NamedTuple):
    """The facts about a span by which it is linked."""

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
    roles: tuple[str, ...] = ()
    """What the text says of a person beside the name, as normal forms."""


def make_key(mention: Mention) -> str:
    """Return the label and the normalized name, or a date's value: equal for mentions of equal names.

    >>> make_key(Mention("LOC", "Российская Федерация")), make_key(Mention("PER", "Королёв"))
    ('LOC:россия', 'PER:королев')
    """
    if is_too_long(mention.lemma):
        return f"{mention.label}:{' '.join(mention.lemma.casefold().split())}"
    label = settle_label(mention.label, mention.lemma)
    return f"{label}:{mention.value or normalize(label, mention.lemma)}"


def read_label(key: str) -> Label:
    """Return the label of a key, which the tables may have put right: of the place «Сбер», `ORG`.

    >>> read_label(make_key(Mention("LOC", "Сбер")))
    'ORG'
    """
    return next(label for label in LABELS if key.startswith(f"{label}:"))


def fold_key(key: str) -> str:
    """Return the key of a name as linking writes it, without ё and capitals; any other text as it is.

    >>> fold_key("ORG:Северный Пролёт"), fold_key("per:Рахмон"), fold_key("DATE:2021-XX")
    ('ORG:северный пролет', 'PER:рахмон', 'DATE:2021-XX')
    """
    label, _, name = key.partition(":")
    return f"{label.upper()}:{fold(name)}" if name and label.upper() in ("PER", "ORG", "LOC") else key


def make_possible_keys(name: str) -> list[str]:
    """Return the keys that a name would have as a person's, an organization's and a place's.

    >>> make_possible_keys("СПб")
    ['LOC:петербург', 'PER:спб']
    """
    labels: tuple[Label, ...] = ("PER", "ORG", "LOC")
    return sorted({make_key(Mention(label, name)) for label in labels})


def is_too_long(text: str) -> bool:
    """Whether a text is longer than names are; such are not linked, and not kept in memory."""
    return len(text) > LONGEST_LINKED


def make_person_key(name: NameParts | None, *, patronymic: bool = False) -> str | None:
    """Return the key of a first name and a surname, with the patronymic between them if wanted; `None` without both.

    >>> make_person_key(NameParts("Владимир", "Путин", "Владимирович"))
    'PER:владимир путин'
    """
    if name is None or not (name.first and name.last) or is_too_long("".join(filter(None, name))):
        return None
    return _make_person_key(name, patronymic)


# Names come again within a text and between texts: 2,048 of them are about 1 MB.
@word_cache(maxsize=2048)
def _make_person_key(name: NameParts, patronymic: bool) -> str:
    first = _remove_title(fold_person(name.first or ""))
    middle = fold(name.patronymic or "") if patronymic else ""
    return "PER:" + " ".join(filter(None, (first, middle, fold(name.last or ""))))


def _remove_title(first: str) -> str:
    """Return a first name without a common noun that was taken for its first word: «Христианка Асия»."""
    title, _, rest = first.partition(" ")
    readings = look_up(title) if rest else ()
    is_common = bool(readings) and all(reading.grammemes.isdisjoint(_NAME_GRAMMEMES) for reading in readings)
    return rest if is_common and readings[0].pos == "NOUN" else first
