"""A user's gazetteer and rules: their spans in a text, and how they join what the package finds by itself.

`gazetteer_files` reads entries from a file, a dict or records.
`gazetteer` keeps them in a trie and finds their names in a text, in all their forms.
`rule_spans` runs the rules, checks what they give, and lets the longest of all custom spans stay.
`merging` puts these spans among those of the network and of the date rules.
`entity_ids` gives the entities that linking makes the ids which the user chose.
"""

from ner_news.custom.entity_ids import with_custom_ids
from ner_news.custom.gazetteer import Gazetteer
from ner_news.custom.gazetteer_files import NAME_LABELS, GazetteerEntry, GazetteerSource
from ner_news.custom.merging import merge_custom_spans
from ner_news.custom.rule_spans import Rule, RuleSpan, find_custom_spans

__all__ = [
    "NAME_LABELS",
    "Gazetteer",
    "GazetteerEntry",
    "GazetteerSource",
    "Rule",
    "RuleSpan",
    "find_custom_spans",
    "merge_custom_spans",
    "with_custom_ids",
]
