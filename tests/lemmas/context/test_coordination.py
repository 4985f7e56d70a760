"""People in a row."""

import pytest

from ner_news.lemmas.context.coordination import find_coordinated
from tests.drawing import undraw


@pytest.mark.parametrize(
    ("drawing", "rows"),
    [
        ("[Анна|PER] и [Иван|PER]", [[0, 1]]),
        ("[Анна|PER], [Иван|PER], а также [Яна|PER]", [[0, 1, 2]]),
        ("[Анна|PER], [Иван|PER], [Яна|PER]", [[0, 1, 2]]),
        ("[Анна|PER], [Иван|PER]", []),
        ("[Анна|PER] и [Москва|LOC] и [Иван|PER]", []),
        ("[Анна|PER] и\n[Иван|PER]; [Олег|PER] или [Пётр|PER]", [[0, 1], [2, 3]]),
        ("[Анна|PER] с [Иваном|PER]", []),
        ("", []),
    ],
)
def test_rows_of_people(drawing: str, rows: list[list[int]]) -> None:
    text, spans = undraw(drawing)
    assert list(find_coordinated(text, spans)) == rows
