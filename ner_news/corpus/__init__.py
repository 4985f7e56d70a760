"""Many documents: which entities they share, and questions about them.

The way of a document: `stored_rows` turns it into rows, which `store` writes through a `connection` into the tables of
`schema`. At the first question after new documents `relinking` links the names of all of them together,
and `role_linking` gives surnames to the bearer whose roles they have. Then `queries`
finds entities and days, and `sentences` mentions and dates, all of which are `records`; `summary` is what a notebook
shows, `frames` makes tables of pandas and polars, and `resolving`
gives a document the ids of the corpus.
"""

from ner_news.corpus.records import CorpusDate, CorpusEntity, CorpusMention, CorpusRole
from ner_news.corpus.store import Corpus

__all__ = ["Corpus", "CorpusDate", "CorpusEntity", "CorpusMention", "CorpusRole"]
