"""One text gives the same answer alone, in any batch, in any thread, in any process."""

import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ner_news import Document, Extractor
from ner_news.cli import main
from ner_news.prepare import FORMATS


@pytest.fixture(scope="module")
def texts(article: str) -> list[str]:
    """Short and long, clean and not."""
    lines = article.split("\n")
    return [*lines, article, "", "<p>Ангелу <b>Мер</b>кель ждут", "**Рахмо\u0301на** ждут в Душан\u00adбе", article * 3]


@pytest.mark.parametrize("form", FORMATS)
def test_alone_and_in_any_batch(extractor: Extractor, texts: list[str], form: str) -> None:
    alone = [extractor(text, format=form) for text in texts]
    for size in (1, 2, 7, 1000):
        assert list(extractor.pipe(texts, batch_size=size, format=form)) == alone


def test_cold_and_warm(extractor: Extractor, texts: list[str]) -> None:
    warm = [extractor(text) for text in texts]
    for text, document in zip(texts, warm, strict=True):
        extractor.clear_caches()
        assert extractor(text) == document


def test_in_any_thread(extractor: Extractor, texts: list[str]) -> None:
    extractor.clear_caches()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(extractor, texts * 3)) == [extractor(text) for text in texts] * 3


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_in_any_process(extractor: Extractor, texts: list[str], method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system cannot {method}")
    with ProcessPoolExecutor(2, multiprocessing.get_context(method)) as pool:
        assert list(pool.map(extractor, texts)) == [extractor(text) for text in texts]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_child_forked_while_threads_work_goes_on() -> None:
    """In a process of its own, for which a fork among threads may warn."""
    code = """if True:
        import os, threading, ner_news
        extractor = ner_news.Extractor()
        def work():
            while True:
                extractor.clear_caches()
                extractor("Ангелу Меркель ждали в Минске.")
        for _ in range(3):
            threading.Thread(target=work, daemon=True).start()
        for _ in range(5):
            child = os.fork()
            if not child:
                os._exit(extractor("Киев ждёт.").places[0].lemma != "Киев")
            assert os.waitpid(child, 0)[1] == 0
        os._exit(0)
    """
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], timeout=60, check=False).returncode == 0


@pytest.mark.parametrize("threads", ["1", "4"])
def test_with_any_number_of_threads_of_blas(extractor: Extractor, article: str, threads: str) -> None:
    code = (
        "import sys, ner_news; sys.stdout.reconfigure(encoding='utf-8'); sys.stdin.reconfigure(encoding='utf-8')\n"
        "print(ner_news.extract(sys.stdin.read()).to_json())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads, "MKL_NUM_THREADS": threads},
        input=article * 3,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == extractor(article * 3).to_json()


@pytest.fixture
def methods() -> Iterator[list[str]]:
    """Ways that processes start; that of the tests comes back."""
    before = multiprocessing.get_start_method(allow_none=True)
    yield [method for method in ("fork", "spawn") if method in multiprocessing.get_all_start_methods()]
    multiprocessing.set_start_method(before, force=True)


def test_on_all_gold_texts_by_any_number_of_workers(
    extractor: Extractor, gold_texts: list[str], methods: list[str], tmp_path: Path
) -> None:
    alone = list(extractor.pipe(gold_texts))
    for method in methods:
        multiprocessing.set_start_method(method, force=True)
        assert list(extractor.pipe(gold_texts, workers=2)) == alone
    source, target = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    lines = (json.dumps({"id": number, "text": text}) for number, text in enumerate(gold_texts))
    source.write_text("\n".join(lines), encoding="utf-8")
    assert run_extract(["-q", str(source), "-o", str(target), "--workers", "2"]).exit_code == 0
    written = map(Document.from_json, target.read_text(encoding="utf-8").splitlines())
    assert [document.model_copy(update={"id": None}) for document in written] == alone


def run_extract(arguments: list[str]) -> Result:
    return CliRunner().invoke(main, ["extract", *arguments])
