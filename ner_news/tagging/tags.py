"""Tags of a network (BIO) to spans."""

from collections.abc import Sequence
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.spans import Label

NAMES = ("PER", "ORG", "LOC")
"""What networks find; dates are found by rules."""


class TagSpan(NamedTuple):
    """Tokens `first:last` under one label."""

    first: int
    last: int
    label: Label


class Tags:
    """The tags of a network: `B-X` opens a span, any `I-…` prolongs what is open, anything else closes it.

    `PackError` for a label that the package does not know.

    >>> tags = Tags(["O", "B-PER", "I-PER"])
    >>> tags.spans(np.array([0, 1, 2, 1, 0]))
    [TagSpan(first=1, last=3, label='PER'), TagSpan(first=3, last=4, label='PER')]
    """

    def __init__(self, names: Sequence[str]) -> None:
        strange = [name for name in names if name[:2] in ("B-", "I-") and name[2:] not in NAMES]
        if strange:
            raise PackError(f"the tags {strange} have labels other than {', '.join(NAMES)}")
        self._labels = [cast(Label, name[2:]) for name in names]
        self._opens = np.array([name.startswith("B-") for name in names])
        self.prolongs: NDArray[np.bool_] = np.array([name.startswith("I-") for name in names])
        """For each tag whether it carries a span on."""

    def spans(self, path: NDArray[np.int64]) -> list[TagSpan]:
        """The spans of a document's tags, in order; an `I-…` with nothing open is no span, as in slovnet."""
        opened = self._opens[path].nonzero()[0]
        ends = (~self.prolongs[path]).nonzero()[0]
        closed = np.append(ends, len(path))[ends.searchsorted(opened, side="right")]
        tags = path[opened].tolist()
        return [
            TagSpan(first, last, self._labels[tag])
            for first, last, tag in zip(opened.tolist(), closed.tolist(), tags, strict=True)
        ]
