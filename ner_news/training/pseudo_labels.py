"""Layers that nobody marked, filled in by several networks together.

Where hands marked names without their kind (`UNTYPED`), the networks choose the kinds and little else. No bare name
lies outside a marked one or across its start, and a capital inside one rarely stands for nothing. Longest names may
join several («МИД» and «России» in half of the newspaper's files) with lower-case words between and before them, so of
them only a capital outside is none.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ner_news.export.annotated import GoldSpan
from ner_news.segment import Tokens, tokenize
from ner_news.spans import SCHEMES
from ner_news.tagging.heads import Head
from ner_news.tagging.layers import Floats
from ner_news.tagging.network_input import build_input
from ner_news.tagging.networks import Network, build_network
from ner_news.tagging.pack import Pack
from ner_news.tagging.tags import NAMES
from ner_news.training.gold import UNTYPED, Layers
from ner_news.training.sources import LayeredDocument

BATCH = 32
"""Texts that are read together."""

BARE = SCHEMES[1]
"""The scheme of bare names."""

FORBIDDEN = 30.0
"""Taken from the score of a tag that hand-marked names exclude, by eye."""

UNLIKELY = 2.0
"""Taken from the score of "no name" for a capital inside a hand-marked name, by eye: heads are marked too («ООО»)."""


def complete_layers(documents: Sequence[LayeredDocument], teachers: Sequence[Pack]) -> list[LayeredDocument]:
    """Return the documents with a layer for each head of the teachers, the missing ones by the mean of their scores.

    A head counts the teachers that have it.
    """
    networks = [(build_network(teacher), list(teacher.settings["heads"])) for teacher in teachers]
    heads = _mean_heads(teachers)
    untyped = [scheme for scheme, head in heads.items() if head.tags.labels == {UNTYPED}]
    completed: list[LayeredDocument] = []
    for start in range(0, len(documents), BATCH):
        batch = documents[start : start + BATCH]
        tokens = [tokenize(document.text) for document in batch]
        votes = _read(networks, batch, tokens)
        found = [dict(document.layers) for document in batch]
        for scheme, head in heads.items():
            missing = [number for number, document in enumerate(batch) if scheme not in document.layers]
            means = [
                votes[scheme][number] - _exclude(scheme, head, tokens[number], _find_bounds(batch[number], untyped))
                for number in missing
            ]
            decodings = head.decode(means) if missing else []
            for number, decoding in zip(missing, decodings, strict=True):
                found[number][scheme] = tuple(_spans(head, tokens[number], decoding.path))
        completed += [document._replace(layers=own) for document, own in zip(batch, found, strict=True)]
    return completed


def _mean_heads(teachers: Sequence[Pack]) -> dict[str, Head]:
    groups: dict[str, list[Head]] = {}
    for teacher in teachers:
        for scheme in teacher.settings["heads"]:
            groups.setdefault(scheme, []).append(Head.of(teacher, scheme))
    return {
        scheme: heads[0]._replace(transitions=np.mean([each.transitions for each in heads], axis=0))
        for scheme, heads in groups.items()
    }


def _read(
    networks: Sequence[tuple[Network, Sequence[str]]], documents: Sequence[LayeredDocument], tokens: Sequence[Tokens]
) -> Mapping[str, list[Floats]]:
    """Return the mean emissions of each document by scheme."""
    inputs = [build_input(document.text, own) for document, own in zip(documents, tokens, strict=True)]
    votes: dict[str, list[list[Floats]]] = {}
    for network, schemes in networks:
        for scheme, emissions in zip(schemes, network.emissions(inputs, schemes), strict=True):
            votes.setdefault(scheme, []).append(emissions)
    return {scheme: [np.mean(rows, axis=0) for rows in zip(*given, strict=True)] for scheme, given in votes.items()}


def _find_bounds(document: LayeredDocument, untyped: Sequence[str]) -> Sequence[GoldSpan] | None:
    """Return the hand-marked names without a kind; `None` where the document has no such layer."""
    return next((document.layers[scheme] for scheme in untyped if scheme in document.layers), None)


def _exclude(scheme: str, head: Head, tokens: Tokens, bounds: Sequence[GoldSpan] | None) -> Floats:
    """Return what is taken from the scores, tokens x tags."""
    tags = head.tags.names
    taken = np.zeros((len(tokens), len(tags)), np.float32)
    base = scheme.partition("-")[0]
    if bounds is None or base not in SCHEMES:
        return taken
    starts, stops = np.array(tokens.starts), np.array(tokens.stops)
    capital = np.array([text[:1].isupper() for text in tokens.texts], bool)
    inside, first = np.zeros(len(tokens), bool), np.zeros(len(tokens), bool)
    for span in bounds:
        place = slice(*_find_tokens(starts, stops, span))
        inside[place] = True
        first[place.start : place.start + 1] = True
    is_name = np.array([tag[2:] in NAMES for tag in tags])
    goes_on = is_name & np.array([tag.startswith("I-") for tag in tags])
    if base == BARE:
        taken += FORBIDDEN * (~inside[:, None] & is_name | first[:, None] & goes_on)
    else:
        taken += FORBIDDEN * ((capital & ~inside)[:, None] & is_name)
    if scheme in SCHEMES:
        taken[:, tags.index("O")] += UNLIKELY * (inside & capital)
    return taken


def _find_tokens(starts: NDArray[np.int64], stops: NDArray[np.int64], span: GoldSpan) -> tuple[int, int]:
    return int(stops.searchsorted(span.start, side="right")), int(starts.searchsorted(span.stop))


def _spans(head: Head, tokens: Tokens, path: NDArray[np.int64]) -> Iterator[GoldSpan]:
    for span in head.tags.spans(path):
        yield GoldSpan(tokens.starts[span.first], tokens.stops[span.last - 1], span.label)


def label_texts(texts: Sequence[str], teachers: Sequence[Pack]) -> list[LayeredDocument]:
    """Return the texts with all layers that the teachers know."""
    nothing: Layers = {}
    return complete_layers([LayeredDocument(text, nothing) for text in texts], teachers)
