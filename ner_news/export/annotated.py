"""Texts with spans as annotators write them: offsets and labels, nothing more."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from ner_news.models import Document
from ner_news.spans import walk


class FileLine(NamedTuple):
    """A line of a file, which errors name."""

    path: str
    line: int


class GoldSpan(NamedTuple):
    """An annotated piece of a text, `text[start:stop]`."""

    start: int
    stop: int
    label: str


class AnnotatedText(NamedTuple):
    """A text with its spans, in the order of the file and with any labels."""

    id: str | int | None
    text: str
    spans: tuple[GoldSpan, ...]
    nested: tuple[GoldSpan, ...] = ()
    """Spans inside and beside the others, where the file tells them apart."""
    place: FileLine | None = None
    """Where it begins in the file it was read from."""
    lines: tuple[int, ...] = ()
    """The line of each span, where each has one."""
    roles: tuple[GoldSpan, ...] = ()
    """What the text says of the people beside their names («президент Исландии»)."""


Annotated: TypeAlias = Document | AnnotatedText
"""Either can be written in every format: both have `id`, `text` and spans."""


def list_all_spans(annotated: Annotated) -> list[GoldSpan]:
    """Return every span and those inside it, sorted, a whole before its parts, and none twice."""
    if isinstance(annotated, Document):
        spans = {GoldSpan(span.start, span.stop, span.label) for span in walk(annotated.spans)}
    else:
        spans = {*annotated.spans, *annotated.nested}
    return sorted(spans, key=lambda span: (span.start, -span.stop, span.label))


def list_outer_spans(annotated: Annotated) -> list[GoldSpan]:
    """Return the spans that are inside no other, sorted; of two that overlap the earlier one."""
    return list(_drop_overlaps(list_all_spans(annotated)))


def _drop_overlaps(spans: Iterable[GoldSpan]) -> Iterator[GoldSpan]:
    stop = 0
    for span in spans:
        if span.start >= stop:
            yield span
            stop = span.stop
