"""What needs an extra says so, with its pip command, wherever it is asked for."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import ner_news
from tests.test_floors import EXTRAS

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"

CODE = """
import json, sys
from pathlib import Path
sys.modules.update(dict.fromkeys({blocked!r}))
from click.testing import CliRunner
import ner_news
from ner_news import Corpus, Document, arrow, export, plots
from ner_news.cli import main

document = Document(text="4111 1111 1111 1111")
Path("a.txt").write_bytes("Минск ждёт".encode("cp1251"))
Path("a.jsonl").write_text('{{"text": "Минск"}}', encoding="utf-8")
for name in ("a.xlsx", "a.parquet", "a.jsonl.zst"):
    Path(name).write_bytes(b"PK")


def run(*arguments):
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (1, 2)
    raise ValueError(result.stderr)


DOORS = {{
    "pandas": [lambda: ner_news.to_pandas([document]), lambda: Corpus().to_pandas()],
    "polars": [lambda: ner_news.to_polars([document]), lambda: Corpus().to_polars()],
    "plot": [lambda name=name: getattr(plots, name)([]) for name in dir(plots) if name != "interactive"],
    "interactive": [lambda: plots.interactive.frequencies([])],
    "arrow": [lambda: arrow.to_batch([document]), lambda: run("extract", "a.jsonl", "-o", "o.parquet"),
              lambda: run("extract", "a.jsonl", "-o", "o.parquet", "--table", "spans"),
              lambda: run("extract", "a.parquet")],
    "excel": [lambda: run("extract", "a.jsonl", "-o", "o.xlsx"), lambda: run("extract", "a.xlsx"),
              lambda: run("mask", "a.xlsx", "-o", "o.xlsx", "--key", "key"),
              lambda: run("extract", "--gazetteer", "a.xlsx")],
    "zstd": [lambda: run("extract", "a.jsonl", "-o", "o.jsonl.zst"), lambda: run("extract", "a.jsonl.zst")],
    "encodings": [lambda: run("extract", "a.txt")],
    "patterns": [lambda: document.masked(patterns=["phone"]), lambda: document.masked(patterns=["card"])],
    "spacy": [lambda: export.write([document], "a.spacy")],
    "spark": [lambda: __import__("ner_news.integrations.spark")],
    "datasets": [lambda: __import__("ner_news.integrations.datasets")],
    "sklearn": [lambda: __import__("ner_news.integrations.sklearn")],
    "train": [lambda: run("train", "--gold", "full:a.jsonl", "--out", "o.pack")],
}}
said = {{}}
for extra, doors in DOORS.items():
    for door in doors:
        try:
            door()
        except Exception as error:
            said.setdefault(extra, []).append(str(error))
print(json.dumps(said))
"""


def test_each_door_names_its_extra_where_nothing_is_installed(tmp_path: Path) -> None:
    code = CODE.format(blocked=sorted({*EXTRAS, "pandas", "polars"}))
    here = {**os.environ, "PYTHONPATH": str(PYPROJECT.parent)}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=here, check=True, capture_output=True)
    said = json.loads(done.stdout)
    assert set(said) == known_extras() - {"test", "dev"}
    for extra, messages in said.items():
        for message in messages:
            assert f"pip install 'ner-news[{extra}]'" in message, (extra, message)
    assert sum(map(len, said.values())) == 28


def known_extras() -> set[str]:
    """The extras of the project, whose lines all begin with their name; Python 3.10 has no reader of TOML."""
    part = PYPROJECT.read_text(encoding="utf-8").partition("[project.optional-dependencies]\n")[2]
    lines = part.partition("\n\n")[0].splitlines()
    return {line.partition(" = ")[0] for line in lines if " = " in line}


def test_every_extra_that_an_error_names_is_one_of_the_project() -> None:
    named = set()
    for path in Path(ner_news.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "MissingExtraError":
                named |= {each.value for each in node.args[1:] if isinstance(each, ast.Constant)}
    assert named
    assert named <= known_extras()
