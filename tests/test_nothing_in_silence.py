"""What newsrooms hand in with other names, other endings and other formats is read, or it is said that it is not."""

import csv
import json
import logging
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from ner_news import Corpus, Extractor, InputError, columns
from tests.test_cli import records, run

RECORDS = [{"text": "В Минске ждут."}, {"id": 2, "text": "В Киеве ждут."}]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


FIELDS = {
    "date": "item 0: not read: 'date' (is it 'published'?)",
    "pubDate": "item 0: not read: 'pubDate' (is it 'published'?)",
    "publised": "item 0: not read: 'publised' (is it 'published'?)",
    "url": "item 0: not read: 'url' (is it 'id'?)",
    "section": "item 0: not read: 'section'",
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_that_is_not_read_is_named_once(
    field: str, extractor: Extractor, caplog: pytest.LogCaptureFixture
) -> None:
    texts = [{"text": "Минск", field: "2021"}, {"text": "Киев", field: "2022"}]
    assert len(list(extractor.pipe(texts))) == 2
    assert caplog.messages == [FIELDS[field]]


def test_fields_of_the_package_itself_are_not_named(extractor: Extractor, caplog: pytest.LogCaptureFixture) -> None:
    list(extractor.pipe([json.loads(extractor("Минск").to_json()), "Киев"]))
    assert caplog.messages == []


def test_where_strict_a_record_with_such_a_field_fails_alone() -> None:
    failures: list[str] = []
    texts = [{"text": "Минск", "date": "2021"}, {"text": "Киев"}]
    strict = Extractor(strict=True)
    found = list(strict.pipe(texts, on_error=lambda failure: failures.append(str(failure.error))))
    assert [document.text for document in found] == ["Киев"]
    assert failures == ["not read: 'date' (is it 'published'?)"]
    with pytest.raises(InputError, match="item 0: not read"):
        list(strict.pipe(texts))


NEWS = {
    "a.jsonl": '{"text": "Минск", "date": "2021-09-16"}\n{"text": "Киев", "date": "2021-09-16"}\n',
    "a.json": '[{"text": "Минск", "date": "2021-09-16"}, {"text": "Киев", "date": "2021-09-16"}]',
    "a.csv": "text,date\nМинск,2021-09-16\nКиев,2021-09-16\n",
    "a.tsv": "text\tdate\nМинск\t2021-09-16\nКиев\t2021-09-16\n",
}


@pytest.mark.parametrize("name", NEWS)
def test_a_column_that_is_not_read_is_named_on_standard_error(
    name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / name).write_text(NEWS[name], encoding="utf-8")
    assert [record["text"] for record in records(run("extract", tmp_path / name))] == ["Минск", "Киев"]
    assert caplog.messages == [f"{tmp_path / name}:1: not read: 'date' (is it 'published'?)"]
    assert run("extract", "--published-column", "date", tmp_path / name).exit_code == 0
    assert len(caplog.messages) == 1
    result = run("extract", "--strict", tmp_path / name)
    assert (result.exit_code, "not read: 'date' (is it 'published'?)" in result.stderr) == (1, True)


def test_the_log_goes_to_standard_error_where_nobody_listens(
    extractor: Extractor, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("ner_news"), "propagate", False)
    list(extractor.pipe([{"text": "Минск", "date": "2021"}]))
    assert capsys.readouterr().err == "item 0: not read: 'date' (is it 'published'?)\n"


ARRAYS = {
    "an array": json.dumps(RECORDS, ensure_ascii=False),
    "an array over lines": json.dumps(RECORDS, ensure_ascii=False, indent=2),
    "lines": "\n".join(json.dumps(record) for record in RECORDS),
    "one record": json.dumps(RECORDS[0]),
}


@pytest.mark.parametrize("content", ARRAYS.values(), ids=ARRAYS)
def test_json_is_read(content: str, tmp_path: Path) -> None:
    (tmp_path / "news.json").write_text(content, encoding="utf-8-sig")
    found = records(run("extract", tmp_path / "news.json"))
    assert [(record["id"], record["text"]) for record in found] == [
        (f"{tmp_path / 'news.json'}:1", "В Минске ждут."), (2, "В Киеве ждут."),
    ][: len(found)]  # fmt: skip
    assert len(found) == (1 if content == ARRAYS["one record"] else 2)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('[{"text": "Минск"}, {', "news.json:2: not JSON"),
        ('[{"text": "Минск"}', "the array does not end"),
        ('[{"text": "Минск"}] x', "something stands after the array"),
        ("[5]", "news.json:1: a record must be a JSON object"),
        ("Минск", "news.json:1: not JSON"),
    ],
)
def test_a_fault_of_json_is_named(content: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "news.json").write_text(content, encoding="utf-8")
    result = run("extract", tmp_path / "news.json")
    assert (result.exit_code, reason in result.stderr) == (1, True)


@pytest.mark.parametrize("name", ["out.json", "out.tsv", "out.json.gz", "out.csv"])
def test_what_is_written_is_read(name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "news.json").write_text(ARRAYS["an array"], encoding="utf-8")
    assert run("extract", "-q", tmp_path / "news.json", "-o", tmp_path / name).exit_code == 0
    given = run("extract", "--spans-from-input", "--strict", tmp_path / name)
    assert (given.exit_code, given.stderr, caplog.messages) == (0, "", [])
    again = records(given)
    assert [(record["id"], [span["lemma"] for span in record["spans"]]) for record in again][1] in [
        (2, ["Киев"]), ("2", ["Киев"])
    ]  # fmt: skip
    assert run("extract", tmp_path / name).exit_code == 0
    assert caplog.messages == [f"{tmp_path / name}:1: not read: 'spans' (--spans-from-input reads it)"]


@pytest.mark.parametrize("name", ["out.xls", "out.docx", "out.txt", "out.doc.gz", "out.jsonlines"])
def test_an_ending_of_no_format_is_refused_before_any_work(name: str, tmp_path: Path) -> None:
    result = run("extract", "-", "-o", tmp_path / name, stdin="Минск")
    assert (result.exit_code, "nothing is written as" in result.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


BINARY = {
    "letter.docx": (b"PK\x03\x04\x14\0", "is no text, but a zip archive, as .docx"),
    "news.txt": (b"PK\x03\x04\x14\0", "is no text, but a zip archive, as .docx"),
    "news.csv": (b"%PDF-1.7", "is no text, but a PDF"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is no text, but an office file"),
    "news.jsonl": (b"\x1f\x8b\x08", "is no text, but gzip: name it .gz"),
}


@pytest.mark.parametrize("name", BINARY)
def test_a_file_that_is_no_text_is_refused_by_name(name: str, tmp_path: Path) -> None:
    content, reason = BINARY[name]
    (tmp_path / name).write_bytes(content)
    for command in ("extract", "show"):
        result = run(command, tmp_path / name)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{tmp_path / name}: {reason}" in result.stderr


def test_in_a_folder_it_does_not_end_the_rest(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_text("Минск", encoding="utf-8")
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04")
    result = run("extract", tmp_path)
    assert (result.exit_code, result.stderr) == (1, f"{tmp_path / 'a.txt'}: no text, but a PDF\n")
    assert [record["text"] for record in records(result)] == ["Минск"]
    assert caplog.messages == [f"{tmp_path}: files of other endings are not read: 1 .docx"]


def test_a_list_of_names_is_found_with_a_label(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("Ромашка\nЛютик\n", encoding="utf-8")
    arguments = ["extract", "--gazetteer", str(tmp_path / "names.txt")]
    result = run(*arguments, "--gazetteer-label", "ORG", stdin="Ромашку догнал Лютик.")
    assert [(span["label"], span["lemma"]) for span in records(result)[0]["spans"]] == [
        ("ORG", "Ромашка"), ("ORG", "Лютик"),
    ]  # fmt: skip
    assert run(*arguments, stdin="Ромашка").exit_code == 2


ENCODED = {
    "a.txt": "В Минске ждут канцлера.",
    "a.jsonl": '{"text": "В Минске ждут канцлера."}\n',
    "a.json": '[{"text": "В Минске ждут канцлера."}]',
    "a.csv": "text;тема\nВ Минске ждут канцлера.;визит\n",
}


@pytest.mark.parametrize("name", ENCODED)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_option(encoding: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(ENCODED[name].encode(encoding))
    for result in (run("extract", tmp_path / name), run("extract", "--from", name[2:].replace("txt", "text"),
                                                        stdin=ENCODED[name].encode(encoding))):  # fmt: skip
        assert [record["text"] for record in records(result)] == ["В Минске ждут канцлера."]


@pytest.mark.parametrize("name", ENCODED)
@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "cp866"])
def test_other_encodings_are_told_and_read(encoding: str, name: str, tmp_path: Path) -> None:
    pytest.importorskip("charset_normalizer", reason="needs pip install 'ner-news[encodings]'")
    (tmp_path / name).write_bytes(ENCODED[name].encode(encoding))
    result = run("extract", tmp_path / name)
    assert (result.exit_code, "not UTF-8" in result.stderr) == (1, True)
    assert f"it may be {encoding}" in result.stderr
    result = run("extract", "--encoding", encoding, tmp_path / name)
    assert [record["text"] for record in records(result)] == ["В Минске ждут канцлера."]


def test_what_is_not_in_the_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"text": "Минск"}\n{"text": "'.encode("cp1251") + b'\x98"}\n')
    result = run("extract", "--encoding", "windows-1251", tmp_path / "a.jsonl")
    assert (result.exit_code, "the file cannot be read: not windows-1251: byte" in result.stderr) == (1, True)
    result = run("extract", "--encoding", "cp12345", tmp_path / "a.jsonl")
    assert (result.exit_code, "encoding='cp12345' is not known" in result.stderr) == (2, True)


def test_a_gazetteer_may_be_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_bytes("name;label\nРомашка;ORG\n".encode("cp1251"))
    result = run("extract", "--gazetteer", tmp_path / "names.csv", stdin="Ромашка")
    assert (result.exit_code, "names.csv:1: cannot be read: not UTF-8" in result.stderr) == (2, True)
    result = run(
        "extract", "--gazetteer", tmp_path / "names.csv", "--gazetteer-encoding", "cp1251", stdin="Ромашку ждут"
    )
    assert records(result)[0]["spans"][0]["lemma"] == "Ромашка"


def test_without_the_detector_the_error_names_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    (tmp_path / "a.txt").write_bytes("Минск".encode("cp1251"))
    assert "pip install 'ner-news[encodings]'" in run("extract", tmp_path / "a.txt").stderr


PUBLISHED = {
    "15.01.2025": "2025-01-15T00:00:00",
    "15.01.2025 10:30": "2025-01-15T10:30:00",
    "Wed, 15 Jan 2025 10:30:00 +0300": "2025-01-15T10:30:00+03:00",
    "1736929800": "2025-01-15T08:30:00Z",
    "2025-01-15T10:30+05:00": "2025-01-15T10:30:00+05:00",
    "": None,
}


def test_times_are_read_as_newsrooms_write_them_and_keep_their_zone(tmp_path: Path) -> None:
    lines = [json.dumps({"text": "Матч перенесли на завтра.", "published": written}) for written in PUBLISHED]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = records(run("extract", tmp_path / "a.jsonl"))
    assert [record["published"] for record in found] == list(PUBLISHED.values())
    assert found[0]["spans"][0]["value"] == "2025-01-16"
    assert run("extract", "-q", tmp_path / "a.jsonl", "-o", tmp_path / "out.csv").exit_code == 0
    assert records(run("extract", tmp_path / "out.csv"))[2]["published"] == "2025-01-15T10:30:00+03:00"


def test_times_in_another_form_need_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,published\nМинск,01/15/25\nКиев,\nМосква,15.01.2025\n", encoding="utf-8")
    result = run("extract", "--published-format", "%m/%d/%y", tmp_path / "a.csv")
    assert [record["published"] for record in records(result)] == ["2025-01-15T00:00:00", None]
    assert "a.csv:4: published='15.01.2025' is not in the form '%m/%d/%y'" in result.stderr
    assert run("extract", "--published-format", "%!", tmp_path / "a.csv").exit_code == 2


def test_a_corpus_takes_days_as_they_are_written(extractor: Extractor) -> None:
    corpus = Corpus()
    corpus.extend(
        extractor.pipe([{"text": "Минск", "published": "01.03.2024"}, {"text": "Киев", "published": "2024-03-02"}])
    )
    for since in ("02.03.2024", "2024-03-02", date(2024, 3, 2), datetime(2024, 3, 2)):
        assert [entity.lemma for entity in corpus.entities(since=since)] == ["Киев"]
        assert [entity.lemma for entity in corpus.entities(until="01.03.2024")] == ["Минск"]
    with pytest.raises(InputError, match="since='вчера'"):
        corpus.entities(since="вчера")


@pytest.mark.parametrize("name", ["out.csv", "out.tsv"])
def test_spans_and_entities_are_written_flat(name: str, tmp_path: Path) -> None:
    (tmp_path / "news.json").write_text(ARRAYS["an array"], encoding="utf-8")
    for table, lemmas in {"spans": ["Минск", "Киев"], "entities": ["Минск", "Киев"]}.items():
        assert run("extract", "-q", tmp_path / "news.json", "-o", tmp_path / name, "--table", table).exit_code == 0
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream, delimiter="\t" if name == "out.tsv" else ","))
        assert [row["lemma"] for row in rows] == lemmas
        assert rows[1]["document_id"] == "2"
    result = run("extract", tmp_path / "news.json", "--table", "spans")
    assert (result.exit_code, "is written as csv, tsv, parquet, xlsx, not as jsonl" in result.stderr) == (2, True)


def test_spans_are_a_flat_table_of_parquet(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs pip install 'ner-news[arrow]'")
    moments = [{"id": 1, "text": "В Минске ждут 5 мая 1812 года.", "published": "2025-01-15T10:30+03:00"}, *RECORDS]
    (tmp_path / "news.json").write_text(json.dumps(moments), encoding="utf-8")
    found = {}
    for table in columns.TABLES:
        name = tmp_path / f"{table}.parquet"
        assert run("extract", "-q", tmp_path / "news.json", "-o", name, "--table", table).exit_code == 0
        found[table] = parquet.read_table(name).to_pylist()
    assert [row["lemma"] for row in found["spans"]] == ["Минск", "5 мая 1812 года", "Минск", "Киев"]
    assert [row["document_id"] for row in found["spans"]] == ["1", "1", f"{tmp_path / 'news.json'}:2", "2"]
    assert found["spans"][1]["interval_start"] == datetime(1812, 5, 5)
    assert found["documents"][0]["published"] == datetime(2025, 1, 15, 7, 30)
    assert [row["mentions"] for row in found["entities"]] == [1, 1, 1, 1]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_text_under_another_name_is_hinted_at(name: str, tmp_path: Path) -> None:
    content = {"a.csv": "id,Body\n1,Минск\n", "a.jsonl": '{"id": 1, "Body": "Минск"}\n'}[name]
    (tmp_path / name).write_text(content, encoding="utf-8")
    result = run("extract", tmp_path / name)
    assert (result.exit_code, result.stderr.endswith("; --text-column Body?\n")) == (1, True)


@pytest.mark.parametrize("command", ["extract", "show"])
def test_markup_that_is_read_as_text_is_told_of(command: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "page.html").write_text("<p>Визит в <b>Минск</b>", encoding="utf-8")
    assert run(command, tmp_path / "page.html").exit_code == 0
    told = f"{tmp_path / 'page.html'}: read as plain text; --text-format html or markdown leaves its markup out"
    assert caplog.messages == [told]
    assert run(command, tmp_path / "page.html", "--text-format", "html").exit_code == 0
    assert caplog.messages == [told]


def test_columns_are_told_apart_in_the_error_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id;Текст\n1;Минск\n", encoding="utf-8")
    result = run("extract", tmp_path / "a.csv")
    assert result.stderr == (
        f"{tmp_path / 'a.csv'}:1: there is no column 'text' among ['id', 'Текст']; --text-column Текст?\n"
    )


def test_a_pipe_may_be_in_another_encoding() -> None:
    for encoding, option in {"utf-16": [], "cp1251": ["--encoding", "cp1251"]}.items():
        command = [sys.executable, "-m", "ner_news.cli", "extract", "--from", "jsonl", *option]
        content = '{"text": "Минск"}\n{"text": "Киев"}\n'.encode(encoding)
        done = subprocess.run(command, input=content, capture_output=True, check=True)
        assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["Минск", "Киев"]
