"""Who is who: mentions of one thing get one entity."""

from ner_news.linking.within import Cluster, Mention, link

__all__ = ["Cluster", "Mention", "link"]
