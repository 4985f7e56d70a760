"""The bare names inside organizations, which the scheme `names` sees inside a span of `full`."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from ner_news.segment import Tokens
from ner_news.spans import PlainSpan, fit_inside
from ner_news.tagging.heads import Head
from ner_news.tagging.layers import Floats
from ner_news.tagging.postprocessing.bare_companies import split_legal_forms
from ner_news.tagging.postprocessing.conventions import apply_conventions, has_capitals

CONTEXT = 3
"""Tokens on each side that have a say in how a span is divided; as many as `crf.CONTEXT` weighs."""


def add_inner_names(
    text: str, spans: Sequence[PlainSpan], tokens: Tokens, emissions: Floats, head: Head
) -> list[PlainSpan]:
    """Return the spans, organizations with the shorter names that `head` finds in them.

    `emissions` (tokens x tags) are those of `head`, the head for bare names.
    """
    ranges = {
        span: (bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.stop))
        for span in spans
        if span.label == "ORG"
    }
    long = [span for span, (first, last) in ranges.items() if last - first > 1]
    if not long:
        return list(spans)
    windows = [slice(max(0, ranges[span][0] - CONTEXT), ranges[span][1] + CONTEXT) for span in long]
    rows = [np.ascontiguousarray(emissions[window]) for window in windows]
    is_cased = has_capitals(text)
    inner: dict[PlainSpan, tuple[PlainSpan, ...]] = {}
    for span, window, part, decoding in zip(long, windows, rows, head.decode(rows), strict=True):
        found = head.spans(_cut(tokens, window), part, decoding)
        kept = apply_conventions(text, found, is_cased=is_cased)
        inner[span] = fit_inside(span, split_legal_forms(text, kept, span.start, span.stop))
    return [span._replace(inner=inner[span]) if span in inner else span for span in spans]


def _cut(tokens: Tokens, window: slice) -> Tokens:
    return Tokens(tokens.texts[window], tokens.starts[window], tokens.stops[window])
