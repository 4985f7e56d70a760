"""Batches worked on by processes, the answers in order; nothing here knows what the work is.

Processes and pipes of `multiprocessing`, a pipe to each process, and not `concurrent.futures` or loky. In their pools
all processes answer through one queue whose writing end the parent holds too: killed amid a long answer (measured on
Python 3.10, 3.11 and 3.13, loky 3.7), a process leaves the parent reading for ever. The pools also die as a whole,
without a word about which task it was, and theirs outlive a killed parent. Here a process that dies is replaced, its
batch goes to others item by item, and an item with which a second process dies is answered by `lost`. The parent has
no threads, so that it can fork whenever it has to.
"""

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from gc import freeze
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from traceback import format_exception
from typing import Any, Generic, TypeVar

from ner_news.errors import WorkerError

Item = TypeVar("Item")
Answer = TypeVar("Answer")
Work = Callable[[list[Item]], Iterable[Answer]]

DEPTH = 2
"""Batches that a worker holds: one in work, and the next, so that it never waits for the parent."""

AHEAD = 2
"""Batches a worker of answers that may wait for an earlier one."""

TRIES = 3
"""Workers in a row that may die before they begin."""


def all_cores() -> int:
    """The cores that this process may use.

    >>> all_cores() >= 1
    True
    """
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(eq=False)
class _Batch(Generic[Item, Answer]):
    items: list[Item]
    answers: list[Answer] | Exception | None = None
    """`None` while they are awaited."""
    has_killed: bool = False
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
    lost: Callable[[Item], Answer],
    begin: Callable[[], None] | None = None,
    context: BaseContext | None = None,
) -> Generator[Answer, None, None]:
    """The answers of `work` to the items of each batch, in order, from so many processes; batches may be endless.

    `begin` is called first in each process. `work` is inherited by a fork and otherwise pickled, as are items and
    answers; `context` says how processes start, as Python would by itself if `None`. An error that `work` raises is
    raised in its batch's place; `WorkerError` when processes die at their start. When the iterator is closed or fails
    its processes end at once.

    >>> list(in_order(sorted, [[2, 1], [3]], workers=1, lost=abs))
    [1, 2, 3]
    """
    crew = _Crew(work, workers, lost, begin, context or multiprocessing.get_context())
    try:
        yield from crew.answers(map(list, batches))
    finally:
        crew.end()


class _Crew(Generic[Item, Answer]):
    """The workers, the batches on their way in order, and those of them that wait for a worker."""

    def __init__(
        self,
        work: Work[Item, Answer],
        count: int,
        lost: Callable[[Item], Answer],
        begin: Callable[[], None] | None,
        context: BaseContext,
    ) -> None:
        self._task = (work, begin)
        self._count = count
        self._lost = lost
        self._context = context
        self._forks = context.get_start_method() == "fork"
        self._workers: list[_Worker[Item, Answer]] = []
        self._window: deque[_Batch[Item, Answer]] = deque()
        self._waiting: deque[_Batch[Item, Answer]] = deque()
        self._failed_starts = 0

    def answers(self, batches: Iterator[list[Item]]) -> Iterator[Answer]:
        """All answers; what is wrong with `batches` itself is raised after the answers to those before."""
        error: Exception | None = None
        is_over = False
        self._hire()
        while True:
            while not is_over and len(self._window) < self._count * (DEPTH + AHEAD):
                try:
                    self._take(next(batches))
                except StopIteration:
                    is_over = True
                except Exception as wrong:
                    is_over, error = True, wrong
            self._send()
            if not self._window:
                break
            if self._window[0].answers is None:
                self._listen()
            else:
                yield from _checked(self._window.popleft().answers)
        if error is not None:
            raise error

    def end(self) -> None:
        """Kills the workers, and waits until they are gone."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()

    def _take(self, items: list[Item]) -> None:
        batch: _Batch[Item, Answer] = _Batch(items)
        self._window.append(batch)
        self._waiting.append(batch)

    def _hire(self) -> None:
        """Starts workers until there are as many as there should be."""
        while len(self._workers) < self._count:
            ours, theirs = self._context.Pipe()
            inherited = [*(worker.pipe for worker in self._workers), ours] if self._forks else []
            process = self._context.Process(  # type: ignore[attr-defined]
                target=_serve, args=(theirs, inherited, *self._task), daemon=True, name="ner_news worker"
            )
            with theirs:
                process.start()
            self._workers.append(_Worker(process, ours))

    def _send(self) -> None:
        """Hands waiting batches to the workers that hold fewest; none to one that has not said that it is ready, whose
        pipe nobody may be reading."""
        while self._waiting:
            free = [worker for worker in self._workers if worker.is_ready and len(worker.batches) < DEPTH]
            if not free:
                return
            worker = min(free, key=lambda worker: len(worker.batches))
            batch = self._waiting.popleft()
            worker.batches.append(batch)
            with suppress(OSError):  # it has died: that is seen when it is listened to
                worker.pipe.send(batch.items)

    def _listen(self) -> None:
        """Waits until a worker answers or dies; what a dead one still said is heard first."""
        ready = wait([*(worker.pipe for worker in self._workers), *(each.process.sentinel for each in self._workers)])
        for worker in list(self._workers):
            if worker.pipe in ready:
                try:
                    message = worker.pipe.recv()
                except (EOFError, OSError):
                    self._replace(worker)
                else:
                    self._hear(worker, message)
            elif worker.process.sentinel in ready:
                self._replace(worker)

    def _hear(self, worker: _Worker[Item, Answer], message: Any) -> None:
        if worker.is_ready:
            worker.batches.popleft().answers = message
        elif message is None:
            worker.is_ready = True
            self._failed_starts = 0
        else:
            raise message

    def _replace(self, worker: _Worker[Item, Answer]) -> None:
        """Another one for a worker that died; what it only held goes back, what it worked on is taken apart."""
        self._workers.remove(worker)
        worker.process.kill()  # its pipe may have been closed by what it ran
        worker.process.join()
        worker.pipe.close()
        if not worker.is_ready:
            self._failed_starts += 1
            if self._failed_starts == TRIES:
                raise WorkerError(f"worker processes end before they begin, exit code {worker.process.exitcode}")
        elif worker.batches:
            killer = worker.batches.popleft()
            self._waiting.extendleft(reversed(worker.batches))
            self._isolate(killer)
        self._hire()

    def _isolate(self, batch: _Batch[Item, Answer]) -> None:
        """Puts a batch for each item in its place; one that was alone already is lost."""
        if batch.has_killed:
            batch.answers = [self._lost(item) for item in batch.items]
            return
        alone: list[_Batch[Item, Answer]] = [_Batch([item], has_killed=True) for item in batch.items]
        place = self._window.index(batch)
        self._window.remove(batch)
        for single in reversed(alone):
            self._window.insert(place, single)
        self._waiting.extendleft(reversed(alone))


def _checked(answers: list[Answer] | Exception | None) -> list[Answer]:
    if isinstance(answers, Exception):
        raise answers
    return answers or []


class RemoteError(Exception):
    """The cause of an error that came from a worker: its traceback there, as text."""

    def __str__(self) -> str:
        return f'\n"""\n{self.args[0]}"""'


class Sent:
    """An error on its way: it arrives as itself with its traceback as its cause, or as a `WorkerError` if it does not
    pickle."""

    def __init__(self, error: Exception) -> None:
        told = "".join(format_exception(error))
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:
            error = WorkerError(f"{type(error).__name__}: {error}")
        self._args = (error, told)

    def __reduce__(self) -> tuple[Any, ...]:
        return _arrived, self._args


def _arrived(error: Exception, told: str) -> Exception:
    error.__cause__ = RemoteError(told)
    return error


def _serve(
    pipe: Connection, inherited: Iterable[Connection], work: Work[Any, Any], begin: Callable[[], None] | None
) -> None:
    """A worker's life: it ends when its parent is gone, which is when nobody holds the pipe's other end."""
    for other in inherited:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal: the parent hears it too, and ends its workers
    freeze()  # what a fork shares stays shared: the collector does not write into it
    with suppress(OSError):  # a parent that is gone: errors of the work itself are sent
        _answer(pipe, work, begin)
    os._exit(0)


def _answer(pipe: Connection, work: Work[Any, Any], begin: Callable[[], None] | None) -> None:
    tasks: SimpleQueue[list[Any]] = SimpleQueue()
    try:
        if begin is not None:
            begin()
    except Exception as error:
        pipe.send(Sent(error))
        return
    threading.Thread(target=_receive, args=(pipe, tasks), daemon=True).start()
    pipe.send(None)
    while True:
        items = tasks.get()
        try:
            reply = ForkingPickler.dumps(list(work(items)))
        except Exception as error:
            reply = ForkingPickler.dumps(Sent(error))
        pipe.send_bytes(reply)


def _receive(pipe: Connection, tasks: "SimpleQueue[list[Any]]") -> None:
    """Takes what comes at once, so that the parent never waits while it sends."""
    with suppress(EOFError, OSError):
        while True:
            tasks.put(pipe.recv())
    os._exit(0)
