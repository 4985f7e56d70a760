"""Every block of the README and of the guide does what it shows, and every link leads somewhere."""

import doctest
import re
import subprocess
import sys
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from tests import picture
from tests.pages import CARDS, FENCE, PAGES, README, ROOT, anchors, blocks, console, links, name

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
EXTRAS = {"spacy": "spacy", "pyspark": "spark", "datasets": "datasets", "sklearn": "sklearn"}
"""Libraries whose blocks stand alone, as they may not be here, and the extras that bring them."""


def library(block: str) -> str | None:
    found = re.findall(r"^>>> (?:import|from) (\w+)", block, re.MULTILINE)
    return next((name for name in found if name in EXTRAS), None)


def assert_prints_what_it_shows(block: str, page: str) -> int:
    tour = doctest.DocTestParser().get_doctest(block, {}, page, page, 0)
    report: list[str] = []
    result = doctest.DocTestRunner(optionflags=FLAGS).run(tour, out=report.append)
    assert result.failed == 0, "".join(report)
    return result.attempted


def plain_blocks(page: Path) -> str:
    return "".join(block for block in blocks(page, "python") if not library(block))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_block_is_of_a_kind_that_is_run(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert {kind for kind, _ in FENCE.findall(text)} <= {"python", "console", "bash", "text"}
    assert "```" not in FENCE.sub("", text)


@pytest.mark.parametrize("page", [page for page in PAGES if plain_blocks(page)], ids=name)
def test_python_blocks_print_what_they_show(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert assert_prints_what_it_shows(plain_blocks(page), name(page))


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("extra", EXTRAS)
def test_blocks_of_extras_print_what_they_show(extra: str, request: pytest.FixtureRequest) -> None:
    pytest.importorskip(extra, reason=f"needs pip install 'ner-news[{EXTRAS[extra]}]'")
    if extra == "pyspark":
        request.getfixturevalue("spark")
    if extra == "spacy" and "ner_news" not in entry_points(group="spacy_factories").names:
        import_module("ner_news.integrations.spacy")  # the package was installed before it had this entry point
    found = [(block, name(page)) for page in PAGES for block in blocks(page, "python") if library(block) == extra]
    assert sum(assert_prints_what_it_shows(*pair) for pair in found)


@pytest.mark.parametrize(
    ("command", "expected"), [pair for page in PAGES for block in blocks(page, "console") for pair in console(block)]
)
def test_console_blocks_print_what_they_show(command: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    here = Path(sys.executable).parent
    done = subprocess.run(command, shell=True, cwd=tmp_path, env={"PATH": f"{here}:/usr/bin:/bin"}, capture_output=True)
    shown = done.stdout.decode() + done.stderr.decode()
    assert doctest.OutputChecker().check_output(expected, shown, FLAGS), shown


@pytest.mark.parametrize("page", [*PAGES, *CARDS], ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        target, _, anchor = link.partition("#")
        if target.startswith("https://"):
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), link
        assert not anchor or anchor in anchors(path), link


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_page_of_the_guide_is_linked_from_the_readme(page: Path) -> None:
    assert page == README or name(page) in set(links(README))


def test_the_readme_is_a_front_page() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 200


def test_the_picture_is_what_the_package_draws() -> None:
    assert picture.PICTURE.read_text(encoding="utf-8") == picture.draw()


def test_the_two_commands_set_everything_up() -> None:
    job, tests = [line for block in blocks(README, "bash") for line in block.splitlines()]
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
    assert len(re.findall("^python3 -m venv .* -m pytest$", README.read_text(encoding="utf-8"), re.MULTILINE)) == 1
