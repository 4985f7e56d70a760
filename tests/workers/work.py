"""What workers do in the tests; functions of a module, so that spawned processes find them."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from ner_news import RuleSpan

KILL = "убить"


def doubled(items: list[int]) -> list[int]:
    """The plainest work; 13 is too much for it."""
    if 13 in items:
        raise ArithmeticError("13 is no number")
    return [2 * item for item in items]


def unchanged(items: list[int]) -> list[int]:
    """No work at all."""
    return items


def long(items: list[int]) -> list[tuple[int, bytes]]:
    """Answers longer than a pipe."""
    return [(item, bytes(1_000_000)) for item in items]


def slow_at_first(items: list[int]) -> list[int]:
    """Later batches are ready sooner."""
    time.sleep(max(0.0, 0.2 - 0.05 * items[0]))
    return items


def deadly(items: list[int]) -> list[int]:
    """Every multiple of 7 kills."""
    if any(item % 7 == 0 for item in items):
        os.kill(os.getpid(), signal.SIGKILL)
    return items


def does_not_begin() -> None:
    """A worker that ends before it is ready."""
    os._exit(3)


def kill(text: str) -> Iterator[RuleSpan]:
    """A rule: a text that says so kills its process."""
    if KILL in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return iter(())


class KillOnce:
    """A rule: the first process that reads such a text dies, the next goes on."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __call__(self, text: str) -> Iterator[RuleSpan]:
        """Nothing, or the end."""
        if KILL in text and not self.marker.exists():
            self.marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return iter(())


def refuse(text: str) -> Iterator[RuleSpan]:
    """A rule with a fault."""
    if "отказ" in text:
        raise KeyError("нет такого")
    return iter(())


def is_running(process: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        state = (
            Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
        )
    except OSError:
        return False
    return state not in "ZX"


def end(processes: list[int], *, within: float = 10.0) -> bool:
    """Whether all have ended after so many seconds at most."""
    latest = time.monotonic() + within
    while any(map(is_running, processes)):
        if time.monotonic() > latest:
            return False
        time.sleep(0.02)
    return True
