"""From emissions to spans, and to the bare names inside them."""

import numpy as np
import pytest

from ner_news.segment import tokenize
from ner_news.tagging.calibration import Calibration
from ner_news.tagging.heads import Head, decode_heads
from ner_news.tagging.layers import Floats
from ner_news.tagging.postprocessing import add_inner_names
from ner_news.tagging.tags import Tags
from tests.drawing import draw, undraw

TAGS = ["O", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-DATE", "B-TIME"]


def head(calibration: Calibration | None = None) -> Head:
    transitions = np.zeros((len(TAGS), len(TAGS)), np.float32)
    return Head("names", Tags(TAGS, ["TIME"]), transitions, calibration or Calibration())


def emissions(*tags: str, strength: float = 9.0) -> Floats:
    return strength * np.array([[tag == name for name in TAGS] for tag in tags], np.float32)


@pytest.mark.parametrize(
    ("tags", "drawing"),
    [
        ("B-ORG I-ORG O", "[МИД Германии|ORG] вчера"),
        ("B-ORG B-LOC O", "[МИД|ORG] [Германии|LOC] вчера"),
        ("O I-LOC B-DATE", "МИД Германии вчера"),  # nothing is open; dates and silent labels are no names
        ("O B-TIME O", "МИД Германии вчера"),
    ],
)
def test_a_head_finds_names(tags: str, drawing: str) -> None:
    text, _ = undraw(drawing)
    rows = emissions(*tags.split())
    [decoded] = decode_heads([(head(), [rows])])
    assert draw(text, head().spans([tokenize(text)], decoded)[0]) == drawing


def test_scores_are_calibrated() -> None:
    rows = emissions("B-LOC", strength=3.0)
    [decoded] = decode_heads([(head(), [rows])])
    calibration = Calibration(slope=0.5, shift=0.1)
    [[plain]], [[changed]] = (each.spans([tokenize("Москва")], decoded) for each in (head(), head(calibration)))
    assert plain.score == pytest.approx(np.exp(3) / (np.exp(3) + 6), abs=1e-4)
    assert changed.score == pytest.approx(calibration(plain.score), abs=1e-3)


@pytest.mark.parametrize(
    ("whole", "tags", "inner"),
    [
        ("Глава [МИД Германии|ORG] рад", "O B-ORG B-LOC O", "Глава [МИД|ORG] [Германии|LOC] рад"),
        ("Глава [МИД Германии|ORG] рад", "O B-ORG I-ORG O", "Глава МИД Германии рад"),  # the whole itself
        ("Глава [МИД Германии|ORG] рад", "B-ORG I-ORG B-LOC O", "Глава МИД [Германии|LOC] рад"),  # it crosses the edge
        ("Глава [бюро ООО «Кедр»|ORG] рад", "O O B-ORG I-ORG I-ORG I-ORG O", "Глава бюро ООО «[Кедр|ORG]» рад"),
        ("Глава [бюро ООО «Кедр»|ORG] рад", "O O O O O O O", "Глава бюро ООО «[Кедр|ORG]» рад"),
        ("Глава [Германии|ORG] рад", "O B-LOC O", "Глава Германии рад"),  # one token has nothing shorter in it
        ("Глава [МИД Германии|LOC] рад", "O B-ORG B-LOC O", "Глава [МИД|ORG] [Германии|LOC] рад"),
        ("Глава [МИД Германии|PER] рад", "O B-ORG B-LOC O", "Глава МИД Германии рад"),  # people have no names inside
    ],
)
def test_names_inside_a_name(whole: str, tags: str, inner: str) -> None:
    text, spans = undraw(whole)
    [found] = add_inner_names(text, spans, tokenize(text), [(head(), emissions(*tags.split()))])
    assert draw(text, found.inner) == inner


@pytest.mark.parametrize(
    ("first", "second", "inner"),
    [
        ("O B-ORG I-ORG O O", "O B-ORG B-LOC O O", ["отдел МИД", "МИД"]),
        ("O O B-ORG I-ORG O", "O B-ORG I-ORG O O", ["отдел МИД"]),  # of two that cross the earlier one
        ("O O B-ORG I-ORG O", "O O O B-LOC O", ["МИД Германии", "Германии"]),
        ("O O O B-LOC O", "O O B-ORG I-ORG O", ["МИД Германии", "Германии"]),  # sorted, a whole before its parts
    ],
)
def test_names_of_several_heads_are_joined(first: str, second: str, inner: list[str]) -> None:
    text, spans = undraw("Глава [отдел МИД Германии|ORG] рад")
    inner_heads = [(head(), emissions(*tags.split())) for tags in (first, second)]
    [found] = add_inner_names(text, spans, tokenize(text), inner_heads)
    assert [text[span.start : span.stop] for span in found.inner] == inner
