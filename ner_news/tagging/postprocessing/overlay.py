"""New spans in the place of those that they overlap."""

from collections.abc import Sequence

from ner_news.spans import PlainSpan


def overlay(spans: Sequence[PlainSpan], new: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the sorted spans without those that overlap a new one, and the new ones.

    >>> [span.stop for span in overlay([PlainSpan(0, 3, "ORG"), PlainSpan(4, 6, "LOC")], [PlainSpan(0, 5, "ORG")])]
    [5]
    """
    if not new:
        return list(spans)
    kept = [span for span in spans if all(span.stop <= other.start or other.stop <= span.start for other in new)]
    return sorted([*kept, *new])


def covered(spans: Sequence[PlainSpan], start: int, stop: int) -> list[PlainSpan]:
    """Return the spans that overlap `start:stop`."""
    return [span for span in spans if span.start < stop and start < span.stop]
