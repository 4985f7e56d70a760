"""Documents as rows of Arrow."""

import json
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import ner_news
from ner_news import Document, Extractor, arrow, models
from tests.export.documents import documents
from tests.test_models import make

pa = pytest.importorskip("pyarrow", reason="needs pip install 'ner-news[arrow]'")


def full(document: Document) -> dict[str, Any]:
    """The JSON form with what a row adds: nulls for what a label has not; times as datetimes."""
    row = document.model_dump()
    names = [field.name for field in arrow.schema().field("spans").type.value_type]
    row["spans"] = [filled(span, names) for span in row["spans"]]
    row["entities"] = [
        {**entity, "aliases": list(entity["aliases"]), "roles": list(entity["roles"])} for entity in row["entities"]
    ]
    return {**row, "id": None if document.id is None else str(document.id)}


def filled(span: dict[str, Any], names: list[str]) -> dict[str, Any]:
    whole = {name: span.get(name) for name in names}
    if whole["roles"] is not None:
        whole["roles"] = list(whole["roles"])
    if "inner" in names and whole["inner"] is not None:
        whole["inner"] = [filled(part, [name for name in names if name != "inner"]) for part in whole["inner"]]
    return whole


@settings(max_examples=100, deadline=None)
@given(documents())
def test_a_row_is_the_json_form(document: Document) -> None:
    batch = arrow.to_batch([document])
    assert batch.schema == arrow.schema()
    assert batch.to_pylist() == [full(document)]
    batch.validate(full=True)


def test_no_documents_have_columns_too() -> None:
    assert arrow.to_batch([]).schema == arrow.schema()


def test_every_field_of_a_span_has_a_place() -> None:
    kinds = (models.Person, models.Organization, models.Place, models.Date)
    fields = {name for kind in kinds for name in kind.model_fields}
    assert {field.name for field in arrow.schema().field("spans").type.value_type} == fields
    assert {field.name for field in arrow.schema().field("entities").type.value_type} == set(models.Entity.model_fields)
    assert set(arrow.schema().names) == set(Document.model_fields)
    parts = arrow.schema().field("entities").type.value_type.field("name").type
    assert {field.name for field in parts} == set(models.PersonName.model_fields)


def test_half_surrogates_keep_their_place() -> None:
    document = ner_news.extract("\ud800\udc00 Минск\udfff ждёт Минск")
    [row] = arrow.to_batch([document]).to_pylist()
    assert row["text"] == "�� Минск� ждёт Минск"
    assert [row["text"][span["start"] : span["stop"]] for span in row["spans"]] == ["Минск", "Минск"]


def test_names_inside_names_inside_names_are_there() -> None:
    place = models.Place(start=6, stop=12, text="Москвы", lemma="Москва")
    middle = models.Organization(start=4, stop=12, text="Д Москвы", lemma="Д Москвы", inner=(place,))
    outer = models.Organization(start=0, stop=12, text="МИД Д Москвы", lemma="МИД Д Москвы", inner=(middle,))
    [row] = arrow.to_batch([Document(text="МИД Д Москвы", spans=(outer,))]).to_pylist()
    assert [part["text"] for part in row["spans"][0]["inner"]] == ["Д Москвы", "Москвы"]


def test_times_at_the_ends_of_the_calendar_and_with_a_zone() -> None:
    ends = models.Interval(start=datetime(1, 1, 1), end=datetime.max)
    date = models.Date(start=0, stop=4, text="9999", lemma="9999", value="0001/9999", grain="year", interval=ends)
    moscow = datetime(2021, 9, 16, 2, tzinfo=timezone(timedelta(hours=3)))
    [row] = arrow.to_batch([Document(text="9999", published=moscow, spans=(date,))]).to_pylist()
    assert row["published"] == datetime(2021, 9, 15, 23)
    assert row["spans"][0]["interval"] == {"start": datetime(1, 1, 1), "end": datetime.max}


def test_parquet_gives_back_what_was_written(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    given_ = [make(), ner_news.extract("Ангелу Меркель ждут в МИД Германии 16 сентября.", published="2021-09-01")]
    parquet.write_table(pa.Table.from_batches([arrow.to_batch(given_)]), tmp_path / "a.parquet")
    assert parquet.read_table(tmp_path / "a.parquet").to_pylist() == list(map(full, given_))


def test_gold_texts_give_the_same_as_json(gold_files: list[Path]) -> None:
    extractor = Extractor()
    for file in gold_files:
        texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()[:20]]
        found = list(extractor.pipe(texts))
        assert arrow.to_batch(found).to_pylist() == list(map(full, found))


def test_a_missing_extra_names_its_command() -> None:
    code = "import sys; sys.modules['pyarrow'] = None; import ner_news.arrow as arrow; arrow.to_batch([])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert "pip install 'ner-news[arrow]'" in done.stderr
