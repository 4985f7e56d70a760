"""People, organizations, places and dates in Russian news: typed, lemmatized, linked spans.

>>> import ner_news
>>> ner_news.extract("Эмомали Рахмон прибыл в Душанбе.").people[0].lemma
'Эмомали Рахмон'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ner_news.corpus import Corpus, CorpusEntity, CorpusMention
    from ner_news.errors import (
        CorpusError,
        InputError,
        MissingDataError,
        NerNewsError,
        OptionError,
        PackError,
        WorkerError,
    )
    from ner_news.masking import Mask, Masked, MaskKey
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
        Span,
    )
    from ner_news.own import Gazetteer, OwnName, OwnSpan
    from ner_news.pipeline import Extractor, extract
    from ner_news.stream import Failure
    from ner_news.tables import to_pandas, to_polars

__all__ = [
    "Corpus",
    "CorpusEntity",
    "CorpusError",
    "CorpusMention",
    "Date",
    "Document",
    "Entity",
    "Explanation",
    "Extractor",
    "Failure",
    "Gazetteer",
    "InputError",
    "Interval",
    "Mask",
    "MaskKey",
    "Masked",
    "MissingDataError",
    "NerNewsError",
    "OptionError",
    "Organization",
    "OwnName",
    "OwnSpan",
    "PackError",
    "Person",
    "PersonName",
    "Place",
    "Span",
    "WorkerError",
    "extract",
    "to_pandas",
    "to_polars",
]

_HOMES = {
    "corpus": ("Corpus", "CorpusEntity", "CorpusMention"),
    "errors": (
        "CorpusError",
        "InputError",
        "MissingDataError",
        "NerNewsError",
        "OptionError",
        "PackError",
        "WorkerError",
    ),
    "masking": ("Mask", "MaskKey", "Masked"),
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
        "Span",
    ),
    "own": ("Gazetteer", "OwnName", "OwnSpan"),
    "pipeline": ("Extractor", "extract"),
    "stream": ("Failure",),
    "tables": ("to_pandas", "to_polars"),
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for: `import ner_news` itself takes no time and reads no data."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"ner_news.{module}"), name)
    raise AttributeError(f"module 'ner_news' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
