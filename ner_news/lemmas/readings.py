"""What one word may be: its nominatives, by the case and the kind in which it would stand.

Words of one name agree, so each word gets a table of its best readings for each case and kind, and the words of
a name are joined where their tables meet. Only that makes «Александра Лукашенко» a man and «Ангелу» a woman.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ner_news.lemmas.paradigms import CASES, KINDS

_BITS = {
    (case, kind): 1 << (place * len(KINDS) + at) for place, case in enumerate(CASES) for at, kind in enumerate(KINDS)
}
_KINDS_OF = {"": KINDS, "ms-f": ("masc", "femn"), **{kind: (kind,) for kind in KINDS}}
SLOTS = {
    (case, kind): sum(_BITS[here, there] for here in ((case,) if case else CASES) for there in _KINDS_OF[kind])
    for case in ("", *CASES)
    for kind in _KINDS_OF
}
"""The slots of a case and a kind, or of a common gender; an empty case or kind takes all. Sets of slots are numbers,
a bit for each slot: two words meet in `one & other`, which costs a tenth of a look into each of 24 slots."""
ALL_SLOTS = SLOTS["", ""]
SINGLE_SLOTS = tuple(_BITS.values())


class Reading(NamedTuple):
    """One thing a word may be."""

    form: str
    """The nominative, in lower case."""
    weight: float
    """0..1, how far to believe it."""
    rule: str
    """What said so, for a debug view."""


Place = tuple[int, Reading]
"""The slots where a reading holds, and the reading; a plain pair, for a `NamedTuple` takes 0.3 µs to make."""

Table = Sequence[Place]
"""The best readings for each slot, in each slot the weightiest first. Empty for a word that can stand
nowhere."""

# Further readings of a slot are kept for the document to decide: «Бандере» is of «Бандер», «Бандерь» or «Бандера».
_DEPTH = 3
_WORTH_A_PLACE, _LOWER = 0.2, 0.4


def tabulate(places: Iterable[Place]) -> Table:
    """The best readings for each slot that the places cover, three at most; of equal ones the earlier.

    >>> rare, usual = Reading("рааба", 0.1, "hard a"), Reading("рааб", 0.3, "consonant")
    >>> table = tabulate([(SLOTS["", "masc"], rare), (SLOTS["gent", "masc"], usual)])
    >>> look(table, "gent", "masc").form, look(table, "nomn", "masc").form
    ('рааб', 'рааба')
    """
    table: list[Place] = []
    best: list[Place] = []
    free = [ALL_SLOTS] * _DEPTH
    for slots, reading in sorted(places, key=_weight, reverse=True):
        here = slots & free[0]
        if here:
            table.append((here, reading))
        left = slots & ~here
        free[0] &= ~slots
        if left:
            for taken, other in table:
                if other.form == reading.form:
                    left &= ~taken
            for taken, other in best:
                if reading.weight < _WORTH_A_PLACE * other.weight:
                    left &= ~taken
        if here:
            best.append((here, reading))
        for depth in range(1, _DEPTH):
            here = left & free[depth]
            if here:
                table.append((here, reading._replace(weight=_LOWER * reading.weight)))
                free[depth] &= ~here
                left &= ~here
    return table


def _weight(place: Place) -> float:
    return place[1].weight


def look(table: Table, case: str, kind: str) -> Reading | None:
    """The reading in one slot.

    >>> look(unchanged("фон", 1.0, "particle"), "gent", "masc").form
    'фон'
    """
    return next((reading for slots, reading in table if slots & SLOTS[case, kind]), None)


def unchanged(form: str, weight: float, rule: str) -> Table:
    """The word as it stands, whatever its neighbours are in."""
    return [(ALL_SLOTS, Reading(form, weight, rule))]


def merge(one: Table, other: Table) -> Table:
    """The better reading of two tables in each slot, the first table's where they are equal."""
    return tabulate([*one, *other])


def together(table: Table) -> Table:
    """The table of one among several people, in the slots of a plural: «Павлу и Николаю Дуровым».

    >>> look(together([(SLOTS["datv", "masc"], Reading("павел", 1.0, ""))]), "datv", "plur").form
    'павел'
    """
    return tabulate((among(slots, "plur"), reading) for slots, reading in table)


def among(slots: int, kind: str) -> int:
    """The cases of the slots, in one kind.

    >>> among(SLOTS["gent", "masc"], "plur") == SLOTS["gent", "plur"]
    True
    """
    return sum(SLOTS[case, kind] for case in CASES if slots & SLOTS[case, ""])


Joint = tuple[int, tuple[Reading, ...], float]
"""Slots, the reading that each word has there, the product of their weights."""


# Of two readings a slot a hundred words would have 2 to the 100th ways.
_MOST_JOINTS = 48


def join(tables: Iterable[Table]) -> list[Joint]:
    """The ways in which each word has a reading in the same slots; of very many the likeliest.

    >>> one, other = [(SLOTS["gent", ""], Reading("анна", 0.5, ""))], unchanged("де", 0.5, "")
    >>> [([reading.form for reading in readings], weight) for slots, readings, weight in join([one, other])]
    [(['анна', 'де'], 0.25)]
    """
    joints: list[Joint] = [(ALL_SLOTS, (), 1.0)]
    for table in tables:
        if len(joints) > _MOST_JOINTS:
            joints = sorted(joints, key=_joint_weight, reverse=True)[:_MOST_JOINTS]
        joints = [
            (here & there, (*readings, reading), weight * reading.weight)
            for here, readings, weight in joints
            for there, reading in table
            if here & there
        ]
    return joints


def _joint_weight(joint: Joint) -> float:
    return joint[2]
