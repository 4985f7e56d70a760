"""Labels for texts without gold, by several networks together."""

from collections.abc import Sequence

import numpy as np

from ner_news.export.annotated import GoldSpan
from ner_news.segment import tokenize
from ner_news.tagging.heads import Head
from ner_news.tagging.network_input import build_input
from ner_news.tagging.networks import build_network
from ner_news.tagging.pack import Pack
from ner_news.training.gold import GoldDocument

BATCH = 32
"""Texts that are read together."""


def label_texts(texts: Sequence[str], teachers: Sequence[Pack], scheme: str) -> list[GoldDocument]:
    """Return the texts with the spans that the teachers find by the mean of their scores; named by their numbers."""
    networks = [build_network(teacher) for teacher in teachers]
    heads = [Head.of(teacher, scheme) for teacher in teachers]
    head = heads[0]._replace(transitions=np.mean([each.transitions for each in heads], axis=0))
    documents: list[GoldDocument] = []
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        tokens = [tokenize(text) for text in batch]
        inputs = list(map(build_input, batch, tokens))
        votes = [network.emissions(inputs, [scheme])[0] for network in networks]
        means = [np.mean(rows, axis=0) for rows in zip(*votes, strict=True)]
        for text, own, decoding in zip(batch, tokens, head.decode(means), strict=True):
            spans = tuple(
                GoldSpan(own.starts[span.first], own.stops[span.last - 1], span.label)
                for span in head.tags.spans(decoding.path)
            )
            documents.append(GoldDocument(str(len(documents)), text, spans))
    return documents
