"""The recognizer's door: tokens of documents in, names out. Which network stands behind it, the pack says."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from ner_news.errors import OptionError, PackError
from ner_news.segment import Tokens
from ner_news.spans import SCHEMES, PlainSpan
from ner_news.tagging.crf import Decoding, decode, span_scores
from ner_news.tagging.joining import joined
from ner_news.tagging.layers import Floats
from ner_news.tagging.network import ConvolutionNetwork
from ner_news.tagging.pack import Pack, read_pack
from ner_news.tagging.slovnet import read_slovnet
from ner_news.tagging.tags import Tags

SCORE_DIGITS = 4

MODELS: Mapping[str, Callable[[], Pack]] = {"slovnet": read_slovnet}
"""Networks known by a name; anything else is a path of a pack."""


class Network(Protocol):
    """What a pack's architecture turns into."""

    def emissions(self, documents: Sequence[Sequence[str]], scheme: str) -> list[Floats]:
        """For each document, given as its tokens, tokens x tags of the scheme's head."""

    def clear_caches(self) -> None:
        """Forget what was kept to be faster."""


NETWORKS: Mapping[str, Callable[[Pack], Network]] = {"cnn-crf": ConvolutionNetwork}


def load_pack(model: str | Path) -> Pack:
    """The pack of a known name or of a file; `OptionError` when there is none, `PackError` when it is damaged."""
    if isinstance(model, str) and model in MODELS:
        return MODELS[model]()
    if not Path(model).exists():
        raise OptionError("model", str(model), (*MODELS, "a path of a model file"))
    return read_pack(model)


class Tagger:
    """Finds people, organizations and places in tokenized documents.

    `model` is a known name or the path of a pack; `scheme` is `"full"` or `"names"`. A pack without a head for
    `full` serves it by joining the bare names that stand side by side.
    """

    def __init__(self, model: str | Path, scheme: str) -> None:
        if scheme not in SCHEMES:
            raise OptionError("scheme", scheme, SCHEMES)
        pack = load_pack(model)
        if pack.architecture not in NETWORKS:
            raise PackError(f"{pack.name}: the architecture {pack.architecture!r} is not known")
        self._network = NETWORKS[pack.architecture](pack)
        heads = pack.settings["heads"]
        self._head = scheme if scheme in heads else "names"
        if self._head not in heads:
            raise PackError(f"{pack.name} has no heads for the schemes {', '.join(SCHEMES)}")
        self._joins = self._head != scheme
        self._tags = Tags(heads[self._head])
        self._transitions: Floats = pack.arrays[f"{self._head}.transitions"].astype(np.float32)

    def clear_caches(self) -> None:
        """Forget what was kept to be faster; no answer depends on it."""
        self._network.clear_caches()

    def tag(self, texts: Sequence[str], documents: Sequence[Tokens]) -> list[list[PlainSpan]]:
        """The names of each document, sorted, without overlaps."""
        emissions = self._network.emissions([tokens.texts for tokens in documents], self._head)
        found = map(self._spans, documents, emissions, decode(emissions, self._transitions))
        return [joined(text, spans) if self._joins else spans for text, spans in zip(texts, found, strict=True)]

    def _spans(self, tokens: Tokens, emissions: Floats, decoding: Decoding) -> list[PlainSpan]:
        found = self._tags.spans(decoding.path)
        scores = span_scores(decoding, emissions, self._transitions, found, self._tags.prolongs)
        return [
            PlainSpan(tokens.starts[span.first], tokens.stops[span.last - 1], span.label, round(score, SCORE_DIGITS))
            for span, score in zip(found, scores, strict=True)
        ]
