"""The figures of a training."""

import random

import pytest

from ner_news.export.annotated import GoldSpan
from ner_news.segment import tokenize
from ner_news.spans import SCHEMES
from ner_news.tagging import DEFAULT, Tagger
from ner_news.tagging.calibration import Calibration
from ner_news.tagging.networks import build_network
from ner_news.tagging.tagger import load_pack
from ner_news.tagging.tags import NAMES
from ner_news.training.evaluation import (
    Prediction,
    ScoredSpan,
    compute_calibration_error,
    compute_figures,
    fit_calibration,
    predict,
)
from ner_news.training.gold import GoldDocument

TEXT = "Эмомали Рахмон прибыл в Душанбе"


def test_figures_by_their_definitions() -> None:
    gold = GoldDocument("a", TEXT, (GoldSpan(0, 14, "PER"), GoldSpan(24, 31, "LOC")))
    found = Prediction(gold, (ScoredSpan(GoldSpan(8, 14, "PER"), 0.9), ScoredSpan(GoldSpan(24, 31, "LOC"), 0.5)))
    result = compute_figures([found])
    assert result["exact PER"] == 0
    assert result["exact LOC"] == 1
    assert result["exact PER+LOC"] == 0.5
    assert result["token PER"] == pytest.approx(2 / 3, abs=1e-4)  # one word of two, no wrong one
    assert result["calibration error"] == pytest.approx((0.9 + 0.5) / 2 / 2)  # one half of one document is empty


def collect_outcomes(seed: int, slope: float) -> list[tuple[float, bool]]:
    """Spans whose shares are too sure of themselves or not sure enough."""
    rng = random.Random(seed)
    true = Calibration(slope, 0.2)
    shares = [rng.uniform(0.02, 0.98) for _ in range(20_000)]
    return [(share, rng.random() < true(share)) for share in shares]


@pytest.mark.parametrize("slope", [0.5, 1.0, 2.0])
def test_calibration_is_found_again(slope: float) -> None:
    line = fit_calibration(collect_outcomes(1, slope))
    assert line.slope == pytest.approx(slope, rel=0.08)
    assert line.shift == pytest.approx(0.2, abs=0.08)
    assert compute_calibration_error(collect_outcomes(2, slope), line) < 0.015


def test_nothing_to_calibrate_on_changes_nothing() -> None:
    assert fit_calibration([]) == Calibration()
    assert compute_calibration_error([], Calibration()) == 0


@pytest.mark.parametrize("right", [True, False])
def test_few_outcomes_of_one_kind_do_not_run_away(right: bool) -> None:
    line = fit_calibration([(0.999999, right), (0.9, right), (0.2, not right)] * 20)
    assert all(abs(number) < 20 for number in line)
    assert 0 <= line(0.0) <= 1
    assert 0 <= line(1.0) <= 1
    assert compute_calibration_error([(0.9, right)] * 30, fit_calibration([(0.9, right)] * 30)) < 0.2


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_spans_that_are_measured_are_those_that_users_get(scheme: str) -> None:
    texts = (
        "АДВОКАТ ХРИСТИАНКИ АСИИ БИБИ ПОКИНУЛ СТРАНУ",  # the network takes «ХРИСТИАНКИ» for a part of the name
        "кардинал маккаррик покинул ватикан",
        "Кардинал Маккаррик покинул Ватикан, сообщает РИА «Новости».",
        "16 сентября пресс-служба ОДКБ назвала *Эмомали Рахмона* гостем.",
    )
    pack = load_pack(DEFAULT)
    measured = predict(pack, build_network(pack), scheme, [GoldDocument("", text, ()) for text in texts])
    tagged = Tagger(DEFAULT, scheme).tag(texts, list(map(tokenize, texts)))
    assert [[scored.span for scored in found.spans if scored.span.label in NAMES] for found in measured] == [
        [GoldSpan(span.start, span.stop, span.label) for span in spans] for spans in tagged
    ]
