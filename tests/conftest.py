"""What many tests share: which of them are slow, the gold corpora beside the checkout, and one small Spark."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2] / "shared"

SLOW = (
    "benchmarks",
    "fuzz",
    "integrations",
    "noise",
    "plots",
    "promises",
    "tagging/test_against_natasha.py",
    "test_cli_streams.py",
    "test_examples.py",
    "test_readme.py",
    "test_uninstalled.py",
    "training",
    "workers",
)
"""Files and folders whose tests start processes, train, draw or read whole corpora: `-m "not slow"` leaves them out."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow."""
    paths = tuple(Path(__file__).parent / name for name in SLOW)
    for item in items:
        if any(item.path == path or path in item.path.parents for path in paths):
            item.add_marker("slow")


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Stop at a file of tests that cannot be imported, which counts as a skipped example otherwise."""
    if report.skipped and "unable to import module" in str(report.longrepr) and "/test_" in report.nodeid:
        raise pytest.UsageError(f"{report.nodeid} cannot be imported")


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


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A Spark of two workers in this machine, where a task may fail three times; needs no network."""
    sql = pytest.importorskip("pyspark.sql", reason="needs pip install 'ner-news[spark]'")
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java")
    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable)
    builder = sql.SparkSession.builder.master("local[2,4]")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "Europe/Moscow",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
