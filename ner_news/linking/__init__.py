"""Entity linking: mentions of one thing get one entity, in a document and across many.

`mention_keys` gives each mention a key by its normalized name (`normalization`, `name_folding`, `phonetic_keys`),
with the tables of other names that `name_tables` reads.
`role_evidence` tells people of one surname apart by what the text says of them.
`people` and `organizations_places` find the fuller name in the document that a shorter or misspelt one stands for.
`known_labels` puts right what the network took a firm for.
`introductions` finds second names that the text itself introduces in brackets.
`within` joins what these three found by union-find, and makes a cluster of each set.
`across` moves names to others by counts over all documents (`name_counts`), misspelt ones by `rare_names`.
"""

from ner_news.linking.across import resolve
from ner_news.linking.known_labels import correct_labels
from ner_news.linking.mention_keys import (
    Mention,
    fold_key,
    is_too_long,
    make_key,
    make_person_key,
    make_possible_keys,
    read_label,
)
from ner_news.linking.name_counts import Link, NameCount, UsageCount
from ner_news.linking.name_folding import fold_last
from ner_news.linking.role_evidence import choose_bearer, read_traits
from ner_news.linking.within import Cluster, link

__all__ = [
    "Cluster",
    "Link",
    "Mention",
    "NameCount",
    "UsageCount",
    "choose_bearer",
    "correct_labels",
    "fold_key",
    "fold_last",
    "is_too_long",
    "link",
    "make_key",
    "make_person_key",
    "make_possible_keys",
    "read_label",
    "read_traits",
    "resolve",
]
