"""One worker, in its own process: batches in, answers out, and errors that can be sent."""

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from gc import freeze
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from traceback import format_exception
from typing import Any, TypeVar

from ner_news.errors import WorkerError

Item = TypeVar("Item")
Answer = TypeVar("Answer")
Work = Callable[[list[Item]], Iterable[Answer]]


class RemoteError(Exception):
    """The cause of an error from a worker: the traceback it had there, as text."""

    def __str__(self) -> str:
        return f'\n"""\n{self.args[0]}"""'


class SendableError:
    """An error that can be pickled: it is unpickled as itself, with its traceback as its cause.

    An error that does not pickle arrives as a `WorkerError` with its message.
    """

    def __init__(self, error: Exception) -> None:
        traceback = "".join(format_exception(error))
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:
            error = WorkerError(f"{type(error).__name__}: {error}")
        self._args = (error, traceback)

    def __reduce__(self) -> tuple[Any, ...]:
        return _received, self._args


def _received(error: Exception, traceback: str) -> Exception:
    error.__cause__ = RemoteError(traceback)
    return error


def serve(
    pipe: Connection, inherited: Iterable[Connection], work: Work[Any, Any], begin: Callable[[], None] | None
) -> None:
    """Answer the batches that come through the pipe until the parent is gone, which closes the pipe's other end.

    `inherited` are the ends of other pipes that a fork copied: closed, so that nobody but the parent holds them.
    """
    for other in inherited:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # from a terminal: the parent gets it too, and stops its workers
    freeze()  # what a fork shares stays shared: the collector does not write into it
    with suppress(OSError):  # the parent is gone: errors of the work itself are sent
        _answer_all(pipe, work, begin)
    os._exit(0)


def _answer_all(pipe: Connection, work: Work[Any, Any], begin: Callable[[], None] | None) -> None:
    tasks: SimpleQueue[list[Any]] = SimpleQueue()
    try:
        if begin is not None:
            begin()
    except Exception as error:
        pipe.send(SendableError(error))
        return
    threading.Thread(target=_receive, args=(pipe, tasks), daemon=True).start()
    pipe.send(None)
    while True:
        items = tasks.get()
        try:
            reply = ForkingPickler.dumps(list(work(items)))
        except Exception as error:
            reply = ForkingPickler.dumps(SendableError(error))
        pipe.send_bytes(reply)


def _receive(pipe: Connection, tasks: "SimpleQueue[list[Any]]") -> None:
    """Read batches as soon as they come, so that the parent never blocks while it sends."""
    with suppress(EOFError, OSError):
        while True:
            tasks.put(pipe.recv())
    os._exit(0)
