import csv
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ner_news.errors import GoldError, MissingExtraError, OptionError
from ner_news.export import AnnotatedText, GoldSpan, read, write
from ner_news.export.annotated import list_outer_spans
from ner_news.export.bio_tags import tag_tokens
from ner_news.files import encodable
from ner_news.models import Document
from tests.export.documents import documents, entities_of, gold, span, spans_of

MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FILES = {"jsonl": "a.jsonl", "conll": "a.conll", "brat": "a", "label-studio": "a.json", "docbin": "a.spacy"}

TEXT = "МИД Германии: Маас\nприбудет 😀 16 сентября 2021 года."
SPANS = (span("ORG", 0, "МИД Германии", 0.5), span("PER", 14, "Маас"), span("DATE", 30, "16 сентября 2021 года"))
DOCUMENT = Document(id="x/1", text=TEXT, spans=SPANS, entities=entities_of(SPANS))


def back(items: list[Any], path: Path, form: str) -> list[Any]:
    write(items, path, form)
    return list(read(path, form))


@MANY
@given(st.lists(documents(), max_size=3))
def test_json_lines_lose_nothing(tmp_path: Path, given_: list[Document]) -> None:
    assert back(given_, tmp_path / "a.jsonl", "jsonl") == given_


@MANY
@given(st.lists(documents(), max_size=3))
def test_a_docbin_loses_nothing(tmp_path: Path, given_: list[Document]) -> None:
    pytest.importorskip("spacy", reason="needs pip install 'ner-news[spacy]'")
    assert back(given_, tmp_path / "a.spacy", "docbin") == given_


@MANY
@given(documents())
@pytest.mark.parametrize("form", ["brat", "label-studio"])
def test_offsets_and_labels_come_back(form: str, document: Document) -> None:
    with TemporaryDirectory() as folder:
        [found] = back([document], Path(folder) / FILES[form], form)
    assert found.text == encodable(document.text)
    assert spans_of(found) == gold(document)


@MANY
@given(documents())
def test_columns_bring_back_tokens_and_labels(tmp_path: Path, document: Document) -> None:
    found = back([document], tmp_path / "a.conll", "conll")
    pieces = tag_tokens(encodable(document.text), list_outer_spans(document))
    assert len(found) == (1 if pieces else 0)
    for text in found:
        assert "".join(text.text.split()) == "".join(encodable(document.text).split())
        written = [encodable(document.text)[start:stop].split() for start, stop, _ in list_outer_spans(document)]
        assert ["".join(text.text[start:stop].split()) for start, stop, _ in text.spans] == list(map("".join, written))
        assert [each.label for each in text.spans] == [each.label for each in list_outer_spans(document)]


@MANY
@given(documents())
def test_spacy_sees_the_spans(tmp_path: Path, document: Document) -> None:
    tokens = pytest.importorskip("spacy.tokens", reason="needs pip install 'ner-news[spacy]'")
    from spacy.vocab import Vocab

    write([document], tmp_path / "a.spacy")
    [doc] = tokens.DocBin().from_disk(tmp_path / "a.spacy").get_docs(Vocab())
    assert doc.text == encodable(document.text)
    assert {GoldSpan(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents} == set(list_outer_spans(document))
    assert {GoldSpan(each.start_char, each.end_char, each.label_) for each in doc.spans["sc"]} == gold(document)


@pytest.mark.parametrize("source", FILES)
@pytest.mark.parametrize("target", FILES)
def test_every_format_turns_into_every_other(source: str, target: str, tmp_path: Path) -> None:
    if "docbin" in (source, target):
        pytest.importorskip("spacy", reason="needs pip install 'ner-news[spacy]'")
    first = back([DOCUMENT], tmp_path / FILES[source], source)
    [found] = back(first, tmp_path / f"2{FILES[target]}", target)
    assert {found.text[each.start : each.stop] for each in found.spans} >= {"МИД Германии", "Маас"}
    assert next(each.label for each in found.spans if each.start == 0) == "ORG"


def test_columns_look_as_they_should(tmp_path: Path) -> None:
    write([DOCUMENT], tmp_path / "a.conll")
    lines = (tmp_path / "a.conll").read_text(encoding="utf-8").splitlines()
    assert lines[:7] == ["-DOCSTART-\tO", "", "МИД\tB-ORG", "Германии\tI-ORG", ":\tO", "Маас\tB-PER", "прибудет\tO"]


def test_brat_gets_two_files_notes_and_its_labels(tmp_path: Path) -> None:
    write([DOCUMENT, DOCUMENT], tmp_path / "news")
    assert {path.name for path in (tmp_path / "news").iterdir()} == {
        "x_1.txt", "x_1.ann", "x_1-2.txt", "x_1-2.ann", "annotation.conf",
    }  # fmt: skip
    notes = (tmp_path / "news" / "x_1.ann").read_text(encoding="utf-8").splitlines()
    assert notes[:2] == ["T1\tORG 0 12\tМИД Германии", "#1\tAnnotatorNotes T1\tМИД ГЕРМАНИИ"]
    assert "PER" in (tmp_path / "news" / "annotation.conf").read_text(encoding="utf-8").splitlines()


def test_a_span_over_lines_is_in_pieces_for_brat(tmp_path: Path) -> None:
    text = AnnotatedText("a", "Иван \n\n Петров", (GoldSpan(0, 14, "PER"),))
    [found] = back([text], tmp_path / "a", "brat")
    assert "PER 0 4;8 14\tИван Петров" in (tmp_path / "a" / "a.ann").read_text(encoding="utf-8")
    assert found.spans == text.spans


def test_a_span_goes_on_over_the_end_of_a_sentence(tmp_path: Path) -> None:
    text = AnnotatedText("a", "Пришёл Иван. Пётр ушёл.", (GoldSpan(7, 17, "PER"),))
    [found] = back([text], tmp_path / "a.conll", "conll")
    assert [found.text[start:stop] for start, stop, _ in found.spans] == ["Иван . Пётр"]


@pytest.mark.parametrize("form", ["brat", "label-studio", "conll"])
def test_a_byte_order_mark_of_the_text_moves_no_offset(form: str, tmp_path: Path) -> None:
    text = AnnotatedText("a", "\ufeffМинск", (GoldSpan(1, 6, "LOC"),))
    [found] = back([text], tmp_path / FILES[form], form)
    [(start, stop, _)] = found.spans
    assert found.text[start:stop] == "Минск"


def test_annotators_corrections_are_read_from_label_studio(tmp_path: Path) -> None:
    write([DOCUMENT], tmp_path / "a.json")
    [task] = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert task["predictions"][0]["score"] == 0.5
    results = task["predictions"][0]["result"]
    task["annotations"] = [
        {"was_cancelled": True, "result": results},
        {"result": [{**results[-1], "value": {**results[-1]["value"], "labels": ["LOC"]}}, {"type": "relation"}]},
    ]
    (tmp_path / "b.json").write_text(json.dumps([task]), encoding="utf-8")
    [found] = read(tmp_path / "b.json")
    assert [each.label for each in found.spans] == ["LOC"]
    assert found.id == "x/1"


def test_csv_has_a_row_for_each_span(tmp_path: Path) -> None:
    write([DOCUMENT], tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["label"], row["text"], row["depth"]) for row in rows] == [
        ("ORG", "МИД Германии", "0"),
        ("LOC", "МИД", "1"),
        ("PER", "Маас", "0"),
        ("DATE", "16 сентября 2021 года", "0"),
    ]
    assert rows[3]["interval_start"] == "2021-09-16 00:00:00"
    assert rows[0]["document_id"] == "x/1"


FAULTS = {
    "a.jsonl": '{"text": "a", "entities": 7}\n',
    "b.jsonl": '{"text": "a", "spans": [{"start": 0}]}\n',
    "a.conll": "Москва B-LOC\nждёт I-PER\n",
    "a.json": '[{"data": {}}]',
    "b.json": '{"data": {}}',
    "c.json": '[{"data": {"text": "a"}, "predictions": [{"result": [{"value": {"start": "0", "labels": ["a"]}}]}]}]',
    "d.json": "[[]]",
    "a.spacy": "none",
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_file(name: str, tmp_path: Path) -> None:
    if name.endswith(".spacy"):
        pytest.importorskip("spacy", reason="needs pip install 'ner-news[spacy]'")
    (tmp_path / name).write_text(FAULTS[name], encoding="utf-8")
    with pytest.raises(GoldError, match=name):
        list(read(tmp_path / name))


def test_misuse_is_named(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="'csv'"):
        read(tmp_path / "a.csv")
    with pytest.raises(OptionError, match=r"'\.doc'"):
        write([], tmp_path / "a.doc")
    with pytest.raises(GoldError, match="no such file"):
        read(tmp_path / "none.jsonl")


def test_a_missing_extra_names_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy.tokens", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'ner-news\[spacy\]'"):
        write([DOCUMENT], tmp_path / "a.spacy")


EMOJI = AnnotatedText(1, "😀 В Минске 🇷🇺 ждут Ангелу Меркель", (GoldSpan(4, 10, "LOC"), GoldSpan(19, 33, "PER")))


def test_label_studio_counts_in_utf_16(tmp_path: Path) -> None:
    write([EMOJI], tmp_path / "a.json")
    [task] = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    units = task["data"]["text"].encode("utf-16-le")
    for result in task["predictions"][0]["result"]:
        value = result["value"]
        assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]
    [found] = read(tmp_path / "a.json")
    assert (found.text, found.spans) == (EMOJI.text, EMOJI.spans)


MISFITS = {
    "another text": (
        {"start": 5, "end": 11, "text": "Киеве", "labels": ["LOC"]},
        "the text has «Минске» at 5:11, not «Киеве»",
    ),
    "offsets in characters": ({"start": 4, "end": 10, "text": "Минске", "labels": ["LOC"]}, "not «Минске»"),
    "within an emoji": ({"start": 1, "end": 11, "labels": ["LOC"]}, "offset 1 lies within a character"),
    "beyond the text": ({"start": 5, "end": 99, "labels": ["LOC"]}, "does not lie in the text"),
}


@pytest.mark.parametrize(("value", "reason"), MISFITS.values(), ids=MISFITS)
def test_a_task_with_the_offsets_of_another_text_is_refused(value: Any, reason: str, tmp_path: Path) -> None:
    task = {"data": {"text": EMOJI.text}, "annotations": [{"result": [{"value": value}]}]}
    (tmp_path / "a.json").write_text(json.dumps([task]), encoding="utf-8")
    with pytest.raises(GoldError, match=reason):
        list(read(tmp_path / "a.json"))


@MANY
@given(documents())
def test_doccano_brings_back_offsets_and_labels(document: Document) -> None:
    with TemporaryDirectory() as folder:
        [found] = back([document], Path(folder) / "a.jsonl", "doccano")
    assert (found.text, spans_of(found)) == (encodable(document.text), gold(document))


DOCCANO = [
    '{"id": 7, "text": "В Минске ждут", "label": [[2, 8, "LOC"]], "Comments": []}',
    '{"id": 7, "text": "В Минске ждут", "labels": [[2, 8, "LOC"]]}',
    '{"id": 7, "text": "В Минске ждут", "entities": [{"id": 1, "label": "LOC", "start_offset": 2, "end_offset": 8}]}',
]


@pytest.mark.parametrize("line", DOCCANO)
def test_what_doccano_exports_is_read(line: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    [found] = read(tmp_path / "a.jsonl", "doccano")
    assert (found.id, found.spans) == (7, (GoldSpan(2, 8, "LOC"),))
    (tmp_path / "a.jsonl").write_text(line.replace("8", "99"), encoding="utf-8")
    with pytest.raises(GoldError, match="does not lie in the text"):
        list(read(tmp_path / "a.jsonl", "doccano"))


@pytest.mark.parametrize("form", ["csv", "doccano", "label-studio", "brat", "jsonl"])
def test_ids_that_differ_in_half_surrogates_stay_two(form: str, tmp_path: Path) -> None:
    texts = [AnnotatedText(f"a{half}", "Киев", (GoldSpan(0, 4, "LOC"),)) for half in ("\ud800", "\ud801")]
    write(texts, tmp_path / "out", form)
    if form == "csv":
        rows = (tmp_path / "out").read_text(encoding="utf-8").splitlines()[1:]
        names = [row.split(",")[1] for row in rows]
    else:
        names = [str(each.id) for each in read(tmp_path / "out", form)]
    assert len(set(names)) == 2


def test_a_token_that_looks_like_the_start_of_a_document_starts_none(tmp_path: Path) -> None:
    texts = ["Путин -DOCSTART- Москва", "-DOCSTART-", "-DOCSTART-\n\n-DOCSTART- O"]
    spans = [(), (GoldSpan(0, 10, "ORG"),), ()]
    given_ = [AnnotatedText(None, text, each) for text, each in zip(texts, spans, strict=True)]
    write(given_, tmp_path / "a.conll")
    found = list(read(tmp_path / "a.conll"))
    assert ["".join(each.text.split()) for each in found] == ["".join(text.split()) for text in texts]
    named = [[each.text[slice(*span[:2])] for span in spans_of(each)] for each in found if type(each) is AnnotatedText]
    assert named == [[], ["- DOCSTART -"], []]


@pytest.mark.parametrize("letter", ["a", "я", "中", "\U00020000", "\U0001f600", "\ud800", "/"])
def test_an_id_of_any_length_becomes_a_file(letter: str, tmp_path: Path) -> None:
    texts = [AnnotatedText(letter * length, "Минск", ()) for length in (1, 99, 100, 300, 301)]
    write(texts, tmp_path / "out", "brat")
    assert len(list(read(tmp_path / "out", "brat"))) == len(texts)


def test_a_document_that_means_nothing_is_refused_with_its_line(tmp_path: Path) -> None:
    span = {"label": "LOC", "start": 0, "stop": 5, "text": "Минск", "lemma": "Минск", "entity": "LOC:минск"}
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Минск", "spans": [span], "entities": []}), encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.jsonl:1: spans\[0\]: there is no entity 'LOC:минск'"):
        list(read(tmp_path / "a.jsonl"))
