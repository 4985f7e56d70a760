"""One extractor for all promises."""

from pathlib import Path

import pytest

from ner_news import Extractor

ARTICLE = Path(__file__).parents[2] / "examples" / "article.txt"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def article() -> str:
    return ARTICLE.read_text(encoding="utf-8")
