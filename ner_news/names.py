"""The parts of a person's name as plain values, shared by lemmas and linking."""

from typing import NamedTuple


class NameParts(NamedTuple):
    """Each part in the nominative; `None` where it is not known.

    >>> NameParts(first="Эмомали", last="Рахмон").last
    'Рахмон'
    """

    first: str | None = None
    last: str | None = None
    patronymic: str | None = None
    nickname: str | None = None
    initials: str | None = None
    """As «А. В.»: the letters that stand for first name and patronymic."""
