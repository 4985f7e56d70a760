"""What stands in a figure of plotly."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from ner_news import Corpus, InputError
from tests.corpus.documents import document

pytest.importorskip("plotly", reason="needs pip install 'ner-news[interactive]'")
pytest.importorskip("networkx", reason="needs pip install 'ner-news[interactive]'")

from ner_news.plots import interactive

ALL = (interactive.frequencies, interactive.timeline, interactive.together)


@pytest.fixture
def few() -> Corpus:
    corpus = Corpus()
    corpus.add(document(1, "PER Иван Котов", "LOC Верея", "ORG Верея", "ORG <b>Рога</b>", published="2021-05-03"))
    corpus.add(document(2, "PER Иван Котов", "PER Анна Ким", published="2021-05-20"))
    return corpus


def texts_of(figure: Any) -> list[str]:
    return [text for trace in figure.data for text in trace.hovertext or ()]


def test_bars_have_a_row_for_each_entity_though_two_are_called_alike(few: Corpus) -> None:
    figure = interactive.frequencies(few, lang="ru")
    assert sorted(figure.layout.yaxis.ticktext) == ["&lt;b>Рога&lt;/b>", "Анна Ким", "Верея", "Верея", "Иван Котов"]
    assert "<b>Иван Котов</b><br>документы: 2<br>упоминания: 2" in texts_of(figure)
    assert [trace.name for trace in figure.data] == ["люди", "организации", "места"]
    assert "2 of 5 names" in interactive.frequencies(few, top=2).layout.title.text


def test_dots_count_documents_of_a_day(few: Corpus) -> None:
    figure = interactive.timeline(few, label="PER")
    assert texts_of(figure) == [
        "<b>Иван Котов</b><br>1 document<br>03.05.2021",
        "<b>Иван Котов</b><br>1 document<br>20.05.2021",
        "<b>Анна Ким</b><br>1 document<br>20.05.2021",
    ]


def test_the_graph_of_one_has_its_companions(few: Corpus) -> None:
    figure = interactive.together(few, entity="Ким")
    assert sorted(text for trace in figure.data for text in trace.text or ()) == ["Анна Ким", "Иван Котов"]
    with pytest.raises(InputError, match="entity='Рахмон'"):
        interactive.together(few, entity="Рахмон")


@pytest.mark.parametrize("plot", ALL)
@pytest.mark.parametrize("documents", [[], [document(1, "PER Иван Котов")]])
def test_a_page_stands_alone(plot: Callable[..., Any], documents: list[Any]) -> None:
    page = plot(documents).to_html()
    assert "<script src=" not in page


def test_a_missing_extra_names_its_command() -> None:
    code = "import sys; sys.modules['plotly'] = None; from ner_news import plots; plots.interactive.frequencies([])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (
        "MissingExtraError: an interactive plot needs more than is installed: pip install 'ner-news[interactive]'"
        in (done.stderr)
    )
