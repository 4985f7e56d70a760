"""The words of plots in two languages."""

import re
from datetime import datetime
from typing import Any

import pytest

from ner_news import Corpus, Extractor, OptionError, set_language
from ner_news.captions import RUSSIAN, Captions

LATIN = re.compile(r"[A-Za-z]{2,}")

TEXTS = ["Ангелу Меркель ждут в Минске 5 мая 2021 года.", "Меркель прилетела в Берлин 7 июня 2021 года, сообщила ОДКБ."]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    corpus = Corpus()
    days = [datetime(2021, 5, 1), datetime(2021, 7, 1)]
    items = ({"text": text, "published": day} for text, day in zip(TEXTS, days, strict=True))
    corpus.extend(Extractor().pipe(items))
    return corpus


def words_of(figure: Any) -> list[str]:
    """Return all that is written on a figure, once it is drawn."""
    figure.canvas.draw()
    text = pytest.importorskip("matplotlib.text")
    written = [each.get_text() for each in figure.findobj(text.Text) if each.get_visible()]
    written += [axes.xaxis.get_offset_text().get_text() for axes in figure.axes]
    return [each for each in written if each]


@pytest.mark.parametrize("name", ["frequencies", "timeline", "dates", "together", "places"])
def test_a_plot_is_in_one_language(name: str, corpus: Corpus) -> None:
    pytest.importorskip("matplotlib", reason="needs pip install 'ner-news[plot]'")
    pytest.importorskip("networkx", reason="needs pip install 'ner-news[plot]'")
    from ner_news import plots

    draw = getattr(plots, name)
    russian, english = words_of(draw(corpus, lang="ru")), words_of(draw(corpus))
    assert len(russian) == len(english)
    assert not list(filter(LATIN.search, russian))
    assert list(filter(LATIN.search, english))
    assert not list(filter(LATIN.search, words_of(draw([], lang="ru"))))
    with pytest.raises(OptionError, match="lang='de'"):
        draw(corpus, lang="de")


def test_the_language_is_chosen_once(corpus: Corpus) -> None:
    from ner_news import plots

    documents = [*Extractor().pipe(TEXTS)]
    try:
        set_language("ru")
        russian = words_of(plots.frequencies(corpus))
        pages = [documents[0].to_html(), documents[0]._repr_html_(), corpus._repr_html_()]
        pages += [documents[0].spans[0]._repr_html_(), documents[0].entities[0]._repr_html_()]
        assert "1 person, 1 place, 1 date" in documents[0].to_html(lang="en")
    finally:
        set_language("en")
    assert not list(filter(LATIN.search, russian))
    for page in pages:
        shown = re.sub(r"<style>.*?</style>|<[^>]*>|PER:|LOC:|DATE:", " ", page, flags=re.DOTALL)
        assert set(LATIN.findall(shown)) <= {"ner", "news", "id", "femn", "BY"}
        assert not re.search(r'title="[a-z]', page)
    assert "люди: 1, места: 1, даты: 1" in documents[0].to_html(lang="ru")
    assert "1 person, 1 place, 1 date" in documents[0].to_html()
    with pytest.raises(OptionError, match="lang='de'"):
        set_language("de")


@pytest.mark.parametrize("template", RUSSIAN)
def test_a_translation_has_the_values_of_its_original(template: str) -> None:
    assert set(re.findall(r"{\w+}", template)) == set(re.findall(r"{\w+}", RUSSIAN[template]))


def test_numbers_and_months_are_written_as_the_language_does() -> None:
    assert (Captions("en").format_number(12345), Captions("ru").format_number(12345)) == ("12,345", "12\u00a0345")
    assert (Captions("en").translate_months("2021-Feb"), Captions("ru").translate_months("2021-Feb")) == (
        "2021-Feb",
        "фев 2021",
    )
