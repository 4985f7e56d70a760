"""Folded names: what of their spelling counts, and whether two people's names are compatible."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.linking.phonetic_keys import to_phonetic
from ner_news.linking.table_lines import read_lines, read_words
from ner_news.names import NameParts

_ALIKE = str.maketrans("ё‐‑–—’ʼ`.", "е----''' ", '"«»„“”')
_LATIN = str.maketrans("aceopxykmthb", "асеорхукмтнв")
"""Latin letters that look like Russian ones: a word of both scripts is a Russian one, mistyped."""
_HAS_LATIN = re.compile(r"[a-z]")
_BOTH_SCRIPTS = re.compile(r"[а-я][a-z]|[a-z][а-я]")


# Names come again within a text and between texts: 4,096 of them are about 1 MB.
@word_cache(maxsize=4096)
def fold(lemma: str) -> str:
    """Return the form without case, ё, quotes, dots, kinds of dash and surplus spaces.

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
    """The phonetic forms of a person's name; a part that is not known is empty."""

    first: str
    last: str
    patronymic: str
    initials: str
    """The first letters of first name and patronymic, as far as they are known: «вв»."""

    @property
    def lone_word(self) -> str:
        """The only word of the name, empty for a name of several. It may be a first name or a surname."""
        return "" if (self.last and self.initials) or self.patronymic else self.first or self.last

    def other_firsts(self) -> Iterator["FoldedName"]:
        """Yield the names with a first name for the diminutive: «Николай Котов» for «Коля Котов».

        >>> [name.first for name in fold_name(NameParts("Коля", "Котов")).other_firsts()]
        ['николаи']
        """
        for first in _read_diminutives().get(self.first, ()):
            yield self._replace(first=first, initials=first[:1] + self.initials[1:])

    @property
    def is_full(self) -> bool:
        """Whether first name and surname are known."""
        return bool(self.first and self.last)

    def blocking_keys(self) -> Iterator[str]:
        """Yield the keys that a shorter name of this person may have for its own first one, the most telling first.

        >>> list(fold_name(NameParts("Борис", "Котов", "Львович")).blocking_keys())
        ['котоф борис лфофич', 'борис лфофич', 'котоф борис', 'котоф б.', 'котоф', 'борис']
        """
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
    """Return the name with each of its words folded and in its phonetic form.

    >>> fold_name(NameParts(last="Королёв", initials="С. П."))
    FoldedName(first='', last='королеф', patronymic='', initials='сп')
    """
    name = name or NameParts()
    first, last, patronymic = (_fold_part(part) for part in (name.first, name.last, name.patronymic))
    if name.initials:
        initials = "".join(to_phonetic(letter[:1]) for letter in fold(name.initials).split())
    else:
        initials = first[:1] + (patronymic[:1] if first else "")
    return FoldedName(first, last, patronymic, initials)


def fold_last(name: NameParts) -> str:
    """Return a surname as it sounds: equal for «Королёв» and «Королев»."""
    return fold_name(name).last


def _fold_part(part: str | None) -> str:
    return " ".join(map(to_phonetic, fold_person(part).split())) if part else ""


def fold_person(name: str) -> str:
    """Return a person's name folded, given names as ids write them.

    >>> fold_person("Наталия Петрова")
    'наталья петрова'
    """
    given = _read_given_names()
    return " ".join(given.get(word, word) for word in fold(name).split())


@cache
def _read_given_names() -> dict[str, str]:
    return {form: name for name, forms in read_lines("given") for form in forms.split()}


def is_diminutive(name: NameParts | None) -> bool:
    """Whether the first name is a short form of everyday speech: «Саша»."""
    return name is not None and name.first is not None and fold(name.first) in _read_short_names()


@cache
def _read_short_names() -> frozenset[str]:
    lines = list(read_lines("diminutives"))
    return frozenset(form for _, forms in lines for form in forms.split()) - {name for name, _ in lines}


@cache
def _read_diminutives() -> dict[str, tuple[str, ...]]:
    """Return the first names of each diminutive, as they sound."""
    table = read_words("diminutives")
    return {to_phonetic(name): tuple(sorted(map(to_phonetic, table[name]))) for name in _read_short_names()}


def are_compatible(one: FoldedName, other: FoldedName) -> bool:
    """Whether both may name one person: no part that both have differs.

    >>> trump = fold_name(NameParts("Дональд", "Трамп"))
    >>> are_compatible(trump, fold_name(NameParts(last="Трамп", initials="Д.")))
    True
    >>> are_compatible(trump, fold_name(NameParts("Иванка", "Трамп")))
    False
    """
    return (
        (not one.last or not other.last or one.last == other.last)
        and (not one.first or not other.first or _is_one_first(one.first, other.first))
        and (not one.patronymic or not other.patronymic or one.patronymic == other.patronymic)
        and all(a == b for a, b in zip(one.initials, other.initials, strict=False))
    )


def _is_one_first(one: str, other: str) -> bool:
    full = _read_diminutives()
    return one == other or one in full.get(other, ()) or other in full.get(one, ())
