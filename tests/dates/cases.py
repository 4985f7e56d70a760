"""Cases of dates: a text with its dates in brackets, and what each means."""

import json
from pathlib import Path
from typing import NamedTuple

from ner_news.dates import FoundDate, Mod, find_dates, resolve
from ner_news.spans import PlainSpan
from tests.drawing import draw, undraw

FOLDER = Path(__file__).parents[1] / "cases"


class Meaning(NamedTuple):
    """What a case says of one date."""

    value: str
    grain: str
    lemma: str
    mod: Mod | None = None


class Case(NamedTuple):
    """One line of a file of cases."""

    drawn: str
    """The text, `[` and `]` around each date."""
    dates: list[Meaning]


def read_cases(name: str) -> list[Case]:
    """All cases of a file in `tests/cases`."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [Case(record["drawn"], [Meaning(**date) for date in record["dates"]]) for record in map(json.loads, lines)]


def text_of(drawn: str) -> str:
    """The text without its brackets."""
    return undraw(drawn.replace("]", "|DATE]"))[0]


def drawing_of(text: str, dates: list[FoundDate]) -> str:
    """The text with its dates in brackets."""
    return draw(text, [PlainSpan(date.start, date.stop, "DATE") for date in dates]).replace("|DATE]", "]")


def meaning_of(date: FoundDate) -> Meaning:
    """What the package says of a date."""
    resolved = resolve(date.expression)
    return Meaning(resolved.value, resolved.grain, resolved.lemma, resolved.mod)


def solve(case: Case) -> Case:
    """The case as the package answers it."""
    text = text_of(case.drawn)
    dates = find_dates(text)
    return Case(drawing_of(text, dates), [meaning_of(date) for date in dates])
