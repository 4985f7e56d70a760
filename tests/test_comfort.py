"""What users try first: completion, pages, versions, names as they write them."""

import json
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import ner_news
from ner_news import (
    Corpus,
    Date,
    Document,
    Extractor,
    Gazetteer,
    GazetteerEntry,
    InputError,
    Interval,
    OptionError,
    columns,
    plots,
)
from ner_news.integrations.data_frames import with_names
from tests.test_cli import run


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_a_page_comes_as_text_or_as_a_file(tmp_path: Path) -> None:
    document = Document(text="Минск")
    document.to_html(tmp_path / "page.html")
    assert document.to_html() == (tmp_path / "page.html").read_text(encoding="utf-8")


def test_completion_shows_what_users_call() -> None:
    assert dir(Document(text="Минск")) == [
        "dates", "entities", "from_fields", "from_json", "id", "masked", "organizations", "people", "places",
        "published", "sentence", "sentences", "spans", "text", "to_html", "to_json", "to_pandas",
    ]  # fmt: skip
    assert dir(Interval(start=None, end=None)) == ["end", "start"]
    assert dir(plots) == ["dates", "frequencies", "interactive", "places", "timeline", "together"]


def test_the_version_is_that_of_the_package() -> None:
    assert ner_news.__version__ == version("ner-news")


CODES = "Q3 H1 W37 SP SU FA WI TMO TAF TEV TNI".split()


@pytest.mark.parametrize("code", CODES)
def test_every_code_of_the_notation_is_in_the_table_and_with_the_class(code: str) -> None:
    [meaning] = [column.meaning for column in columns.TABLES["spans"] if column.name == "value"]
    assert code in meaning
    assert code in (Date.__doc__ or "")


def test_show_takes_what_extract_takes(tmp_path: Path) -> None:
    article = {"body": "<b>Ромашку</b> ждут завтра", "date": "15.01.2025"}
    (tmp_path / "a.jsonl").write_bytes(json.dumps(article, ensure_ascii=False).encode("cp1251"))
    (tmp_path / "names.txt").write_text("Ромашка\n", encoding="utf-8")
    result = run(
        "show", tmp_path / "a.jsonl", "--text-column", "body", "--published-column", "date", "--encoding", "cp1251",
        "--gazetteer", tmp_path / "names.txt", "--gazetteer-label", "ORG", "--text-format", "html", "--strict",
    )  # fmt: skip
    assert result.exit_code == 0
    assert "[Ромашку organization]" in result.stdout
    assert "2025-01-15" in result.stdout


def test_show_speaks_russian(tmp_path: Path) -> None:
    assert "[Минск место]" in run("show", "--lang", "ru", stdin="Минск").stdout
    assert run("show", "--lang", "ru", "-o", tmp_path / "page.html", stdin="Минск").exit_code == 0
    assert "места: 1" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "[Минск place]" in run("show", stdin="Минск").stdout


def test_a_corpus_is_asked_by_names_as_they_are_written(extractor: Extractor) -> None:
    corpus = Corpus()
    corpus.extend(extractor.pipe(["ООО «Северный пролёт» ждут в Минске.", "В Минске ждут Ангелу Меркель."]))
    [place, firm] = corpus.find("минск")[0], corpus.find("Пролёт")[0]
    assert (place.id, firm.id) == ("LOC:минск", "ORG:северный пролет")
    assert [entity.lemma for entity in corpus.find("меркел", "PER")] == ["Ангела Меркель"]
    assert corpus.find("Рахмон") == []
    for name in ("ORG:северный пролёт", "ORG:Северный пролёт", "ORG:северный пролет"):
        assert [entity.lemma for entity, _ in corpus.together(name)] == ["Минск"]
        assert corpus.entity(name) == firm
        assert len(list(corpus.mentions(name))) == 1
    assert repr(corpus) == "Corpus(2 documents)"


LIBRARIES = ["pandas", "polars"]


def frame_of(library: str, columns: dict[str, list[Any]]) -> Any:
    module = pytest.importorskip(library, reason=f"needs pip install 'ner-news[{library}]'")
    pytest.importorskip("narwhals", reason=f"needs pip install 'ner-news[{library}]'")
    return module.DataFrame(columns)


NEWS: dict[str, list[Any]] = {
    "body": ["Матч перенесли на завтра.", "В Киеве ждут."],
    "date": ["15.01.2025", None],
    "url": ["a", "b"],
}


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_frame_gives_documents_in_order(library: str, extractor: Extractor, caplog: pytest.LogCaptureFixture) -> None:
    frame = frame_of(library, NEWS)
    chosen = {"text": "body", "published": "date", "id": "url"}
    found = list(extractor.pipe(frame, columns=chosen))
    assert [(document.id, document.published) for document in found] == [("a", datetime(2025, 1, 15)), ("b", None)]
    assert caplog.messages == []
    assert [document.id for document in extractor.pipe(frame, columns={"text": "body"})] == [None, None]
    assert caplog.messages == ["the frame: not read: 'date' (is it 'published'?), 'url' (is it 'id'?)"]
    with pytest.raises(InputError, match=r"no column 'text' among \['body', 'date', 'url'\]; is 'body' the text\?"):
        extractor.pipe(frame)
    with pytest.raises(InputError, match=r"no column 'text' among .* is 'body' the text\?"):
        with_names(frame)
    with pytest.raises(OptionError, match="'titel'"):
        extractor.pipe(frame, columns={"titel": "body"})


def test_a_missing_text_fails_alone(extractor: Extractor) -> None:
    frame = frame_of("pandas", {"text": ["Минск", float("nan"), None], "published": [float("nan")] * 3})
    failures: list[int] = []
    found = extractor.pipe(frame, on_error=lambda failure: failures.append(failure.number))
    assert [document.text for document in found] == ["Минск"]
    assert failures == [1, 2]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_frame_or_a_column_is_a_gazetteer(library: str) -> None:
    names: dict[str, list[Any]] = {"name": ["Самара", "Ромашка"], "label": ["LOC", "ORG"], "entity": ["Q894", None]}
    frame = frame_of(library, names)
    assert Gazetteer(frame).names == (
        GazetteerEntry("Самара", "LOC", "Самара", "Q894"), GazetteerEntry("Ромашка", "ORG", "Ромашка"),
    )  # fmt: skip
    assert [entry.label for entry in Gazetteer(frame["name"], label="LOC").names] == ["LOC", "LOC"]


@pytest.mark.parametrize("library", LIBRARIES)
def test_one_document_has_a_table(library: str, extractor: Extractor) -> None:
    frame_of(library, {})
    make = getattr(ner_news, f"to_{library}")
    document = extractor("В Минске ждут.")
    assert list(make(document)["lemma"]) == list(make([document])["lemma"]) == ["Минск"]


@pytest.mark.parametrize("library", LIBRARIES)
def test_columns_of_names_are_added(library: str, extractor: Extractor) -> None:
    frame = frame_of(library, {**NEWS, "body": ["Ангелу Меркель ждут в Минске 5 мая.", None]})
    found = with_names(frame, text="body", published="date", extractor=extractor)
    assert list(found.columns) == [*frame.columns, "people", "organizations", "places", "dates"]
    assert list(map(list, found["people"])) == [["Ангела Меркель"], []]
    assert list(map(list, found["places"])) == [["Минск"], []]
    assert list(map(list, found["dates"])) == [["2025-05-05"], []]
