"""People, organizations, places and dates in Russian news: typed, lemmatized, linked spans.

>>> import ner_news
>>> ner_news.extract("Эмомали Рахмон прибыл в Душанбе.").people[0].lemma
'Эмомали Рахмон'
"""

import warnings
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ner_news.captions import set_language
    from ner_news.corpus import Corpus, CorpusDate, CorpusEntity, CorpusMention, CorpusRole
    from ner_news.custom import Gazetteer, GazetteerEntry, RuleSpan
    from ner_news.errors import (
        CorpusError,
        InputError,
        MissingDataError,
        NerNewsError,
        OptionError,
        PackError,
        WorkerError,
    )
    from ner_news.mask_key import MaskKey
    from ner_news.masking import Mask, MaskBook, Masked
    from ner_news.models import (
        Date,
        Document,
        Entity,
        Explanation,
        Interval,
        Organization,
        Person,
        PersonName,
        Place,
        Role,
        Span,
    )
    from ner_news.pipeline import Extractor
    from ner_news.shared_extractor import extract
    from ner_news.stream import Failure
    from ner_news.tables import to_pandas, to_polars

    OwnName, OwnSpan = GazetteerEntry, RuleSpan  # for type checkers; see `_RENAMED`

__all__ = [
    "Corpus",
    "CorpusDate",
    "CorpusEntity",
    "CorpusError",
    "CorpusMention",
    "CorpusRole",
    "Date",
    "Document",
    "Entity",
    "Explanation",
    "Extractor",
    "Failure",
    "Gazetteer",
    "GazetteerEntry",
    "InputError",
    "Interval",
    "Mask",
    "MaskBook",
    "MaskKey",
    "Masked",
    "MissingDataError",
    "NerNewsError",
    "OptionError",
    "Organization",
    "PackError",
    "Person",
    "PersonName",
    "Place",
    "Role",
    "RuleSpan",
    "Span",
    "WorkerError",
    "extract",
    "set_language",
    "to_pandas",
    "to_polars",
]

_HOMES = {
    "captions": ("set_language",),
    "corpus": ("Corpus", "CorpusDate", "CorpusEntity", "CorpusMention", "CorpusRole"),
    "custom": ("Gazetteer", "GazetteerEntry", "RuleSpan"),
    "errors": (
        "CorpusError",
        "InputError",
        "MissingDataError",
        "NerNewsError",
        "OptionError",
        "PackError",
        "WorkerError",
    ),
    "mask_key": ("MaskKey",),
    "masking": ("Mask", "MaskBook", "Masked"),
    "models": (
        "Date",
        "Document",
        "Entity",
        "Explanation",
        "Interval",
        "Organization",
        "Person",
        "PersonName",
        "Place",
        "Role",
        "Span",
    ),
    "pipeline": ("Extractor",),
    "shared_extractor": ("extract",),
    "stream": ("Failure",),
    "tables": ("to_pandas", "to_polars"),
}

_RENAMED = {"OwnName": "GazetteerEntry", "OwnSpan": "RuleSpan"}
"""Names of version 0.1, kept for one minor version."""


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for: `import ner_news` itself takes no time and reads no data."""
    if name == "__version__":
        metadata = import_module("importlib.metadata")
        try:
            return metadata.version("ner-news")
        except metadata.PackageNotFoundError:
            return "unknown"  # of a copy that no installer has seen
    if name in _RENAMED:
        new = _RENAMED[name]
        warnings.warn(f"ner_news.{name} is now ner_news.{new}", DeprecationWarning, stacklevel=2)
        return __getattr__(new)
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"ner_news.{module}"), name)
    raise AttributeError(f"module 'ner_news' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
