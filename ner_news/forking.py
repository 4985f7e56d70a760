"""A process that forks waits for the work of its threads: a child must not inherit locks that nobody will open.

Among them are those of libraries: OpenBLAS hangs at a fork while another thread multiplies matrices, and the locks
that pymorphy3 holds while its analyzer is made stay closed in a child.
"""

import os
from threading import Condition, get_ident
from types import TracebackType


class Gate:
    """Threads enter to work; a fork keeps new ones out and waits until those inside, but its own, have left.

    >>> with Gate() as gate, gate:
    ...     len(gate.inside)
    2
    """

    def __init__(self) -> None:
        self.inside: list[int] = []
        """The thread of each work that goes on."""
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
        """Before a fork."""
        me = get_ident()
        self._changed.acquire()
        self._forks += 1
        self._changed.wait_for(lambda: all(thread == me for thread in self.inside))

    def open(self) -> None:
        """After it, in the parent."""
        self._forks -= 1
        self._changed.notify_all()
        self._changed.release()

    def renew(self) -> None:
        """After it, in the child, where the forking thread alone goes on."""
        self._changed = Condition()
        self._forks = 0


at_work = Gate()
"""Around whatever must not be cut in two by a fork."""

if hasattr(os, "register_at_fork"):  # not on Windows, where nothing forks
    os.register_at_fork(before=at_work.close, after_in_parent=at_work.open, after_in_child=at_work.renew)
