"""One scheme's head of a network: from the scores of tags to spans with a confidence."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.segment import Tokens
from ner_news.spans import LONGEST_NAME, Label, PlainSpan
from ner_news.tagging.calibration import Calibration
from ner_news.tagging.crf import Decoding, decode, span_scores
from ner_news.tagging.layers import Affine, Floats, Linear
from ner_news.tagging.pack import Pack
from ner_news.tagging.tags import NAMES, Tags, TagSpan

LARGEST_TRANSITION = 500
"""Beyond 700 their weights, exponentials, are no numbers in double precision; the shipped networks have 11."""

SCORE_DIGITS = 4
"""Of a confidence, by eye."""


class Head(NamedTuple):
    """Decodes the emissions of one scheme."""

    scheme: str
    tags: Tags
    transitions: Floats
    """The score of going from tag x to tag."""
    calibration: Calibration

    @classmethod
    def of(cls, pack: Pack, scheme: str) -> "Head":
        """Return the head of a pack; `PackError` when its settings do not fit."""
        transitions = pack.arrays[f"{scheme}.transitions"].astype(np.float32)
        if abs(transitions).max() > LARGEST_TRANSITION:
            raise PackError(f"{scheme}.transitions of the pack {pack.name} are beyond {LARGEST_TRANSITION}")
        try:
            return cls(
                scheme,
                Tags(pack.settings["heads"][scheme], pack.settings.get("silent", ())),
                transitions,
                Calibration.of(pack.settings.get("calibration", {}).get(scheme, {})),
            )
        except (TypeError, AttributeError) as error:
            raise PackError(f"the settings of the pack {pack.name} are of another kind: {error}") from error

    def decode(self, emissions: Sequence[Floats]) -> list[Decoding]:
        """Return the best path of each document."""
        return decode(emissions, self.transitions)

    def find_names(self, decoding: Decoding) -> list[TagSpan]:
        """Return the names on the best path; dates, silent spans and what is too long for a name are left out."""
        spans = self.tags.spans(decoding.path)
        return [span for span in spans if span.label in NAMES and span.last - span.first <= LONGEST_NAME]

    def shares(self, spans: Sequence[TagSpan], emissions: Floats, decoding: Decoding) -> list[float]:
        """Return the share of paths that has each span, 0..1, not calibrated."""
        return span_scores(decoding, emissions, self.transitions, spans, self.tags.prolongs)

    def spans(self, tokens: Tokens, emissions: Floats, decoding: Decoding) -> list[PlainSpan]:
        """Return the names of a document, sorted, without overlaps."""
        found = self.find_names(decoding)
        shares = self.shares(found, emissions, decoding)
        return [self._to_span(tokens, *each) for each in zip(found, shares, strict=True)]

    def _to_span(self, tokens: Tokens, span: TagSpan, share: float) -> PlainSpan:
        score = round(self.calibration(share), SCORE_DIGITS)
        return PlainSpan(tokens.starts[span.first], tokens.stops[span.last - 1], cast(Label, span.label), score)

    def spans_within(
        self, tokens: Tokens, emissions: Floats, ranges: Sequence[tuple[int, int]], context: int
    ) -> list[list[PlainSpan]]:
        """Return the names that each range of tokens shares one with, read with so many around it but by itself.

        All are weighed at once: one by one those of 10,000 short ranges took 4 s, so 0.5 s.
        """
        windows = [(max(0, first - context), min(len(emissions), last + context)) for first, last in ranges]
        rows = [np.ascontiguousarray(emissions[first:last]) for first, last in windows]
        decodings = self.decode(rows) if rows else []
        starts = np.cumsum([0, *(len(part) + 1 for part in rows)]).tolist()  # a row that opens nothing behind each
        path, before, after = (
            _lay_out([each[side] for each in decodings], nothing)
            for side, nothing in ((0, self.tags.outside), (1, 0), (2, 0))
        )
        near: list[tuple[int, TagSpan]] = []
        for name in self.find_names(Decoding(path, before, after)):
            number = bisect_right(starts, name.first) - 1
            moved = windows[number][0] - starts[number]
            if name.first + moved < ranges[number][1] and name.last + moved > ranges[number][0]:
                near.append((number, name))
        edges = [(starts[number], starts[number + 1] - 1) for number, _ in near]
        sheet, names = Decoding(path, before, after), [name for _, name in near]
        shares = span_scores(sheet, _lay_out(rows, 0), self.transitions, names, self.tags.prolongs, edges)
        found: list[list[PlainSpan]] = [[] for _ in ranges]
        for (number, name), share in zip(near, shares, strict=True):
            moved = windows[number][0] - starts[number]
            placed = TagSpan(name.first + moved, name.last + moved, name.label)
            found[number].append(self._to_span(tokens, placed, share))
        return found

    def places(self, tokens: Tokens, decoding: Decoding) -> list[tuple[int, int]]:
        """Return the offsets of all spans on the best path, whatever their labels, sorted and apart."""
        found = self.tags.spans(decoding.path)
        return [(tokens.starts[span.first], tokens.stops[span.last - 1]) for span in found]


def _lay_out(parts: Sequence[NDArray[Any]], between: int) -> NDArray[Any]:
    """Return the parts one after another, with a row of that number behind each."""
    if not parts:
        return np.empty((0, 0))
    row = np.full((1, *parts[0].shape[1:]), between, parts[0].dtype)
    return np.concatenate([piece for part in parts for piece in (part, row)])


def build_head_layer(arrays: Mapping[str, Floats], scheme: str, tags: int, before: Affine) -> Linear:
    """Return the linear layer from the last hidden rows to a scheme's tags."""
    weight = arrays[f"{scheme}.weight"]
    if weight.shape[1:] * 2 != arrays[f"{scheme}.transitions"].shape or weight.shape[1:] != (tags,):
        raise ValueError(f"{scheme} has {tags} tags, weights for {weight.shape[1:]}")
    return Linear(weight, arrays[f"{scheme}.bias"], before)
