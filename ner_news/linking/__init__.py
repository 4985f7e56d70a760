"""Who is who: mentions of one thing get one entity, in a document and across many.

Within a document `canonical` brings usual spellings together, `people` and `things` find what a shorter name stands
for, `introductions` what the text says itself, and `within` joins them. Across documents `across` moves names to others
by counts of documents.
"""

from ner_news.linking.across import resolve
from ner_news.linking.evidence import Known, Link, Usage
from ner_news.linking.mentions import Mention, is_long, key, person_key
from ner_news.linking.within import Cluster, link

__all__ = [
    "Cluster",
    "Known",
    "Link",
    "Mention",
    "Usage",
    "is_long",
    "key",
    "link",
    "person_key",
    "resolve",
]
