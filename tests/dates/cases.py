"""Cases of dates: a text with its dates in brackets, when it was published, and what each date means."""

import json
from pathlib import Path
from typing import NamedTuple

from ner_news.categories import Anchor, Mod
from ner_news.dates import FoundDate, ResolvedDate, parse_published, read_dates
from ner_news.spans import PlainSpan
from tests.drawing import draw, undraw

FOLDER = Path(__file__).parents[1] / "cases"


class Meaning(NamedTuple):
    """What a case says of one date."""

    value: str
    grain: str
    lemma: str
    anchor: Anchor
    mod: Mod | None = None
    zone: str | None = None
    recurs: bool = False


class Case(NamedTuple):
    """One line of a file of cases."""

    drawn: str
    """The text, `[` and `]` around each date."""
    dates: list[Meaning]
    published: str | None
    kind: str
    """The class of the census that it stands for."""


def read_cases(name: str) -> list[Case]:
    """All cases of a file in `tests/cases`."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [
        Case(record["drawn"], [Meaning(**date) for date in record["dates"]], record["published"], record["class"])
        for record in map(json.loads, lines)
    ]


def read_worded(name: str) -> list[str]:
    """All drawings of a file of cases in which `{}` stands for each of several words."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [record["drawn"].replace("{}", word) for record in map(json.loads, lines) for word in record["words"]]


def text_of(drawn: str) -> str:
    """The text without its brackets."""
    return undraw(drawn.replace("]", "|DATE]"))[0]


def drawing_of(text: str, dates: list[FoundDate]) -> str:
    """The text with its dates in brackets."""
    return draw(text, [PlainSpan(date.start, date.stop, "DATE") for date in dates]).replace("|DATE]", "]")


def meaning_of(resolved: ResolvedDate) -> Meaning:
    """What the package says of a date."""
    return Meaning(
        resolved.value, resolved.grain, resolved.lemma, resolved.anchor, resolved.mod, resolved.zone, resolved.recurs
    )


def solve(case: Case) -> Case:
    """The case as the package answers it."""
    text = text_of(case.drawn)
    dates = list(read_dates(text, parse_published(case.published)))
    drawn = drawing_of(text, [found for found, _ in dates])
    return case._replace(drawn=drawn, dates=[meaning_of(resolved) for _, resolved in dates])
