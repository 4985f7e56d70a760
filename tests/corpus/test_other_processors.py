"""Another processor rounds sums in another order: scores differ in their last digit, documents do not."""

import numpy as np
import pytest

from ner_news import Corpus, Document, Extractor
from ner_news.corpus.stored_rows import compute_digest
from ner_news.tagging import layers
from ner_news.tagging.layers import Floats
from tests.corpus.documents import news

NOISE = 3e-6
"""Of a product, relatively: some tens of units in the last place, more than kernels differ by, so that few texts do."""


@pytest.fixture
def other_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every product of matrices is a little off."""
    chance = np.random.default_rng(1)
    exact = layers.in_blocks

    def rounded(rows: Floats, weight: Floats) -> Floats:
        product = exact(rows, weight)
        noise = chance.uniform(1 - NOISE, 1 + NOISE, product.shape)
        return (product * noise).astype(np.float32)

    monkeypatch.setattr(layers, "in_blocks", rounded)


def scores(found: Document) -> list[float]:
    return [span.score for span in found.spans]


def test_a_corpus_takes_the_document_of_another_processor(request: pytest.FixtureRequest) -> None:
    extractor = Extractor(scheme="names")
    texts = [{"id": each.id, "text": each.text} for each in news(40)]
    here = list(extractor.pipe(texts))
    extractor.clear_caches()
    request.getfixturevalue("other_processor")
    there = list(extractor.pipe(texts))
    assert list(map(scores, here)) != list(map(scores, there))
    assert list(map(compute_digest, here)) == list(map(compute_digest, there))
    corpus = Corpus()
    assert corpus.extend(here) == len(texts)
    assert corpus.extend(there) == 0


def test_only_scores_are_left_out() -> None:
    one = next(iter(news(1)))
    moved = one.model_copy(update={"text": one.text + ' "score":0.5,'})
    other = one.model_copy(update={"text": one.text + ' "score":0.6,'})
    assert len({compute_digest(each) for each in (one, moved, other)}) == 3
