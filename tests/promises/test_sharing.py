"""One extractor serves many threads, and it pickles."""

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from ner_news import Extractor, shared_extractor


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
    shared_extractor._make_default.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert len(set(map(id, pool.map(lambda _: shared_extractor._default(), range(8))))) == 1


FORK = """
import os, signal, sys, threading, time
import ner_news
threading.Thread(target=ner_news.extract, args=("Минск",), daemon=True).start()
time.sleep(float(sys.argv[1]))
child = os.fork()
if not child:
    signal.alarm(30)
    os._exit(len(ner_news.extract("Киев").spans) - 1)
os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("delay", ["0.01", "0.05", "0.1"])
def test_a_child_forked_amid_the_first_call_reads_too(delay: str) -> None:
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", FORK, delay], check=False).returncode == 0
