"""Who is who: mentions of one thing get one entity, in a document and across many."""

from ner_news.linking.canonical import clear_caches
from ner_news.linking.mentions import Mention, key
from ner_news.linking.within import Cluster, link

__all__ = ["Cluster", "Mention", "clear_caches", "key", "link"]
