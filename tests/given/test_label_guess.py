"""Labels of names that came without one."""

import pytest

from ner_news.given import guess_label
from ner_news.spans import LABELS, Label

NAMES = LABELS[:3]


def test_the_network_is_heard_where_it_has_an_opinion() -> None:
    assert guess_label(["Путин"], {"PER": 0.2, "ORG": 0.6, "LOC": 0.0}, NAMES) == "ORG"


@pytest.mark.parametrize(
    ("written", "label"),
    [("Минска", "LOC"), ("Марией Ивановой", "PER"), ("Тульская", "LOC"), ("правительство Мали", "ORG"), ("Xyz", "ORG")],
)
def test_otherwise_the_first_word_is_looked_up(written: str, label: Label) -> None:
    assert guess_label(written.split(), {"PER": 0.01, "ORG": 0.02, "LOC": 0.0}, NAMES) == label


def test_only_what_is_allowed_is_guessed() -> None:
    assert guess_label(["Марией", "Ивановой"], {"PER": 0.9, "ORG": 0.0, "LOC": 0.01}, ("ORG", "LOC")) == "LOC"
