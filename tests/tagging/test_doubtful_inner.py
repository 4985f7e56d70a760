"""Common words inside the names of streets and courts, and parts of countries' names."""

import pytest

from ner_news.spans import Label, PlainSpan
from ner_news.tagging.postprocessing.doubtful_inner import is_doubtful

CASES = (
    ("проспект Победы", "Победы", True),
    ("площади Труда", "Труда", True),
    ("улице Новых Строителей", "Новых Строителей", True),
    ("Восьмой арбитражный суд", "Восьмой", True),
    ("Тринидада и Тобаго", "Тобаго", True),
    ("сборная Кот-д’Ивуара", "Кот-д", True),
    ("улица Рязани", "Рязани", False),
    ("проспекте Заречья-2", "Заречья-2", False),
    ("Тверской суд", "Тверской", False),
    ("банк Москвы", "Москвы", False),
)


@pytest.mark.parametrize(("whole", "part", "expected"), CASES)
def test_a_common_word_inside_is_no_place(whole: str, part: str, expected: bool) -> None:
    start = whole.index(part)
    label: Label = "ORG" if whole.split()[0] in ("Восьмой", "сборная", "Тверской", "банк") else "LOC"
    inner = PlainSpan(start, start + len(part), "LOC")
    assert is_doubtful(whole, PlainSpan(0, len(whole), label), inner) is expected


def test_people_and_organizations_inside_stay() -> None:
    assert not is_doubtful("улица Труда", PlainSpan(0, 11, "LOC"), PlainSpan(6, 11, "PER"))
