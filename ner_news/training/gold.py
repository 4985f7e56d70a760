"""Annotated documents, and what must be true of them before anything is trained."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ner_news.errors import GoldError
from ner_news.export.annotated import FileLine, GoldSpan
from ner_news.tagging.lines import is_one_line
from ner_news.tagging.tags import DATE, NAMES


class GoldDocument(NamedTuple):
    """A text with its spans, sorted and without overlaps."""

    id: str
    text: str
    spans: tuple[GoldSpan, ...]


class Labels(NamedTuple):
    """What becomes of the labels of a file."""

    silent: frozenset[str] = frozenset()
    """Learnt so that they are not taken for something else, never reported: `TIME`, `FACILITY`."""
    ignored: frozenset[str] = frozenset()
    """As if the file did not have them."""

    @property
    def known(self) -> tuple[str, ...]:
        """Those that a network learns, in a fixed order."""
        return (*NAMES, DATE, *sorted(self.silent))


def checked(
    place: FileLine, name: str, text: str, spans: Iterable[GoldSpan], labels: Labels, more: Iterable[GoldSpan] = ()
) -> GoldDocument:
    """The document, or `GoldError` with file, line and reason.

    Names must not overlap. A date that overlaps one is dropped, by the package's policy («Движение 26 июля»), and so
    is what is silent. `more` are spans of other layers (nested names), of which only silent ones count.

    >>> checked(FileLine("gold.jsonl", 7), "a", "Москва ждёт", [GoldSpan(0, 7, "LOC")], Labels())
    Traceback (most recent call last):
    ...
    ner_news.errors.GoldError: gold.jsonl:7: the span 0:7 LOC «Москва » begins or ends with white space
    """
    kept = sorted(span for span in spans if span.label not in labels.ignored)
    silent = [span for span in more if span.label in labels.silent - labels.ignored]
    for span in (*kept, *silent):
        check(place, text, span, labels)
    names = [span for span in kept if span.label in NAMES]
    for one, other in pairwise(names):
        if other.start < one.stop:
            raise GoldError(*place, f"the spans {_shown(text, one)} and {_shown(text, other)} overlap")
    others = [*(span for span in kept if span.label not in NAMES), *silent]
    return GoldDocument(name, text, tuple(_with_others(names, others)))


def check(place: FileLine, text: str, span: GoldSpan, labels: Labels) -> None:
    """`GoldError` when a span is wrong by itself."""
    reason = _fault(text, span, labels)
    if reason:
        raise GoldError(*place, reason)


def _fault(text: str, span: GoldSpan, labels: Labels) -> str | None:
    """What is wrong with a span by itself."""
    if not 0 <= span.start < span.stop <= len(text):
        return f"the span {span.start}:{span.stop} {span.label} does not lie in the text of {len(text)} characters"
    if span.label not in labels.known:
        return (
            f"the label {span.label!r} is not known; known: {', '.join(labels.known)}; "
            "others go with --silent or --ignore"
        )
    piece = text[span.start : span.stop]
    if piece.strip() != piece:
        return f"the span {_shown(text, span)} begins or ends with white space"
    if not is_one_line(piece):
        return f"the span {_shown(text, span)} crosses a line, which no name does; join the lines of the text"
    return None


def _shown(text: str, span: GoldSpan) -> str:
    return f"{span.start}:{span.stop} {span.label} «{text[span.start : span.stop]}»"


def _with_others(names: Sequence[GoldSpan], others: Iterable[GoldSpan]) -> list[GoldSpan]:
    """The names, and of dates and silent spans those that overlap none before them, the longest first."""
    taken = list(names)
    covered = {place for span in names for place in range(span.start, span.stop)}
    for span in sorted(dict.fromkeys(others), key=lambda span: (span.start - span.stop, span.start)):
        places = range(span.start, span.stop)
        if covered.isdisjoint(places):
            taken.append(span)
            covered.update(places)
    return sorted(taken)
