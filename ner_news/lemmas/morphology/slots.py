"""Tables of the readings of one word, and the gender that they imply (`find_gender`).

A table has the nominatives of a word by the slot in which it would stand: a pair of a case and a kind, which is a
gender or the plural.

Words of one name agree, so each word gets a table of its best readings for each case and kind, and the words of
a name are joined where their tables meet. Only that makes «Александра Лукашенко» a man and «Ангелу» a woman.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ner_news.categories import Gender
from ner_news.lemmas.morphology.paradigms import CASES, KINDS

_BITS = {
    (case, kind): 1 << (number * len(KINDS) + at) for number, case in enumerate(CASES) for at, kind in enumerate(KINDS)
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


class WordReading(NamedTuple):
    """One thing a word may be."""

    form: str
    """The nominative, in lower case."""
    weight: float
    """0..1, how far to believe it."""
    rule: str
    """The rule that gave the reading, for a debug view."""


SlotReading = tuple[int, WordReading]
"""The slots where a reading holds, and the reading; a plain pair, for a `NamedTuple` takes 0.3 µs to make."""

ReadingTable = Sequence[SlotReading]
"""The best readings for each slot, in each slot the weightiest first. Empty for a word that can stand
nowhere."""

SlotShares = Iterable[tuple[int, float]]
"""Sets of slots, and how likely each is among them."""

# Further readings of a slot are kept for the document to decide: «Бандере» is of «Бандер», «Бандерь» or «Бандера».
_READINGS_PER_SLOT = 3
# A further reading must have this part of the best one's weight, and keeps this part of its own. By eye.
_LEAST_OF_BEST, _FURTHER = 0.2, 0.4
# A gender is told when the slots of a lemma agree on it to this share. By eye.
_CERTAIN_GENDER = 0.9
_GENDERS: tuple[Gender, ...] = ("masc", "femn")


def tabulate(readings: Iterable[SlotReading]) -> ReadingTable:
    """Return the best readings for each slot that the given ones cover, three at most; of equal ones the earlier.

    >>> rare, usual = WordReading("рааба", 0.1, "hard a"), WordReading("рааб", 0.3, "consonant")
    >>> table = tabulate([(SLOTS["", "masc"], rare), (SLOTS["gent", "masc"], usual)])
    >>> find_reading(table, "gent", "masc").form, find_reading(table, "nomn", "masc").form
    ('рааб', 'рааба')
    """
    table: list[SlotReading] = []
    best: list[SlotReading] = []
    free = [ALL_SLOTS] * _READINGS_PER_SLOT
    for slots, reading in sorted(readings, key=_weight, reverse=True):
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
                if reading.weight < _LEAST_OF_BEST * other.weight:
                    left &= ~taken
        if here:
            best.append((here, reading))
        for depth in range(1, _READINGS_PER_SLOT):
            here = left & free[depth]
            if here:
                table.append((here, reading._replace(weight=_FURTHER * reading.weight)))
                free[depth] &= ~here
                left &= ~here
    return table


def _weight(slot_reading: SlotReading) -> float:
    return slot_reading[1].weight


def find_reading(table: ReadingTable, case: str, kind: str) -> WordReading | None:
    """Return the best reading in one slot, or `None`.

    >>> find_reading(keep_unchanged("фон", 1.0, "particle"), "gent", "masc").form
    'фон'
    """
    return next((reading for slots, reading in table if slots & SLOTS[case, kind]), None)


def keep_unchanged(form: str, weight: float, rule: str) -> ReadingTable:
    """Return the table of a word that stays as it stands, in every slot."""
    return [(ALL_SLOTS, WordReading(form, weight, rule))]


def merge_tables(one: ReadingTable, other: ReadingTable) -> ReadingTable:
    """Return the better reading of two tables in each slot, the first table's where they are equal."""
    return tabulate([*one, *other])


def move_to_plural(table: ReadingTable) -> ReadingTable:
    """Return the table of one among several people, in the slots of a plural: «Павлу и Николаю Дуровым».

    >>> table = move_to_plural([(SLOTS["datv", "masc"], WordReading("павел", 1.0, ""))])
    >>> find_reading(table, "datv", "plur").form
    'павел'
    """
    return tabulate((move_to_kind(slots, "plur"), reading) for slots, reading in table)


def move_to_kind(slots: int, kind: str) -> int:
    """Return the slots of the same cases, in one kind.

    >>> move_to_kind(SLOTS["gent", "masc"], "plur") == SLOTS["gent", "plur"]
    True
    """
    return sum(SLOTS[case, kind] for case in CASES if slots & SLOTS[case, ""])


Joint = tuple[int, tuple[WordReading, ...], float]
"""Slots, the reading that each word has there, the product of their weights."""


# Of two readings a slot a hundred words would have 2 to the 100th ways.
_MOST_JOINTS = 48


def join_tables(tables: Iterable[ReadingTable]) -> list[Joint]:
    """Return the ways in which each word has a reading in the same slots; of very many the likeliest.

    >>> one, other = [(SLOTS["gent", ""], WordReading("анна", 0.5, ""))], keep_unchanged("де", 0.5, "")
    >>> [([reading.form for reading in readings], weight) for slots, readings, weight in join_tables([one, other])]
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


def union_slots(sets: Iterable[int]) -> int:
    """Return the slots that are in any of the sets.

    >>> union_slots([SLOTS["gent", "masc"], SLOTS["gent", ""]]) == SLOTS["gent", ""]
    True
    """
    union = 0
    for slots in sets:
        union |= slots
    return union


def find_gender(shares: SlotShares) -> Gender | None:
    """Return the gender on which nearly all of the slots agree, or `None`.

    >>> find_gender([(SLOTS["gent", "femn"], 0.95), (SLOTS["nomn", "masc"], 0.05)])
    'femn'
    """
    known = list(shares)
    for gender in _GENDERS:
        if sum([part for slots, part in known if not slots & ~SLOTS["", gender]]) > _CERTAIN_GENDER:
            return gender
    return None
