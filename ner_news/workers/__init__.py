"""Batches of any work done by processes, with the answers in order.

How a batch reaches a worker and comes back:

1. `in_order` in `pool` takes it from the iterator into the window, at most four batches a worker ahead.
2. `WorkerPool._send` pickles it into the pipe of the worker that holds the fewest.
3. In the worker, a thread of `process` reads the pipe into a queue; `serve` takes it from there and calls the work.
4. The answers, or the error as a `SendableError`, go back through the same pipe; `WorkerPool._receive` puts them into
   the batch.
5. When all batches before it are given out, so are its answers.

Processes and pipes of `multiprocessing`, a pipe to each process, and not `concurrent.futures` or loky. In their pools
all processes answer through one queue whose writing end the parent holds too: if one is killed amid a long answer
(measured on Python 3.10, 3.11 and 3.13, loky 3.7), the parent reads for ever. The pools also die as a whole, do not say
which task it was, and their processes outlive a killed parent. Here a process that dies is replaced, its batch goes to
others item by item, and an item with which a second process dies is answered by `answer_lost`. The parent has no
threads, so that it can fork whenever it has to.
"""

from ner_news.workers.pool import all_cores, in_order, most_workers
from ner_news.workers.process import RemoteError, SendableError

__all__ = ["RemoteError", "SendableError", "all_cores", "in_order", "most_workers"]
