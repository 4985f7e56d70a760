"""What a terminal shows."""

from io import StringIO

import pytest
from rich.console import Console, RenderableType

from ner_news.models import Document, Place
from ner_news.render import build_figure_table, build_marked_text, build_span_table
from tests.test_models import make


def show(thing: RenderableType) -> str:
    console = Console(file=StringIO(), width=120, color_system=None)
    console.print(thing)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_spans_stand_in_brackets_with_their_labels() -> None:
    assert "[МИД [Германии place] organization]" in show(build_marked_text(make()))


def test_a_row_has_the_value_of_a_date_and_the_entity_of_a_name() -> None:
    rows = [line.split("│")[1:-1] for line in show(build_span_table(make())).splitlines() if line.startswith("│")]
    cells = {row[0].strip(): [cell.strip() for cell in row] for row in rows}
    assert cells["DATE"][3] == "2021-09-16"
    assert cells["PER"][1:4] == ["Маас", "Маас", "Маас"]


@pytest.mark.parametrize(
    ("text", "in_table", "in_text"),
    [
        ("[red]Минск[/]", "[red]Минск[/]", "[red]Минск[/]"),
        ("Мин\x1b[31mск", "Мин[31mск", "Мин[31mск"),
        ("Мин\ud800ск", "Мин�ск", "Мин�ск"),
        ("Мин\nск", "Мин ск", "Мин\nск"),
    ],
)
def test_no_text_steers_the_terminal(text: str, in_table: str, in_text: str) -> None:
    document = Document(text=text, spans=(Place(start=0, stop=len(text), text=text, lemma="Минск"),))
    assert in_table in show(build_span_table(document))
    assert f"[{in_text} place]" in show(build_marked_text(document))


def test_a_figure_that_a_scheme_lacks_is_left_blank() -> None:
    table = show(build_figure_table({"full": {"f1": 0.5}, "names": {"f1": 0.25, "precision": 1.0}}))
    assert [line.split() for line in table.splitlines() if "precision" in line] == [
        ["│", "precision", "│", "│", "1.000", "│"]
    ]
