"""Plain spans, which the pipeline uses inside, where pydantic would cost too much; walking them, and overlaps."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, TypeVar, get_args

AnySpan = TypeVar("AnySpan")

Label = Literal["PER", "ORG", "LOC", "DATE"]
LABELS: tuple[Label, ...] = get_args(Label)

SCHEMES = ("full", "names")
"""Conventions of annotation: the longest names («МИД Германии»), or bare ones («МИД», «Германии»)."""


NESTING: tuple[Label, ...] = ("ORG", "LOC")
"""Labels of spans that list the names inside them."""


LONGEST_NAME = 40
"""Tokens of a name; what is longer is none. Of 32,000 names in news corpora the longest has 19."""


class PlainSpan(NamedTuple):
    """A labelled piece of a text, `text[start:stop]`.

    >>> PlainSpan(0, 6, "LOC")
    PlainSpan(start=0, stop=6, label='LOC', score=1.0, inner=(), source=None)
    """

    start: int
    stop: int
    label: Label
    score: float = 1.0
    """How sure the recognizer is, 0..1."""
    inner: "tuple[PlainSpan, ...]" = ()
    """The shorter names inside this one, of all depths, sorted, a whole before its parts."""
    source: tuple[int, int] | None = None
    """The offsets in the source where the caller gave the span; `None` for what the package found."""


def walk(spans: Iterable[AnySpan]) -> Iterator[AnySpan]:
    """Yield spans and those inside them, of all depths, a whole before its parts; of any kind of span.

    >>> ministry = PlainSpan(0, 12, "ORG", inner=(PlainSpan(4, 12, "LOC"),))
    >>> [span.label for span in walk([ministry])]
    ['ORG', 'LOC']
    """
    return (span for span, _ in walk_with_depth(spans))


def walk_with_depth(spans: Iterable[AnySpan], depth: int = 0) -> Iterator[tuple[AnySpan, int]]:
    """Yield what `walk` does, each with its depth: 0 for a span of the text, 1 for one inside it, and so on."""
    for span in spans:
        yield span, depth
        inner: Any = getattr(span, "inner", ())
        yield from walk_with_depth(inner, depth + 1)


def group_inside(spans: Iterable[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Yield the outer ones of sorted spans, each with those inside it; of two that cross the earlier one.

    >>> duma = [PlainSpan(0, 10, "ORG"), PlainSpan(0, 7, "ORG"), PlainSpan(8, 10, "LOC")]
    >>> [(whole.label, [part.label for part in inside]) for whole, inside in group_inside(duma)]
    [('ORG', ['ORG', 'LOC'])]
    """
    whole: Any = None
    inside: list[Any] = []
    for span in spans:
        if whole is not None and span.start < whole.stop:
            inside += [span] if span.stop <= whole.stop else []
            continue
        if whole is not None:
            yield whole, inside
        whole, inside = span, []
    if whole is not None:
        yield whole, inside


def fit_inside(whole: PlainSpan, parts: Iterable[PlainSpan]) -> tuple[PlainSpan, ...]:
    """Return the parts that may stand in the `inner` of the whole: shorter ones inside it, sorted, without crossings.

    Of two with the same offsets the surer one stays, of two that cross the earlier one.

    >>> committee = PlainSpan(0, 18, "ORG")
    >>> parts = [PlainSpan(16, 18, "LOC"), PlainSpan(8, 18, "ORG"), PlainSpan(0, 12, "ORG"), PlainSpan(0, 20, "LOC")]
    >>> [part[:3] for part in fit_inside(committee, parts)]
    [(0, 12, 'ORG'), (16, 18, 'LOC')]
    """
    kept: list[PlainSpan] = []
    stops = [whole.stop]
    for part in sorted(parts, key=lambda part: (part.start, -part.stop, -part.score)):
        while stops and stops[-1] <= part.start:
            stops.pop()
        is_new = part[:2] != whole[:2] and not (kept and kept[-1][:2] == part[:2])
        if is_new and whole.start <= part.start and stops and part.stop <= stops[-1]:
            kept.append(part)
            stops.append(part.stop)
    return tuple(kept)


def are_nested(whole: Any, parts: Iterable[Any]) -> bool:
    """Tell whether the parts lie inside the whole, sorted, a longer one before a shorter, and without crossings.

    >>> are_nested(PlainSpan(0, 9, "ORG"), [PlainSpan(2, 6, "ORG"), PlainSpan(4, 8, "LOC")])
    False
    """
    start, stops = whole.start, [whole.stop]
    for part in parts:
        while stops and stops[-1] <= part.start:
            stops.pop()
        if part.start < start or not stops or part.stop > stops[-1]:
            return False
        start = part.start
        stops.append(part.stop)
    return True


EVEN = 0.5
"""The score at which a name is as likely as not: a less certain one yields to a date."""


def without_overlaps(spans: Iterable[PlainSpan]) -> list[PlainSpan]:
    """Keep spans that do not overlap: names before dates, then the longer, then the earlier; sorted by offset.

    The recognizer saw a name in its context, so a date inside a name («улица 8 Марта») is part of it; but a name inside
    a longer date («3 мар. 2015»), or one with a score below `EVEN`, yields to the date.

    >>> street, day = PlainSpan(0, 13, "LOC"), PlainSpan(6, 13, "DATE")
    >>> [span.label for span in without_overlaps([day, street])]
    ['LOC']
    >>> [span.label for span in without_overlaps([PlainSpan(0, 11, "DATE"), PlainSpan(2, 5, "PER")])]
    ['DATE']
    """
    found = list(spans)
    dates = sorted(span for span in found if span.label == "DATE")
    free = (span for span in found if span.label == "DATE" or not _is_part(span, dates))
    kept: list[PlainSpan] = []
    for span in sorted(free, key=lambda span: (_rank(span), span.start - span.stop, span.start)):
        place = bisect_left(kept, span.start, key=lambda other: other.start)
        free_before = place == 0 or kept[place - 1].stop <= span.start
        free_after = place == len(kept) or span.stop <= kept[place].start
        if free_before and free_after:
            kept.insert(place, span)
    return kept


def _is_part(name: PlainSpan, dates: list[PlainSpan]) -> bool:
    """Tell whether the name lies in a longer date."""
    place = bisect_right(dates, name.start, key=lambda date: date.start) - 1
    if place < 0 or dates[place].stop < name.stop:
        return False
    return dates[place].stop - dates[place].start > name.stop - name.start


def _rank(span: PlainSpan) -> int:
    if span.label == "DATE":
        return 1
    return 0 if span.score >= EVEN else 2
