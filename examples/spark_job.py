"""In how many articles of JSON lines people are named, by a Spark cluster; all that was found goes to Parquet.

spark-submit --master 'local[2]' examples/spark_job.py examples/news.jsonl news.parquet
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql.functions import explode

from ner_news.integrations.spark import extract


def main(source: str, target: str) -> None:
    spark = SparkSession.builder.appName("ner_news").getOrCreate()
    articles = spark.read.schema("id string, text string, published string").json(source)
    extract(articles.repartition(64), published="published").write.mode("overwrite").parquet(target)
    found = spark.read.parquet(target)
    print(f"{found.count()} articles, {found.where('error is not null').count()} of them could not be read")
    people = found.select(explode("entities").alias("entity")).where("entity.label = 'PER'")
    for row in people.groupBy("entity.id").count().orderBy("count", "id", ascending=[False, True]).limit(10).collect():
        print(row["count"], row["id"])
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
