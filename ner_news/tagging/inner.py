"""The bare names inside organizations: what the scheme `names` sees inside a span of `full`."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from ner_news.segment import Tokens
from ner_news.spans import PlainSpan
from ner_news.tagging.heads import Head
from ner_news.tagging.layers import Floats
from ner_news.tagging.tidying import has_capitals, tidied

AROUND = 3
"""Tokens on each side that have a say in how a span is divided."""


def with_inner(text: str, spans: Sequence[PlainSpan], tokens: Tokens, emissions: Floats, head: Head) -> list[PlainSpan]:
    """The spans, organizations with the shorter names that `head` reads from `emissions` (tokens x tags) in them."""
    places = {
        span: (bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.stop))
        for span in spans
        if span.label == "ORG"
    }
    wide = [span for span, (first, last) in places.items() if last - first > 1]
    if not wide:
        return list(spans)
    windows = [slice(max(0, places[span][0] - AROUND), places[span][1] + AROUND) for span in wide]
    pieces = [np.ascontiguousarray(emissions[window]) for window in windows]
    cased = has_capitals(text)
    inside = {
        span: tuple(_shorter(span, tidied(text, head.spans(_part(tokens, window), piece, decoding), cased=cased)))
        for span, window, piece, decoding in zip(wide, windows, pieces, head.decode(pieces), strict=True)
    }
    return [span._replace(inner=inside[span]) if span in inside else span for span in spans]


def _part(tokens: Tokens, window: slice) -> Tokens:
    return Tokens(tokens.texts[window], tokens.starts[window], tokens.stops[window])


def _shorter(whole: PlainSpan, parts: Iterable[PlainSpan]) -> Iterator[PlainSpan]:
    """Those that lie in the whole and are not all of it."""
    for part in parts:
        if whole.start <= part.start and part.stop <= whole.stop and part[:2] != whole[:2]:
            yield part
