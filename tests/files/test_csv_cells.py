"""Cells that a spreadsheet would run: written so that it does not, and read back."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ner_news.cli import main
from ner_news.files.csv_cells import bare_cell, guard_cell

RUN = ["=1+1", "=HYPERLINK(1)", "+7 (999) 1", "-2+3", "- Да, - сказал он.", "@SUM(A1)", "\t=1", "\r=1", "＝1"]
LEFT = ["", "Минск", "-5", "+7.25", "'70-е", "1=1", "«=1»", "a-b"]


@pytest.mark.parametrize("cell", RUN)
def test_no_cell_is_run(cell: str) -> None:
    for each in (cell, f"'{cell}", f"''{cell}"):
        assert guard_cell(each) == f"'{each}"
        assert bare_cell(guard_cell(each)) == each
    assert bare_cell(cell) == cell


@pytest.mark.parametrize("cell", LEFT)
def test_other_cells_stay(cell: str) -> None:
    assert guard_cell(cell) == bare_cell(cell) == cell


@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_what_is_written_is_guarded_and_read_back(ending: str, tmp_path: Path) -> None:
    source, target, again = tmp_path / "news.jsonl", tmp_path / f"news.{ending}", tmp_path / "again.jsonl"
    texts = [f"{cell} В Минске." for cell in RUN]
    lines = [json.dumps({"id": f"={number}", "text": text}) for number, text in enumerate(texts)]
    source.write_text("\n".join(lines), encoding="utf-8")
    run = CliRunner().invoke
    assert run(main, ["extract", str(source), "-o", str(target), "-q"]).exit_code == 0
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="," if ending == "csv" else "\t"))
    assert [row["text"] for row in rows] == [f"'{text}" for text in texts]
    assert run(main, ["extract", str(target), "-o", str(again), "-q", "--spans-from-input"]).exit_code == 0
    records = list(map(json.loads, again.read_text(encoding="utf-8").splitlines()))
    assert [(record["id"], record["text"]) for record in records] == [(f"={n}", text) for n, text in enumerate(texts)]
    assert run(main, ["extract", str(source), "-o", str(target), "-q", "--raw-cells"]).exit_code == 0
    assert "'=" not in target.read_text(encoding="utf-8")


def test_tables_are_guarded_too(tmp_path: Path) -> None:
    source, table, flat = tmp_path / "news.jsonl", tmp_path / "news.csv", tmp_path / "flat.csv"
    record = {"id": "@a", "text": "=Минск", "spans": [{"start": 0, "stop": 6, "label": "LOC"}], "entities": []}
    source.write_text(json.dumps(record), encoding="utf-8")
    run = CliRunner().invoke
    arguments = ["extract", str(source), "--spans-from-input", "--table", "spans", "-o", str(flat), "-q"]
    assert run(main, arguments).exit_code == 0
    assert "'@a,LOC,0,6,'=Минск" in flat.read_text(encoding="utf-8")
    del record["entities"]
    source.write_text(json.dumps(record), encoding="utf-8")
    assert run(main, ["convert", str(source), str(table)]).exit_code == 0
    assert "'@a,LOC,0,6,'=Минск" in table.read_text(encoding="utf-8")
    assert run(main, ["convert", str(source), str(table), "--raw-cells"]).exit_code == 0
    assert ",@a,LOC,0,6,=Минск" in table.read_text(encoding="utf-8")
