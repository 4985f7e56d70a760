"""Annotated documents, and the checks that they pass before anything is trained."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ner_news.errors import GoldError
from ner_news.export.annotated import FileLine, GoldSpan
from ner_news.tagging.network_input import is_one_line
from ner_news.tagging.tags import DATE, NAMES


class GoldDocument(NamedTuple):
    """A text with its spans, sorted and without overlaps."""

    id: str
    text: str
    spans: tuple[GoldSpan, ...]


class Labels(NamedTuple):
    """Which labels of a file are silent and which are ignored."""

    silent: frozenset[str] = frozenset()
    """Learnt so that they are not taken for something else, never reported: `TIME`, `FACILITY`."""
    ignored: frozenset[str] = frozenset()
    """As if the file did not have them."""

    @property
    def known(self) -> tuple[str, ...]:
        """Return the labels that a network learns, in a fixed order."""
        return (*NAMES, DATE, *sorted(self.silent))


def check_document(
    place: FileLine, name: str, text: str, spans: Iterable[GoldSpan], labels: Labels, more: Iterable[GoldSpan] = ()
) -> GoldDocument:
    """Return the document; raise `GoldError` with file, line and reason.

    Names must not overlap. A date that overlaps one is dropped, by the package's policy («Движение 26 июля»), and so
    is what is silent. `more` are spans of other layers (nested names), of which only silent ones count.

    >>> check_document(FileLine("gold.jsonl", 7), "a", "Москва ждёт", [GoldSpan(0, 7, "LOC")], Labels())
    Traceback (most recent call last):
    ...
    ner_news.errors.GoldError: gold.jsonl:7: the span 0:7 LOC «Москва » begins or ends with white space
    """
    kept = sorted(span for span in spans if span.label not in labels.ignored)
    silent = [span for span in more if span.label in labels.silent - labels.ignored]
    for span in (*kept, *silent):
        check_span(place, text, span, labels)
    names = [span for span in kept if span.label in NAMES]
    for one, other in pairwise(names):
        if other.start < one.stop:
            raise GoldError(*place, f"the spans {_show(text, one)} and {_show(text, other)} overlap")
    others = [*(span for span in kept if span.label not in NAMES), *silent]
    return GoldDocument(name, text, tuple(_add_others(names, others)))


def check_span(place: FileLine, text: str, span: GoldSpan, labels: Labels) -> None:
    """Raise `GoldError` when a span is wrong by itself."""
    reason = _find_fault(text, span, labels)
    if reason:
        raise GoldError(*place, reason)


def _find_fault(text: str, span: GoldSpan, labels: Labels) -> str | None:
    """Return what is wrong with a span by itself; `None` for a good one."""
    if not 0 <= span.start < span.stop <= len(text):
        return f"the span {span.start}:{span.stop} {span.label} does not lie in the text of {len(text)} characters"
    if span.label not in labels.known:
        return (
            f"the label {span.label!r} is not known; known: {', '.join(labels.known)}; "
            "others go with --silent or --ignore"
        )
    piece = text[span.start : span.stop]
    if piece.strip() != piece:
        return f"the span {_show(text, span)} begins or ends with white space"
    if not is_one_line(piece):
        return f"the span {_show(text, span)} crosses a line, which no name does; join the lines of the text"
    return None


def _show(text: str, span: GoldSpan) -> str:
    return f"{span.start}:{span.stop} {span.label} «{text[span.start : span.stop]}»"


def _add_others(names: Sequence[GoldSpan], others: Iterable[GoldSpan]) -> list[GoldSpan]:
    """Return the names, and of dates and silent spans those that overlap none before them, the longest first."""
    taken = list(names)
    covered = {index for span in names for index in range(span.start, span.stop)}
    for span in sorted(dict.fromkeys(others), key=lambda span: (span.start - span.stop, span.start)):
        indices = range(span.start, span.stop)
        if covered.isdisjoint(indices):
            taken.append(span)
            covered.update(indices)
    return sorted(taken)
