"""A user's own names and rules, and how they go with what the network and the dates' rules find."""

from ner_news.own.entities import with_own_ids
from ner_news.own.found import OwnSpan, Rule, find_own
from ner_news.own.gazetteer import Gazetteer
from ner_news.own.names import Names, OwnName
from ner_news.own.settling import settle

__all__ = ["Gazetteer", "Names", "OwnName", "OwnSpan", "Rule", "find_own", "settle", "with_own_ids"]
