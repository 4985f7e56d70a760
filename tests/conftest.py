"""What many tests share: the folder beside the checkout that holds the gold corpora."""

import json
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the checkout; a test that needs it is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip(f"no gold corpora: {SHARED} is not here")
    return SHARED


@pytest.fixture(scope="session")
def gold_files(shared: Path) -> list[Path]:
    """Every gold corpus, one `.jsonl` each, in the order of their names."""
    files = sorted((shared / "eval" / "gold").glob("*.jsonl"))
    if not files:
        pytest.skip(f"no gold corpora in {shared / 'eval' / 'gold'}")
    return files


@pytest.fixture(scope="session")
def gold_texts(gold_files: list[Path]) -> list[str]:
    """The texts of all gold corpora."""
    return [
        json.loads(line)["text"] for file in gold_files for line in file.read_text(encoding="utf-8").split("\n") if line
    ]
