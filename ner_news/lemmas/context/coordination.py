"""People named in a row: «при Дональде Трампе и Джо Байдене», «Люба Аксёнова, Иван Яшин и Яна Кузина»."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ner_news.spans import PlainSpan

_LEAST_WITH_COMMAS = 3
"""Names with commas alone: two may be «Трампа, Шон Спайсер»."""
_LONGEST_GAP = 12
"""Characters between two names of a row, as in «, а  также »."""


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r",\s+")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(r",?\s+(?:и|или|а\s+также)\s+")


def find_coordinated(text: str, spans: Sequence[PlainSpan]) -> Iterator[list[int]]:
    """Yield rows of people joined by commas and «и»: their indexes among the spans.

    >>> text = "Анна, Иван и Яна; Олег, Пётр"
    >>> names = [PlainSpan(found.start(), found.end(), "PER") for found in re.finditer(r"[А-Я]\\w+", text)]
    >>> list(find_coordinated(text, names))
    [[0, 1, 2]]
    """
    row: list[int] = []
    has_and = False
    for index in range(len(spans) + 1):
        gap = text[spans[row[-1]].stop : spans[index].start] if row and index < len(spans) else ""
        is_person = index < len(spans) and spans[index].label == "PER"
        is_and = len(gap) <= _LONGEST_GAP and _and().fullmatch(gap) is not None
        if is_person and (is_and or (len(gap) <= _LONGEST_GAP and _comma().fullmatch(gap))):
            row.append(index)
            has_and = has_and or is_and
            continue
        if len(row) >= (2 if has_and else _LEAST_WITH_COMMAS):
            yield row
        row, has_and = ([index] if is_person else []), False
