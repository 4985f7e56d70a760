"""One of a family named in the plural: «Дуровы», «Скрипали»."""

from collections.abc import Callable

from ner_news.morph import look_up

_POSSESSIVE = ("овы", "евы", "ёвы", "ины", "ыны")


def one_of_family(plural: str, rule: str, kind: str) -> str | None:
    """The surname of a man (`masc`) or a woman (`femn`) of the family; `None` for what is no plural.

    >>> one_of_family("дуровы", "possessive", "femn"), one_of_family("скрипали", "soft", "femn")
    ('дурова', 'скрипаль')
    """
    return next((form for way in WAYS if (form := way(plural, rule, kind))), None)


def _possessive(plural: str, rule: str, kind: str) -> str | None:  # noqa: ARG001
    if not plural.endswith(_POSSESSIVE):
        return None
    return plural[:-1] + ("а" if kind == "femn" else "")


def _adjectival(plural: str, rule: str, kind: str) -> str | None:  # noqa: ARG001
    if not plural.endswith(("ские", "цкие")):
        return None
    return plural[:-2] + ("ая" if kind == "femn" else "ий")


def _known(plural: str, rule: str, kind: str) -> str | None:  # noqa: ARG001
    plurals = (found for found in look_up(plural) if found.number == "plur" and found.case == "nomn")
    return next((found.normal for found in plurals), None)


def _by_ending(plural: str, rule: str, kind: str) -> str | None:  # noqa: ARG001
    if not plural.endswith(("ы", "и")) or rule in ("unchanged", "as written", "family"):
        return None
    return plural[:-1] + ("ь" if rule == "soft" else "")


WAYS: tuple[Callable[[str, str, str], str | None], ...] = (_possessive, _adjectival, _known, _by_ending)
"""The first of these to answer is believed."""
