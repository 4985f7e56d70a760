"""A process that reads a file of articles by a Spark of this machine: a line of figures out.

python -m tests.benchmarks.in_spark ARTICLES CORES
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession

from ner_news.integrations.spark import extract
from tests.benchmarks.articles import SHORT
from tests.benchmarks.protocol import read_articles


def main(path: Path, cores: int) -> None:
    builder = SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    articles = read_articles(path)
    rows = spark.createDataFrame([(each.text, each.published) for each in articles], "text string, published string")
    rows = rows.repartition(8 * cores).cache()
    rows.count()  # dealt out before the time runs
    first = spark.createDataFrame([(SHORT["text"],)] * cores, "text string").repartition(cores)
    seconds(extract(first))  # workers are there, extractors loaded
    wall = seconds(extract(rows, published="published"))
    print(json.dumps({"wall": wall, "articles": len(articles), "characters": sum(len(each.text) for each in articles)}))
    spark.stop()


def seconds(df: Any) -> float:
    """To read all of it and write it nowhere, of the clock on the wall."""
    start = time.perf_counter()
    df.write.format("noop").mode("overwrite").save()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
