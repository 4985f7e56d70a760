"""`Extractor.pipe` with workers: the same documents, and a failure for what has none."""

import logging
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import ner_news
from ner_news import Document, Extractor, Failure, InputError, OptionError, WorkerError
from ner_news.workers import most_workers
from tests.test_cli import run
from tests.workers.work import KILL, KillOnce, end, kill, refuse

TEXTS = [f"Рахмон прибыл в Душанбе {day} мая. Половина \ud800 пары." for day in range(1, 31)]
BAD: list[Any] = [None, {"text": 5}, {"body": ""}, {"text": "Москва", "published": "вчера"}, ("Москва", 1, 2)]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(params=[1, 2])
def workers(request: pytest.FixtureRequest) -> int:
    """In this process and in others: all is the same."""
    return int(request.param)


def test_documents_are_those_of_one_process(extractor: Extractor, method: str) -> None:
    assert method
    records = [{"id": number, "text": text, "published": "2021-09-16"} for number, text in enumerate(TEXTS)]
    alone = list(extractor.pipe(records))
    together = list(extractor.pipe(records, workers=2, batch_size=4))
    assert together == alone
    assert [document.to_json() for document in together] == [document.to_json() for document in alone]
    assert [[entity.spans for entity in each.entities] for each in together] == [
        [entity.spans for entity in each.entities] for each in alone
    ]
    assert [document.model_fields_set for document in together] == [document.model_fields_set for document in alone]


def test_contexts_come_back_whatever_they_are(extractor: Extractor, workers: int) -> None:
    contexts = [lambda: None for _ in TEXTS]  # what does not pickle stays here
    found = list(extractor.pipe(zip(TEXTS, contexts, strict=True), workers=workers, batch_size=4))
    assert [document.text for document, _ in found] == TEXTS
    assert [context for _, context in found] == contexts


def test_failures_go_to_a_function_in_their_place(workers: int) -> None:
    extractor = Extractor(rules=[refuse])
    items: list[Any] = ["Минск", *BAD, ("отказ", "beside"), "Киев"]
    seen: list[Failure | Document] = []
    for document in extractor.pipe(items, workers=workers, batch_size=3, on_error=seen.append):
        seen.append(document)
    assert [type(each).__name__ for each in seen] == ["Document", *["Failure"] * 6, "Document"]
    failures = [each for each in seen if isinstance(each, Failure)]
    assert [failure.number for failure in failures] == [1, 2, 3, 4, 5, 6]
    assert [failure.item for failure in failures] == [*BAD, "отказ"]
    assert [type(failure.error) for failure in failures] == [
        TypeError,
        TypeError,
        InputError,
        InputError,
        TypeError,
        KeyError,
    ]
    assert failures[-1].context == "beside"


def test_an_error_is_raised_after_the_documents_before_it(workers: int) -> None:
    extractor = Extractor(rules=[refuse])
    documents = extractor.pipe(["Минск", "Киев", "отказ", "Москва"], workers=workers, batch_size=2)
    assert [document.text for document in islice(documents, 2)] == ["Минск", "Киев"]
    with pytest.raises(KeyError, match="нет такого"):
        next(documents)
    with pytest.raises(TypeError, match="item 1: text must be str, not NoneType"):
        list(extractor.pipe(["Минск", None], workers=workers))  # type: ignore[list-item]


def test_what_is_skipped_is_logged(workers: int, caplog: pytest.LogCaptureFixture) -> None:
    items: list[Any] = ["Минск", None, "Киев"]
    with caplog.at_level(logging.WARNING, "ner_news"):
        found = [document.text for document in Extractor().pipe(items, workers=workers, on_error="skip")]
    assert found == ["Минск", "Киев"]
    assert caplog.messages == ["item 1 skipped: TypeError: text must be str, not NoneType"]


def test_an_error_of_the_items_comes_after_the_documents_before_it(extractor: Extractor, workers: int) -> None:
    def broken() -> Iterator[str]:
        yield from TEXTS[:7]
        raise OSError("no more")

    documents = extractor.pipe(broken(), workers=workers, batch_size=4)
    assert [document.text for document in islice(documents, 7)] == TEXTS[:7]
    with pytest.raises(OSError, match="no more"):
        next(documents)


@pytest.mark.parametrize("count", [0, -1, 1.5, True, "2"])
def test_there_is_at_least_one_worker(extractor: Extractor, count: Any) -> None:
    with pytest.raises(ValueError, match=f"workers={count!r}"):
        extractor.pipe([], workers=count)


def test_an_unknown_reaction_is_named(extractor: Extractor) -> None:
    with pytest.raises(OptionError, match="on_error='ignore'"):
        extractor.pipe([], on_error="ignore")  # type: ignore[call-overload]


def test_none_is_a_worker_for_each_core(extractor: Extractor) -> None:
    assert list(extractor.pipe(TEXTS[:3], workers=None)) == list(extractor.pipe(TEXTS[:3]))


def test_a_worker_killed_once_costs_nothing(tmp_path: Path, method: str) -> None:
    assert method
    texts = [*TEXTS, f"Велено {KILL} в Киеве.", *TEXTS]
    marker = tmp_path / "killed"
    found = list(Extractor(rules=[KillOnce(marker)]).pipe(texts, workers=2, batch_size=8))
    assert marker.exists()
    assert found == list(Extractor().pipe(texts))


def test_a_text_that_kills_is_the_only_failure(method: str) -> None:
    assert method
    texts = [*TEXTS, f"Велено {KILL} в Киеве.", *TEXTS]
    failures: list[Failure] = []
    found = list(Extractor(rules=[kill]).pipe(texts, workers=2, batch_size=8, on_error=failures.append))
    assert found == list(Extractor().pipe(TEXTS + TEXTS))
    assert [(failure.number, type(failure.error)) for failure in failures] == [(30, WorkerError)]
    with pytest.raises(WorkerError, match="item 30: two worker processes died with this text of 21 characters"):
        list(Extractor(rules=[kill]).pipe(texts, workers=2, batch_size=8))


SCRIPT = """
import multiprocessing, signal, sys
from itertools import repeat
from ner_news import Extractor
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs do not hear it
    multiprocessing.set_start_method(sys.argv[1])
    documents = Extractor().pipe(repeat("В Минске ждут."), workers=2)
    next(documents)
    print(*(process.pid for process in multiprocessing.active_children()), flush=True)
    for document in documents:
        pass
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked for in /proc")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_its_parent(sign: signal.Signals, method: str, tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "script.py"), method]
    where = {**os.environ, "PYTHONPATH": str(Path(ner_news.__file__).parents[1])}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=where, start_new_session=True
    ) as running:
        assert running.stdout is not None
        processes = list(map(int, running.stdout.readline().split()))
        assert len(processes) == 2
        (os.killpg if sign == signal.SIGINT else os.kill)(running.pid, sign)  # a terminal tells them all
        complaints = running.communicate(timeout=20)[1].decode()
    assert end(processes)
    # A worker that still starts, which takes a spawned one a second, hears the terminal too and says so.
    assert complaints.count("Traceback") in ((1, 2) if sign == signal.SIGINT else (0,))


def test_an_error_ends_the_workers() -> None:
    with pytest.raises(KeyError) as caught:
        list(Extractor(rules=[refuse]).pipe(["отказ", *TEXTS], workers=2))
    assert caught.value.__traceback__  # which holds on to whatever failed
    assert multiprocessing.active_children() == []


def test_closing_ends_the_workers(extractor: Extractor) -> None:
    documents = extractor.pipe(TEXTS * 10, workers=2, batch_size=2)
    next(documents)
    assert len(multiprocessing.active_children()) == 2
    documents.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


THREADS = """
import multiprocessing, sys
from threadpoolctl import threadpool_info
from ner_news import Extractor
def threads():
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]
def tell(text):
    raise RuntimeError(threads())
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    extractor = Extractor(rules=[tell])
    print(threads())
    list(extractor.pipe(["Минск"], workers=2, on_error=lambda failure: print(failure.error)))
"""


def test_a_worker_has_one_thread_of_blas(method: str, tmp_path: Path) -> None:
    pytest.importorskip("threadpoolctl", reason="needs pip install 'ner-news[test]'")
    (tmp_path / "script.py").write_text(THREADS, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "script.py"), method]
    where = {**os.environ, "PYTHONPATH": str(Path(ner_news.__file__).parents[1]), "OPENBLAS_NUM_THREADS": "2"}
    done = subprocess.run(command, capture_output=True, text=True, env=where, check=True)
    here, there = done.stdout.splitlines()
    if here == "[1]":
        pytest.skip("this machine has one core")
    assert (here, there) == ("[2]", "[1]")


COMMAND = """
import contextlib, sys
from threadpoolctl import threadpool_info
from ner_news.cli import main
with contextlib.suppress(SystemExit):
    main(sys.argv[1:], standalone_mode=False)
print([library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"])
"""


@pytest.mark.parametrize("command", ["extract", "show", "mask"])
def test_a_command_has_one_thread_of_blas(command: str, tmp_path: Path) -> None:
    """Two threads made a run on a busy machine eight times as long."""
    pytest.importorskip("threadpoolctl", reason="needs pip install 'ner-news[test]'")
    if os.cpu_count() == 1:
        pytest.skip("this machine has one core")
    (tmp_path / "a.txt").write_text("Минск", encoding="utf-8")
    more = ["--key", str(tmp_path / "key")] if command == "mask" else []
    words = [command, str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), *more]
    where = {**os.environ, "PYTHONPATH": str(Path(ner_news.__file__).parents[1]), "OPENBLAS_NUM_THREADS": "2"}
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *words], capture_output=True, text=True, env=where, check=True
    )
    assert done.stdout.splitlines()[-1] == "[1]"


def test_workers_have_a_bound(extractor: Extractor) -> None:
    """Each takes memory: 100,000 would take all of it."""
    with pytest.raises(ValueError, match=f"{most_workers()} at most"):
        list(extractor.pipe(["Минск"], workers=most_workers() + 1))
    refused = run("extract", "--workers", str(most_workers() + 1))
    assert (refused.exit_code, "--workers" in refused.stderr) == (2, True)


def read_two(told: Any) -> None:
    try:
        list(Extractor().pipe(["Минск", "Киев"], workers=2))
    except WorkerError as error:
        told.put(str(error))


def test_a_daemonic_process_is_told_that_it_may_start_none() -> None:
    context = multiprocessing.get_context("fork")
    told = context.Queue()
    process = context.Process(target=read_two, args=(told,), daemon=True)
    process.start()
    assert "workers=1" in told.get(timeout=60)
    process.join()
