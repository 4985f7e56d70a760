"""Exact F1 of names in each rendering, as the scorer of the gold counts it."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ner_news import Extractor
from tests.noise.renderings import FORMATS, RENDERINGS, Name, render

LABELS = ("PER", "LOC", "ORG")
DATED = ("DATE", "TIME")
GOLD = {"nerel-dev": "full", "factrueval-dev": "names"}
"""A gold file's scheme."""


def read_gold(path: Path) -> list[tuple[str, list[Name]]]:
    """The texts with their spans of any label."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return [(record["text"], [Name(*map(span.get, Name._fields)) for span in record["spans"]]) for record in records]


def scores(extractor: Extractor, gold: Sequence[tuple[str, list[Name]]], form: str | None = None) -> dict[str, float]:
    """F1 over names with equal start, stop and label, by rendering; `form` reads all in one format."""
    return {
        name: _score(extractor, [render(name, *document) for document in gold], form or FORMATS.get(name, "text"))
        for name in RENDERINGS
    }


def _score(extractor: Extractor, gold: Sequence[tuple[str, list[Name]]], form: str) -> float:
    """A guess over a gold span of another label, a product or an event, counts neither way."""
    hits = guesses = wanted = 0
    documents = extractor.pipe((text for text, _ in gold), format=form)
    for (_, names), document in zip(gold, documents, strict=True):
        right = {name for name in names if name.label in LABELS}
        others = [name for name in names if name.label not in (*LABELS, *DATED)]
        found = {Name(span.start, span.stop, span.label) for span in document.spans if span.label in LABELS}
        found = {guess for guess in found if guess in right or not _touches(guess, others)}
        hits += len(right & found)
        guesses += len(found)
        wanted += len(right)
    return 2 * hits / (guesses + wanted)


def _touches(guess: Name, others: Sequence[Name]) -> bool:
    return any(guess.start < other.stop and other.start < guess.stop for other in others)


def table(columns: Mapping[str, Mapping[str, float]]) -> str:
    """Scores by gold file as a table in Markdown, a row a rendering, with the distance to clean text in points."""
    lines = [f"| rendering | {' | '.join(columns)} |", "| --- |" + " --- |" * len(columns)]
    for name in RENDERINGS:
        cells = [f"{scored[name]:.3f} ({100 * (scored[name] - scored['clean']):+.1f})" for scored in columns.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)
