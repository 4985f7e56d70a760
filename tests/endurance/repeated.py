"""How the cost of a text grows that is one piece again and again, and how it compares to prose."""

import time
from collections.abc import Iterator
from math import log
from typing import NamedTuple

from ner_news import Extractor
from tests.endurance.units import PROSE, UNITS, Unit
from tests.fuzz.texts import ARTICLE

SIZE = 15_000
"""Characters of the shorter text, by eye: what hurts shows there, and what is well takes a tenth of a second."""

TIMES = 4
"""How much longer the other text is, by eye: between a text and one of twice its length a busy machine adds .2."""

MOST_GROWTH = 1.1
"""The exponent allowed: the cost of the length to this power."""

MOST_COST = 15.0
"""Seconds allowed for a megabyte, on a quiet machine on which prose takes 5."""

PROSE_COST = 5.0

ROUNDS = 3
"""At most: what seems too much is measured again, for a busy machine makes it so. The least of each length counts."""


class Cost(NamedTuple):
    """What repetition of a piece costs."""

    unit: Unit
    growth: float
    """The exponent between the two lengths."""
    seconds: float
    """Of the processor, for a megabyte."""
    ratio: float
    """To what prose of the same length cost then."""

    @property
    def is_too_much(self) -> bool:
        return self.growth > MOST_GROWTH or self.ratio > MOST_COST / PROSE_COST


def measure_units(size: int = SIZE) -> Iterator[Cost]:
    """Yield the cost of prose, then that of each piece."""
    extractor = Extractor()
    prose = Unit(PROSE, ARTICLE + "\n", "text")
    for unit in (prose, *UNITS):
        texts = [unit.repeated(size), unit.repeated(TIMES * size)]
        least = [float("inf")] * 3
        for _ in range(ROUNDS):
            taken = [*(_seconds(extractor, text, unit.form) for text in texts)]
            taken.append(_seconds(extractor, prose.repeated(TIMES * size), "text"))
            least = list(map(min, least, taken))
            cost = _compare(unit, least, len(texts[1]))
            if not cost.is_too_much:
                break
        yield cost


def print_costs() -> bool:
    """Print the cost of each piece, and tell whether any is too much."""
    print(f"growth, seconds a megabyte, times prose; allowed {MOST_GROWTH}, {MOST_COST} where prose takes {PROSE_COST}")
    count = 0
    for cost in measure_units():
        count += cost.is_too_much
        mark = "too much" if cost.is_too_much else ""
        kind = f"{cost.unit.kind:14} {cost.unit.text[:30]!r:34}"
        print(f"{kind} {cost.growth:5.2f} {cost.seconds:7.1f} {cost.ratio:6.2f} {mark}", flush=True)
    print(f"{count} of {len(UNITS)} are too much")
    return count > 0


def _compare(unit: Unit, least: list[float], characters: int) -> Cost:
    short, long, prose = least
    return Cost(unit, log(long / short, TIMES), long / characters * 1e6, long / prose)


def _seconds(extractor: Extractor, text: str, form: str) -> float:
    start = time.process_time()
    extractor(text, format=form)
    return time.process_time() - start
