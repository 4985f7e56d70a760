"""Many documents: who is who across them, and questions about it."""

from ner_news.corpus.answers import CorpusEntity, CorpusMention
from ner_news.corpus.corpus import Corpus

__all__ = ["Corpus", "CorpusEntity", "CorpusMention"]
