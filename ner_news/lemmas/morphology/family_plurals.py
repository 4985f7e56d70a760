"""Surnames of a family in the plural, «Дуровы», «Скрипали», and of one of its members."""

from collections.abc import Callable

from ner_news.morph import look_up

_LAST_LETTERS = "аеиоуыэюяьй"
_FAMILY_MARK = "*"
_POSSESSIVE = ("овы", "евы", "ёвы", "ины", "ыны")


def find_member(plural: str, rule: str, kind: str) -> str | None:
    """Return the surname of a man (`masc`) or a woman (`femn`) of the family; `None` for what is no plural.

    >>> find_member("дуровы", "possessive", "femn"), find_member("скрипали", "soft", "femn")
    ('дурова', 'скрипаль')
    """
    return next((form for rule_of_plural in PLURAL_RULES if (form := rule_of_plural(plural, rule, kind))), None)


def _read_possessive(plural: str, rule: str, kind: str) -> str | None:  # noqa: ARG001
    if not plural.endswith(_POSSESSIVE):
        return None
    return plural[:-1] + ("а" if kind == "femn" else "")


def _read_adjectival(plural: str, rule: str, kind: str) -> str | None:  # noqa: ARG001
    if not plural.endswith(("ские", "цкие")):
        return None
    return plural[:-2] + ("ая" if kind == "femn" else "ий")


def _read_known(plural: str, rule: str, kind: str) -> str | None:  # noqa: ARG001
    plurals = (found for found in look_up(plural) if found.number == "plur" and found.case == "nomn")
    return next((found.normal for found in plurals), None)


def _read_by_ending(plural: str, rule: str, kind: str) -> str | None:  # noqa: ARG001
    if not plural.endswith(("ы", "и")) or rule in ("unchanged", "as written", "family"):
        return None
    return plural[:-1] + ("ь" if rule == "soft" else "")


PLURAL_RULES: tuple[Callable[[str, str, str], str | None], ...] = (
    _read_possessive,
    _read_adjectival,
    _read_known,
    _read_by_ending,
)
"""The first of these to answer is believed."""


def family_key(form: str) -> str:
    """Return the key that a family's plural shares with each of its members.

    >>> family_key("скрипали") == family_key("скрипаль")
    True
    """
    return form.rstrip(_LAST_LETTERS) + _FAMILY_MARK


def is_family_key(key: str) -> bool:
    """Return whether a key is one of `family_key`."""
    return key.endswith(_FAMILY_MARK)
