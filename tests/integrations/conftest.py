"""What the doors are tested with: the answers of one process, and one small Spark."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ner_news import Document, Extractor


class Gold(NamedTuple):
    """An article of the gold corpora and what one process says of it."""

    text: str
    published: str | None
    document: Document


@pytest.fixture(scope="session")
def gold(gold_files: list[Path]) -> list[Gold]:
    """All of them."""
    lines = [line for file in gold_files for line in file.read_text(encoding="utf-8").split("\n") if line]
    records = [{"published": None, **json.loads(line), "id": None} for line in lines]
    found = Extractor().pipe(records)
    return [Gold(r["text"], r["published"], document) for r, document in zip(records, found, strict=True)]


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
