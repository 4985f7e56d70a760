"""Work counted and not timed: the same on a busy machine."""

import sys
from collections.abc import Callable
from types import FrameType


def steps(work: Callable[[], object]) -> int:
    """How many functions are called while `work` runs, those of C included.

    >>> steps(lambda: [abs(number) for number in range(100)]) - steps(lambda: [abs(number) for number in range(50)])
    50
    """
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls
