"""The work of `ner-news extract`, without the command line."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from ner_news.articles import Fields
from ner_news.cli.extract_command import extract
from ner_news.cli.network_training import TrainingOptions, check_options
from ner_news.cli.train_command import train
from ner_news.errors import InputError
from ner_news.extraction import ExtractionOptions, check_files, growing_file, run_extraction


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text('{"id": 1, "text": "В Минске ждут."}\n{"id": 2}\n{"id": 3, "text": "Киев"}\n', encoding="utf-8")
    return path


def test_documents_are_written_and_counted_and_faults_reported(news: Path, tmp_path: Path) -> None:
    told: list[str] = []
    target = tmp_path / "out.jsonl"
    totals = run_extraction(ExtractionOptions((str(news),), str(target), quiet=True), told.append)
    documents = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [document["id"] for document in documents] == [1, 3]
    assert told == [f"{news}:2: there is no 'text' among the fields ['id']"]
    figures = {name: totals.figures[name] for name in ("records", "articles", "failed", "spans", "characters")}
    assert figures == {"records": 3, "articles": 2, "failed": 1, "spans": 2, "characters": 18}
    assert totals.summary().startswith("2 articles, 1 failed, 2 spans, 18 characters in ")


MISUSES: dict[str, tuple[dict[str, object], str]] = {
    "a format that needs a file": ({"form": "parquet"}, "parquet is written to a file: -o news.parquet"),
    "a stream that cannot go on": ({"resume": True}, "--resume goes from files to a file (-o), without --corpus"),
    "an unreadable time": ({"published": "вчера"}, "вчера"),
    "a file that is not there": ({"gazetteer": "none.csv"}, "none.csv: cannot be read: No such file or directory"),
}


@pytest.mark.parametrize(("changes", "reason"), MISUSES.values(), ids=MISUSES)
def test_misuse_is_an_error_before_anything_is_read(changes: dict[str, object], reason: str, news: Path) -> None:
    if "form" in changes:
        pytest.importorskip("pyarrow", reason="needs pip install 'ner-news[arrow]'")
    options = ExtractionOptions((str(news),), quiet=True, **changes)  # type: ignore[arg-type]
    with pytest.raises(InputError) as raised:
        run_extraction(options, print)
    assert reason in str(raised.value)


def test_an_output_must_not_be_an_input(news: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "link").symlink_to(news)
    assert check_files([str(news)], str(tmp_path / "new.jsonl")) == news.stat().st_size
    for output in (news, tmp_path / "out" / "link"):
        with pytest.raises(InputError, match="would overwrite the input"):
            check_files([str(news)], str(output))
    with pytest.raises(InputError, match="would overwrite the input"):
        check_files([], str(news), [None, str(news)])


def test_only_files_grow(tmp_path: Path) -> None:
    assert growing_file(str(tmp_path / "new")) == tmp_path / "new"
    assert [growing_file(output) for output in (None, "-", str(tmp_path), "/dev/null")] == [None] * 4


def test_the_options_name_columns() -> None:
    hints = dict.fromkeys(("spans", "nested"), "--spans-from-input reads it")
    assert ExtractionOptions(text_column="body").fields == Fields("body", "id", "published", {}, hints=hints)
    assert ExtractionOptions(spans_from_input=True).fields.hints == {}
    assert ExtractionOptions(published="2021").fields.defaults == {"published": "2021"}


def test_every_option_of_the_command_line_is_a_field_with_the_same_default() -> None:
    for command, kind in ((extract, ExtractionOptions), (train, TrainingOptions)):
        given = {parameter.name for parameter in command.params}
        assert given == {field.name for field in fields(kind)}
    made = ExtractionOptions(**extract.make_context("extract", []).params)
    assert made == ExtractionOptions()


TRAININGS: list[tuple[dict[str, object], str]] = [
    ({"held_out": 5, "part": 5}, "--part 5 must be less than --held-out 5"),
    ({"calibration_from": Path("a.pack")}, "--calibration-from is for a training without --dev"),
    ({"repeat": {"names": 2.0}}, "--repeat names what no --gold has: names"),
]


@pytest.mark.parametrize(("changes", "reason"), TRAININGS)
def test_options_of_a_training_that_do_not_go_together_are_named(changes: dict[str, object], reason: str) -> None:
    options = TrainingOptions([("full", Path("a.jsonl"))], Path("own.pack"), **changes)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=reason):
        check_options(options)


def test_a_training_does_not_overwrite_its_log_with_its_gold(tmp_path: Path) -> None:
    gold = tmp_path / "own.log.jsonl"
    gold.touch()
    with pytest.raises(InputError, match=r"own\.log\.jsonl would be overwritten, but is to be read"):
        check_options(TrainingOptions([("full", gold)], tmp_path / "own.pack"))
