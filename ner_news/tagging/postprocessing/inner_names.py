"""The names inside organizations and places: those that the heads for inner names find, of all depths."""

from bisect import bisect_left
from collections.abc import Sequence

from ner_news.legal_forms import find_companies
from ner_news.segment import Tokens
from ner_news.spans import PlainSpan, fit_inside
from ner_news.tagging.heads import Head, decode_heads
from ner_news.tagging.layers import Floats
from ner_news.tagging.postprocessing.bare_companies import split_legal_forms
from ner_news.tagging.postprocessing.conventions import apply_conventions, has_capitals
from ner_news.tagging.postprocessing.doubtful_inner import is_doubtful
from ner_news.tagging.postprocessing.place_adjectives import find_place_adjective
from ner_news.tagging.postprocessing.town_endings import label_town

CONTEXT = 3
"""Tokens on each side that have a say in how a span is divided; as many as `crf.CONTEXT` weighs."""

HOLDERS = ("ORG", "LOC")
"""Labels of names that have names inside: a person's has none."""


def add_inner_names(
    text: str, spans: Sequence[PlainSpan], tokens: Tokens, inner: Sequence[tuple[Head, Floats]]
) -> list[PlainSpan]:
    """Return the spans, organizations and places with the shorter names that the heads find in them, sorted.

    Each head comes with its emissions, tokens x tags. Where heads disagree on a name the surer one decides, and none
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
    parts = [_cut(tokens, window) for window in windows]
    decoded = decode_heads([(head, [emissions[window] for window in windows]) for head, emissions in inner])
    companies = [list(find_companies(text, span.start, span.stop)) for span in long]
    is_cased = has_capitals(text)
    found: dict[PlainSpan, list[PlainSpan]] = {span: list(span.inner) for span in long}
    for (head, _), rows in zip(inner, decoded, strict=True):
        for span, names, own in zip(long, head.spans(parts, rows), companies, strict=True):
            near = [name for name in names if name.start < span.stop and span.start < name.stop]
            kept = apply_conventions(text, near, is_cased=is_cased) if near else near
            kept = [label_town(text, name) for name in kept if not is_doubtful(text, span, name)]
            found[span] += split_legal_forms(text, kept, own) if kept or own else kept
    for span, inside in found.items():
        inside += find_place_adjective(text, span)
    return [span._replace(inner=fit_inside(span, found[span])) if span in found else span for span in spans]


def _cut(tokens: Tokens, window: slice) -> Tokens:
    return Tokens(tokens.texts[window], tokens.starts[window], tokens.stops[window])
