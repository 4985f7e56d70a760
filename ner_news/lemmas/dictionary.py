"""What the dictionary's parses say about a word, beyond the parses themselves."""

from collections.abc import Sequence

from ner_news.lemmas.words import CALLED
from ner_news.morph import Parse, look_up, parse

_NOUNS = ("NOUN", "ADJF")
# A name that never changes («Марку») is a poor reading of what is also a form of another («Марк»).
_UNCHANGED_RIVAL = 0.1


def known_nouns(word: str) -> list[Parse]:
    """The readings with a case that the dictionary itself holds: nouns, and surnames such as «Толстой»."""
    return [found for found in look_up(word) if found.case and found.pos in _NOUNS]


def is_kind(word: str) -> bool:
    """Whether a word, as written, says what the name in quotes after it names; one such, for of several it owns them.

    >>> is_kind("партией"), is_kind("телеграм-каналу"), is_kind("акций"), is_kind("компаний"), is_kind("Партия")
    (True, True, False, False, False)
    """
    return word.islower() and any(
        found.pos == "NOUN" and found.number == "sing" and found.normal.endswith(CALLED) for found in parse(word)
    )


def is_attested(word: str) -> bool:
    """Whether OpenCorpora met the word for certain: pymorphy3 gives equal scores where it did not.

    >>> is_attested("Бориса"), is_attested("Асия")
    (True, False)
    """
    return len({found.score for found in look_up(word)}) > 1


def shares(readings: Sequence[Parse], marks: Sequence[str]) -> list[float]:
    """0..1 for each reading: how much of the score stands behind its normal form, among the readings of its mark.

    >>> found = known_nouns("море")
    >>> [(reading.normal, share > 0.9) for reading, share in zip(found, shares(found, [""] * len(found)))][2:4]
    [('море', True), ('мор', False)]
    """
    if len({found.normal for found in readings}) == 1 == len(set(marks)):  # two words of three
        return [1.0 if any(found.score for found in readings) else 0.0] * len(readings)
    marked = list(zip(readings, marks, strict=True))
    return [_share(found, [rival for rival, there in marked if there == mark]) for found, mark in marked]


def _share(found: Parse, rivals: Sequence[Parse]) -> float:
    best: dict[str, float] = {}
    for other in rivals:
        # Not the sum: a word that has more cases alike is no more usual for that.
        best[other.normal] = max(best.get(other.normal, 0.0), other.score)
    changed = any(other.normal != found.normal and "Fixd" not in other.grammemes for other in rivals)
    scale = _UNCHANGED_RIVAL if "Fixd" in found.grammemes and changed else 1.0
    return scale * best[found.normal] / (sum(best.values()) or 1.0)
