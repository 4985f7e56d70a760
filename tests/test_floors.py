"""Imports go down only, each outside library has one home, and importing the package costs nothing."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import ner_news

PACKAGE = Path(ner_news.__file__).parent

FLOORS: dict[str, int] = {
    "errors": 0,
    "protocols": 0,
    "spans": 0,
    "blas": 0,
    "caches": 0,
    "categories": 0,
    "characters": 0,
    "names": 0,
    "resources": 0,
    "forking": 0,
    "columns": 0,
    "periods": 0,
    "progress": 0,
    "captions": 0,
    "unread_fields": 0,
    "frame_rows": 0,
    "patterns": 0,
    "name_words": 0,
    "mask_key": 0,
    "masking": 1,
    "legal_forms": 1,
    "segment": 1,
    "morph": 1,
    "prepare": 1,
    "display": 1,
    "tables": 1,
    "workers": 1,
    "arrow": 1,
    "given": 2,
    "files": 2,
    "models": 2,
    "tagging": 3,
    "dates": 3,
    "lemmas": 3,
    "places": 3,
    "linking": 3,
    "export": 3,
    "custom": 4,
    "own": 5,
    "roles": 4,
    "recognition": 4,
    "results": 5,
    "settling": 5,
    "analysis": 6,
    "stream": 5,
    "pipeline": 7,
    "shared_extractor": 8,
    "corpus": 8,
    "training": 8,
    "integrations": 8,
    "plots": 9,
    "render": 8,
    "articles": 9,
    "extraction": 10,
    "cli": 11,
    "__main__": 12,
}
"""A folder is one room: its files may import each other, and nothing from another room of the same floor. The ground's
files may import each other."""

HOMES = {
    "razdel": {"segment"},
    "pymorphy3": {"morph"},
    "numpy": {"blas", "tagging", "training"},
    "torch": {"training"},
    "pydantic": {"models"},
    "pydantic_core": {"models"},
    "rich": {"render", "progress", "articles", "cli"},
    "click": {"cli"},
    "narwhals": {"tables"},
    "pyarrow": {"arrow", "files", "integrations"},
    "zstandard": {"files"},
    "charset_normalizer": {"files"},
    "openpyxl": {"files"},
    "phonenumbers": {"patterns"},
    "stdnum": {"patterns"},
    "spacy": {"export", "integrations"},
    "pyspark": {"integrations"},
    "datasets": {"integrations"},
    "sklearn": {"integrations"},
    "matplotlib": {"plots"},
    "networkx": {"plots"},
    "plotly": {"plots"},
}

NOWHERE = {"natasha", "slovnet", "navec", "pymorphy2", "yargy", "pandas", "polars"}
EXTRAS = {
    "torch",
    "narwhals",
    "spacy",
    "pyarrow",
    "zstandard",
    "charset_normalizer",
    "openpyxl",
    "phonenumbers",
    "stdnum",
    "pyspark",
    "datasets",
    "sklearn",
    "matplotlib",
    "networkx",
    "plotly",
}

INTEGRATED = {
    "spacy": "spacy",
    "spark": "pyspark",
    "datasets": "datasets",
    "sklearn": "sklearn",
    "arrow_columns": "pyarrow",
}
"""What files of `integrations` cannot be imported without."""

FILES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Dotted names of all modules that a file imports, wherever in it, by their names in strings too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("load", "_load", "import_module"):
            names.update(each.value for each in node.args if isinstance(each, ast.Constant) and type(each.value) is str)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names.add(node.module or "")
            if node.module == "ner_news":
                names.update(f"ner_news.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return  # the roof door: it names what is public
    for name in imports(path):
        package, _, rest = name.partition(".")
        if package == "ner_news" and rest:
            there = rest.split(".")[0]
            lower = FLOORS[there] < FLOORS[here] or FLOORS[there] == FLOORS[here] == 0
            assert there == here or lower, f"{here} must not import {there}"
        assert package not in NOWHERE, f"{here} must not import {package}"
        assert here in HOMES.get(package, {here}), f"{package} is for {HOMES[package]} alone"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_can_be_imported(path: Path) -> None:
    """Doctests of a module that cannot be are left out."""
    if room(path) == "training":
        pytest.importorskip("torch", reason="needs pip install 'ner-news[train]'")
    if room(path) == "integrations" and path.stem in INTEGRATED:
        pytest.importorskip(INTEGRATED[path.stem], reason=f"needs pip install 'ner-news[{path.stem}]'")
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    importlib.import_module(".".join(parts).removesuffix(".__init__"))


def test_every_room_has_a_floor() -> None:
    assert {room(path) for path in FILES} - {"__init__"} == set(FLOORS)


def test_public_is_what_all_lists() -> None:
    assert sorted(ner_news.__all__) == ner_news.__all__ == dir(ner_news)
    assert all(getattr(ner_news, name).__name__ == name for name in ner_news.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = ner_news.nonsense


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def test_importing_reads_no_file_and_loads_nothing_heavy() -> None:
    opened = run(
        "import sys; opened = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])))\n"
        "before = set(sys.modules); import ner_news\n"
        "print([path for path in opened if not path.endswith(('.py', '.pyc'))])\n"
        "print(sorted({name.split('.')[0] for name in set(sys.modules) - before} - sys.stdlib_module_names))"
    )
    assert opened.splitlines() == ["[]", "['ner_news']"]


def test_extracting_loads_neither_natasha_nor_anything_of_an_extra() -> None:
    loaded = run(
        "import ner_news; ner_news.extract('Эмомали Рахмон прибыл в Душанбе 16 сентября 2021 года.')\n"
        f"import sys; print(sorted({NOWHERE | EXTRAS!r} & set(sys.modules)))"
    )
    assert loaded == "[]\n"
