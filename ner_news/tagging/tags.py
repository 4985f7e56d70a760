"""Tags of a network (BIO) to spans."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from ner_news.spans import Label


class TagSpan(NamedTuple):
    """Tokens `first:last` under one label."""

    first: int
    last: int
    label: Label


def bio_spans(tags: Sequence[str]) -> Iterator[TagSpan]:
    """Spans of BIO tags: `B-X` opens, any `I-…` prolongs what is open, anything else closes.

    An `I-…` with nothing open is no span, as in slovnet.

    >>> list(bio_spans(["B-PER", "I-PER", "O", "I-LOC", "B-ORG"]))
    [TagSpan(first=0, last=2, label='PER'), TagSpan(first=4, last=5, label='ORG')]
    """
    first, label = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        if tag.startswith("I-"):
            continue
        if label:
            yield TagSpan(first, place, cast(Label, label))
        first, label = place, tag.removeprefix("B-") if tag.startswith("B-") else ""
