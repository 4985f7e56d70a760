"""People in a row stand in one case: «при Дональде Трампе и Джо Байдене», «Люба Аксёнова, Иван Яшин и Яна Кузина»."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from math import prod

from ner_news.caches import word_cache
from ner_news.lemmas.agreement import Candidate, Priors
from ner_news.lemmas.hints import Hint
from ner_news.lemmas.paradigms import CASES
from ner_news.lemmas.readings import SLOTS
from ner_news.spans import PlainSpan

_NEAR = 2
"""Names on each side that are heard."""
_LEAST_ROW = 3
"""Names with commas alone: two may be «Трампа, Шон Спайсер»."""
_OTHER_CASE = 0.1
_LONGEST_GAP = 12
"""Characters between two names of a row."""


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r",\s+")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(r",?\s+(?:и|или|а\s+также)\s+")


def rows(text: str, spans: Sequence[PlainSpan]) -> Iterator[list[int]]:
    """The places, among the spans, of people that stand in a row.

    >>> text = "Анна, Иван и Яна; Олег, Пётр"
    >>> names = [PlainSpan(found.start(), found.end(), "PER") for found in re.finditer(r"[А-Я]\\w+", text)]
    >>> list(rows(text, names))
    [[0, 1, 2]]
    """
    row: list[int] = []
    has_and = False
    for place in range(len(spans) + 1):
        gap = text[spans[row[-1]].stop : spans[place].start] if row and place < len(spans) else ""
        is_person = place < len(spans) and spans[place].label == "PER"
        is_and = len(gap) <= _LONGEST_GAP and _and().fullmatch(gap) is not None
        if is_person and (is_and or (len(gap) <= _LONGEST_GAP and _comma().fullmatch(gap))):
            row.append(place)
            has_and = has_and or is_and
            continue
        if len(row) >= (2 if has_and else _LEAST_ROW):
            yield row
        row, has_and = ([place] if is_person else []), False


def hint_of(row: Sequence[tuple[Candidate, ...]], place: int, priors: Priors) -> Hint:
    """What the candidates of the names near one place of a row say of the case there."""
    near = [*row[max(0, place - _NEAR) : place], *row[place + 1 : place + 1 + _NEAR]]
    fits = [prod(fit) for fit in zip(*(_fits(candidates, priors) for candidates in near), strict=True)]
    most = max(fits)
    return Hint("и", tuple(zip(_CASES, [round(max(fit / most, _OTHER_CASE), 2) for fit in fits], strict=True)))


@word_cache(maxsize=4096)
def _fits(candidates: tuple[Candidate, ...], priors: Priors) -> tuple[float, ...]:
    """How well a name stands in each case, 0..1: what its candidates say beyond the case being usual."""
    fits = [
        sum(
            candidate.share * part * priors(slots & case) / (priors(slots) * priors(case))
            for candidate in candidates
            for slots, part in candidate.places
            if slots & case
        )
        for case in _CASES
    ]
    most = max(fits) or 1.0
    return tuple([max(fit / most, _OTHER_CASE) for fit in fits])


_CASES = tuple(SLOTS[case, ""] for case in CASES)
