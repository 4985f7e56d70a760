"""One piece of text again and again: no name grows with it, and the work stays near that of prose.

`python -m tests.endurance repeated` prints what it costs in seconds, and how the cost grows.
"""

import pytest

from ner_news import Extractor
from ner_news.segment import tokenize
from ner_news.spans import LONGEST_NAME, walk
from tests.endurance.units import UNITS, Unit
from tests.steps import steps

SIZE = 2_000

MOST_STEPS = 7
"""Times those of prose: a text of nothing but names has thirty times the names."""

MOST_GROWTH = 3.2
"""Between a text and one of twice its length, whose names may be others; what is quadratic has 4."""


@pytest.fixture(scope="module")
def prose_steps(extractor: Extractor, article: str) -> float:
    """A character of prose."""
    text = article[:SIZE]
    extractor(text)
    return steps(lambda: extractor(text)) / len(text)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: f"{unit.kind}-{unit.text!a}")
def test_the_work_stays_near_that_of_prose(unit: Unit, extractor: Extractor, prose_steps: float) -> None:
    counts = []
    for text in (unit.repeated(SIZE // 2), unit.repeated(SIZE)):
        extractor(text, format=unit.form)
        counts.append(steps(lambda text=text: extractor(text, format=unit.form)))  # type: ignore[misc]
    assert counts[1] < MOST_GROWTH * counts[0]
    assert counts[1] < MOST_STEPS * prose_steps * SIZE


@pytest.mark.parametrize(
    "unit", ["Иванов И.И. ", "А.", "Иванов Петров Сидоров ", "иванов иван ", "Мамед оглы ", "Ким Чен Ын "]
)
def test_no_name_is_longer_than_names_are(unit: str, extractor: Extractor) -> None:
    """Thousands of words were one name; all their readings were joined to a lemma, which took n to the 1.8th."""
    document = extractor(unit * 300)
    assert all(len(tokenize(span.text)) <= LONGEST_NAME for span in walk(document.spans))


@pytest.mark.parametrize("label", ["PER", "ORG", "LOC", None])
def test_a_longer_given_name_is_its_own_lemma(label: str | None, extractor: Extractor) -> None:
    text = "Совета Иванова " * 100 + "Конец"
    given = (0, len(text)) if label is None else (0, len(text), label)
    [span] = extractor(text, spans=[given]).spans
    assert (span.text, span.lemma) == (text, text)
    extractor(text, spans=[given])  # warm
    assert steps(lambda: extractor(text, spans=[given])) < 40 * 200


DIFFERENT = {
    "people": "Иван {}нов, ",
    "people with roles": "президент Иван {}нов. ",
    "people of one surname": "{} Иванов, ",
    "organizations": "«{}», ",
    "abbreviations": "АБВГ ({} Бета Вега Гамма), ",
    "hyphens": "{}-Нова-Бела-Кама ",
    "places": "город {}ск, ",
    "couples": "Иван и Анна {}новы, ",
}


@pytest.mark.parametrize("kind", DIFFERENT)
def test_different_names_take_no_more_each_the_more_there_are(kind: str, extractor: Extractor) -> None:
    """All spans were walked again for each person: of 20,000 characters of people with roles that was half the work."""
    syllables = [f"{one}{vowel}" for one in "бвгджзклмнпрст" for vowel in "аеио"]
    words = [f"{one}{other}{last}".title() for last in "кл" for one in syllables for other in syllables]
    counts = []
    for count in (200, 400):
        text = "".join(DIFFERENT[kind].format(word) for word in words[::13][:count])
        extractor(text)
        counts.append(steps(lambda text=text: extractor(text)))  # type: ignore[misc]
    assert counts[1] < 2.3 * counts[0]
