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
    """The best path of a document, or of several one after another, and what their tokens hear along the way."""

    path: NDArray[np.int64]
    """The tag of each token."""
    before: Floats
    """The score of the best way to each tag from the document's start, tokens x tags; up to a constant."""
    after: Floats
    """The same from the document's end."""

    def cut(self, own: slice) -> "Decoding":
        """Return these tokens' part."""
        return Decoding(self.path[own], self.before[own], self.after[own])


def decode(documents: Sequence[Floats], transitions: Floats, block: int = BLOCK) -> list[Decoding]:
    """The best path of each document; emissions are tokens x tags, transitions from x to.

    >>> emissions = np.array([[2.0, 0.0], [0.9, 1.0], [2.0, 0.0]], np.float32)
    >>> stay = np.array([[1.0, 0.0], [0.0, 1.0]], np.float32)
    >>> decode([emissions], stay)[0].path.tolist()
    [0, 0, 0]
    """
    if not documents:
        return []
    lengths = list(map(len, documents))
    found = decode_joined(np.concatenate(documents), lengths, [transitions] * len(documents), block)
    ends = np.cumsum(lengths).tolist()
    return [found.cut(slice(end - length, end)) for end, length in zip(ends, lengths, strict=True)]


def decode_joined(
    emissions: Floats, lengths: Sequence[int], transitions: Sequence[Floats], block: int = BLOCK
) -> Decoding:
    """The best paths of documents that stand one after another, each with transitions of its own."""
    block = max(1, min(block, max(lengths)))
    counts = -(-np.array([*lengths, *lengths]) // block)  # blocks of each chain: a document there, and back
    starts = np.concatenate([[0], counts.cumsum()])
    there, back = _places(np.array(lengths), starts * block)
    sheet = np.zeros((starts[-1] * block, emissions.shape[1]), np.float32)
    sheet[there] = sheet[back] = emissions
    fresh = np.zeros(starts[-1] + 1, bool)  # blocks at which a chain starts
    fresh[starts] = True
    ways = np.stack([*transitions, *(each.T for each in transitions)], axis=2)  # from x to x chains
    steps = sheet.reshape(starts[-1], block, emissions.shape[1]).transpose(1, 2, 0)  # block x tags x blocks
    heard, agree = _messages(np.ascontiguousarray(steps), fresh[:-1], ways.repeat(counts, axis=2))
    sheet = heard.transpose(2, 0, 1).reshape(sheet.shape)
    before, after = sheet[there], sheet[back]
    found = Decoding((before + emissions + after).argmax(axis=1), before, after)
    chains = starts[1:].searchsorted((~agree).nonzero()[0], side="right")  # those whose blocks were too small
    ends = np.cumsum(lengths).tolist()
    for number in set((chains % len(lengths)).tolist()):
        own = slice(ends[number] - lengths[number], ends[number])
        again = decode_joined(emissions[own], [lengths[number]], [transitions[number]], block * GROWTH)
        found.path[own], found.before[own], found.after[own] = again
    return found


def _places(lengths: NDArray[np.int64], starts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each token stands on the way there and on the way back, of chains that start at these places."""
    from_start = np.arange(lengths.sum()) - (lengths.cumsum() - lengths).repeat(lengths)
    from_end = lengths.repeat(lengths) - 1 - from_start
    there, back = starts[: len(lengths)], starts[len(lengths) : -1]
    return there.repeat(lengths) + from_start, back.repeat(lengths) + from_end


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

    if not fresh.all():
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
    lengths: Sequence[int] = (),
) -> list[float]:
    """How sure the CRF is of each span: the share of all paths' weight that has exactly this span, 0..1.

    Paths are weighed within `CONTEXT` tokens around the span; beyond, the best path stands for all. `prolongs` marks
    the tags (I-…) that would carry a span on. `lengths` are those of documents that stand one after another, if there
    are several.
    """
    edges = np.concatenate([[0], np.cumsum(lengths or [len(emissions)])])
    scores: dict[TagSpan, float] = {}
    for batch in _batches(spans):
        scores.update(zip(batch, _batch_scores(decoding, emissions, transitions, batch, prolongs, edges), strict=True))
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
    """The scores of spans of about one length; edges are where documents begin and the last ends."""
    first, last = (np.array(ends) for ends in ([span.first for span in spans], [span.last for span in spans]))
    document = edges.searchsorted(first, side="right")
    start, stop = np.maximum(first - CONTEXT, edges[document - 1]), np.minimum(last + CONTEXT, edges[document])
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
