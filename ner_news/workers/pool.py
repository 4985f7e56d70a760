"""The pool of processes, in the parent: who holds which batch, and what happens when one dies."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from ner_news.errors import WorkerError
from ner_news.workers.process import Work, serve

Item = TypeVar("Item")
Answer = TypeVar("Answer")

BATCHES_PER_WORKER = 2
"""Batches that a worker holds: the one it works on and the next, so that it never waits for the parent."""

ANSWERED_AHEAD = 2
"""Answered batches, for each worker, that may wait for the answer to an earlier one."""

MOST_PER_CORE, LEAST_BOUND = 4, 16
"""Workers a core, and those that are allowed on any machine, by eye."""

TRIES = 3
"""Workers in a row that may die before they begin."""


def all_cores() -> int:
    """Count the cores that this process may use.

    >>> all_cores() >= 1
    True
    """
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def most_workers() -> int:
    """Return how many processes may be asked for: each takes memory, and more than cores make nothing faster.

    >>> most_workers() >= 16
    True
    """
    return max(LEAST_BOUND, MOST_PER_CORE * all_cores())


@dataclass(eq=False)
class _Batch(Generic[Item, Answer]):
    items: list[Item]
    answers: list[Answer] | Exception | None = None
    """`None` until they come."""
    is_suspect: bool = False
    """Whether a worker died with it, or with the batch that it comes from."""


@dataclass(eq=False)
class _Worker(Generic[Item, Answer]):
    process: BaseProcess
    pipe: Connection
    is_ready: bool = False
    batches: deque[_Batch[Item, Answer]] = field(default_factory=deque)
    """Sent and not answered; the first is in work."""


def in_order(
    work: Work[Item, Answer],
    batches: Iterable[Sequence[Item]],
    workers: int,
    *,
    answer_lost: Callable[[Item], Answer],
    begin: Callable[[], None] | None = None,
    context: BaseContext | None = None,
) -> Generator[Answer, None, None]:
    """Yield the answers of `work` to the items of each batch, in order, from so many processes.

    Batches may be endless. `begin` is called first in each process. `work` is inherited by a fork and otherwise
    pickled; items and answers are always pickled. `context` says how processes start, `None` as Python's default. An
    item with which two processes died has the answer of `answer_lost`. An error that `work` raises is raised in its
    batch's place; `WorkerError` when processes die at their start. When the iterator is closed or fails, its
    processes end.

    >>> list(in_order(sorted, [[2, 1], [3]], workers=1, answer_lost=abs))
    [1, 2, 3]
    """
    pool = WorkerPool(work, workers, answer_lost, begin, context or multiprocessing.get_context())
    try:
        yield from pool.answers(map(list, batches))
    finally:
        pool.stop()


class WorkerPool(Generic[Item, Answer]):
    """The workers, the window of batches that are read and not yet given out, and those of them without a worker."""

    def __init__(
        self,
        work: Work[Item, Answer],
        count: int,
        answer_lost: Callable[[Item], Answer],
        begin: Callable[[], None] | None,
        context: BaseContext,
    ) -> None:
        self._task = (work, begin)
        self._count = count
        self._answer_lost = answer_lost
        self._context = context
        self._forks = context.get_start_method() == "fork"
        self._workers: list[_Worker[Item, Answer]] = []
        self._window: deque[_Batch[Item, Answer]] = deque()
        self._waiting: deque[_Batch[Item, Answer]] = deque()
        self._failures_to_start = 0

    def answers(self, batches: Iterator[list[Item]]) -> Iterator[Answer]:
        """Yield all answers; an error of the iterator `batches` is raised after the answers to what it gave before."""
        error: Exception | None = None
        is_over = False
        self._start()
        while True:
            while not is_over and len(self._window) < self._count * (BATCHES_PER_WORKER + ANSWERED_AHEAD):
                try:
                    self._enqueue(next(batches))
                except StopIteration:
                    is_over = True
                except Exception as wrong:
                    is_over, error = True, wrong
            self._send()
            if not self._window:
                break
            if self._window[0].answers is None:
                self._receive()
            else:
                yield from _answers_or_raise(self._window.popleft().answers)
        if error is not None:
            raise error

    def stop(self) -> None:
        """Kill the workers, and wait until they are gone."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()

    def _enqueue(self, items: list[Item]) -> None:
        batch: _Batch[Item, Answer] = _Batch(items)
        self._window.append(batch)
        self._waiting.append(batch)

    def _start(self) -> None:
        """Start workers until there are as many as there should be."""
        if multiprocessing.current_process().daemon:
            raise WorkerError("a daemonic process may start no workers: read here, with workers=1")
        while len(self._workers) < self._count:
            ours, theirs = self._context.Pipe()
            inherited = [*(worker.pipe for worker in self._workers), ours] if self._forks else []
            process = self._context.Process(  # type: ignore[attr-defined]
                target=serve, args=(theirs, inherited, *self._task), daemon=True, name="ner_news worker"
            )
            with theirs:
                process.start()
            self._workers.append(_Worker(process, ours))

    def _send(self) -> None:
        """Send waiting batches to the workers that hold the fewest.

        None is sent to a worker that is not ready: nobody may be reading its pipe yet, and sending could block.
        """
        while self._waiting:
            free = [worker for worker in self._workers if worker.is_ready and len(worker.batches) < BATCHES_PER_WORKER]
            if not free:
                return
            worker = min(free, key=lambda worker: len(worker.batches))
            batch = self._waiting.popleft()
            worker.batches.append(batch)
            with suppress(OSError):  # it has died, which `_receive` notices
                worker.pipe.send(batch.items)

    def _receive(self) -> None:
        """Wait until a worker answers or dies; the last answers of a dead one are read before it is replaced."""
        ready = wait([*(worker.pipe for worker in self._workers), *(each.process.sentinel for each in self._workers)])
        for worker in list(self._workers):
            if worker.pipe in ready:
                try:
                    message = worker.pipe.recv()
                except (EOFError, OSError):
                    self._replace(worker)
                else:
                    self._handle(worker, message)
            elif worker.process.sentinel in ready:
                self._replace(worker)

    def _handle(self, worker: _Worker[Item, Answer], message: Any) -> None:
        if worker.is_ready:
            worker.batches.popleft().answers = message
        elif message is None:
            worker.is_ready = True
            self._failures_to_start = 0
        else:
            raise message

    def _replace(self, worker: _Worker[Item, Answer]) -> None:
        """Start another worker for one that died; the batch it worked on is split, the next one waits again."""
        self._workers.remove(worker)
        worker.process.kill()  # its pipe may have been closed by what it ran
        worker.process.join()
        worker.pipe.close()
        if not worker.is_ready:
            self._failures_to_start += 1
            if self._failures_to_start == TRIES:
                raise WorkerError(f"worker processes end before they begin, exit code {worker.process.exitcode}")
        elif worker.batches:
            batch_in_work = worker.batches.popleft()
            self._waiting.extendleft(reversed(worker.batches))
            self._split(batch_in_work)
        self._start()

    def _split(self, batch: _Batch[Item, Answer]) -> None:
        """Put a batch for each item in the batch's place; `answer_lost` answers an item that was alone already."""
        if batch.is_suspect:
            batch.answers = [self._answer_lost(item) for item in batch.items]
            return
        alone: list[_Batch[Item, Answer]] = [_Batch([item], is_suspect=True) for item in batch.items]
        place = self._window.index(batch)
        self._window.remove(batch)
        for single in reversed(alone):
            self._window.insert(place, single)
        self._waiting.extendleft(reversed(alone))


def _answers_or_raise(answers: list[Answer] | Exception | None) -> list[Answer]:
    if isinstance(answers, Exception):
        raise answers
    return answers or []
