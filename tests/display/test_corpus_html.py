"""The table of a corpus."""

import re
from datetime import date

import pytest

from ner_news.corpus import CorpusEntity
from ner_news.display import EntityGroup, render_corpus

KIM = CorpusEntity("PER:анна ким", "PER", "Анна <Ким>", 3, 1200)
DAYS = [(date(2021, 3, 1), 2), (date(2021, 3, 3), 1)]
SPREAD = (date(2021, 3, 1), date(2021, 3, 3))


def test_a_row_counts_documents_and_mentions() -> None:
    page = render_corpus(3, SPREAD, [EntityGroup("PER", 2, [(KIM, DAYS)])])
    assert "Анна &lt;Ким&gt;" in page
    assert "<td>3</td><td>1,200</td>" in page
    assert "3 documents · published 2021-03-01 to 2021-03-03" in page
    assert "and 1 more person<" in page


def test_bars_are_as_high_as_days_have_documents() -> None:
    page = render_corpus(3, SPREAD, [EntityGroup("PER", 1, [(KIM, DAYS)])])
    bars = re.findall(r'<rect x="(\d+)" y="\d+" width="\d+" height="(\d+)"><title>(.+?)</title>', page)
    assert bars == [("0", "16", "2021-03-01: 2"), ("24", "8", "2021-03-03: 1")]


def test_the_bars_of_a_label_have_one_scale() -> None:
    rare = CorpusEntity("PER:ким", "PER", "Ким", 1, 1)
    page = render_corpus(3, SPREAD, [EntityGroup("PER", 2, [(KIM, DAYS), (rare, DAYS[1:])])])
    assert re.findall(r'height="(\d+)"><title>', page) == ["16", "8", "8"]


@pytest.mark.parametrize(
    ("documents", "heading"),
    [(0, "0 documents</p>"), (1, "1 document · no names</p>"), (2, "2 documents · no names</p>")],
)
def test_without_names_there_is_no_table(documents: int, heading: str) -> None:
    page = render_corpus(documents, None, [EntityGroup("PER", 0, [])])
    assert heading in page
    assert "<table" not in page


def test_without_times_there_are_no_bars() -> None:
    page = render_corpus(3, None, [EntityGroup("PER", 1, [(KIM, [])])])
    assert "<svg" not in page
    assert "Анна" in page
