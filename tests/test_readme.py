"""Every block of the README does what it shows."""

import doctest
import re
import subprocess
import sys
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def examples(block: str) -> list[tuple[str, str]]:
    """Commands of a console block with what they print."""
    pieces = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (piece.partition("\n") for piece in pieces)]


def test_every_block_is_of_a_kind_that_is_run() -> None:
    kinds = set(re.findall(r"^```(\w*)$", README, re.MULTILINE)) - {""}
    assert kinds <= {"python", "console", "bash", "text"}
    assert README.count("\n```") % 2 == 0


EXTRAS = {"spacy": "spacy", "pyspark": "spark", "datasets": "datasets", "sklearn": "sklearn"}
"""Libraries whose blocks stand alone, as they may not be here, and the extras that bring them."""


def library(block: str) -> str | None:
    found = re.findall(r"^>>> (?:import|from) (\w+)", block, re.MULTILINE)
    return next((name for name in found if name in EXTRAS), None)


def assert_prints_what_it_shows(block: str) -> int:
    tour = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    report: list[str] = []
    result = doctest.DocTestRunner(optionflags=flags).run(tour, out=report.append)
    assert result.failed == 0, "".join(report)
    return result.attempted


def test_python_blocks_print_what_they_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert assert_prints_what_it_shows("".join(block for block in blocks("python") if not library(block))) > 10


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("name", EXTRAS)
def test_blocks_of_extras_print_what_they_show(name: str, request: pytest.FixtureRequest) -> None:
    pytest.importorskip(name, reason=f"needs pip install 'ner-news[{EXTRAS[name]}]'")
    if name == "pyspark":
        request.getfixturevalue("spark")
    if name == "spacy" and "ner_news" not in entry_points(group="spacy_factories").names:
        import_module("ner_news.integrations.spacy")  # the package was installed before it had this entry point
    assert sum(assert_prints_what_it_shows(block) for block in blocks("python") if library(block) == name)


@pytest.mark.parametrize(("command", "expected"), [pair for block in blocks("console") for pair in examples(block)])
def test_console_blocks_print_what_they_show(command: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    here = Path(sys.executable).parent
    done = subprocess.run(command, shell=True, cwd=tmp_path, env={"PATH": f"{here}:/usr/bin:/bin"}, capture_output=True)
    shown = done.stdout.decode() + done.stderr.decode()
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.OutputChecker().check_output(expected, shown, flags), shown


def test_the_two_commands_set_everything_up() -> None:
    [commands] = blocks("bash")
    job, tests = commands.strip().splitlines()
    for command in (job, tests):
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert "examples/article.txt" in job
    assert tests.endswith(" -m pytest")


def test_continuous_integration_runs_the_readmes_test_command() -> None:
    """`.ci/run` takes the command out of the README; this is its pattern."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = "^\\(python3 -m venv .* -m pytest\\)$"
    assert pattern in script
    assert 'eval "$command"' in script
    assert len(re.findall("^python3 -m venv .* -m pytest$", README, re.MULTILINE)) == 1
