"""Every script of `examples/` runs, on the file that its first lines name, and every notebook."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

SCRIPTS = {
    "read_article.py": ["Ильдара Сабирова → Ильдар Сабиров (Ильдар | Сабиров)", "14-05-2024, 10:30 = 2024-05-14T10:30"],
    "count_people.py": ["2 Ильдар Сабиров", "2 Ерлан Жумабаев", "2 Анна Бьерде", "1 Елена Корнеева"],
}


SUBMITTED = {"spark_job.py"}
"""To Spark, by tests/integrations/test_spark.py."""

NOTEBOOKS = {"archive.ipynb", "dates.ipynb", "masking.ipynb", "newsroom.ipynb", "own.ipynb", "tour.ipynb"}


def test_every_notebook_is_here() -> None:
    assert {path.name for path in (ROOT / "examples").glob("*.ipynb")} == NOTEBOOKS


@pytest.mark.parametrize("name", sorted(NOTEBOOKS))
def test_a_notebook_shows_what_is_stored(name: str) -> None:
    """From a clean kernel; `python -m tests.notebooks --store FILE` stores what it shows now."""
    for needed in ("nbclient", "ipykernel", "pandas", "narwhals", "matplotlib", "networkx", "phonenumbers", "stdnum"):
        if find_spec(needed) is None:
            pytest.skip(f"needs {needed}: pip install 'ner-news[test]'")
    command = [sys.executable, "-m", "tests.notebooks", str(ROOT / "examples" / name)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_each_job_of_a_newsroom_takes_eight_lines_at_most() -> None:
    book = json.loads((ROOT / "examples" / "newsroom.ipynb").read_text(encoding="utf-8"))
    cells = ["".join(cell["source"]).splitlines() for cell in book["cells"] if cell["cell_type"] == "code"]
    assert [len(list(filter(None, lines))) <= 8 for lines in cells] == [True] * 6


def test_every_script_is_here() -> None:
    assert {path.name for path in (ROOT / "examples").glob("*.py")} == {*SCRIPTS, *SUBMITTED}


@pytest.mark.parametrize(("script", "expected"), SCRIPTS.items())
def test_a_script_prints_what_it_should(script: str, expected: list[str]) -> None:
    source = (ROOT / "examples" / script).read_text(encoding="utf-8")
    [command] = [line for line in source.splitlines() if line.startswith("python examples/")]
    done = subprocess.run(
        [sys.executable, *command.split()[1:]], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    assert all(line in done.stdout for line in expected), done.stdout


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_without_a_file_says_how_it_is_used(script: str) -> None:
    done = subprocess.run([sys.executable, f"examples/{script}"], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert f"python examples/{script} examples/" in done.stderr
