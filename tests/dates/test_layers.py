"""Inside `dates` imports go down too: a module imports from its own layer or from a lower one."""

import ast
from pathlib import Path

import pytest

from ner_news import dates

PACKAGE = Path(dates.__file__).parent
LAYERS = (  # from the lowest
    {"expressions", "vocabulary", "feast_calendar", "boundaries", "publication_time"},
    {"lexer", "notation", "lemma"},
    {"grammar", "false_positives"},
    {"finder"},
    {"resolution"},
)
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def name_part(path: Path) -> str:
    """Return the module or folder of `dates` that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def find_layer(part: str) -> int:
    return next(number for number, parts in enumerate(LAYERS) if part in parts)


def imports_of(path: Path) -> set[str]:
    """Return the dotted names of the modules of `dates` that a file imports, without `ner_news.dates.`."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    names = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.removeprefix("ner_news.dates.") for name in names if name.startswith("ner_news.dates")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_from_its_own_layer_or_lower(path: Path) -> None:
    here = name_part(path)
    for there in {name.split(".")[0] for name in imports_of(path)}:
        assert there == here or find_layer(there) <= find_layer(here), f"{here} must not import {there}"


def test_no_module_imports_itself_in_a_circle() -> None:
    """Modules are taken off while all that they import is gone; a circle stays."""
    left = {".".join(path.relative_to(PACKAGE).with_suffix("").parts): imports_of(path) for path in FILES}
    while free := [name for name, imported in left.items() if not imported & set(left)]:
        for name in free:
            del left[name]
    assert left == {}
