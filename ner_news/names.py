"""The parts of a person's name as a plain value, which lemmas and linking share."""

from typing import NamedTuple


class NameParts(NamedTuple):
    """The parts of a person's name, each in the nominative; `None` where it is not known.

    >>> NameParts(first="Эмомали", last="Рахмон").last
    'Рахмон'
    """

    first: str | None = None
    last: str | None = None
    patronymic: str | None = None
    nickname: str | None = None
    initials: str | None = None
    """As «А. В.»: the letters that stand for first name and patronymic."""
