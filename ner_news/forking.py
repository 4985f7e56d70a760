"""A gate that delays a fork until other threads have finished their work.

A child would inherit the locks of those threads, and nobody would release them: OpenBLAS hangs if a process forks while
another thread multiplies matrices, and the locks held while pymorphy3's analyzer is made stay locked in a child.
"""

import os
from threading import Condition, get_ident
from types import TracebackType


class Gate:
    """Threads enter it to work; a fork keeps new ones out, and waits until all threads but its own have left.

    >>> with Gate() as gate, gate:
    ...     len(gate.inside)
    2
    """

    def __init__(self) -> None:
        self.inside: list[int] = []
        """The thread of each piece of work that goes on; a thread may enter more than once."""
        self._changed = Condition()
        self._forks = 0

    def __enter__(self) -> "Gate":
        me = get_ident()
        with self._changed:
            self._changed.wait_for(lambda: not self._forks or me in self.inside)
            self.inside.append(me)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            self.inside.remove(get_ident())
            self._changed.notify_all()

    def close(self) -> None:
        """Keep new threads out and wait for those inside; called before a fork."""
        me = get_ident()
        self._changed.acquire()
        self._forks += 1
        self._changed.wait_for(lambda: all(thread == me for thread in self.inside))

    def open(self) -> None:
        """Let threads in again; called after a fork, in the parent."""
        self._forks -= 1
        self._changed.notify_all()
        self._changed.release()

    def renew(self) -> None:
        """Start anew; called after a fork in the child, where only the forking thread goes on."""
        self._changed = Condition()
        self._forks = 0


at_work = Gate()
"""Entered by all work that a fork must not interrupt: `with at_work: ...`."""

if hasattr(os, "register_at_fork"):  # not on Windows, where nothing forks
    os.register_at_fork(before=at_work.close, after_in_parent=at_work.open, after_in_child=at_work.renew)
