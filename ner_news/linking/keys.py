"""When two normal forms are one: what of their spelling counts."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.linking.spelling import sound
from ner_news.linking.words import GIVEN
from ner_news.names import NameParts

_ALIKE = str.maketrans("ё‐‑–—’ʼ`.", "е----''' ", '"«»„“”')
_LATIN = str.maketrans("aceopxykmthb", "асеорхукмтнв")
"""Latin letters that look like Russian ones: a word of both scripts is a Russian one with a slip."""
_HAS_LATIN = re.compile(r"[a-z]")
_BOTH_SCRIPTS = re.compile(r"[а-я][a-z]|[a-z][а-я]")


# Names come again within a text and between texts: 4,096 of them are about 1 MB.
@word_cache(maxsize=4096)
def fold(lemma: str) -> str:
    """The form without case, ё, quotes, dots, kinds of dash and surplus spaces.

    >>> fold("«Талибан»") == fold("ТАЛИБАН")
    True
    >>> fold("Т.Мэй")
    'т мэй'
    """
    folded = " ".join(lemma.casefold().translate(_ALIKE).split())
    if folded.isascii() or not _HAS_LATIN.search(folded) or not _BOTH_SCRIPTS.search(folded):
        return folded
    return folded.translate(_LATIN)


class FoldedName(NamedTuple):
    """A person's name as far as it can be heard; a part that is not known is empty."""

    first: str
    last: str
    patronymic: str
    initials: str
    """The first letters of first name and patronymic, as far as they are known: «вв»."""

    @property
    def lone_word(self) -> str:
        """The only word of the name, empty for a name of several. It may be a first name or a surname."""
        return "" if (self.last and self.initials) or self.patronymic else self.first or self.last

    @property
    def is_full(self) -> bool:
        """Whether first name and surname are known."""
        return bool(self.first and self.last)

    def doors(self) -> Iterator[str]:
        """Keys under which a shorter name of this person would look, the most telling first."""
        if self.is_full and self.patronymic:
            yield f"{self.last} {self.first} {self.patronymic}"
        if self.first and self.patronymic:
            yield f"{self.first} {self.patronymic}"
        if self.is_full:
            yield f"{self.last} {self.first}"
        if self.last and self.initials:
            yield f"{self.last} {self.initials[0]}."
        yield from filter(None, (self.last, self.first))


# Names come again within a text and between texts: 4,096 of them are about 2 MB.
@word_cache(maxsize=4096)
def fold_name(name: NameParts | None) -> FoldedName:
    """The name, folded, each word as it is heard.

    >>> fold_name(NameParts(last="Королёв", initials="С. П."))
    FoldedName(first='', last='королеф', patronymic='', initials='сп')
    """
    name = name or NameParts()
    first, last, patronymic = (_heard(part) for part in (name.first, name.last, name.patronymic))
    if name.initials:
        initials = "".join(sound(letter[:1]) for letter in fold(name.initials).split())
    else:
        initials = first[:1] + (patronymic[:1] if first else "")
    return FoldedName(first, last, patronymic, initials)


def _heard(part: str | None) -> str:
    return " ".join(map(sound, fold_person(part).split())) if part else ""


def fold_person(name: str) -> str:
    """A person's name, folded, given names as ids write them.

    >>> fold_person("Наталия Петрова")
    'наталья петрова'
    """
    given = _given()
    return " ".join(given.get(word, word) for word in fold(name).split())


@cache
def _given() -> dict[str, str]:
    lines = (line.partition(": ") for line in GIVEN.strip().splitlines())
    return {form: name for name, _, forms in lines for form in forms.split()}


def compatible(one: FoldedName, other: FoldedName) -> bool:
    """Whether both may name one person: equal surnames if both have one, and no other part against it.

    >>> trump = fold_name(NameParts("Дональд", "Трамп"))
    >>> compatible(trump, fold_name(NameParts(last="Трамп", initials="Д.")))
    True
    >>> compatible(trump, fold_name(NameParts("Иванка", "Трамп")))
    False
    """
    return (
        (not one.last or not other.last or one.last == other.last)
        and (not one.first or not other.first or one.first == other.first)
        and (not one.patronymic or not other.patronymic or one.patronymic == other.patronymic)
        and all(a == b for a, b in zip(one.initials, other.initials, strict=False))
    )
