from datetime import datetime
from time import process_time

import pytest

from ner_news import Corpus, OptionError
from ner_news.columns import CORPUS_TABLES
from tests.corpus.documents import document, news

pytest.importorskip("pandas", reason="needs pip install 'ner-news[pandas]'")


@pytest.fixture
def corpus() -> Corpus:
    corpus = Corpus()
    corpus.add(document(1, "PER Иван Котов", "LOC Минск", published="2021-05-03T02:00+03:00"))
    corpus.add(document("б", "PER Котов"))
    return corpus


@pytest.mark.parametrize("table", CORPUS_TABLES)
@pytest.mark.parametrize("way", ["to_pandas", "to_polars"])
def test_columns_are_those_described_without_documents_too(corpus: Corpus, table: str, way: str) -> None:
    pytest.importorskip(way[3:], reason=f"needs pip install 'ner-news[{way[3:]}]'")
    names = [column.name for column in CORPUS_TABLES[table]]
    assert list(getattr(corpus, way)(table).columns) == list(getattr(Corpus(), way)(table).columns) == names


def test_rows_are_what_the_corpus_tells(corpus: Corpus) -> None:
    entities = corpus.to_pandas()
    assert entities[["lemma", "documents", "mentions"]].values.tolist() == [["Иван Котов", 2, 2], ["Минск", 1, 1]]
    assert entities["first_published"][0] == datetime(2021, 5, 2, 23)
    assert corpus.to_pandas("documents")["document_id"].tolist() == ["б", "1"]
    mentions = corpus.to_pandas("mentions")
    assert mentions["text"].tolist() == ["Котов", "Иван Котов", "Минск"]
    assert mentions["entity_lemma"].tolist() == ["Иван Котов", "Иван Котов", "Минск"]
    assert mentions["confidence"][0] < 1
    assert str(mentions.dtypes["label"]) == "category"


def test_another_table_is_named(corpus: Corpus) -> None:
    with pytest.raises(OptionError, match="'spans'"):
        corpus.to_pandas("spans")


def test_5000_documents_take_less_than_2_seconds() -> None:
    corpus = Corpus()
    corpus.extend(news(5000))
    corpus.entities(limit=1)
    begun = process_time()
    assert len(corpus.to_pandas("mentions")) > 20_000
    assert process_time() - begun < 2


def test_a_corpus_shows_who_mattered_when(corpus: Corpus) -> None:
    page = corpus._repr_html_()
    assert "2 documents" in page
    assert "Иван Котов" in page
    assert "<title>2021-05-03: 1</title>" in page
    assert "<script" not in page


def test_what_is_shown_is_escaped() -> None:
    corpus = Corpus()
    corpus.add(document(1, "LOC <script>x</script>"))
    assert "<script" not in corpus._repr_html_()


def test_an_empty_corpus_shows_itself() -> None:
    assert "0 documents" in Corpus()._repr_html_()
    assert "<table" not in Corpus()._repr_html_()
