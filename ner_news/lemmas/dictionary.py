"""What the dictionary's parses say about a word, beyond the parses themselves."""

from collections.abc import Sequence

from ner_news.morph import Parse, parse

_NOUNS = ("NOUN", "ADJF")
# A name that never changes («Марку») is a poor reading of what is also a form of another («Марк»).
_UNCHANGED_RIVAL = 0.1


def known_nouns(word: str) -> list[Parse]:
    """The readings with a case that the dictionary itself holds: nouns, and surnames such as «Толстой»."""
    return [found for found in parse(word) if found.is_known and found.case and found.pos in _NOUNS]


def is_attested(word: str) -> bool:
    """Whether OpenCorpora met the word for certain: pymorphy3 gives equal scores where it did not.

    >>> is_attested("Бориса"), is_attested("Асия")
    (True, False)
    """
    return len({found.score for found in parse(word)}) > 1


def share(found: Parse, rivals: Sequence[Parse]) -> float:
    """0..1: how much of the score stands behind the normal form of this reading, among those of its rivals.

    >>> [first, *rest] = known_nouns("море")
    >>> share(first, [first, *rest]) > 0.9
    True
    """
    best: dict[str, float] = {}
    for other in rivals:
        # Not the sum: a word that has more cases alike is no more usual for that.
        best[other.normal] = max(best.get(other.normal, 0.0), other.score)
    changed = any(other.normal != found.normal and "Fixd" not in other.grammemes for other in rivals)
    scale = _UNCHANGED_RIVAL if "Fixd" in found.grammemes and changed else 1.0
    return scale * best[found.normal] / (sum(best.values()) or 1.0)
