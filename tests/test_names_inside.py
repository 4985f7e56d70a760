"""Names inside organizations and places, of all depths in one list, through everything that shows or keeps them."""

import json
from pathlib import Path

import pytest

from ner_news import Corpus, RuleSpan
from ner_news.analysis import analyze
from ner_news.columns import rows_of
from ner_news.custom import merge_custom_spans
from ner_news.display import render_document
from ner_news.export import read, write
from ner_news.models import Document, Organization, Place
from ner_news.prepare import prepare
from ner_news.recognition import Recognized
from ner_news.results import to_span
from ner_news.segment import tokenize
from ner_news.spans import NESTING, PlainSpan, are_nested, fit_inside, group_inside, walk
from tests.names_inside import make_nested_document
from tests.soundness import assert_sound

DOCUMENT = make_nested_document()
INSIDE = ["Госдумы РФ", "Госдумы", "РФ", "Маршала Жукова"]


def test_the_document_is_sound_and_its_json_brings_all_back() -> None:
    assert_sound(DOCUMENT)
    record = json.loads(DOCUMENT.to_json())
    assert [part["text"] for span in record["spans"] for part in span.get("inner", ())] == INSIDE


def test_the_person_inside_a_street_is_no_person_of_the_text_but_a_mention_of_the_entity() -> None:
    assert [person.text for person in DOCUMENT.people] == ["Жуков"]
    [zhukov] = [entity for entity in DOCUMENT.entities if entity.label == "PER"]
    assert [span.text for span in zhukov.spans] == ["Маршала Жукова", "Жуков"]


def test_rows_have_the_depth() -> None:
    assert [row["text"] for row in rows_of([DOCUMENT], "spans") if row["depth"] == 1] == INSIDE
    kinds = {row["text"]: row["kind"] for row in rows_of([DOCUMENT], "spans") if row["label"] == "LOC"}
    assert kinds == {"улице Маршала Жукова": "street", "РФ": "country"}


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.spacy", "brat"])
def test_files_hold_all_of_them(name: str, tmp_path: Path) -> None:
    if name == "a.spacy":
        pytest.importorskip("spacy", reason="needs pip install 'ner-news[spacy]'")
    write([DOCUMENT], tmp_path / name)
    if name == "a.csv":
        assert all(text in (tmp_path / name).read_text(encoding="utf-8-sig") for text in INSIDE)
        return
    [back] = read(tmp_path / name)
    spans = walk(back.spans) if isinstance(back, Document) else back.spans
    assert {back.text[span.start : span.stop] for span in spans} >= set(INSIDE)


def test_arrow_lists_those_of_places_too() -> None:
    pytest.importorskip("pyarrow", reason="needs pip install 'ner-news[arrow]'")
    from ner_news.arrow import to_batch

    [row] = to_batch([DOCUMENT]).to_pylist()
    assert [part["text"] for span in row["spans"] for part in span["inner"] or ()] == INSIDE


def test_the_display_nests_marks() -> None:
    html = render_document(DOCUMENT)
    assert html.count("<mark") == len(INSIDE) + 3
    assert html.index("Комитет") < html.index(">Госдумы<") < html.index("РФ<b>")


@pytest.mark.parametrize(
    ("labels", "masked"),
    [
        (["PER"], "Комитет Госдумы РФ заседал на улице [PER_1], потом [PER_1] ушёл."),
        (["LOC"], "Комитет Госдумы [LOC_1] заседал на [LOC_2], потом Жуков ушёл."),
        (["ORG"], "[ORG_1] заседал на улице Маршала Жукова, потом Жуков ушёл."),
        (["LOC", "PER"], "Комитет Госдумы [LOC_1] заседал на [LOC_2], потом [PER_1] ушёл."),
    ],
)
def test_masking_takes_the_outermost_of_the_labels(labels: list[str], masked: str) -> None:
    given = DOCUMENT.masked(labels)
    assert given.text == masked
    assert given.key.unmask(given.text) == DOCUMENT.text
    assert all(DOCUMENT.text[mask.source_start : mask.source_stop] for mask in given.masks)


def test_a_corpus_counts_them_and_gives_them_its_ids() -> None:
    corpus = Corpus()
    corpus.add(DOCUMENT)
    assert [mention.text for mention in corpus.mentions("PER:жуков")] == ["Маршала Жукова", "Жуков"]
    resolved = corpus.resolved(DOCUMENT)
    assert all(span.entity is not None for span in walk(resolved.spans))
    assert_sound(resolved)


def test_lemmas_linking_and_models_take_the_parts_of_places_and_of_all_depths() -> None:
    text = "На улице Маршала Жукова ждали комитет Госдумы РФ. Жуков ушёл в Госдуму."
    clean = prepare(text)
    found = [
        PlainSpan(3, 23, "LOC", inner=(PlainSpan(9, 23, "PER"),)),
        PlainSpan(30, 48, "ORG", inner=(PlainSpan(38, 48, "ORG"), PlainSpan(38, 45, "ORG"), PlainSpan(46, 48, "LOC"))),
        PlainSpan(50, 55, "PER"),
        PlainSpan(63, 70, "ORG"),
    ]
    analysis = analyze(Recognized(clean, tokenize(text), found), None)
    told = analysis.entity_ids(), analysis.locations()
    street, committee, zhukov, duma = (to_span(clean, span, analysis.facts, *told) for span in analysis.spans)
    assert isinstance(street, Place)
    assert isinstance(committee, Organization)
    assert (street.lemma, street.kind, [part.text for part in street.inner]) == (
        "улица Маршала Жукова",
        "street",
        ["Маршала Жукова"],
    )
    assert [part.lemma for part in committee.inner] == ["Госдума РФ", "Госдума", "РФ"]
    assert committee.inner[1].entity == duma.entity
    assert street.inner[0].label == "PER"
    assert zhukov.entity


def test_a_gazetteer_finds_names_inside_places() -> None:
    street = PlainSpan(0, 20, "LOC", inner=(PlainSpan(6, 20, "PER"), PlainSpan(14, 20, "PER")))
    [found], _ = merge_custom_spans([RuleSpan(14, 20, "PER", entity="Q1")], [street], nests=True)
    assert [part[:2] for part in found.inner] == [(6, 20), (14, 20)]


PARTS = [PlainSpan(8, 18, "ORG"), PlainSpan(0, 12, "ORG"), PlainSpan(16, 18, "LOC"), PlainSpan(8, 15, "ORG")]


def test_parts_that_cross_or_reach_out_are_left_out() -> None:
    whole = PlainSpan(0, 18, "ORG")
    assert [part[:2] for part in fit_inside(whole, [*PARTS, PlainSpan(10, 20, "LOC"), whole])] == [(0, 12), (16, 18)]
    assert [part[:2] for part in fit_inside(whole, PARTS[:1] + PARTS[2:])] == [(8, 18), (8, 15), (16, 18)]
    assert are_nested(whole, fit_inside(whole, PARTS))
    assert not are_nested(whole, PARTS)


def test_groups_of_a_flat_list() -> None:
    [(outer, inside)] = group_inside([PARTS[0], PARTS[3], PARTS[2]])
    assert (outer, inside) == (PARTS[0], [PARTS[3], PARTS[2]])
    assert NESTING == ("ORG", "LOC")
