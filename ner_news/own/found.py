"""What a user's own names and rules find in a text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from ner_news.dates import grain_of_value
from ner_news.errors import InputError
from ner_news.own.gazetteer import Gazetteer
from ner_news.segment import Tokens
from ner_news.spans import LABELS, Label


class OwnSpan(NamedTuple):
    """A span that a rule found, `text[start:stop]`.

    >>> OwnSpan(0, 6, "LOC", entity="Q649").lemma is None
    True
    """

    start: int
    stop: int
    label: Label
    lemma: str | None = None
    """`None` for the form that the package makes, for a date the text as written."""
    entity: str | None = None
    """The id that its entity gets; `None` to let linking choose."""
    value: str | None = None
    """Of a date, in the notation of `ner_news.Date`; a date needs one."""


Rule: TypeAlias = Callable[[str], Iterable[Any]]
"""Takes a text and gives `OwnSpan`s or tuples that begin like one."""


def find_own(text: str, tokens: Tokens, gazetteer: Gazetteer | None, rules: Sequence[Rule]) -> list[OwnSpan]:
    """The spans of rules and names, sorted and apart: the longer stays, among equals the earlier rule, then a name.

    `InputError` names a rule that gives what cannot be a span.
    """
    found = [span for rule in rules for span in _given(rule, text)]
    if gazetteer is not None:
        names = gazetteer.find(text, tokens)
        found += [OwnSpan(start, stop, own.label, own.lemma, own.entity) for start, stop, own in names]
    return _apart(found)


def _given(rule: Rule, text: str) -> Iterator[OwnSpan]:
    for given in rule(text):
        try:
            span = OwnSpan(*given)
            _check(span, text)
        except (TypeError, ValueError) as error:
            name = getattr(rule, "__name__", repr(rule))
            raise InputError(f"the rule {name} gave {given!r}: {error}") from error
        yield span


def _check(span: OwnSpan, text: str) -> None:
    if type(span.start) is not int or type(span.stop) is not int or not 0 <= span.start < span.stop <= len(text):
        raise ValueError(f"it does not lie in the text of {len(text)} characters")
    if span.label not in LABELS:
        raise ValueError(f"label={span.label!r} is not known; allowed: {', '.join(LABELS)}")
    if not all(isinstance(fact, (str, type(None))) for fact in span[3:]):
        raise TypeError("lemma, entity and value are text")
    if (span.label == "DATE") != (span.value is not None):
        raise ValueError("a date needs a value, and nothing else has one")
    if span.value is not None:
        grain_of_value(span.value)


def _apart(found: Sequence[OwnSpan]) -> list[OwnSpan]:
    ranked = sorted(found, key=lambda span: span.start - span.stop)  # the sort keeps the order of equals
    covered: set[int] = set()
    kept = []
    for span in ranked:
        places = range(span.start, span.stop)
        if covered.isdisjoint(places):
            covered.update(places)
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
