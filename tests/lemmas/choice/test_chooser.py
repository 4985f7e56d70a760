"""The choice for a whole document."""

import pytest

from ner_news.lemmas.choice import Mention, choose_candidates
from ner_news.lemmas.context import Cue
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SLOTS
from ner_news.lemmas.span_words import SpanWords


def person(word: str, *cues: Cue) -> Mention:
    return Mention(SpanWords("PER", (word,), ("",)), cues)


TO = Cue("к", "preposition to a person", (SLOTS["datv", ""], ALL_SLOTS))
START = Cue("", "start of a sentence", (SLOTS["nomn", ""], ALL_SLOTS))


@pytest.mark.parametrize(
    ("mentions", "rows", "lemmas"),
    [
        ([person("Захаровой", TO)], [], ["Захарова"]),
        ([person("Захарова"), person("Иваном")], [], ["Захаров", "Иван"]),
        ([person("Иван", START), person("Захарова")], [[0, 1]], ["Иван", "Захарова"]),
        ([], [], []),
    ],
)
def test_candidates_are_chosen(mentions: list[Mention], rows: list[list[int]], lemmas: list[str]) -> None:
    assert [choice.candidate.text for choice in choose_candidates(mentions, rows)] == lemmas


def test_a_choice_tells_its_grounds() -> None:
    [first, second, alone] = choose_candidates([person("Зася"), person("Засем"), person("Иван")], [[0, 1]])
    assert (first.is_in_row, alone.is_in_row) == (True, False)
    assert (first.support, second.support, alone.support) == (("засем",), ("зася",), ())
    assert sum(candidate.share for candidate in first.candidates) == pytest.approx(1.0)
