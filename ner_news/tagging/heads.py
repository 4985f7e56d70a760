"""One scheme's head of a network: from the scores of tags to spans with a confidence."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

import numpy as np

from ner_news.errors import PackError
from ner_news.segment import Tokens
from ner_news.spans import LONGEST_NAME, Label, PlainSpan
from ner_news.tagging.calibration import Calibration
from ner_news.tagging.crf import Decoding, decode, decode_joined, span_scores
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

    def shares(self, spans: Sequence[TagSpan], emissions: Floats, decoding: Decoding) -> list[float]:
        """Return the share of paths that has each span, 0..1, not calibrated."""
        return span_scores(decoding, emissions, self.transitions, spans, self.tags.prolongs)

    def spans(self, documents: Sequence[Tokens], decoded: "Decoded") -> list[list[PlainSpan]]:
        """Return the names of each document, sorted, without overlaps.

        Dates, silent spans and what is too long for a name are left out.
        """
        spans = self._find(decoded)
        found = [span for span in spans if span.label in NAMES and span.last - span.first <= LONGEST_NAME]
        if not found:
            return [[] for _ in documents]
        rows, lengths, decoding = decoded
        shares = span_scores(decoding, rows, self.transitions, found, self.tags.prolongs, lengths)
        scores = (round(self.calibration(share), SCORE_DIGITS) for share in shares)
        own = _assign(documents, found)
        return [[PlainSpan(*place, cast(Label, span.label), next(scores)) for span, place in spans] for spans in own]

    def places(self, documents: Sequence[Tokens], decoded: "Decoded") -> list[list[tuple[int, int]]]:
        """Return the offsets of all spans of each document, whatever their labels, sorted and apart."""
        return [[place for _, place in spans] for spans in _assign(documents, self._find(decoded))]

    def _find(self, decoded: "Decoded") -> list[TagSpan]:
        path = decoded.decoding.path
        begins = (np.cumsum(decoded.lengths) - decoded.lengths).tolist()
        return self.tags.spans(path, [begin for begin in begins if begin < len(path)])


class Decoded(NamedTuple):
    """Documents one after another with their best paths."""

    emissions: Floats
    lengths: list[int]
    """Tokens of each document."""
    decoding: Decoding


def decode_heads(parts: Sequence[tuple[Head, Sequence[Floats]]]) -> list[Decoded]:
    """Return what each head makes of its documents, of which each has one at least.

    Heads with as many tags are decoded together: a step costs the same for few documents as for many.
    """
    found: dict[int, Decoded] = {}
    for width in {len(head.transitions) for head, _ in parts}:
        numbers = [number for number, (head, _) in enumerate(parts) if len(head.transitions) == width]
        documents = [rows for number in numbers for rows in parts[number][1]]
        lengths = list(map(len, documents))
        joined = np.concatenate(documents)
        transitions = [parts[number][0].transitions for number in numbers for _ in parts[number][1]]
        decoding = decode_joined(joined, lengths, transitions)
        start = first = 0
        for number in numbers:
            last = first + len(parts[number][1])
            own = slice(start, start + sum(lengths[first:last]))
            found[number] = Decoded(joined[own], lengths[first:last], decoding.cut(own))
            start, first = own.stop, last
    return [found[number] for number in range(len(parts))]


def _assign(documents: Sequence[Tokens], spans: Sequence[TagSpan]) -> list[list[tuple[TagSpan, tuple[int, int]]]]:
    """Return for each document its spans, each with its offsets; spans count the tokens of all documents."""
    assigned: list[list[tuple[TagSpan, tuple[int, int]]]] = []
    begin = place = 0
    for tokens in documents:
        own: list[tuple[TagSpan, tuple[int, int]]] = []
        while place < len(spans) and spans[place].first < begin + len(tokens):
            span = spans[place]
            own.append((span, (tokens.starts[span.first - begin], tokens.stops[span.last - 1 - begin])))
            place += 1
        assigned.append(own)
        begin += len(tokens)
    return assigned


def build_head_layer(arrays: Mapping[str, Floats], scheme: str, tags: int, before: Affine) -> Linear:
    """Return the linear layer from the last hidden rows to a scheme's tags."""
    weight = arrays[f"{scheme}.weight"]
    if weight.shape[1:] * 2 != arrays[f"{scheme}.transitions"].shape or weight.shape[1:] != (tags,):
        raise ValueError(f"{scheme} has {tags} tags, weights for {weight.shape[1:]}")
    return Linear(weight, arrays[f"{scheme}.bias"], before)
