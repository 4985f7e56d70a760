"""Files of Excel, read and written; other programs' habits and the bounds of a cell."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from ner_news import Gazetteer, InputError, OptionError
from ner_news.columns import Column
from ner_news.errors import MissingExtraError
from ner_news.files.excel_files import read_sheet, write_workbook
from tests.test_cli import records, run

openpyxl = pytest.importorskip("openpyxl", reason="needs pip install 'ner-news[excel]'")

ROWS: list[list[Any]] = [
    ["Номер", "body", "Дата"],
    [1, "Ангелу Меркель ждут в Минске завтра.", datetime(2025, 1, 15, 10, 30)],
    [],
    ["два", "В Киеве ждут.", "16.01.2025"],
    [3, None, None],
    [4, 2025, None],
]
COLUMNS = ["--id-column", "Номер", "--text-column", "body", "--published-column", "Дата"]


def save(path: Path, **sheets: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for place, cell in enumerate(row, start=1):
                sheet.cell(number, place, cell)
    book.save(path)
    return path


def read(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each sheet, as far as they are filled."""
    found = {}
    for sheet in openpyxl.load_workbook(path).worksheets:
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [
            {name: cell for name, cell in zip(head, row, strict=True) if cell is not None} for row in rows
        ]
    return found


def test_rows_of_the_first_sheet_are_articles(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = save(tmp_path / "news.xlsx", Новости=ROWS, Черновики=[["x"]], Лист3=[])
    result = run("extract", *COLUMNS, path)
    assert [(each["id"], each["text"], each["published"]) for each in records(result)] == [
        (1, "Ангелу Меркель ждут в Минске завтра.", "2025-01-15T10:30:00"),
        ("два", "В Киеве ждут.", "2025-01-16T00:00:00"),
        (3, "", None),
    ]
    assert [span.get("value") for span in records(result)[0]["spans"]] == [None, None, "2025-01-16"]
    assert (result.exit_code, result.stderr) == (1, f"{path}:6: text must be str, not int\n")
    assert caplog.messages == [f"{path}: of its sheets 'Новости' is read, not 'Черновики' (sheet, --sheet)"]


def test_a_sheet_is_chosen_by_name_or_number(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = save(tmp_path / "news.xlsx", Новости=[["text"], ["Минск"]], Архив=[["text"], ["Киев"]])
    for sheet in ("Архив", "2"):
        assert [record["text"] for record in records(run("extract", "--sheet", sheet, path))] == ["Киев"]
    assert caplog.messages == []
    result = run("extract", "--sheet", "3", path)
    assert (result.exit_code, "sheet='3' is not known; allowed: 'Новости', 'Архив'" in result.stderr) == (2, True)
    with pytest.raises(OptionError):
        list(read_sheet(path, "3"))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["id", "Текст"], [1, "Минск"]], ":1: there is no column 'text' among ['id', 'Текст']; --text-column Текст?"),
        (
            [["Выгрузка"], ["id", "body"], [1, "Минск"]],
            ":2: there is no column 'text' among ['body', 'id']; --text-column body?",
        ),
        ([], ": its sheet is empty"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_named(rows: list[list[Any]], reason: str, tmp_path: Path) -> None:
    path = save(tmp_path / "news.xlsx", Новости=rows)
    result = run("extract", path)
    assert (result.exit_code, result.stderr) == (1, f"{path}{reason}\n")


def test_unread_columns_are_named_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = save(tmp_path / "news.xlsx", Новости=[["text", "дата"], ["Минск", 1], ["Киев", 2]])
    assert len(records(run("extract", path))) == 2
    assert caplog.messages == [f"{path}:1: not read: 'дата' (is it 'published'?)"]
    assert run("extract", "--strict", path).exit_code == 1


@pytest.mark.parametrize("content", [b"PK\x03\x04 cut off", b"text\n", b""])
def test_a_damaged_file_is_named_and_the_others_go_on(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    (tmp_path / "~$b.xlsx").write_bytes(b"the lock of an open file")
    save(tmp_path / "b.xlsx", Новости=[["text"], ["Минск"]])
    result = run("extract", tmp_path)
    assert [record["text"] for record in records(result)] == ["Минск"]
    assert result.stderr.startswith(f"{tmp_path / 'a.xlsx'}: no Excel file (.xlsx), or a damaged one:")


def test_a_workbook_has_a_sheet_for_each_table(tmp_path: Path) -> None:
    path = save(tmp_path / "news.xlsx", Новости=ROWS[:4])
    for workers in ("1", "2"):
        result = run("extract", "-q", *COLUMNS, "--workers", workers, path, "-o", tmp_path / "out.xlsx")
        assert (result.exit_code, result.stderr) == (0, "")
        sheets = read(tmp_path / "out.xlsx")
        assert list(sheets) == ["spans", "entities", "documents"]
        assert [row["lemma"] for row in sheets["spans"]] == ["Ангела Меркель", "Минск", "завтра", "Киев"]
        assert [row["document_id"] for row in sheets["entities"]] == [1, 1, 1, "два"]
        assert [row["published"] for row in sheets["documents"]] == [
            datetime(2025, 1, 15, 10, 30),
            datetime(2025, 1, 16),
        ]
    assert run("extract", "-q", *COLUMNS, path, "-o", tmp_path / "out.xlsx", "--table", "entities").exit_code == 0
    assert list(read(tmp_path / "out.xlsx")) == ["entities"]


def test_what_was_extracted_is_converted_to_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 7, "text": "Ангелу Меркель ждут в Минске."}', encoding="utf-8")
    assert run("extract", "-q", tmp_path / "a.jsonl", "-o", tmp_path / "b.jsonl").exit_code == 0
    assert run("convert", "-q", tmp_path / "b.jsonl", tmp_path / "b.xlsx").exit_code == 0
    sheets = read(tmp_path / "b.xlsx")
    assert {name: len(rows) for name, rows in sheets.items()} == {"spans": 2, "entities": 2, "documents": 1}
    assert sheets["entities"][0]["first"] == "Ангела"


def test_a_packed_workbook_and_one_to_a_stream_are_refused(tmp_path: Path) -> None:
    for arguments, reason in (
        (("-o", tmp_path / "out.xlsx.gz"), "xlsx packs itself: name the file without .gz"),
        (("--format", "xlsx"), "xlsx is written to a file: -o news.xlsx"),
    ):
        result = run("extract", "-", *arguments, stdin="Минск")
        assert (result.exit_code, reason in result.stderr) == (2, True)
    assert "xlsx is read from files alone" in run("extract", "--from", "xlsx", stdin="Минск").stderr
    assert list(tmp_path.iterdir()) == []


def test_a_column_is_masked_and_restored_and_the_rest_stays(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    rows: list[list[Any]] = [
        ["Выгрузка"],
        [],
        ["№", "body"],
        [1, "Ждут Ангелу Меркель."],
        [2, None],
        [3, "=тихо"],
        [4, 5],
    ]
    source = save(tmp_path / "a.xlsx", Новости=rows[:5], Люди=[["Меркель"]])
    masked, back, key = (
        tmp_path / "m.xlsx",
        tmp_path / "b.xlsx",
        ("--key", tmp_path / "key.json", "--text-column", "body"),
    )
    assert run("mask", source, "-o", masked, *key).exit_code == 0
    assert [cells for _, cells, _ in read_sheet(masked, "Новости")][2] == [1, "Ждут [PER_1]."]
    assert [cells for _, cells, _ in read_sheet(masked, "Люди")] == [["Меркель"]]
    assert run("unmask", masked, "-o", back, *key).exit_code == 0
    assert list(read_sheet(back, "1")) == list(read_sheet(source, "1"))
    assert f"{source}: row 3 is the head; what stands above it is not read" in caplog.messages
    save(source, Новости=rows)
    for arguments, reason in ((key, ":6: the text is a formula"), (key[:2], ":3: there is no column 'text' among")):
        result = run("mask", source, "-o", masked, *arguments)
        assert (result.exit_code, reason in result.stderr) == (2, True)


def test_the_head_may_stand_below_a_title(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = save(tmp_path / "a.xlsx", Новости=[["Выгрузка", "за", "день"], [], ["id", "text"], [1, "Минск"]])
    assert [record["text"] for record in records(run("extract", path))] == ["Минск"]
    assert caplog.messages == [f"{path}: row 3 is the head; what stands above it is not read"]


COLUMN = (Column("text", "text", ""),)

CELLS = {
    "=1+1": "=1+1",
    "#N/A": "#N/A",
    "а\0б\ud800": "а�б�",
    10**15: str(10**15),
    -5: -5,
    datetime(1812, 6, 24): "1812-06-24 00:00:00",
    datetime(2025, 1, 15, 10, 30): datetime(2025, 1, 15, 10, 30),
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_comes_back_as_a_value_and_never_as_a_formula(cell: Any, tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", {"spans": COLUMN}, [("spans", [cell])])
    [_, (_, cells, _)] = read_sheet(tmp_path / "a.xlsx")
    assert cells == [CELLS[cell]]


def test_a_long_cell_is_cut_and_a_full_sheet_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("ner_news.files.excel_files.MOST_ROWS", 2)
    write_workbook(tmp_path / "a.xlsx", {"spans": COLUMN}, [("spans", ["а" * 40_000]), ("spans", ["б"])])
    sheets = read(tmp_path / "a.xlsx")
    assert list(sheets) == ["spans", "spans 2"]
    assert len(sheets["spans"][0]["text"]) == 32_767
    assert sheets["spans 2"] == [{"text": "б"}]
    assert caplog.messages == ["a cell of Excel cannot hold 40000 characters: cut to 32767"]


def test_a_gazetteer_may_be_a_sheet(tmp_path: Path) -> None:
    path = save(tmp_path / "names.xlsx", Имена=[["name", "label", "entity"], ["Ромашка", "ORG", 17], ["Лютик", "ORG"]])
    assert [(each.name, each.entity) for each in Gazetteer(path).names] == [("Ромашка", "17"), ("Лютик", None)]
    save(path, Имена=[["name", "label"], ["Ромашка", "цветок"]])
    with pytest.raises(InputError, match=r"names\.xlsx:2: label='цветок'"):
        Gazetteer(path)


def test_without_openpyxl_its_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    for arguments in ((tmp_path / "a.xlsx",), ("-", "-o", tmp_path / "out.xlsx"), ("--gazetteer", tmp_path / "a.xlsx")):
        result = run("extract", *arguments, stdin="Минск")
        assert (result.exit_code, "pip install 'ner-news[excel]'" in result.stderr) == (2, True)
    with pytest.raises(MissingExtraError):
        Gazetteer(tmp_path / "a.xlsx")
