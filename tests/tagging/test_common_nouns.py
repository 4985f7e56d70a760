"""Common nouns before people's names in lines of one case."""

import pytest

from ner_news.spans import PlainSpan
from ner_news.tagging.postprocessing.common_nouns import drop_common_nouns


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("АДВОКАТ ХРИСТИАНКИ АСИИ БИБИ", "АСИИ БИБИ"),
        ("кардинал маккаррик", "маккаррик"),
        ("ПЕВИЦА", None),
        ("певица Нюша", "певица Нюша"),  # case tells here, and other rules heed it
        ("ЛЕВ ТОЛСТОЙ", "ЛЕВ ТОЛСТОЙ"),
        ("А. КОРОЛЬ", "А. КОРОЛЬ"),
    ],
)
def test_they_are_left_out(line: str, name: str | None) -> None:
    text = f"Вчера\n{line}\nСегодня"
    span = PlainSpan(6, 6 + len(line), "PER")
    found = [text[each.start : each.stop] for each in drop_common_nouns(text, [span])]
    assert found == ([] if name is None else [name])


def test_each_line_has_its_own_case() -> None:
    text = "ПЕВИЦА НЮША\nпевица Нюша\nпевица нюша"
    spans = [PlainSpan(start, start + 11, "PER") for start in (0, 12, 24)]
    assert [span.start for span in drop_common_nouns(text, spans)] == [7, 12, 31]
