"""Records read in order, and the columns that their answers make."""

import pytest

from ner_news import Document, Extractor, InputError, OptionError
from ner_news.integrations.record_reader import Record, format_error, read_records


def test_answers_are_in_the_order_of_the_records() -> None:
    records: list[Record] = [
        {"text": "Минск"},
        {"text": None},
        {"text": "Брест", "published": "вчера"},
        {"text": "Час", "id": 7},
    ]
    minsk, none, brest, hour = read_records(Extractor(), records)
    assert isinstance(minsk, Document)
    assert [span.lemma for span in minsk.spans] == ["Минск"]
    assert isinstance(none, TypeError)
    assert isinstance(brest, ValueError)
    assert isinstance(hour, Document)
    assert hour.id == 7
    assert read_records(Extractor(), []) == []


def test_an_error_is_a_line() -> None:
    assert format_error(KeyError("x")) == "KeyError: 'x'"


def test_columns_hold_answers_or_reasons() -> None:
    pytest.importorskip("pyarrow", reason="needs pip install 'ner-news[arrow]'")
    from ner_news.integrations.arrow_columns import make_columns, make_schema

    batch = make_columns(Extractor(), [{"text": "Минск"}, {"text": None}], "text")
    assert batch.schema == make_schema()
    read, refused = batch.to_pylist()
    assert [span["lemma"] for span in read["spans"]] == ["Минск"]
    assert read["error"] is refused["spans"] is refused["entities"] is None
    assert refused["error"].startswith("TypeError: text must be str")


def test_columns_are_checked() -> None:
    pytest.importorskip("pyarrow", reason="needs pip install 'ner-news[arrow]'")
    from ner_news.integrations.arrow_columns import check_columns

    check_columns(["text", "at"], "text", "at", "html")
    with pytest.raises(OptionError, match="published='day'"):
        check_columns(["text"], "text", "day", "text")
    with pytest.raises(InputError, match="'spans' already"):
        check_columns(["text", "spans"], "text", None, "text")
    with pytest.raises(OptionError, match="format='pdf'"):
        check_columns(["text"], "text", None, "pdf")
