"""Spans that a user's rules and gazetteer find in a text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from ner_news.custom.gazetteer import Gazetteer
from ner_news.dates import grain_of_value
from ner_news.errors import InputError
from ner_news.segment import Tokens
from ner_news.spans import LABELS, Label


class RuleSpan(NamedTuple):
    """A span that a rule found, `text[start:stop]`.

    >>> RuleSpan(0, 6, "LOC", entity="Q649").lemma is None
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
"""A function that takes a text and gives `RuleSpan`s or tuples that begin like one."""


def find_custom_spans(text: str, tokens: Tokens, gazetteer: Gazetteer | None, rules: Sequence[Rule]) -> list[RuleSpan]:
    """Return the spans of rules and of the gazetteer, sorted and without overlaps.

    Of spans that overlap the longer stays, among equals that of the earlier rule, then that of the gazetteer.
    `InputError` names a rule that gives what cannot be a span.
    """
    found = [span for rule in rules for span in _run_rule(rule, text)]
    if gazetteer is not None:
        matches = gazetteer.find(text, tokens)
        found += [RuleSpan(start, stop, entry.label, entry.lemma, entry.entity) for start, stop, entry in matches]
    return _keep_longest(found)


def _run_rule(rule: Rule, text: str) -> Iterator[RuleSpan]:
    for given in rule(text):
        try:
            span = RuleSpan(*given)
            _check(span, text)
        except (TypeError, ValueError) as error:
            name = getattr(rule, "__name__", repr(rule))
            raise InputError(f"the rule {name} gave {given!r}: {error}") from error
        yield span


def _check(span: RuleSpan, text: str) -> None:
    """Raise `TypeError` or `ValueError`, with the reason, for what is no span of the text."""
    if type(span.start) is not int or type(span.stop) is not int or not 0 <= span.start < span.stop <= len(text):
        raise ValueError(f"it does not lie in the text of {len(text)} characters")
    if span.label not in LABELS:
        raise ValueError(f"label={span.label!r} is not known; allowed: {', '.join(LABELS)}")
    if not all(isinstance(field, (str, type(None))) for field in span[3:]):
        raise TypeError("lemma, entity and value are text")
    if (span.label == "DATE") != (span.value is not None):
        raise ValueError("a date needs a value, and nothing else has one")
    if span.value is not None:
        grain_of_value(span.value)


def _keep_longest(found: Sequence[RuleSpan]) -> list[RuleSpan]:
    ranked = sorted(found, key=lambda span: span.start - span.stop)  # the sort keeps the order of equals
    covered: set[int] = set()
    kept = []
    for span in ranked:
        characters = range(span.start, span.stop)
        if covered.isdisjoint(characters):
            covered.update(characters)
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
