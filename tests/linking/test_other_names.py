"""What must and what must not be joined: a case is a drawing, and a letter for the entity of each of its names."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from ner_news.linking import Mention, link
from ner_news.linking.name_tables import UNIQUE, read_forms
from ner_news.linking.table_lines import read_lines
from ner_news.names import NameParts
from tests.drawing import undraw

_LINES = (Path(__file__).parents[1] / "cases" / "other-names.jsonl").read_text(encoding="utf-8").splitlines()
CASES = {case["drawing"]: case["expected"] for case in map(json.loads, _LINES)}


def name_of(words: str) -> NameParts:
    """«last», «first last» or «first patronymic last»."""
    *given, last = words.split()
    first, patronymic = [*given, None, None][:2]
    return NameParts(first=first, last=last, patronymic=patronymic)


def letters(drawing: str) -> str:
    """A letter for each name of a drawing, one for the names of one entity."""
    text, spans = undraw(drawing)
    mentions = []
    for start, stop, label, *_ in spans:
        lemma = text[start:stop]
        mentions.append(Mention(label, lemma, name_of(lemma) if label == "PER" else None, start=start, stop=stop))
    found = {place: letter for letter, each in zip("ABCDEF", link(mentions, text), strict=False) for place in each[-1]}
    return "".join(found[place] for place in range(len(spans)))


@pytest.mark.parametrize(("drawing", "expected"), CASES.items(), ids=CASES)
def test_names_are_joined_or_not(drawing: str, expected: str) -> None:
    assert letters(drawing) == expected


def test_there_are_cases_of_both_kinds() -> None:
    assert len(CASES) >= 150
    assert sum(len(set(expected)) > 1 for expected in CASES.values()) >= 50


@pytest.mark.parametrize("tables", [("places",), ("national", *UNIQUE)])
def test_a_name_of_the_tables_means_one_thing(tables: tuple[str, ...]) -> None:
    meant = defaultdict(set)
    for table in tables:
        for name, others in read_lines(table):
            for form in (tuple(name.split()), *read_forms(others)):
                meant[form].add(name)
    assert {form: names for form, names in meant.items() if len(names) > 1} == {}


def test_a_diminutive_gives_the_full_name_its_id() -> None:
    names = ["Коля Котов", "Николай Котов"]
    [cluster] = link([Mention("PER", name, name_of(name)) for name in names])
    assert (cluster.id, cluster.lemma, cluster.name) == ("PER:николай котов", "Николай Котов", name_of("Николай Котов"))
