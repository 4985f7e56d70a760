"""Deprecated: the old name of `ner_news.custom`, kept for one minor version; each use of it warns."""

import warnings
from typing import Any

from ner_news import custom

_RENAMED = {"OwnName": "GazetteerEntry", "OwnSpan": "RuleSpan", "Names": "GazetteerSource"}


def __getattr__(name: str) -> Any:
    new = _RENAMED.get(name, name)
    if new not in custom.__all__:
        raise AttributeError(f"module 'ner_news.own' has no attribute {name!r}")
    warnings.warn(f"ner_news.own.{name} is now ner_news.custom.{new}", DeprecationWarning, stacklevel=2)
    return getattr(custom, new)
