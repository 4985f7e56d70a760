"""One extractor serves many threads, and it pickles."""

import pickle
from concurrent.futures import ThreadPoolExecutor

from ner_news import Extractor, pipeline


def test_an_extractor_pickles_with_its_options(article: str) -> None:
    extractor = Extractor(scheme="names", min_score=0.5)
    again = pickle.loads(pickle.dumps(extractor))
    assert repr(again) == "Extractor(model='news', scheme='names', min_score=0.5)"
    assert again(article) == extractor(article)


def test_a_document_pickles(extractor: Extractor, article: str) -> None:
    document = extractor(article)
    again = pickle.loads(pickle.dumps(document))
    assert again == document
    assert [entity.spans for entity in again.entities] == [entity.spans for entity in document.entities]


def test_threads_that_call_first_at_once_share_one_extractor() -> None:
    pipeline._make_default.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert len(set(map(id, pool.map(lambda _: pipeline._default(), range(8))))) == 1
