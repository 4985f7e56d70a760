"""Tags of a network (BIO) to spans."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.spans import Label

NAMES: tuple[Label, ...] = ("PER", "ORG", "LOC")
"""The labels of names that are taken from networks."""

DATE = "DATE"
"""The label of dates, which a network may find too; the package's dates are found by rules."""


class TagSpan(NamedTuple):
    """Tokens `first:last` under one label."""

    first: int
    last: int
    label: str


class Tags:
    """The tags of a network: `B-X` opens a span, any `I-…` prolongs what is open, anything else closes it.

    Besides `NAMES` a network may know `DATE` and, so as not to take one for a name, `silent` labels. `PackError` for
    any other.

    >>> tags = Tags(["O", "B-PER", "I-PER"])
    >>> tags.spans(np.array([0, 1, 2, 1, 0]))
    [TagSpan(first=1, last=3, label='PER'), TagSpan(first=3, last=4, label='PER')]
    """

    def __init__(self, names: Sequence[str], silent: Sequence[str] = ()) -> None:
        known = (*NAMES, DATE, *silent)
        strange = [name for name in names if name[:2] in ("B-", "I-") and name[2:] not in known]
        if strange:
            raise PackError(f"the tags {strange} have labels other than {', '.join(known)}")
        self.names = list(names)
        self._labels = [name[2:] for name in names]
        self._opens = np.array([name.startswith("B-") for name in names])
        self.prolongs: NDArray[np.bool_] = np.array([name.startswith("I-") for name in names])
        """For each tag whether it carries a span on."""
        self.outside = int((~self._opens & ~self.prolongs).argmax())
        """A tag that neither opens nor prolongs a span, where there is one."""
        tags = {name: tag for tag, name in enumerate(names)}
        self.of_names: Mapping[Label, tuple[int, int]] = {
            label: (tags[f"B-{label}"], tags[f"I-{label}"])
            for label in NAMES
            if f"B-{label}" in tags and f"I-{label}" in tags
        }
        """The tags that open and prolong a name of each label."""

    @property
    def labels(self) -> set[str]:
        """The labels that the tags have."""
        return {label for label in self._labels if label}

    def spans(self, path: NDArray[np.int64], begins: Sequence[int] = ()) -> list[TagSpan]:
        """Return the spans of a document's tags, in order; an `I-…` with nothing open is no span, as in slovnet.

        `begins` are the places of `path`, sorted, where other documents begin, if there are several.
        """
        opened = self._opens[path].nonzero()[0]
        if not len(opened):
            return []
        goes_on = self.prolongs[path]
        goes_on[list(begins)] = False
        ends = np.append((~goes_on).nonzero()[0], len(path))
        closed = ends[ends.searchsorted(opened, side="right")]
        tags = path[opened].tolist()
        return [
            TagSpan(first, last, self._labels[tag])
            for first, last, tag in zip(opened.tolist(), closed.tolist(), tags, strict=True)
        ]
