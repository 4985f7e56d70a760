"""Memory stays bounded over an endless stream.

`python -m tests.endurance memory --documents 50000` is the long run; here is a short one.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

import ner_news
from ner_news.errors import MissingExtraError
from tests.endurance.memory import growth, resident

FEW = {
    "ner_news.dates.boundaries._before": "regular expressions by the words of a rule",
    "ner_news.lemmas.morphology.endings._longest_tail": "tables by name",
    "ner_news.lemmas.morphology.endings._rows_by_tail": "tables by name",
    "ner_news.lemmas.morphology.dictionary.proper_grammeme": "sets of grammemes of the dictionary",
    "ner_news.resources.natasha_file": "files by name",
    "ner_news.tagging.navec.load_navec": "files by name",
}
"""Caches without a bound whose keys come from the package and not from texts."""

SHORT = 16.0
"""Megabytes that a short run may grow by after its first part, while caches still fill."""


def caches() -> Iterator[tuple[str, Any]]:
    """Every remembered function of the package, by its name; doors to what is not installed stay shut."""
    for module in pkgutil.walk_packages(ner_news.__path__, "ner_news."):
        if "training" not in module.name:
            with suppress(MissingExtraError, ModuleNotFoundError):
                for name, value in vars(importlib.import_module(module.name)).items():
                    if hasattr(value, "cache_info") and value.__module__ == module.name:
                        yield f"{module.name}.{name}", value


def test_every_cache_has_a_bound() -> None:
    found = dict(caches())
    unbounded = {name for name, function in found.items() if function.cache_info().maxsize is None}
    assert len(found) > 20
    assert {name for name in unbounded if inspect.signature(found[name]).parameters} - set(FEW) == set()


@pytest.mark.skipif(resident() is None, reason="resident memory is read from /proc")
def test_memory_is_flat_after_warming_up() -> None:
    readings = growth(documents=5_000, every=250, warm_up=0.7)
    assert readings.documents == 5_000
    assert readings.last - readings.warm < SHORT, readings


@pytest.mark.skipif(resident() is None, reason="resident memory is read from /proc")
def test_what_grows_is_seen() -> None:
    leaking = "ner_news.pipeline.Extractor.leak = []"
    leaking += "; tell = lambda document: ner_news.pipeline.Extractor.leak.append(document.text * 40)"
    readings = growth(documents=1_500, every=250, warm_up=0.5, beside=leaking)
    assert readings.last - readings.warm > SHORT, readings
