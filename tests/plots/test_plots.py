"""What stands in a figure, not its pixels."""

import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from time import process_time
from typing import Any

import pytest

from ner_news import Corpus, InputError, OptionError
from tests.corpus.documents import document

pytest.importorskip("matplotlib", reason="needs pip install 'ner-news[plot]'")
pytest.importorskip("networkx", reason="needs pip install 'ner-news[plot]'")

from ner_news import plots

ALL = (plots.frequencies, plots.dates, plots.timeline, plots.together, plots.places)


def notes(figure: Any) -> str:
    return " ".join(text.get_text() for text in figure.axes[0].texts if text.get_gid() == "note")


def many(count: int) -> Corpus:
    """So many people, three to a document, the first in all of them."""
    corpus = Corpus()
    for number in range(0, count, 2):
        others = (f"PER Имя{each} Фамилия{each}" for each in (number, number + 1))
        corpus.add(document(number, "PER Иван Котов", *others, "LOC Минск", published="2021-05-03"))
    return corpus


@pytest.fixture
def few() -> Corpus:
    corpus = Corpus()
    corpus.add(document(1, "PER Иван Котов", "PER Иван Котов", "LOC Минск", "ORG $Рога$", published="2021-05-03"))
    corpus.add(document(2, "PER Иван Котов", "LOC Германия", "LOC Васюки", published="2021-05-20"))
    return corpus


def test_bars_are_as_long_as_names_are_frequent(few: Corpus) -> None:
    figure = plots.frequencies(few)
    [ax] = figure.axes
    lengths = sorted(round(bar.get_width()) for container in ax.containers for bar in container)
    assert lengths == [1, 1, 1, 1, 3]
    assert ax.get_yticklabels()[0].get_text() == "Иван Котов"
    assert notes(figure) == ""
    assert notes(plots.frequencies(few, top=2)) == "2 of 5 names"


def test_a_timeline_counts_documents(few: Corpus) -> None:
    figure = plots.timeline(few, label="PER")
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["Иван Котов"]
    assert len(figure.axes[0].patches) == 2
    assert notes(figure) == "the tallest bar: 1 in a day"
    few.add(document(3, "PER Иван Котов"))
    assert notes(plots.timeline(few, label="PER")).endswith("documents without a time of publication not counted")


def test_who_appears_with_whom(few: Corpus) -> None:
    [lines] = plots.together(few).axes[0].collections[:1]
    assert len(lines.get_segments()) == 3 + 3


def test_a_graph_of_one_entity_has_those_named_with_it(few: Corpus) -> None:
    for name in ("PER:иван котов", "Котов"):
        figure = plots.together(few, entity=name)
        [ax] = figure.axes
        names = [text.get_text() for text in ax.texts if text.get_gid() != "note"]
        assert sorted(names) == ["\\$Рога\\$", "Васюки", "Германия", "Иван Котов", "Минск"]
        assert ax.get_title(loc="left") == "Names that documents name with Иван Котов"
    assert len(plots.together(few, entity="Котов", label="ORG").axes[0].collections[0].get_segments()) == 1
    assert notes(plots.together(few, entity="Котов", top=1)) == "1 of 4 names"
    with pytest.raises(InputError, match="entity='Рахмон'"):
        plots.together(few, entity="Рахмон")
    with pytest.raises(TypeError, match="not int"):
        plots.together(few, entity=5)  # type: ignore[arg-type]
    [found] = few.find("Котов")
    assert plots.together(few, entity=found).axes[0].get_title(loc="left").endswith("Котов")


def test_names_of_a_graph_do_not_lie_on_one_another() -> None:
    corpus = Corpus()
    letters = "абвгдежзиклмнопрст"
    for number in range(60):
        people = (f"PER Константин Преображенский{letters[number * step % 18]}" for step in (1, 2, 5, 7))
        corpus.add(document(number, *people, "LOC Верхнереченск"))
    figure = plots.together(corpus)
    figure.canvas.draw()
    names = [text.get_window_extent() for text in figure.axes[0].texts if text.get_gid() != "note"]
    assert len(names) == 15
    assert not [(one, other) for one, other in combinations(names, 2) if one.overlaps(other)]


def test_places_are_counted_by_country(few: Corpus) -> None:
    figure = plots.places(few)
    [land] = [each for each in figure.axes[0].collections if each.get_gid() == "countries"]
    assert list(land.get_array()) == [1, 1]  # Belarus and Germany
    assert notes(figure).startswith("1 mention")
    assert not figure.axes[0].child_axes


def test_a_scale_tells_what_the_colours_of_the_map_mean() -> None:
    corpus = Corpus()
    corpus.add(document(1, *["LOC Минск"] * 3, *["LOC Германия"] * 1200))
    [scale] = plots.places(corpus, lang="ru").axes[0].child_axes
    assert [label.get_text() for label in scale.get_xticklabels()] == ["1", "10", "100", "1\u00a0200"]
    assert (scale.get_title(loc="left"), scale.get_xlim()) == ("упоминания", (1, 1200))


@pytest.mark.parametrize("plot", ALL)
@pytest.mark.parametrize("documents", [[], [document(1, "PER Иван Котов")]])
def test_nothing_and_one_name_are_drawn(plot: Callable[..., Any], documents: list[Any]) -> None:
    assert plot(documents)._repr_png_().startswith(b"\x89PNG")


@pytest.mark.parametrize("plot", ALL)
def test_10000_entities_are_reduced_in_seconds(plot: Callable[..., Any]) -> None:
    corpus = many(10_000)
    begun = process_time()
    figure = plot(corpus, **({"top": 10_000} if plot in (plots.frequencies, plots.together) else {}))
    assert figure._repr_png_()
    assert process_time() - begun < 10
    if plot not in (plots.places, plots.dates):
        assert "of 10,002 names" in notes(figure)


def test_misuse_is_named(few: Corpus) -> None:
    with pytest.raises(InputError, match="top=0"):
        plots.together(few, top=0)
    with pytest.raises(OptionError, match="'people'"):
        plots.frequencies(few, label="people")
    with pytest.raises(TypeError, match="ax must be Axes"):
        plots.places(few, ax=3)


@pytest.mark.parametrize("missing", ["matplotlib", "networkx"])
def test_a_missing_extra_names_its_command(missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from ner_news import plots; plots.together([])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == (
        "ner_news.errors.MissingExtraError: a plot needs more than is installed: pip install 'ner-news[plot]', "
        "in a checkout pip install '.[plot]'"
    )
