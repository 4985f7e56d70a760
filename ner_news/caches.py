"""A registry of the caches that hold words of texts: each has a bound, and all are emptied at once.

Tables of the package that are read once are kept by `functools.cache` and stay; only what grows with texts is here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, TypeVar

Answer = TypeVar("Answer")

_registered: list[_lru_cache_wrapper[Any]] = []


def word_cache(maxsize: int) -> Callable[[Callable[..., Answer]], _lru_cache_wrapper[Answer]]:
    """Decorate a function of words to remember its last `maxsize` answers, until `clear_all`.

    >>> @word_cache(maxsize=2)
    ... def length(word: str) -> int:
    ...     return len(word)
    >>> length("Минск"), length.cache_info().maxsize
    (5, 2)
    """

    def decorate(function: Callable[..., Answer]) -> _lru_cache_wrapper[Answer]:
        remembered = lru_cache(maxsize=maxsize)(function)
        _registered.append(remembered)
        return remembered

    return decorate


def registered() -> tuple[_lru_cache_wrapper[Any], ...]:
    """Return all remembered functions, of the modules that have been imported."""
    return tuple(_registered)


def clear_all() -> None:
    """Forget every word seen, in all modules: a cold run begins; answers do not depend on it."""
    for function in _registered:
        function.cache_clear()
