"""A cache of rows that depend on a word alone: the first layer's product for each word seen lately."""

from collections.abc import Callable, Sequence
from itertools import repeat
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ner_news.tagging.layers import Floats

CAPACITY = 11_264
"""Words kept, 1.8 KB each for the shipped network, 3 KB for slovnet's: 20 and 34 MB. Of the
tokens of 800 agency articles 80% are among them; of 8,192 words 78%, of 16,384 84%."""


LARGEST = 32_767
"""The largest number of 16 bits with a sign."""

LETTERS = 32
"""Letters a word that are kept on average at most, by eye: a text may hold words of a megabyte."""


class RowCache:
    """Rows of floats by word; when it is full, the half used least recently is evicted.

    Safe among threads, not at a fork.

    `compute` gives rows for new words (words x width); a row must not depend on the other words. With `halved` rows
    are kept in half the bytes, each rounded to 16 bits of its largest number.
    """

    def __init__(
        self, width: int, compute: Callable[[list[str]], Floats], capacity: int = CAPACITY, *, halved: bool = False
    ) -> None:
        self._compute = compute
        self._capacity = capacity
        self._halved = halved
        self._lock = Lock()
        self._slots: dict[str, int] = {}
        self._letters = 0
        self._rows: NDArray[Any] = np.empty((capacity, width), np.int16 if halved else np.float32)
        self._steps: Floats = np.ones((capacity, 1), np.float32)
        self._used: NDArray[np.int64] = np.zeros(capacity, np.int64)
        self._clock = 0

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._slots.clear()
            self._letters = 0

    def rows(self, words: Sequence[str]) -> Floats:
        """Return a row for each word, words x width; at most `capacity` different words at a time."""
        with self._lock:
            found = list(map(self._slots.get, words, repeat(-1)))
            if -1 in found:
                self._add([word for word in dict.fromkeys(words) if word not in self._slots], words)
                found = list(map(self._slots.__getitem__, words))
            slots = np.array(found)
            self._clock += 1
            self._used[slots] = self._clock
            kept, steps = self._rows.take(slots, axis=0), self._steps[slots]
        rows: Floats = kept.astype(np.float32, copy=False)
        if self._halved:
            rows *= steps
        return rows

    def _add(self, new: list[str], wanted: Sequence[str]) -> None:
        if len(self._slots) + len(new) > self._capacity or self._letters > LETTERS * self._capacity:
            self._evict(set(wanted))
        start = len(self._slots)
        rows = self._compute(new)
        if self._halved:
            steps = (abs(rows).max(axis=1, keepdims=True) / LARGEST).clip(np.finfo(np.float32).tiny)
            self._steps[start : start + len(new)] = steps
            rows = np.rint(rows / steps)
        self._rows[start : start + len(new)] = rows
        self._slots.update(zip(new, range(start, start + len(new)), strict=True))
        self._letters += sum(map(len, new))

    def _evict(self, wanted: set[str]) -> None:
        """Keep the half used last, and what is wanted now; move these rows together."""
        limit = np.partition(self._used[: len(self._slots)], len(self._slots) // 2)[len(self._slots) // 2]
        kept = [(word, slot) for word, slot in self._slots.items() if self._used[slot] > limit or word in wanted]
        old = [slot for _, slot in kept]
        self._slots = {}  # an interrupt from here on forgets, but never mixes up
        self._rows[: len(kept)] = self._rows[old]
        self._steps[: len(kept)] = self._steps[old]
        self._used[: len(kept)] = self._used[old]
        self._slots = {word: slot for slot, (word, _) in enumerate(kept)}
        self._letters = sum(map(len, self._slots))
