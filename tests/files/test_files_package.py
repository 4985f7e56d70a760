"""Lines, rows and compression: what every reader and writer of files stands on."""

import csv
import gzip
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ner_news import Gazetteer, InputError
from ner_news.articles import Fields, read_stream
from ner_news.errors import GoldError
from ner_news.export import Annotated, AnnotatedText, GoldSpan, format_of, holds_documents
from ner_news.export import read as read_annotated
from ner_news.export.conll import read_conll
from ner_news.export.label_studio import read_label_studio
from ner_news.files import TooLong, read_lines, split_format, split_lines, write_lines
from ner_news.files.csv_rows import LONGEST_FIELD, next_row

pytest.importorskip("zstandard", reason="needs pip install 'ner-news[zstd]'")

PACKED = ("", ".gz", ".zst", ".GZ", ".Zst")


@pytest.mark.parametrize("ending", PACKED)
def test_lines_come_back(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"lines.txt{ending}"
    write_lines(path, ["Минск", "", "Киев"])
    assert list(read_lines(path)) == ["Минск\n", "\n", "Киев\n"]
    assert path.read_bytes().startswith("Минск".encode()) == (not ending)


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_a_packed_file_that_is_cut_off_is_named_with_its_line(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"lines.txt{ending}"
    write_lines(path, ["Минск"])
    path.write_bytes(path.read_bytes()[:-6])
    with pytest.raises(GoldError, match=r"lines\.txt\.\w+:\d: cannot be read: "):
        list(read_lines(path))


@pytest.mark.parametrize("longest", [None, 2, 3, 5])
def test_a_line_that_is_too_long_is_only_counted(longest: int | None) -> None:
    content = b"abc\nabcd\n\nab"
    lines = list(split_lines(io.BytesIO(content), longest))
    expected = [
        TooLong(len(line)) if longest is not None and len(line.rstrip(b"\n")) > longest else line
        for line in (b"abc\n", b"abcd\n", b"\n", b"ab")
    ]
    assert lines == expected


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.JSONL.zst", ("jsonl", ".zst")),
        ("a.ndjson", ("jsonl", "")),
        ("folder.csv/a.txt", ("text", "")),
        ("a.gz", (None, ".gz")),
        ("a.html", (None, "")),
        ("-", (None, "")),
    ],
)
def test_a_name_tells_format_and_compression(name: str, form: tuple[str | None, str]) -> None:
    assert split_format(name) == form


SPAN = GoldSpan(0, 5, "LOC")
READERS: dict[str, tuple[Callable[[Path], Iterator[Annotated]], str]] = {
    "a.jsonl": (read_annotated, '{"text": "Минск", "spans": [{"start": 0, "stop": 5, "label": "LOC"}]}'),
    "a.conll": (read_conll, "Минск B-LOC"),
    "a.json": (
        read_label_studio,
        '[{"data": {"text": "Минск"}, "annotations": [{"result": '
        '[{"value": {"start": 0, "end": 5, "labels": ["LOC"]}}]}]}]',
    ),
}


@pytest.mark.parametrize("ending", PACKED)
@pytest.mark.parametrize("name", READERS)
def test_annotated_texts_are_read_packed_too(name: str, ending: str, tmp_path: Path) -> None:
    read, content = READERS[name]
    path = tmp_path / (name + ending)
    write_lines(path, [content])
    [annotated] = read(path)
    assert isinstance(annotated, AnnotatedText)
    assert (annotated.text, annotated.spans) == ("Минск", (SPAN,))


@pytest.mark.parametrize("ending", PACKED)
@pytest.mark.parametrize(
    ("name", "lines"), [("a.csv", ["name;label", "Минск;LOC"]), ("a.jsonl", ['{"name": "Минск", "label": "LOC"}'])]
)
def test_a_gazetteer_is_read_packed_too(name: str, lines: list[str], ending: str, tmp_path: Path) -> None:
    path = tmp_path / (name + ending)
    write_lines(path, lines)
    assert [(entry.name, entry.label) for entry in Gazetteer(path).names] == [("Минск", "LOC")]


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_a_damaged_gazetteer_is_named(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.csv{ending}"
    for content in (b"name,label\n", b""):
        write_lines(path, ["name,label", "Минск,LOC"])
        path.write_bytes(content or path.read_bytes()[:-10])
        with pytest.raises(InputError, match=r"a\.csv\.\w+(:\d)?: cannot be read: .+"):
            Gazetteer(path)


def test_documents_are_known_by_their_names_packed_or_not(tmp_path: Path) -> None:
    for name, expected in {"a.jsonl": True, "a.jsonl.zst": True, "a.gz": True, "a.txt.zst": False}.items():
        write_lines(tmp_path / name, ['{"text": "", "spans": [], "entities": []}'])
        assert holds_documents(tmp_path / name) is expected
    assert format_of("a.jsonl.zst") == "jsonl"


@pytest.fixture
def bound() -> Iterator[int]:
    """A bound of csv's fields that somebody else has chosen."""
    before = csv.field_size_limit(1000)
    yield 1000
    csv.field_size_limit(before)


def test_reading_csv_leaves_the_bound_of_fields_as_it_was(bound: int) -> None:
    stream = io.BytesIO(f"text\n{'а' * 200_000}\nМинск\n".encode())
    sizes = []
    for record in read_stream("a.csv", stream, "csv", Fields()):
        assert csv.field_size_limit() == bound  # between two records others work
        sizes.append(len(getattr(record.content, "text", "")))
    assert sizes == [200_000, 5]
    assert csv.field_size_limit() == bound


def test_readers_at_one_time_leave_the_bound_of_fields_as_it_was(bound: int) -> None:
    def lines() -> Iterator[str]:
        """A row whose second half comes after another reader has read one of its own."""
        assert next_row(csv.reader(["c"])) == ["c"]
        assert csv.field_size_limit() == LONGEST_FIELD
        yield "a" * 2000

    assert next_row(csv.reader(lines())) == ["a" * 2000]
    assert csv.field_size_limit() == bound


def test_the_bound_of_fields_comes_back_after_a_fault(bound: int) -> None:
    with pytest.raises(csv.Error):
        next_row(csv.reader(['"a" b'], strict=True))
    assert csv.field_size_limit() == bound


def test_equal_lines_make_equal_packed_files(tmp_path: Path) -> None:
    for name in ("a.gz", "b.gz"):
        write_lines(tmp_path / name, ["Минск"])
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    assert gzip.decompress((tmp_path / "a.gz").read_bytes()) == "Минск\n".encode()
