"""The benchmark's machinery, without natasha and without timing."""

import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

from ner_news import Extractor
from tests.benchmarks.__main__ import ROWS
from tests.benchmarks.articles import prepare
from tests.benchmarks.measure import Pair, alternate, summary
from tests.benchmarks.table import HEAD, Line, table
from tests.benchmarks.worker import Worker, our_python


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"text": "Москва"}\n{"text": "Ёж", "published": "2021-09-16"}\n', encoding="utf-8")
    return path


@pytest.fixture
def worker(articles: Path) -> Iterator[Worker]:
    with Worker(our_python(), "fake", articles) as started:
        yield started


def test_a_worker_answers_and_empties_its_caches_when_asked(worker: Worker) -> None:
    found = [
        worker.ask("letters", batch, cold=cold).found for batch, cold in (([0], False), ([1], False), ([0, 1], True))
    ]
    assert found == [6, 1002, 8]


def test_an_answer_tells_time_and_memory(worker: Worker) -> None:
    answer = worker.ask("letters", [0])
    assert 0 <= answer.cpu <= answer.process
    assert answer.memory > 1_000_000


def test_a_worker_that_ended_is_reported_with_the_task(articles: Path) -> None:
    with (
        Worker(our_python(), "fake", articles) as worker,
        pytest.raises(RuntimeError, match="'fake' ended at 'unknown'"),
    ):
        worker.ask("unknown", [0])


def test_two_workers_run_every_batch_as_often_as_asked(worker: Worker) -> None:
    both = alternate([worker, worker], "letters", [[0], [1]], state="warm", repeats=3)
    assert [len(times) for side in both for times in side] == [3, 3, 3, 3]


def test_ratios_are_of_sums_and_of_pairs() -> None:
    found = summary(Pair(ours=[[1.0], [1.0], [2.0]], theirs=[[2.0], [3.0], [19.0]]))
    assert (found.ratio, found.paired) == (6.0, 3.0)


def test_the_table_is_markdown_of_one_width() -> None:
    drawn = table([Line("start", "CPU", "0.20 s", "0.80 s", 4.0, 4.1), Line("pipe", "2 workers", "1.0 ms", speed=2e6)])
    lines = drawn.splitlines()
    assert len({len(line) for line in lines}) == 1
    assert [cell.strip() for cell in lines[0].strip("|").split("|")] == list(HEAD)
    assert [cell.strip() for cell in lines[3].strip("|").split("|")][3:] == ["–", "–", "–", "2,000,000"]


def test_rows_have_names_of_their_own_and_words() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)
    assert all(row.words for row in ROWS)


def test_many_articles_begin_again_where_texts_run_out(tmp_path: Path) -> None:
    made = prepare(tmp_path, timed=2, many=2000)
    assert len(made.lengths) == 2
    assert len(made.many.read_text(encoding="utf-8").splitlines()) == 2000


def test_a_cold_run_begins_with_no_word_remembered() -> None:
    extractor = Extractor()
    extractor("Эмомали Рахмон и Совет безопасности ОДКБ, Душанбе, 16 сентября 2021 года.")
    assert set(word_caches())
    extractor.clear_caches()
    assert set(word_caches()) == set()


def word_caches() -> Iterator[str]:
    """The functions of the package that remember words now; those of a few slots keep what was loaded."""
    for name, module in list(sys.modules.items()):
        if name.startswith("ner_news"):
            for function in vars(module).values():
                if isinstance(function, _lru_cache_wrapper):
                    info = function.cache_info()
                    if (info.maxsize or 0) >= 64 and info.currsize:
                        yield f"{function.__module__}.{function.__name__}"
