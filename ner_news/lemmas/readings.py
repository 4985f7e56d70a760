"""What one word may be: its nominatives, by the case and the kind in which it would stand.

Words of one name agree, so each word gets a table from (case, kind) to its best reading there, and the words of
a name are joined where their tables meet. Only that makes «Александра Лукашенко» a man and «Ангелу» a woman.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ner_news.lemmas.paradigms import CASES, KINDS

Slot = tuple[str, str]
"""A case and a kind."""


class Reading(NamedTuple):
    """One thing a word may be."""

    form: str
    """The nominative, in lower case."""
    weight: float
    """0..1, how far to believe it."""
    rule: str
    """What said so, for a debug view."""


class Place(NamedTuple):
    """A reading and where it holds; an empty `case` or `kind` holds for all."""

    case: str
    kind: str
    reading: Reading


Table = Mapping[Slot, Reading]


def tabulate(places: Iterable[Place]) -> Table:
    """The best reading for each case and kind that any of the places covers.

    >>> table = tabulate([Place("gent", "masc", Reading("рааб", 0.3, "consonant"))])
    >>> table["gent", "masc"].form
    'рааб'
    >>> ("nomn", "masc") in table
    False
    """
    table: dict[Slot, Reading] = {}
    for case, kind, reading in places:
        for slot in _SLOTS[case, kind]:
            if slot not in table or table[slot].weight < reading.weight:
                table[slot] = reading
    return table


def unchanged(form: str, weight: float, rule: str) -> Place:
    """The word as it stands, whatever its neighbours are in.

    >>> sorted({case for case, kind in tabulate([unchanged("фон", 1.0, "particle")])})
    ['ablt', 'accs', 'datv', 'gent', 'loct', 'nomn']
    """
    return Place("", "", Reading(form, weight, rule))


def merge(one: Table, other: Table) -> Table:
    """The better reading of two tables in each slot, the first table's where they are equal."""
    merged = dict(one)
    for slot, reading in other.items():
        if slot not in merged or merged[slot].weight < reading.weight:
            merged[slot] = reading
    return merged


# Made once: an unchanged word takes all 24 slots.
_SLOTS = {
    (case, kind): tuple(
        (one_case, one_kind) for one_case in ((case,) if case else CASES) for one_kind in ((kind,) if kind else KINDS)
    )
    for case in ("", *CASES)
    for kind in ("", *KINDS)
}
