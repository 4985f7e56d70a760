"""From emissions to spans, and to the bare names inside them."""

import numpy as np
import pytest

from ner_news.segment import tokenize
from ner_news.tagging.calibration import Calibration
from ner_news.tagging.heads import Head
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
    [decoding] = head().decode([rows])
    assert draw(text, head().spans(tokenize(text), rows, decoding)) == drawing


def test_scores_are_calibrated() -> None:
    rows = emissions("B-LOC", strength=3.0)
    [decoding] = head().decode([rows])
    calibration = Calibration(slope=0.5, shift=0.1)
    [plain], [changed] = (each.spans(tokenize("Москва"), rows, decoding) for each in (head(), head(calibration)))
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
        ("Глава [МИД Германии|LOC] рад", "O B-ORG B-LOC O", "Глава МИД Германии рад"),  # organizations alone
    ],
)
def test_bare_names_inside_an_organization(whole: str, tags: str, inner: str) -> None:
    text, spans = undraw(whole)
    [found] = add_inner_names(text, spans, tokenize(text), emissions(*tags.split()), head())
    assert draw(text, found.inner) == inner
