"""Own spans beside those of the network and of the dates' rules."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ner_news.own.found import OwnSpan
from ner_news.spans import PlainSpan


def settle(
    own: Sequence[OwnSpan], found: Sequence[PlainSpan], nests: bool
) -> tuple[list[PlainSpan], dict[PlainSpan, OwnSpan]]:
    """All spans, sorted and apart, and the facts of those that are own.

    An own span puts out whatever overlaps it, but a longer name around it stays, and an organization lists it in
    `inner` where `nests`. Both sequences must be sorted and apart.

    >>> germany, ministry = OwnSpan(4, 12, "LOC", "Германия"), PlainSpan(0, 12, "ORG")
    >>> [span.inner for span in settle([germany], [ministry], nests=True)[0]]
    [(PlainSpan(start=4, stop=12, label='LOC', score=1.0, inner=()),)]
    """
    plain = [PlainSpan(span.start, span.stop, span.label) for span in own]
    starts, stops = [span.start for span in plain], [span.stop for span in plain]
    held: set[int] = set()
    kept = []
    for span in found:
        first, last = bisect_right(stops, span.start), bisect_left(starts, span.stop)
        if all(_is_longer(span, each) for each in plain[first:last]):
            kept.append(_holding(span, plain[first:last]) if nests else span)
            held.update(range(first, last))
        elif last == first + 1 and _is_same(span, plain[first]):
            plain[first] = plain[first]._replace(inner=span.inner)
    free = [span for place, span in enumerate(plain) if place not in held]
    return sorted([*kept, *free], key=lambda span: span.start), dict(zip(plain, own, strict=True))


def _is_longer(span: PlainSpan, other: PlainSpan) -> bool:
    """Whether it is a name around the other, and not just as long; a date around it may have a preposition more."""
    return span.label != "DATE" and span.start <= other.start and other.stop <= span.stop and span[:2] != other[:2]


def _is_same(span: PlainSpan, other: PlainSpan) -> bool:
    return span[:3] == other[:3]


def _holding(span: PlainSpan, own: Sequence[PlainSpan]) -> PlainSpan:
    """An organization with own spans inside, in place of what it had there."""
    if span.label != "ORG" or not own:
        return span
    others = [part for part in span.inner if all(part.stop <= each.start or each.stop <= part.start for each in own)]
    return span._replace(inner=tuple(sorted([*others, *own], key=lambda part: part.start)))
