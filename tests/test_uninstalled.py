"""The package without what an installer brings: told plainly, or done without."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import ner_news

PACKAGE = Path(ner_news.__file__).parent

UNKNOWN = """
import importlib.metadata as metadata, sys
found = metadata.distribution
def distribution(name):
    if name.replace("_", "-") == "ner-news":
        raise metadata.PackageNotFoundError(name)
    return found(name)
metadata.distribution = distribution
from ner_news.cli import main
main(sys.argv[1:])
"""


def run(*arguments: str, path: Path = PACKAGE.parent) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(path)}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, cwd="/", capture_output=True, text=True, check=False)


def test_a_copy_that_no_installer_has_seen_works(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("В Минске.", encoding="utf-8")
    assert run("-c", UNKNOWN, "--version").stdout == "ner-news, version unknown\n"
    done = run("-c", UNKNOWN, "extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out.jsonl"), "-q")
    assert (done.returncode, done.stderr) == (0, "")


def test_an_archive_is_told_to_be_one(tmp_path: Path) -> None:
    for file in PACKAGE.rglob("*"):
        if file.is_file() and file.suffix in (".py", ".txt", ".tsv", ".csv", ".json"):
            (tmp_path / "all" / file.relative_to(PACKAGE.parent)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, tmp_path / "all" / file.relative_to(PACKAGE.parent))
    archive = Path(shutil.make_archive(str(tmp_path / "package"), "zip", tmp_path / "all"))
    done = run("-m", "ner_news.cli", "extract", "/dev/null", path=archive)
    assert done.returncode == 2
    assert done.stderr.startswith(f"Error: {archive}")
    assert "not from an archive" in done.stderr
