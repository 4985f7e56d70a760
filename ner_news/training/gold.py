"""Annotated documents, and the checks that they pass before anything is trained."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from ner_news.errors import GoldError
from ner_news.export.annotated import FileLine, GoldSpan
from ner_news.spans import SCHEMES
from ner_news.tagging.network_input import is_one_line
from ner_news.tagging.tags import DATE, NAMES

DEPTH = 2
"""Layers of names inside names that are learnt: in NEREL's training set 2,026 names lie one deep, 185 two, 6 deeper."""

UNTYPED = "NAME"
"""The label of a name whose kind nobody marked."""

Layers = Mapping[str, tuple[GoldSpan, ...]]
"""The spans of a text by scheme."""


class GoldDocument(NamedTuple):
    """A text with its spans, sorted and without overlaps."""

    id: str
    text: str
    spans: tuple[GoldSpan, ...]
    inner: tuple[tuple[GoldSpan, ...], ...] = ()
    """Names inside those, a layer for each depth, each sorted and without overlaps; none where a file does not say."""

    def layers(self, scheme: str) -> Layers:
        """Return the layers by the names of their heads.

        >>> document = GoldDocument("1", "МИД РФ", (GoldSpan(0, 6, "ORG"),), ((GoldSpan(4, 6, "LOC"),),))
        >>> list(document.layers("full"))
        ['full', 'full-1']
        """
        inner = {name_inner(scheme, depth): spans for depth, spans in enumerate(self.inner, start=1)}
        return {scheme: self.spans, **inner}


def name_inner(scheme: str, depth: int) -> str:
    """Return the name of the head for names so deep inside the names of a scheme."""
    return f"{scheme}-{depth}"


@dataclass(frozen=True)
class Labels:
    """How the labels of a file are taken. Schemes other than `full` and `names` may have any labels."""

    silent: frozenset[str] = frozenset()
    """Learnt so that they are not taken for something else, never reported: `TIME`."""
    ignored: frozenset[str] = frozenset()
    """As if the file did not have them."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Read as another: `FACILITY` as `LOC`."""

    @property
    def known(self) -> tuple[str, ...]:
        """Return the labels that a network learns, in a fixed order."""
        return (*NAMES, DATE, *sorted(self.silent))


def check_document(place: FileLine, annotated: "Marked", labels: Labels, scheme: str, has_nested: bool) -> GoldDocument:
    """Return the document; raise `GoldError` with file, line and reason.

    Names in `spans` must not overlap. A date that overlaps one is dropped, by the package's policy («Движение
    26 июля»), and so is what is silent. Where the file has names inside names the longest ones are the spans, and the
    rest go into layers, the longest first again; of those only what has a capital letter or a digit is a name.

    >>> text = Marked("a", "Москва ждёт", [GoldSpan(0, 7, "LOC")])
    >>> check_document(FileLine("gold.jsonl", 7), text, Labels(), "full", False)
    Traceback (most recent call last):
    ...
    ner_news.errors.GoldError: gold.jsonl:7: the span 0:7 LOC «Москва » begins or ends with white space
    """
    spans, nested = (_rename(each, labels) for each in (annotated.spans, annotated.nested))
    is_name = _name_test(scheme)
    for span in spans:
        check_span(place, annotated.text, span, labels, scheme)
    kept = [span for span in nested if is_name(span) or span.label in labels.silent]
    for span in kept:
        check_span(place, annotated.text, span, labels, scheme)
    names = [span for span in spans if is_name(span)]
    for one, other in pairwise(names):
        if other.start < one.stop:
            raise GoldError(
                *place, f"the spans {_show(annotated.text, one)} and {_show(annotated.text, other)} overlap"
            )
    if has_nested:
        text = annotated.text
        names += [span for span in kept if is_name(span) and _is_capitalized(text[span.start : span.stop])]
        outer, *inner = split_layers(names, DEPTH)
    else:
        outer, inner = names, []
    others = [span for span in (*spans, *kept) if not is_name(span)]
    return GoldDocument(annotated.id, annotated.text, tuple(_add_others(outer, others)), tuple(map(tuple, inner)))


class Marked(NamedTuple):
    """A text as annotated: spans and those beside and inside them."""

    id: str
    text: str
    spans: Sequence[GoldSpan]
    nested: Sequence[GoldSpan] = ()


def _rename(spans: Iterable[GoldSpan], labels: Labels) -> list[GoldSpan]:
    known = (span for span in spans if span.label not in labels.ignored)
    return sorted(span._replace(label=labels.renamed.get(span.label, span.label)) for span in known)


def _name_test(scheme: str) -> Callable[[GoldSpan], bool]:
    """Return what tells a name from a date and a silent span; in a scheme of one's own every span is a name."""
    return lambda span: span.label in NAMES or scheme not in SCHEMES


def _is_capitalized(written: str) -> bool:
    return any(letter.isupper() or letter.isdigit() for letter in written)


def split_layers(spans: Iterable[GoldSpan], depth: int) -> list[list[GoldSpan]]:
    """Return the spans in layers without overlaps, the longest in the first, and so many deeper ones.

    >>> spans = [GoldSpan(0, 10, "ORG"), GoldSpan(0, 3, "ORG"), GoldSpan(4, 10, "LOC"), GoldSpan(0, 3, "ORG")]
    >>> [[span.start for span in layer] for layer in split_layers(spans, 1)]
    [[0], [0, 4]]
    """
    layers: list[list[GoldSpan]] = [[] for _ in range(depth + 1)]
    for span in sorted(dict.fromkeys(spans), key=lambda span: (span.start - span.stop, span.start, span.label)):
        for layer in layers:
            if all(span.stop <= other.start or other.stop <= span.start for other in layer):
                layer.append(span)
                break
    return [sorted(layer) for layer in layers]


def check_span(place: FileLine, text: str, span: GoldSpan, labels: Labels, scheme: str) -> None:
    """Raise `GoldError` when a span is wrong by itself."""
    reason = _find_fault(text, span, labels if scheme in SCHEMES else None)
    if reason:
        raise GoldError(*place, reason)


def _find_fault(text: str, span: GoldSpan, labels: Labels | None) -> str | None:
    """Return what is wrong with a span by itself; `None` for a good one. Without `labels` any label is good."""
    if not 0 <= span.start < span.stop <= len(text):
        return f"the span {span.start}:{span.stop} {span.label} does not lie in the text of {len(text)} characters"
    if labels and span.label not in labels.known:
        return (
            f"the label {span.label!r} is not known; known: {', '.join(labels.known)}; "
            "others go with --silent, --rename or --ignore"
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
