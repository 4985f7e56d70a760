"""The folders of the package import downward only."""

import ast
from pathlib import Path

import pytest

import ner_news.lemmas

ROOT = Path(ner_news.lemmas.__path__[0])
LAYERS = [
    "morphology",
    "span_words",
    "candidates",
    "context",
    "choice",
    "role_phrase",
    "sentence_heads",
    "lemmatizer",
    "__init__",
]
"""From the bottom up."""


def layer(name: str) -> int:
    return LAYERS.index(name.removesuffix(".py"))


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down(path: Path) -> None:
    here = layer(path.relative_to(ROOT).parts[0])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ner_news.lemmas."):
            there = layer(str(node.module).split(".")[2])
            assert there <= here, f"{path} must not import {node.module}"
