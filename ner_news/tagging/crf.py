"""Decoding of a linear-chain CRF in numpy: the best path and how sure a span is.

A step along the chain costs numpy the same for one row as for a hundred, so a text is cut into blocks that are
worked through side by side. A block starts some steps early, from nothing; by its first own step its message
nearly always equals the one that the block before it ends with. Where it does not, the document is decoded
again in larger blocks, at last in one.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ner_news.tagging.layers import Floats
from ner_news.tagging.tags import TagSpan

BLOCK = 12
"""Tokens a block owns; beside them it reads as many before and after."""

GROWTH = 8
"""How much larger the blocks are at a second try."""

AGREE = 1e-3
"""Messages this close are equal: scores of a path are in the hundreds, in single precision."""

CONTEXT = 8
"""Tokens before and after a span that its score takes into account."""

MOST_STEPS = 16_384
"""Spans times steps that are worked through side by side: 8 MB."""


def best_paths(documents: Sequence[Floats], transitions: Floats, block: int = BLOCK) -> list[NDArray[np.int64]]:
    """The tags of the best path for each document; emissions are tokens x tags, transitions from x to.

    >>> emissions = np.array([[2.0, 0.0], [0.9, 1.0], [2.0, 0.0]], np.float32)
    >>> stay = np.array([[1.0, 0.0], [0.0, 1.0]], np.float32)
    >>> best_paths([emissions], stay)[0].tolist()
    [0, 0, 0]
    """
    chains = [*documents, *(emissions[::-1] for emissions in documents)]
    blocks = [-(-len(emissions) // block) for emissions in documents] * 2
    starts = np.cumsum([0, *blocks]).tolist()
    steps = np.zeros((starts[-1], block, len(transitions)), np.float32)
    for start, emissions in zip(starts, chains, strict=False):
        steps[start:].reshape(-1, len(transitions))[: len(emissions)] = emissions
    fresh = np.zeros(starts[-1] + 1, bool)  # blocks at which a chain starts
    fresh[starts] = True
    pairs = np.repeat(np.stack([transitions, transitions.T], axis=2), starts[-1] // 2, axis=2)
    heard, agree = _messages(np.ascontiguousarray(steps.transpose(1, 2, 0)), fresh[:-1], pairs)
    sheet = heard.transpose(2, 0, 1)  # blocks x steps x tags

    def decoded(number: int, emissions: Floats) -> NDArray[np.int64]:
        there, back = (slice(starts[k], starts[k + 1]) for k in (number, number + len(documents)))
        if not (agree[there].all() and agree[back].all()):
            return best_paths([emissions], transitions, block * GROWTH)[0]
        before, after = (sheet[part].reshape(-1, len(transitions))[: len(emissions)] for part in (there, back))
        path: NDArray[np.int64] = (before + emissions + after[::-1]).argmax(axis=1)
        return path

    return list(map(decoded, range(len(documents)), documents))


def _messages(steps: Floats, fresh: NDArray[np.bool_], pairs: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """What each token hears from those before it, as `steps`; and for each block whether its start can be trusted.

    Steps are block x tags x blocks, pairs (each block's transitions) from x to x blocks; `fresh` marks the blocks
    that no other precedes.
    """
    message = np.zeros_like(steps[0])
    for emissions in steps:  # the block before, from nothing
        message = _next(message + emissions, pairs)
    message = _handed_on(message, fresh)
    heard = np.empty_like(steps)
    for step, emissions in enumerate(steps):
        heard[step] = message
        message = _next(message + emissions, pairs)
    difference = heard[0] - _handed_on(message, fresh)
    return heard, difference.max(axis=0) - difference.min(axis=0) < AGREE


def _next(scores: Floats, pairs: Floats) -> Floats:
    """One step along the chain: the best way to each tag, tags x blocks."""
    best: Floats = (scores[:, None] + pairs).max(axis=0)
    return best


def _handed_on(message: Floats, fresh: NDArray[np.bool_]) -> Floats:
    """What each block hears from the block before it; nothing where a chain starts."""
    moved = np.roll(message, 1, axis=1)
    moved[:, fresh] = 0
    return moved


def span_scores(
    emissions: Floats,
    transitions: Floats,
    tags: NDArray[np.int64],
    spans: Sequence[TagSpan],
    prolongs: NDArray[np.bool_],
) -> list[float]:
    """How sure the CRF is of each span: the share of all paths' weight that has exactly this span, 0..1.

    Paths are weighed within `CONTEXT` tokens around the span. `tags` is the document's best path, `prolongs`
    marks the tags (I-…) that would carry a span on.
    """
    scores: dict[TagSpan, float] = {}
    for alike in _batches(spans):
        scores.update(zip(alike, _batch_scores(emissions, transitions, tags, alike, prolongs), strict=True))
    return [scores[span] for span in spans]


def _batches(spans: Sequence[TagSpan]) -> Iterator[list[TagSpan]]:
    """The spans by length, no batch with more than `MOST_STEPS`: one endless span must not stretch all others."""
    batch: list[TagSpan] = []
    for span in sorted(spans, key=lambda span: span.last - span.first):
        if batch and (len(batch) + 1) * (span.last - span.first + 2 * CONTEXT) > MOST_STEPS:
            yield batch
            batch = []
        batch.append(span)
    if batch:
        yield batch


def _batch_scores(
    emissions: Floats,
    transitions: Floats,
    tags: NDArray[np.int64],
    spans: Sequence[TagSpan],
    prolongs: NDArray[np.bool_],
) -> list[float]:
    first, last = (np.array(ends) for ends in ([span.first for span in spans], [span.last for span in spans]))
    places = first - CONTEXT + np.arange((last - first).max() + 2 * CONTEXT)[:, None]  # steps x spans
    valid = (places >= 0) & (places < np.minimum(last + CONTEXT, len(emissions)))
    rows = emissions[places.clip(0, len(emissions) - 1)]
    weights = np.exp(rows - rows.max(axis=2, keepdims=True)).astype(np.float64)  # steps x spans x tags
    only = np.ones_like(weights)  # 0 where a path would not have the span
    inside = (places >= first) & (places < last)
    only[inside] = np.eye(len(transitions))[tags[places[inside]]]
    only[(places == last) & valid] = ~prolongs
    both = np.concatenate([weights * only, weights], axis=1).transpose(0, 2, 1)  # steps x tags x 2 spans
    logs = _log_weights(both, np.tile(valid, 2), np.exp(transitions.astype(np.float64)).T)
    scores: list[float] = np.exp(logs[: len(spans)] - logs[len(spans) :]).tolist()
    return scores


def _log_weights(
    weights: NDArray[np.float64], valid: NDArray[np.bool_], pairs: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The logarithm of the summed weight of all paths, one a column.

    Weights are steps x tags x columns, valid steps x columns, pairs (weights of transitions) to x from.
    """
    message = np.ones_like(weights[0])
    sums = np.ones((len(weights), weights.shape[2]))
    for step, now in enumerate(valid):
        now = slice(None) if now.all() else now  # 3 us less a step
        scores = message[:, now] * weights[step][:, now]
        sums[step, now] = scores.sum(axis=0)
        message[:, now] = pairs @ (scores / sums[step, now])
    total: NDArray[np.float64] = np.log(sums).sum(axis=0)
    return total
