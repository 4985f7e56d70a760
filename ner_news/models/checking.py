"""What a document from outside must hold beyond its types: values that mean something, and ids that somebody has."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ner_news.errors import InputError
from ner_news.models.typed_spans import AnySpan, Date

if TYPE_CHECKING:
    from ner_news.models.typed_document import Document

_TWO = r"(?:XX|\d\d)"
_POINT = (
    r"(?:\d{4}|\d{3}X|\d\dXX|XXXX)"
    rf"(?:-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI|W{_TWO}(?:-[1-7])?|{_TWO}(?:-{_TWO}|-WXX-[1-7]#-?[1-5])?))?"
    rf"(?:T(?:NI|MO|AF|EV|{_TWO}:{_TWO}))?"
)
_VALUE = re.compile(rf"{_POINT}|(?:{_POINT}|\.\.)/(?:{_POINT}|\.\.)")
"""The notation of `Date.value`."""


def check_document(document: "Document") -> None:
    """Raise `InputError`, with the place, for an id without an entity, a backward interval, a value of no notation."""
    known: set[str] = set()
    for number, entity in enumerate(document.entities):
        if entity.id in known:
            raise InputError(f"entities[{number}]: {entity.id!r} is there twice")
        known.add(entity.id)
    for place, span in _walk_with_places(document.spans, "spans"):
        if span.entity is not None and span.entity not in known:
            raise InputError(f"{place}: there is no entity {span.entity!r}")
        if isinstance(span, Date):
            _check_date(place, span)


def _check_date(place: str, date: Date) -> None:
    if not _VALUE.fullmatch(date.value):
        raise InputError(f"{place}.value: {date.value!r} is not in the notation of dates, such as 2021-09-16")
    start, end = (bound and bound.replace(tzinfo=None) for bound in (date.interval.start, date.interval.end))
    if start and end and end <= start:
        raise InputError(f"{place}.interval: it ends at {end}, before it begins")


def _walk_with_places(spans: Sequence[AnySpan], place: str) -> Iterator[tuple[str, AnySpan]]:
    for number, span in enumerate(spans):
        here = f"{place}[{number}]"
        yield here, span
        yield from _walk_with_places(getattr(span, "inner", ()), f"{here}.inner")
