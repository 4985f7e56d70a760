"""Decoding of a linear-chain CRF in numpy: the best path and how sure a span is.

A step along the chain costs numpy the same for one row as for a hundred, so a text is cut into blocks that are
worked through side by side. A block starts some steps early, from nothing; by its first own step its message
nearly always equals the one that the block before it ends with. Where it does not, the document is decoded
again in larger blocks, at last in one.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ner_news.tagging.layers import Floats
from ner_news.tagging.tags import TagSpan

BLOCK = 12
"""Tokens a block owns; it starts from as many before. One document in a hundred needs larger blocks."""

GROWTH = 8
"""How much larger the blocks are at a second try."""

AGREE = 1e-3
"""Messages this close are equal: scores of a path are in the hundreds, in single precision."""

CONTEXT = 3
"""Tokens before and after a span whose other paths its score weighs: on NEREL 3 change no score by more than .06 on
the whole, .0002 in the mean."""

MOST_STEPS = 16_384
"""Spans times steps that are worked through side by side: 8 MB."""


class Decoding(NamedTuple):
    """A document's best path, and what its tokens hear along the way."""

    path: NDArray[np.int64]
    """The tag of each token."""
    before: Floats
    """The score of the best way to each tag from the document's start, tokens x tags; up to a constant."""
    after: Floats
    """The same from the document's end."""


def decode(documents: Sequence[Floats], transitions: Floats, block: int = BLOCK) -> list[Decoding]:
    """The best path of each document; emissions are tokens x tags, transitions from x to.

    >>> emissions = np.array([[2.0, 0.0], [0.9, 1.0], [2.0, 0.0]], np.float32)
    >>> stay = np.array([[1.0, 0.0], [0.0, 1.0]], np.float32)
    >>> decode([emissions], stay)[0].path.tolist()
    [0, 0, 0]
    """
    chains = [*documents, *(emissions[::-1] for emissions in documents)]
    starts = np.cumsum([0, *(-(-len(emissions) // block) for emissions in chains)]).tolist()
    fresh = np.zeros(starts[-1] + 1, bool)  # blocks at which a chain starts
    fresh[starts] = True
    pairs = np.repeat(np.stack([transitions, transitions.T], axis=2), starts[-1] // 2, axis=2)
    heard, agree = _messages(_steps(chains, starts, block), fresh[:-1], pairs)
    sheet = heard.transpose(2, 0, 1)  # blocks x steps x tags

    def decoded(number: int, emissions: Floats) -> Decoding:
        there, back = (slice(starts[chain], starts[chain + 1]) for chain in (number, number + len(documents)))
        if not (agree[there].all() and agree[back].all()):
            return decode([emissions], transitions, block * GROWTH)[0]
        before, after = (sheet[part].reshape(-1, len(transitions))[: len(emissions)] for part in (there, back))
        return Decoding((before + emissions + after[::-1]).argmax(axis=1), before, after[::-1])

    return list(map(decoded, range(len(documents)), documents))


def _steps(chains: Sequence[Floats], starts: Sequence[int], block: int) -> Floats:
    """The chains cut into blocks, block x tags x blocks; a chain's last block is filled up with nothing."""
    tags = chains[0].shape[1]
    sheet = np.zeros((starts[-1], block, tags), np.float32)
    for start, emissions in zip(starts, chains, strict=False):
        sheet[start:].reshape(-1, tags)[: len(emissions)] = emissions
    return np.ascontiguousarray(sheet.transpose(1, 2, 0))


def _messages(steps: Floats, fresh: NDArray[np.bool_], pairs: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the message to each token from those before it, as `steps`, and whether each block's start can be trusted.

    Steps are block x tags x blocks, pairs (each block's transitions) from x to x blocks; `fresh` marks the blocks
    that no other precedes.
    """
    message = np.zeros_like(steps[0])
    scores = np.empty_like(pairs)  # one buffer for all steps

    def go_on(emissions: Floats) -> None:
        """One step along the chain: the best way to each tag."""
        np.add((message + emissions)[:, None], pairs, out=scores)
        np.maximum.reduce(scores, axis=0, out=message)

    for emissions in steps:  # the block before, from nothing
        go_on(emissions)
    message = _handed_on(message, fresh)
    heard = np.empty_like(steps)
    for step, emissions in enumerate(steps):
        heard[step] = message
        go_on(emissions)
    difference = heard[0] - _handed_on(message, fresh)
    return heard, difference.max(axis=0) - difference.min(axis=0) < AGREE


def _handed_on(message: Floats, fresh: NDArray[np.bool_]) -> Floats:
    """Return the message of each block from the block before it; zeros where a chain starts."""
    moved = np.empty_like(message)
    moved[:, 1:] = message[:, :-1]  # np.roll takes three times as long
    moved[:, fresh] = 0
    return moved


def span_scores(
    decoding: Decoding,
    emissions: Floats,
    transitions: Floats,
    spans: Sequence[TagSpan],
    prolongs: NDArray[np.bool_],
    edges: Sequence[tuple[int, int]] = (),
) -> list[float]:
    """How sure the CRF is of each span: the share of all paths' weight that has exactly this span, 0..1.

    Paths are weighed within `CONTEXT` tokens around the span; beyond, the best path stands for all. `prolongs` marks
    the tags (I-…) that would carry a span on. `edges` are the first token of each span's own text and the one behind
    it, where several texts lie one after another.
    """
    edge_of = dict(zip(spans, edges, strict=True)) if edges else dict.fromkeys(spans, (0, len(emissions)))
    scores: dict[TagSpan, float] = {}
    for batch in _batches(spans):
        inside = np.array([edge_of[span] for span in batch])
        scores.update(zip(batch, _batch_scores(decoding, emissions, transitions, batch, prolongs, inside), strict=True))
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
    decoding: Decoding,
    emissions: Floats,
    transitions: Floats,
    spans: Sequence[TagSpan],
    prolongs: NDArray[np.bool_],
    edges: NDArray[np.int64],
) -> list[float]:
    first, last = (np.array(ends) for ends in ([span.first for span in spans], [span.last for span in spans]))
    start, stop = np.maximum(first - CONTEXT, edges[:, 0]), np.minimum(last + CONTEXT, edges[:, 1])
    places = start + np.arange((stop - start).max())[:, None]  # steps x spans
    rows = emissions[places.clip(0, len(emissions) - 1)]
    weights = _weights(rows)  # steps x spans x tags
    only = np.ones_like(weights)  # 0 where a path would not have the span
    inside = (places >= first) & (places < last)
    only[inside] = np.eye(len(transitions))[decoding.path[places[inside]]]
    only[(places == last) & (last < stop)] = ~prolongs
    logs = _log_weights(
        np.concatenate([weights * only, weights], axis=1).transpose(0, 2, 1),  # steps x tags x 2 spans
        _twice(_weights(decoding.before[start]).T),
        _twice(_weights(decoding.after[stop - 1]).T),
        _twice(stop - start),
        np.exp(transitions.astype(np.float64)).T,
    )
    scores: list[float] = np.exp(logs[: len(spans)] - logs[len(spans) :]).tolist()
    return scores


def _twice(columns: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate([columns, columns], axis=-1)


def _weights(scores: Floats) -> NDArray[np.float64]:
    """Scores as weights, the largest of a row 1."""
    weights: NDArray[np.float64] = np.exp((scores - scores.max(axis=-1, keepdims=True)).astype(np.float64))
    return weights


def _log_weights(
    weights: NDArray[np.float64],
    before: NDArray[np.float64],
    after: NDArray[np.float64],
    lengths: NDArray[np.int64],
    pairs: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The logarithm of the summed weight of all paths, one a column; up to a constant.

    Weights are steps x tags x columns, of which a column has as many steps as `lengths` says; before and after, what
    its ends hear from outside, are tags x columns; pairs (weights of transitions) to x from.
    """
    scores = np.empty_like(weights)
    sums = np.empty((len(weights), weights.shape[2]))
    message = before
    for here, score, total in zip(weights, scores, sums, strict=True):
        np.multiply(message, here, out=score)
        np.add.reduce(score, axis=0, out=total)
        score /= total
        message = pairs @ score
    columns = np.arange(len(lengths))
    ends = (scores[lengths - 1, :, columns].T * after).sum(axis=0)
    logs: NDArray[np.float64] = np.log(sums).cumsum(axis=0)[lengths - 1, columns] + np.log(ends)
    return logs
