"""The rows that a document is turned into."""

import pytest

from ner_news.corpus.stored_rows import NameRow, compute_digest, format_document_id, make_entity_key, make_span_rows
from ner_news.models import Document, Organization, Place
from tests.corpus.documents import document


def test_a_short_name_means_the_full_one_of_its_document() -> None:
    full, short = make_span_rows(document(1, "PER Анна Ким", "PER Ким"))
    assert (short.start, short.stop, short.text) == (10, 13, "Ким")
    assert short.name == NameRow("PER:ким", "PER", None, "Ким")
    assert short.meant == full.meant == full.name == NameRow("PER:анна ким", "PER", "Анна", "Ким")


def test_names_inside_longer_ones_have_rows_and_half_surrogates_are_replaced() -> None:
    inner = Place(start=4, stop=7, text="РФ\ud800", lemma="РФ\ud800")
    ministry = Organization(start=0, stop=7, text="МИД РФ\ud800", lemma="МИД РФ", inner=(inner,))
    rows = make_span_rows(Document(text="МИД РФ\ud800", spans=(ministry,)))
    assert [(row.start, row.text, row.lemma) for row in rows] == [(0, "МИД РФ�", "МИД РФ"), (4, "РФ�", "РФ�")]


def test_an_id_counts_where_it_is_made_of_its_name() -> None:
    [entity] = document(1, "LOC Минск").entities
    assert make_entity_key(entity) == "LOC:минск"
    assert make_entity_key(entity.model_copy(update={"id": "E1"})) == "LOC:минск"


@pytest.mark.parametrize(("name", "written"), [(7, "7"), ("7", '"7"'), ("б", '"\\u0431"')])
def test_ids_are_told_apart_by_their_type(name: str | int, written: str) -> None:
    assert format_document_id(Document(id=name, text="")) == written


def test_a_document_without_an_id_goes_by_its_text() -> None:
    one, other = Document(text="а"), Document(text="б")
    assert format_document_id(one).startswith('"sha256:')
    assert format_document_id(one) != format_document_id(other)
    assert compute_digest(one) != compute_digest(one.model_copy(update={"id": 1}))
