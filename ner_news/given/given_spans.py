"""All given spans of a text, checked, the shorter ones inside the longer ones."""

from collections import deque
from collections.abc import Iterable, Iterator
from reprlib import Repr
from typing import Any, NamedTuple

from ner_news.errors import InputError
from ner_news.given.span_fields import read_fields, to_list
from ner_news.spans import Label

_SHORT = Repr()
_SHORT.maxother = _SHORT.maxstring = 80

HOLDERS: tuple[Label, ...] = ("ORG", "LOC")
"""The labels of names that have shorter ones inside."""


class GivenSpan(NamedTuple):
    """A name that somebody else found in a text, by its offsets there."""

    start: int
    stop: int
    label: Label | None = None
    """`None` to be guessed."""
    score: float = 1.0
    """As given; 1.0 where nothing was."""
    inner: "tuple[GivenSpan, ...]" = ()
    """All given spans inside this one, of all depths, sorted: flat."""


class _Named(NamedTuple):
    """A span, and how it was given, by which an error names it."""

    span: GivenSpan
    place: str
    given: Any

    @property
    def name(self) -> str:
        return _name(self.place, self.given)


def read_given(spans: Any, length: int, nested: Any = None) -> tuple[GivenSpan, ...]:
    """Return the outermost of the spans of a text so long, and of the `nested` ones, sorted, with the others inside.

    A span is `(start, stop)`, `(start, stop, label)`, or a mapping or an object with such fields: `start` or
    `start_char`; `stop`, `end` or `end_char`; `label`, `label_`, `entity_group` or `type`; `score`; and `inner` or
    `nested` with more spans. One that is given twice counts once. `TypeError` for what is no list; `InputError` names
    a span that does not lie in the text, one that crosses another, and one inside a person or a date.

    >>> read_given([(0, 12, "ORG"), (4, 12, "GPE")], 20)[0].inner
    (GivenSpan(start=4, stop=12, label='LOC', score=1.0, inner=()),)
    """
    given = [("span", to_list(spans)), ("nested", to_list(nested))]
    named = sorted(_read_all(given, length), key=_outer_first)
    outermost: list[_Named] = []
    inside: list[list[_Named]] = []
    around: list[_Named] = []  # the spans that are open, one inside the other
    for each in named:
        while around and around[-1].span.stop <= each.span.start:
            around.pop()
        if around and around[-1].span[:2] == each.span[:2]:
            _check_equal(around[-1], each)
            continue
        if around:
            _check_inside(around[-1], each)
            inside[-1].append(each)
        else:
            outermost.append(each)
            inside.append([])
        around.append(each)
    return tuple(
        outer.span._replace(inner=tuple(each.span for each in inner))
        for outer, inner in zip(outermost, inside, strict=True)
    )


def _outer_first(named: _Named) -> tuple[int, int, bool]:
    """Return the key of the order in which spans are nested; of equal ones those with a label come first."""
    return named.span.start, -named.span.stop, named.span.label is None


def _read_all(rows: Iterable[tuple[str, list[Any]]], length: int) -> Iterator[_Named]:
    """Yield the spans of named rows and those inside them, each checked against the length of the text."""
    waiting = deque((f"{name} {number}", given) for name, spans in rows for number, given in enumerate(spans))
    while waiting:
        place, given = waiting.popleft()
        try:
            start, stop, label, score, inner = read_fields(given)
        except InputError as error:
            raise InputError(f"{_name(place, given)}: {error}") from error
        if start >= stop:
            raise InputError(f"{_name(place, given)}: it must start before it stops")
        if start < 0 or stop > length:
            raise InputError(f"{_name(place, given)}: it does not lie in the text of {length:,} characters")
        inside = place if place.startswith("inside ") else f"inside {place}"
        waiting += [(inside, part) for part in inner]
        yield _Named(GivenSpan(start, stop, label, score), place, given)


def _name(place: str, given: Any) -> str:
    return f"{place}, {_SHORT.repr(given)}"


def _check_equal(one: _Named, other: _Named) -> None:
    if other.span.label not in (one.span.label, None):
        raise InputError(f"{other.name}: {one.name} has the same place and another label")


def _check_inside(outer: _Named, each: _Named) -> None:
    if each.span.stop > outer.span.stop:
        raise InputError(f"{each.name}: it crosses {outer.name}")
    if outer.span.label not in (*HOLDERS, None):
        raise InputError(f"{each.name}: it lies in {outer.name}, but only {' and '.join(HOLDERS)} have names inside")
