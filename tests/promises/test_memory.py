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
from ner_news import Extractor
from ner_news.caches import registered
from ner_news.errors import MissingExtraError
from tests.endurance.memory import growth, resident

FEW = {
    "ner_news.dates.boundaries._before": "regular expressions by the words of a rule",
    "ner_news.lemmas.morphology.endings._longest_tail": "tables by name",
    "ner_news.lemmas.morphology.endings._rows_by_tail": "tables by name",
    "ner_news.lemmas.morphology.dictionary.proper_grammeme": "sets of grammemes of the dictionary",
    "ner_news.linking.name_tables.normalized_names": "tables by name",
    "ner_news.linking.name_tables.read_table": "tables by name",
    "ner_news.linking.table_lines.read_words": "tables by name",
    "ner_news.morph._read_own_tag": "the dictionary's 4,000 tags by number",
    "ner_news.resources.natasha_file": "files by name",
    "ner_news.tagging.navec.load_navec": "files by name",
}
"""Caches without a bound whose keys come from the package and not from texts."""

NOT_OF_WORDS = ("ner_news.integrations.", "ner_news.training.")
"""Modules that remember loaded components by their options; all other keys with a bound come from texts."""

SHORT = 16.0
"""Megabytes that a short run may grow by after its first part, while caches still fill."""


def remembered_functions() -> Iterator[tuple[str, Any]]:
    """Yield every remembered function of the package, by its name; modules of extras not installed are left out."""
    for module in pkgutil.walk_packages(ner_news.__path__, "ner_news."):
        if "training" not in module.name:
            with suppress(MissingExtraError, ModuleNotFoundError):
                for name, value in vars(importlib.import_module(module.name)).items():
                    if hasattr(value, "cache_info") and value.__module__ == module.name:
                        yield f"{module.name}.{name}", value


def is_of_words(name: str) -> bool:
    return not name.startswith(NOT_OF_WORDS)


def test_every_cache_has_a_bound() -> None:
    found = dict(remembered_functions())
    unbounded = {name for name, function in found.items() if function.cache_info().maxsize is None}
    assert len(found) > 20
    assert {name for name in unbounded if inspect.signature(found[name]).parameters} - set(FEW) == set()
    assert all(function.cache_info().maxsize for function in registered())


def test_every_cache_of_words_is_registered_and_can_be_emptied(extractor: Extractor, article: str) -> None:
    """A bounded cache whose keys come from texts is made by `word_cache`: `clear_all` empties it."""
    bounded = {
        name: function
        for name, function in remembered_functions()
        if function.cache_info().maxsize and inspect.signature(function).parameters and is_of_words(name)
    }
    assert len(bounded) > 20
    assert {name for name, function in bounded.items() if function not in registered()} == set()
    extractor.explain(article)
    extractor(article, "2024-05-14")
    assert sum(function.cache_info().currsize for function in registered()) > 500
    extractor.clear_caches()
    assert {name for name, function in bounded.items() if function.cache_info().currsize} == set()
    assert [function for function in registered() if function.cache_info().currsize] == []


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
