"""Words outside the dictionary, read from their endings by the tables of `paradigms`."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ner_news.lemmas.morphology.paradigms import CASES, TABLES, Paradigm
from ner_news.lemmas.morphology.slots import SLOTS

_SHORTEST_STEM = 2
# Endings of what is rarely a nominative: «Гагариным», «Терезой»; but «Росатом», «Ростелеком».
_OBLIQUE = tuple("ом ем ём ым ским цким ых их ой ей ям ами ями".split())
_PLURAL_OBLIQUE = ("ами", "ями")
_OBLIQUE_STEM = ("вом", "ным", "ном", "ком", "ьком")  # «Чиненовому» is of no «Чиненовом»
_HARDLY_OBLIQUE = tuple("пром атом леком".split())
# Factors for what is so all the same. By eye.
_NOMINATIVE_ALL_THE_SAME = 0.03
_HARD_TO_SAY = re.compile(
    r"(?:([бвгджзкптфхцчшщ])(?!\1)[бвгклмнр]|[сз][бвглмн]|ьк|лг|щин|тчин)ь?\Z"
)  # «Соботке» is hardly of «Соботк», «Львовщине» of «Львовщин»
_HARD_TO_SAY_ALL_THE_SAME = 0.1
_SINGULAR_ALL_THE_SAME = 0.001
_WITH_I = frozenset("гкхжшчщ")  # «Соботки», «Шевчуки» for -ы
_WITH_E = frozenset("жшчщц")  # «Курцем», «Януковичем» for -ом


class _Row(NamedTuple):
    """One paradigm for words with one tail, which is the end of the stem and the ending."""

    ending: int
    """Letters after the stem."""
    order: int
    """The paradigm's place in its table."""
    slots: int
    kind: str
    nominative: str
    """The letters that take the ending's place."""
    weight: float
    name: str
    shortest: int
    """Letters that the stem must have."""


Ending = tuple[int, str, float, str]
"""The slots, the nominative, the weight, the paradigm's name."""


def read_endings(word: str, table: str) -> Iterator[Ending]:
    """Yield every case and gender in which the word, in lower case, fits one of the paradigms of a table.

    >>> from ner_news.lemmas.morphology.paradigms import SURNAMES
    >>> {form for slots, form, _, _ in read_endings("зася", SURNAMES) if slots & SLOTS["gent", "masc"]}
    {'зась'}
    """
    for row in _rows(word, table):
        stem = len(word) - row.ending
        if stem >= row.shortest:
            form = word[:stem] + row.nominative
            weight = row.weight * _likelihood(word, form, row)
            yield row.slots, form, weight, row.name


def is_hard_to_say(form: str) -> bool:
    """Return whether a form ends in consonants that hardly any nominative has.

    >>> is_hard_to_say("мансехр"), is_hard_to_say("бристоль")
    (True, False)
    """
    return _HARD_TO_SAY.search(form) is not None


def _likelihood(word: str, form: str, row: _Row) -> float:
    """Return the factor against endings that are hardly this paradigm's."""
    if word.endswith(_PLURAL_OBLIQUE):
        return 1.0 if row.kind == "plur" else _SINGULAR_ALL_THE_SAME
    if row.name in ("consonant", "soft") and is_hard_to_say(form):
        return _HARD_TO_SAY_ALL_THE_SAME
    is_odd = row.kind and (_is_oblique(word) if form == word else form.endswith(_OBLIQUE_STEM))
    return _NOMINATIVE_ALL_THE_SAME if is_odd and not form.endswith(_HARDLY_OBLIQUE) else 1.0


def _is_oblique(word: str) -> bool:
    return word.endswith(_OBLIQUE) and not word.endswith(_HARDLY_OBLIQUE)


def _rows(word: str, table: str) -> tuple[_Row, ...]:
    rows = _rows_by_tail(table)
    for length in range(min(_longest_tail(table), len(word)), 0, -1):
        found = rows.get(word[-length:])
        if found:
            return found
    return ()


@cache
def _longest_tail(table: str) -> int:
    return max(map(len, _rows_by_tail(table)))


# 1,661 tails, made in 14 ms at the first words; a word finds its rows in 1 µs, by regular expressions it took 10.
@cache
def _rows_by_tail(table: str) -> Mapping[str, tuple[_Row, ...]]:
    """Return the rows for the longest tail of a word, those of its shorter tails among them."""
    rows: dict[str, list[_Row]] = {}
    for order, paradigm in enumerate(TABLES[table]):
        for stem in paradigm.stems.split():
            for tail, row in _decline(paradigm, order, stem):
                rows.setdefault(tail, []).append(row)
    return {
        tail: tuple(sorted(row for place in range(len(tail)) for row in rows.get(tail[place:], ()))) for tail in rows
    }


def _decline(paradigm: Paradigm, order: int, stem: str) -> Iterator[tuple[str, _Row]]:
    """Yield the tails of the words whose stem ends so, and their rows."""
    name, kind, _, weight, endings = paradigm
    end = stem.lstrip("_")
    cells = [cell.replace("-", "").split("/") for cell in endings.split()]
    nominative = _spellings(cells[0][0], end)[-1]
    slots: dict[str, int] = {}
    for case, cell in zip(CASES, cells, strict=True):
        for ending in cell:
            for written in _spellings(ending, end):
                slots[written] = slots.get(written, 0) | SLOTS[case, kind]
    shortest = max(_SHORTEST_STEM, len(stem))
    for ending, there in slots.items():
        yield end + ending, _Row(len(ending), order, there, kind, nominative, weight, name, shortest)


def _spellings(ending: str, stem: str) -> tuple[str, ...]:
    """Return how the ending is written after this stem; the last is the usual one."""
    if ending.startswith("ы") and stem[-1:] in _WITH_I:
        return ("и" + ending[1:],)
    if ending.startswith("о") and stem[-1:] in _WITH_E:
        return (ending, "е" + ending[1:])  # «Ильичом» beside «Януковичем»
    return (ending,)
