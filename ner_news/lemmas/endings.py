"""Words outside the dictionary, read from their endings by the tables of `paradigms`."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ner_news.lemmas.paradigms import CASES, Paradigm
from ner_news.lemmas.readings import Place, Reading

_LONGEST_ENDING = 3
_SHORTEST_STEM = 2
# What is rarely a nominative: «Гагариным», «Терезой».
_OBLIQUE = re.compile(r"(?:(?<!пр)(?<!ат)(?<!лек)ом|[еёы]м|[сц]ким|[ыи]х|[ое]й)\Z")  # but «Росатом», «Ростелеком»
_NOMINATIVE_ALL_THE_SAME = 0.03
_WITH_I = frozenset("гкхжшчщ")  # «Соботки», «Шевчуки» for -ы
_WITH_E = frozenset("жшчщц")  # «Курцем», «Януковичем» for -ом


class _Row(NamedTuple):
    """One cell of a paradigm."""

    case: str
    kind: str
    stem: re.Pattern[str]
    ending: str
    nominative: str
    weight: float
    name: str


def read_endings(word: str, paradigms: tuple[Paradigm, ...]) -> Iterator[Place]:
    """Every case and gender in which the word, in lower case, fits one of the paradigms.

    >>> from ner_news.lemmas.paradigms import SURNAMES
    >>> {place.reading.form for place in read_endings("зася", SURNAMES) if place.case == "gent"}
    {'зась'}
    """
    rows = _rows_by_ending(paradigms)
    is_oblique = _OBLIQUE.search(word) is not None
    for length in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM) + 1):
        stem, ending = word[: len(word) - length], word[len(word) - length :]
        for row in rows.get(ending, ()):
            if ending in _spellings(row.ending, stem) and row.stem.search(stem):
                form = stem + _spellings(row.nominative, stem)[-1]
                stays = is_oblique and form == word and row.kind
                weight = row.weight * (_NOMINATIVE_ALL_THE_SAME if stays else 1.0)
                yield Place(row.case, row.kind, Reading(form, weight, row.name))


@lru_cache(maxsize=8)
def _rows_by_ending(paradigms: tuple[Paradigm, ...]) -> dict[str, list[_Row]]:
    rows: dict[str, list[_Row]] = {}
    for name, kind, stem, weight, endings in paradigms:
        pattern = re.compile(stem + r"\Z")
        cells = [cell.replace("-", "").split("/") for cell in endings.split()]
        for case, cell in zip(CASES, cells, strict=True):
            for ending in cell:
                row = _Row(case, kind, pattern, ending, cells[0][0], weight, name)
                for written in {ending, *_respelled(ending)}:
                    rows.setdefault(written, []).append(row)
    return rows


def _respelled(ending: str) -> tuple[str, ...]:
    if ending.startswith("ы"):
        return ("и" + ending[1:],)
    return ("е" + ending[1:],) if ending.startswith("о") else ()


def _spellings(ending: str, stem: str) -> tuple[str, ...]:
    """How the ending is written after this stem; the last is the usual one."""
    if ending.startswith("ы") and stem[-1] in _WITH_I:
        return _respelled(ending)
    if ending.startswith("о") and stem[-1] in _WITH_E:
        return (ending, *_respelled(ending))  # «Ильичом» beside «Януковичем»
    return (ending,)
