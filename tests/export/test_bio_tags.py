"""Tokens and their tags, drawn as «token|tag»."""

import pytest

from ner_news.export import AnnotatedText, GoldSpan
from ner_news.export.annotated import list_all_spans, list_outer_spans
from ner_news.export.bio_tags import tag_tokens
from ner_news.export.csv_table import write_csv


def draw(text: str, *spans: GoldSpan, inner: tuple[GoldSpan, ...] = ()) -> str:
    """The tokens with their tags, «/» at the end of a sentence."""
    tagged = tag_tokens(text, spans, inner)
    return " ".join(f"{text[token.start : token.stop]}|{token.tag}{'/' * token.is_last}" for token in tagged)


@pytest.mark.parametrize(
    ("text", "spans", "drawing"),
    [
        ("В Минске.", [GoldSpan(2, 8, "LOC")], "В|O Минске|B-LOC .|O/"),
        ("Иван Котов", [GoldSpan(0, 10, "PER")], "Иван|B-PER Котов|I-PER/"),
        ("Иван Котов", [GoldSpan(0, 4, "PER"), GoldSpan(5, 10, "PER")], "Иван|B-PER Котов|B-PER/"),
        ("экс-Минск", [GoldSpan(4, 9, "LOC")], "экс-|O Минск|B-LOC/"),
        ("Он ждёт. Минск.", [], "Он|O ждёт|O .|O/ Минск|O .|O/"),
        ("Он ждёт. Минск.", [GoldSpan(3, 14, "ORG")], "Он|O ждёт|B-ORG .|I-ORG Минск|I-ORG .|O/"),
        ("", [], ""),
    ],
)
def test_tokens_are_cut_and_tagged(text: str, spans: list[GoldSpan], drawing: str) -> None:
    assert draw(text, *spans) == drawing


def test_inner_spans_cut_and_do_not_tag() -> None:
    assert draw("МИД-РФ", GoldSpan(0, 6, "ORG"), inner=(GoldSpan(4, 6, "LOC"),)) == "МИД-|B-ORG РФ|I-ORG/"


WHOLE, PART, CROSSING, LATER = (
    GoldSpan(0, 12, "ORG"),
    GoldSpan(4, 12, "LOC"),
    GoldSpan(8, 15, "PER"),
    GoldSpan(15, 18, "LOC"),
)


def test_outer_spans_are_the_longer_and_the_earlier() -> None:
    text = AnnotatedText(None, "МИД Германии ждёт Маас", (LATER, WHOLE, PART), (CROSSING, PART))
    assert list_all_spans(text) == [WHOLE, PART, CROSSING, LATER]
    assert list_outer_spans(text) == [WHOLE, LATER]


def test_annotated_texts_have_rows_for_spans_alone(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    text = AnnotatedText("t", "В Минске", (GoldSpan(2, 8, "LOC"),))
    write_csv([text], path)
    assert path.read_text(encoding="utf-8-sig").splitlines()[1].startswith("0,t,LOC,2,8,Минске,")
    write_csv([text], path, "entities")
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 1
