"""Figures of a network on annotated documents: exact F1, token F1, the calibration of its scores."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

import numpy as np

from ner_news.export.annotated import GoldSpan
from ner_news.segment import tokenize
from ner_news.spans import Label, PlainSpan
from ner_news.tagging.calibration import LEAST, Calibration
from ner_news.tagging.heads import Head
from ner_news.tagging.network_input import build_input
from ner_news.tagging.networks import Network
from ner_news.tagging.pack import Pack
from ner_news.tagging.postprocessing import postprocess, steps_of
from ner_news.tagging.tags import DATE, NAMES
from ner_news.training.gold import GoldDocument

WORD = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
"""The tokens of token F1, the measure of the public table of systems (naeval)."""

BINS = 10
"""Of scores, in which the calibration error is counted; the number that the literature uses most."""

BATCH = 32
"""Documents that are read together."""

STEPS = 50
"""Steps of Newton's method, which doubles its right digits at each once it is near."""


class ScoredSpan(NamedTuple):
    """A span that the network found."""

    span: GoldSpan
    share: float
    """The CRF's share of paths that have it, not calibrated."""


class Prediction(NamedTuple):
    """A document and the spans that the network found in it."""

    document: GoldDocument
    spans: tuple[ScoredSpan, ...]


def predict(pack: Pack, network: Network, scheme: str, documents: Sequence[GoldDocument]) -> list[Prediction]:
    """Return all spans that a pack's network finds under a scheme: names as users get them, dates and silent spans."""
    head, steps = Head.of(pack, scheme), steps_of(pack, scheme)
    predictions: list[Prediction] = []
    for start in range(0, len(documents), BATCH):
        batch = documents[start : start + BATCH]
        tokens = [tokenize(document.text) for document in batch]
        inputs = [build_input(document.text, own) for document, own in zip(batch, tokens, strict=True)]
        [emissions] = network.emissions(inputs, [scheme])
        for document, own, rows, decoding in zip(batch, tokens, emissions, head.decode(emissions), strict=True):
            spans = head.tags.spans(decoding.path)
            shares = head.shares(spans, rows, decoding)
            plain = [
                PlainSpan(own.starts[span.first], own.stops[span.last - 1], cast(Label, span.label), share)
                for span, share in zip(spans, shares, strict=True)
            ]
            names = postprocess(document.text, (span for span in plain if span.label in NAMES), steps)
            others = [span for span in plain if span.label not in NAMES]
            predictions.append(
                Prediction(document, tuple(ScoredSpan(GoldSpan(*span[:3]), span.score) for span in names + others))
            )
    return predictions


def compute_figures(predictions: Sequence[Prediction]) -> dict[str, float]:
    """Return exact and token F1 of each label of the gold and of all names, and the expected calibration error.

    `exact`: F1 of spans with equal start, stop and label. `token`: F1 of the tokens inside spans. `calibration error`:
    the mean distance between score and share of right spans in ten bins of names, weighed by their size; each half of
    the documents is scored by the calibration fitted on the other half.
    """
    in_gold = {span.label for each in predictions for span in each.document.spans}
    names: list[str] = [label for label in NAMES if label in in_gold] or sorted(in_gold)
    labels = [*names, *(label for label in (DATE,) if label in in_gold and label not in names)]
    result: dict[str, float] = {}
    for measure, count in (("exact", _count_spans), ("token", _count_tokens)):
        counts = {label: count(predictions, label) for label in labels}
        result.update({f"{measure} {label}": compute_f1(counts[label]) for label in labels})
        result[f"{measure} {'+'.join(names)}"] = compute_f1(sum((counts[label] for label in names), Counter()))
    halves = [collect_outcomes(predictions[0::2]), collect_outcomes(predictions[1::2])]
    errors = [
        compute_calibration_error(half, fit_calibration(other))
        for half, other in zip(halves, halves[::-1], strict=True)
    ]
    result["calibration error"] = sum(errors) / len(errors)
    return {name: round(value, 4) for name, value in result.items()}


def compute_f1(counts: Mapping[str, int]) -> float:
    """Return F1 of hits, guesses and gold; 0 where there is nothing.

    >>> compute_f1(Counter(hit=1, guess=2, gold=2))
    0.5
    """
    total = counts["guess"] + counts["gold"]
    return 2 * counts["hit"] / total if total else 0.0


def _count_spans(predictions: Sequence[Prediction], label: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for each in predictions:
        gold = {span for span in each.document.spans if span.label == label}
        guess = {scored.span for scored in each.spans if scored.span.label == label}
        counts.update(hit=len(gold & guess), guess=len(guess), gold=len(gold))
    return counts


def _count_tokens(predictions: Sequence[Prediction], label: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for each in predictions:
        words = [match.span() for match in WORD.finditer(each.document.text)]
        gold = _find_words(words, each.document.spans, label)
        guess = _find_words(words, (scored.span for scored in each.spans), label)
        counts.update(hit=len(gold & guess), guess=len(guess), gold=len(gold))
    return counts


def _find_words(words: Sequence[tuple[int, int]], spans: Iterable[GoldSpan], label: str) -> set[int]:
    """Return the numbers of the words that lie in spans of a label."""
    starts, stops = [start for start, _ in words], [stop for _, stop in words]
    return {
        word
        for span in spans
        if span.label == label
        for word in range(bisect_left(starts, span.start), bisect_right(stops, span.stop))
    }


def collect_outcomes(predictions: Sequence[Prediction]) -> list[tuple[float, bool]]:
    """Return for each name that was found its share of paths and whether it is right."""
    return [
        (scored.share, scored.span in each.document.spans)
        for each in predictions
        for scored in each.spans
        if scored.span.label in NAMES
    ]


def compute_calibration_error(outcomes: Sequence[tuple[float, bool]], calibration: Calibration) -> float:
    """Return the expected calibration error of scores, 0..1."""
    if not outcomes:
        return 0.0
    scores = np.array([calibration(share) for share, _ in outcomes])
    right = np.array([is_right for _, is_right in outcomes], np.float64)
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    return float(abs(np.bincount(bins, scores - right)).sum() / len(scores))


def fit_calibration(outcomes: Sequence[tuple[float, bool]]) -> Calibration:
    """Return the line on log odds that makes the outcomes most likely (Platt's), by Newton's method in short steps.

    A weak L2 penalty on the distance from no change keeps the line near it where there are few outcomes.
    """
    shares = np.array([share for share, _ in outcomes], np.float64).clip(LEAST, 1 - LEAST)
    right = np.array([is_right for _, is_right in outcomes], np.float64)
    inputs = np.stack([np.log(shares / (1 - shares)), np.ones_like(shares)])
    unchanged = np.array(Calibration())
    line = unchanged
    for _ in range(STEPS):
        odds = (1 + np.tanh(line @ inputs / 2)) / 2
        curve = (inputs * (odds * (1 - odds))) @ inputs.T + np.eye(2)
        step = np.linalg.solve(curve, inputs @ (odds - right) + line - unchanged)
        line = line - step / max(1.0, float(abs(step).max()))
    slope, shift = line.tolist()
    return Calibration(round(slope, 4), round(shift, 4))
