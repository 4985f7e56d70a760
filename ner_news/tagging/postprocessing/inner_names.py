"""The names inside organizations and places: those that the heads for inner names find, of all depths."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from ner_news.segment import Tokens
from ner_news.spans import PlainSpan
from ner_news.tagging.heads import Head
from ner_news.tagging.layers import Floats
from ner_news.tagging.postprocessing.conventions import apply_conventions, has_capitals

CONTEXT = 3
"""Tokens on each side that have a say in how a span is divided; as many as `crf.CONTEXT` weighs."""

HOLDERS = ("ORG", "LOC")
"""Labels of names that have names inside: a person's has none."""


def add_inner_names(
    text: str, spans: Sequence[PlainSpan], tokens: Tokens, inner: Sequence[tuple[Head, Floats]]
) -> list[PlainSpan]:
    """Return the spans, organizations and places with the shorter names that the heads find in them, sorted.

    Each head comes with its emissions, tokens x tags. Where heads disagree on a name the first one decides, and none
    crosses another.
    """
    ranges = {
        span: (bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.stop))
        for span in spans
        if span.label in HOLDERS
    }
    long = [span for span, (first, last) in ranges.items() if last - first > 1]
    if not long:
        return list(spans)
    windows = [slice(max(0, ranges[span][0] - CONTEXT), ranges[span][1] + CONTEXT) for span in long]
    is_cased = has_capitals(text)
    found: dict[PlainSpan, list[PlainSpan]] = {span: [] for span in long}
    for head, emissions in inner:
        rows = [np.ascontiguousarray(emissions[window]) for window in windows]
        for span, window, part, decoding in zip(long, windows, rows, head.decode(rows), strict=True):
            names = head.spans(_cut(tokens, window), part, decoding)
            for name in _shorter(span, apply_conventions(text, names, is_cased=is_cased)):
                if all(_is_nested(name, other) for other in found[span]):
                    found[span].append(name)
    return [span._replace(inner=tuple(sorted(found.get(span, ()), key=_order))) for span in spans]


def _order(span: PlainSpan) -> tuple[int, int]:
    return span.start, -span.stop


def _is_nested(one: PlainSpan, other: PlainSpan) -> bool:
    """Return whether two names lie apart or one in the other; names of the same place do not."""
    if one.stop <= other.start or other.stop <= one.start:
        return True
    is_inside = other.start <= one.start and one.stop <= other.stop
    return one[:2] != other[:2] and (is_inside or (one.start <= other.start and other.stop <= one.stop))


def _cut(tokens: Tokens, window: slice) -> Tokens:
    return Tokens(tokens.texts[window], tokens.starts[window], tokens.stops[window])


def _shorter(whole: PlainSpan, parts: Iterable[PlainSpan]) -> Iterator[PlainSpan]:
    """Yield the parts that lie in the whole and are not all of it."""
    for part in parts:
        if whole.start <= part.start and part.stop <= whole.stop and part[:2] != whole[:2]:
            yield part
