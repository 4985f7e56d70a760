"""The label of a given name that came without one."""

from collections.abc import Mapping, Sequence

from ner_news.morph import PROPER_GRAMMEMES, look_up
from ner_news.spans import Label

CERTAIN = 0.1
"""The weight below which the dictionary is asked first: on NEREL's development set 98.0% of the names then get their
label, inner ones included, 97.3% by the network alone; .03 and .3 are as good."""

LABELS_OF_GRAMMEMES: Mapping[str, Label] = {"Name": "PER", "Surn": "PER", "Patr": "PER", "Geox": "LOC", "Orgn": "ORG"}
"""What the dictionary's marks of proper names say."""


def guess_label(words: Sequence[str], shares: Mapping[Label, float], allowed: Sequence[Label]) -> Label:
    """Return the allowed label that the network gives the most weight, or that the words look like where it gives none.

    >>> guess_label(["Минск"], {"PER": 0.1, "ORG": 0.2, "LOC": 0.9}, ("PER", "ORG", "LOC"))
    'LOC'
    >>> guess_label(["Уральской"], {}, ("PER", "ORG", "LOC"))
    'LOC'
    """
    best = max(allowed, key=lambda label: shares.get(label, 0.0))
    if shares.get(best, 0.0) >= CERTAIN:
        return best
    seen = _find_in_dictionary(words)
    return seen if seen is not None and seen in allowed else best


def _find_in_dictionary(words: Sequence[str]) -> Label | None:
    """Return what the dictionary says of the first word: a proper name, or an adjective that stands alone."""
    reading = next(iter(look_up(words[0])), None)
    if reading is None:
        return None
    marks = PROPER_GRAMMEMES & reading.grammemes
    return LABELS_OF_GRAMMEMES[min(marks)] if marks else "LOC" if reading.pos == "ADJF" and len(words) == 1 else None
