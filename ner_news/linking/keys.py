"""When two normal forms are one: what of their spelling counts."""

from ner_news.names import NameParts

_IGNORED = str.maketrans("ё‐‑–—", "е----", "\"'«»„“”.")


def fold(lemma: str) -> str:
    """The form without case, ё, quotes, dots, kinds of dash and surplus spaces.

    >>> fold("«Талибан»") == fold("ТАЛИБАН")
    True
    """
    return " ".join(lemma.casefold().translate(_IGNORED).split())


def compatible(one: NameParts, other: NameParts) -> bool:
    """Whether both may name one person: equal surnames, and no other part against it.

    >>> compatible(NameParts(last="Рахмон"), NameParts("Эмомали", "Рахмон"))
    True
    >>> compatible(NameParts("Дональд", "Трамп"), NameParts("Иванка", "Трамп"))
    False
    >>> compatible(NameParts(last="Путин", initials="В. В."), NameParts("Владимир", "Путин"))
    True
    """
    return (
        _agree(one.last, other.last)
        and _agree(one.first, other.first)
        and _agree(one.patronymic, other.patronymic)
        and all(a == b for a, b in zip(_initials(one), _initials(other), strict=False))
    )


def lone_word(name: NameParts) -> str | None:
    """The only part of a name, folded; `None` for a name of several parts. It may be a first name or a surname.

    >>> lone_word(NameParts(first="Рахмон"))
    'рахмон'
    """
    parts = [part for part in name if part]
    return fold(parts[0]) if len(parts) == 1 else None


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or fold(one) == fold(other)


def _initials(name: NameParts) -> str:
    """The first letters of first name and patronymic, as far as they are known: «вв»."""
    if name.initials:
        return fold(name.initials.replace(".", " ")).replace(" ", "")
    return "".join(fold(part)[:1] for part in (name.first, name.patronymic if name.first else None) if part)
