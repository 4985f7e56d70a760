"""One scheme's head of a network: from the scores of tags to spans with a confidence."""

from collections.abc import Sequence
from typing import NamedTuple, cast

import numpy as np

from ner_news.errors import PackError
from ner_news.segment import Tokens
from ner_news.spans import Label, PlainSpan
from ner_news.tagging.calibration import Calibration
from ner_news.tagging.crf import Decoding, decode, span_scores
from ner_news.tagging.layers import Floats
from ner_news.tagging.pack import Pack
from ner_news.tagging.tags import NAMES, Tags, TagSpan

SCORE_DIGITS = 4


class Head(NamedTuple):
    """What reads the emissions of one scheme."""

    scheme: str
    tags: Tags
    transitions: Floats
    """The score of going from tag x to tag."""
    calibration: Calibration

    @classmethod
    def of(cls, pack: Pack, scheme: str) -> "Head":
        """The head of a pack; `PackError` when its settings do not fit."""
        try:
            return cls(
                scheme,
                Tags(pack.settings["heads"][scheme], pack.settings.get("silent", ())),
                pack.arrays[f"{scheme}.transitions"].astype(np.float32),
                Calibration(**pack.settings.get("calibration", {}).get(scheme, {})),
            )
        except (TypeError, AttributeError) as error:
            raise PackError(f"the settings of the pack {pack.name} are of another kind: {error}") from error

    def decode(self, emissions: Sequence[Floats]) -> list[Decoding]:
        """The best path of each document."""
        return decode(emissions, self.transitions)

    def found(self, decoding: Decoding) -> list[TagSpan]:
        """The names on the best path; dates and silent spans are left out."""
        return [span for span in self.tags.spans(decoding.path) if span.label in NAMES]

    def shares(self, spans: Sequence[TagSpan], emissions: Floats, decoding: Decoding) -> list[float]:
        """The share of paths that has each span, 0..1, not calibrated."""
        return span_scores(decoding, emissions, self.transitions, spans, self.tags.prolongs)

    def spans(self, tokens: Tokens, emissions: Floats, decoding: Decoding) -> list[PlainSpan]:
        """The names of a document, sorted, without overlaps."""
        found = self.found(decoding)
        return [
            PlainSpan(
                tokens.starts[span.first],
                tokens.stops[span.last - 1],
                cast(Label, span.label),
                round(self.calibration(share), SCORE_DIGITS),
            )
            for span, share in zip(found, self.shares(found, emissions, decoding), strict=True)
        ]
