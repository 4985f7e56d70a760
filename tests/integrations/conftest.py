"""The answers of one process, which those of the integrations are compared with."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from ner_news import Document, Extractor


class Gold(NamedTuple):
    """An article of the gold corpora and what one process says of it."""

    text: str
    published: str | None
    document: Document


@pytest.fixture(scope="session")
def gold(gold_files: list[Path]) -> list[Gold]:
    """All of them."""
    lines = [line for file in gold_files for line in file.read_text(encoding="utf-8").split("\n") if line]
    records = [{"text": article["text"], "published": article.get("published")} for article in map(json.loads, lines)]
    found = Extractor().pipe(records)
    return [Gold(r["text"], r["published"], document) for r, document in zip(records, found, strict=True)]
