"""Custom spans among those of the network and of the date rules."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ner_news.custom.rule_spans import RuleSpan
from ner_news.spans import NESTING, PlainSpan, fit_inside


def merge_custom_spans(
    custom: Sequence[RuleSpan], found: Sequence[PlainSpan], nests: bool
) -> tuple[list[PlainSpan], dict[PlainSpan, RuleSpan]]:
    """Return all spans, sorted and without overlaps, and the custom span that each custom one of them comes from.

    A custom span removes whatever overlaps it, but a longer name around it stays, and an organization or a place
    lists it in `inner` where `nests`. Both sequences must be sorted and without overlaps.

    >>> germany, ministry = RuleSpan(4, 12, "LOC", "Германия"), PlainSpan(0, 12, "ORG")
    >>> [span.inner for span in merge_custom_spans([germany], [ministry], nests=True)[0]]
    [(PlainSpan(start=4, stop=12, label='LOC', score=1.0, inner=(), source=None),)]
    """
    plain = [PlainSpan(span.start, span.stop, span.label) for span in custom]
    starts, stops = [span.start for span in plain], [span.stop for span in plain]
    enclosed: set[int] = set()
    kept = []
    for span in found:
        first, last = bisect_right(stops, span.start), bisect_left(starts, span.stop)
        if all(_is_longer_name(span, each) for each in plain[first:last]):
            kept.append(_enclose(span, plain[first:last]) if nests else span)
            enclosed.update(range(first, last))
        elif last == first + 1 and _is_same(span, plain[first]):
            plain[first] = plain[first]._replace(inner=span.inner)
    free = [span for index, span in enumerate(plain) if index not in enclosed]
    return sorted([*kept, *free], key=lambda span: span.start), dict(zip(plain, custom, strict=True))


def _is_longer_name(span: PlainSpan, other: PlainSpan) -> bool:
    """Whether it is a name around the other, and longer; a date around it may have just a preposition more."""
    return span.label != "DATE" and span.start <= other.start and other.stop <= span.stop and span[:2] != other[:2]


def _is_same(span: PlainSpan, other: PlainSpan) -> bool:
    return span[:3] == other[:3]


def _enclose(span: PlainSpan, custom: Sequence[PlainSpan]) -> PlainSpan:
    """Return an organization or a place with the custom spans inside, in place of those that they overlap there."""
    if span.label not in NESTING or not custom:
        return span
    others = [
        part for part in span.inner if all(_is_apart(part, each) or _is_longer_name(part, each) for each in custom)
    ]
    return span._replace(inner=fit_inside(span, [*others, *custom]))


def _is_apart(one: PlainSpan, other: PlainSpan) -> bool:
    return one.stop <= other.start or other.stop <= one.start
