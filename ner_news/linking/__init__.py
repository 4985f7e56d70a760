"""Who is who: mentions of one thing get one entity, in a document and across many."""

from ner_news.linking.across import Known, Link, Usage, resolve
from ner_news.linking.canonical import clear_caches
from ner_news.linking.mentions import Mention, key, person_key
from ner_news.linking.within import Cluster, link

__all__ = ["Cluster", "Known", "Link", "Mention", "Usage", "clear_caches", "key", "link", "person_key", "resolve"]
