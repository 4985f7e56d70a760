"""Articles in Spark, with the real one in this machine: see the fixture `spark`."""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="needs pip install 'ner-news[spark]'")

from pyspark.sql.functions import col, explode

from ner_news import Document, Extractor, InputError, OptionError, RuleSpan, arrow
from ner_news.integrations.spark import extract, found_type
from tests.integrations.conftest import Gold

ROOT = Path(__file__).parents[2]
TEXT = "Канцлера Ангелу Меркель ждали в Минске 16 сентября 2021 года. Об этом сообщает МИД Германии."
RELATIVE = "Форум открыли в минувшую среду."

pytestmark = pytest.mark.filterwarnings(
    "ignore:PySpark does not yet fully support pandas:FutureWarning", "ignore::ResourceWarning"
)


def plain(row: Any) -> tuple[Any, Any]:
    """Spans and entities of a row of Spark, as an Arrow row has them."""
    known = row.asDict(recursive=True)
    return known["spans"], known["entities"]


def rows_of(documents: Iterable[Document]) -> list[tuple[Any, Any]]:
    return [(row["spans"], row["entities"]) for row in arrow.to_batch(documents).to_pylist()]


def articles(spark: Any, count: int = 40) -> Any:
    return spark.createDataFrame([(number, f"{TEXT} {number}") for number in range(count)], "id long, text string")


def by_id(df: Any) -> dict[int, Any]:
    rows = df.collect()
    found = {row.id: row for row in rows}
    assert len(found) == len(rows)
    return found


def test_columns_are_typed_and_the_others_stay(spark: Any) -> None:
    rows = [(1, TEXT, datetime(2021, 9, 17, 12), {"a": [1.5]})]
    df = spark.createDataFrame(rows, "id long, text string, time timestamp, other map<string, array<double>>")
    found = extract(df)
    assert found.schema.fields == [*df.schema.fields, *found_type().fields]
    assert found.select("id", "text", "time", "other").collect() == df.collect()
    assert (
        found.schema["spans"].dataType.elementType["interval"].dataType["start"].dataType.typeName() == "timestamp_ntz"
    )
    lemmas = found.select(explode("spans").alias("span")).where("span.label = 'PER'").select("span.name.last")
    assert [row.last for row in lemmas.collect()] == ["Меркель"]


def test_answers_are_those_of_one_process(spark: Any, gold: list[Gold]) -> None:
    """All of them, before and after the rows are dealt anew."""
    rows = [(number, each.text, each.published) for number, each in enumerate(gold)]
    df = spark.createDataFrame(rows, "id long, text string, published string").repartition(5, col("text"))
    found = by_id(extract(df, published="published"))
    assert len(found) == len(gold)
    assert [plain(found[number]) for number in range(len(gold))] == rows_of(each.document for each in gold)


@pytest.mark.parametrize("partitions", [1, 3, 16])
def test_partitions_do_not_matter(spark: Any, partitions: int) -> None:
    found = by_id(extract(articles(spark).repartition(partitions, "id")))
    expected = rows_of(Extractor().pipe(f"{TEXT} {number}" for number in range(40)))
    assert [plain(found[number]) for number in range(40)] == expected


def test_a_bad_record_tells_why_and_the_others_are_read(spark: Any) -> None:
    rows = [(1, TEXT, None), (2, None, None), (3, TEXT, "вчера"), (4, "", "2021-09-16"), (5, TEXT, "")]
    found = by_id(extract(spark.createDataFrame(rows, "id long, text string, at string"), published="at"))
    assert re.match("TypeError: text must be str", found[2].error)
    assert re.match("InputError: .*'вчера'", found[3].error)
    assert [found[number].spans for number in (2, 3)] == [found[number].entities for number in (2, 3)] == [None] * 2
    assert (found[1].error, found[4].error, found[4].spans) == (None, None, [])
    assert (len(found[1].spans), found[5].error, len(found[5].spans)) == (4, None, 4)  # an empty time is unknown


def test_bytes_that_are_no_text_tell_why_and_the_others_are_read(spark: Any) -> None:
    df = spark.sql("SELECT 1 AS id, CAST(X'FF' AS STRING) AS text UNION ALL SELECT 2, 'Минск'").coalesce(1)
    found = extract(df).select("id", "error", "spans.lemma").orderBy("id").collect()
    assert [(row.id, row.error, row.lemma) for row in found] == [
        (1, "TypeError: text must be str, not UnicodeDecodeError", None),
        (2, None, ["Минск"]),
    ]


def test_a_rule_that_fails_on_a_text_is_told_there_alone(spark: Any) -> None:
    def rule(text: str) -> Iterator[RuleSpan]:
        if text.endswith("7"):
            raise LookupError("seven")
        yield RuleSpan(0, 8, "PER")

    found = by_id(extract(articles(spark), extractor=Extractor(rules=[rule])))
    assert {number for number, row in found.items() if row.error == "LookupError: seven"} == {7, 17, 27, 37}
    assert found[8].spans[0].text == "Канцлера"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("string", "2021-09-17"),
        ("date", date(2021, 9, 17)),
        ("timestamp_ntz", datetime(2021, 9, 17, 1)),
        ("timestamp", datetime(2021, 9, 16, 23).astimezone()),
    ],
)
def test_publication_in_any_form(spark: Any, kind: str, value: Any) -> None:
    """A timestamp is the session's time: 23:00 in UTC is the next day in Moscow."""
    rows = [(1, "Форум открыли вчера.", value)]
    [row] = extract(spark.createDataFrame(rows, f"id long, text string, at {kind}"), published="at").collect()
    assert [span.value for span in row.spans] == ["2021-09-16"]


def once(marker: Path, failing: Callable[[], object]) -> Callable[[str], Iterable[RuleSpan]]:
    """A rule that fails at the first text it ever sees, in whatever process."""

    def rule(text: str) -> Iterable[RuleSpan]:  # noqa: ARG001
        try:
            marker.touch(exist_ok=False)
        except FileExistsError:
            return ()
        failing()
        raise AssertionError("it was to fail")

    return rule


def test_a_task_that_fails_once_is_done_again(spark: Any, tmp_path: Path) -> None:
    marker = tmp_path / "failed"

    def flaky(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            if not marker.exists():
                marker.touch()
                raise RuntimeError("once")
            yield batch

    df = articles(spark).repartition(4, "id")
    found = by_id(extract(df.mapInArrow(flaky, df.schema)))
    assert marker.exists()
    assert found == by_id(extract(df))


def test_a_python_worker_that_dies_is_replaced(spark: Any, tmp_path: Path) -> None:
    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    df = articles(spark).repartition(4, "id")
    found = by_id(extract(df, extractor=Extractor(rules=[once(tmp_path / "died", die)])))
    assert (tmp_path / "died").exists()
    assert found == by_id(extract(df))


def test_a_worker_makes_one_extractor_and_has_one_thread_of_blas(spark: Any) -> None:
    """A rule tells of its process by way of its error."""

    def tell(text: str) -> Iterable[RuleSpan]:  # noqa: ARG001
        raise RuntimeError(f"{os.getpid()} {id(tell)} {os.environ['OMP_NUM_THREADS']}")

    rows = extract(articles(spark).repartition(12, "id"), extractor=Extractor(rules=[tell])).collect()
    told = {tuple(row.error.split()[1:]) for row in rows}
    assert len(told) == len({process for process, _, _ in told}) <= 4
    assert {threads for _, _, threads in told} == {"1"}


def test_options_of_the_extractor_go_along(spark: Any) -> None:
    own = Extractor(scheme="names", gazetteer={"форум": {"label": "ORG", "lemma": "Форум", "entity": "7"}})
    df = spark.createDataFrame([(1, "<b>МИД</b> Германии ждёт форум.")], "id long, body string")
    [row] = extract(df, "body", extractor=own, format="html").collect()
    assert [(span.text, span.entity) for span in row.spans][1:] == [("Германии", "LOC:германия"), ("форум", "7")]


def test_misuse_is_named_before_anything_runs(spark: Any) -> None:
    df = spark.createDataFrame([(1, TEXT)], "id long, text string")
    with pytest.raises(OptionError, match=r"text='body' .*'id', 'text'"):
        extract(df, "body")
    with pytest.raises(OptionError, match="published='at'"):
        extract(df, published="at")
    with pytest.raises(OptionError, match="format='pdf'"):
        extract(df, format="pdf")
    with pytest.raises(TypeError, match="'id' must hold strings, not bigint"):
        extract(df, "id")
    with pytest.raises(InputError, match="'spans' already"):
        extract(df.withColumn("spans", df.id))


def test_the_example_runs_by_spark_submit(tmp_path: Path) -> None:
    """In a process of its own, by the command that its first lines name."""
    source = (ROOT / "examples" / "spark_job.py").read_text(encoding="utf-8")
    [line] = [line for line in source.splitlines() if line.startswith("spark-submit ")]
    submit, *given = shlex.split(line)
    command = [str(Path(sys.executable).with_name(submit)), *given[:-1], str(tmp_path / "out")]
    env = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "3 articles, 0 of them could not be read\n1 PER:анна бьерде\n1 PER:елена корнеева\n" in done.stdout
    parquet = pytest.importorskip("pyarrow.parquet")
    assert parquet.read_table(tmp_path / "out").num_rows == 3


def test_a_missing_extra_names_its_command() -> None:
    code = "import sys; sys.modules['pyspark'] = None; import ner_news.integrations.spark"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert re.search(r"MissingExtraError: .*pip install 'ner-news\[spark\]'", done.stderr)
