"""What a notebook shows of a corpus."""

from ner_news.corpus import queries
from ner_news.corpus.queries import Ask
from ner_news.display import EntityGroup, render_corpus

NAMES = ("PER", "ORG", "LOC")
SHOWN = 5
"""Entities of a label that the display of a corpus names."""


def show_entities(ask: Ask, documents: int) -> str:
    """Return HTML with the entities that most documents name, and when."""
    groups = []
    totals = queries.count_labels(ask)
    for label in NAMES:
        entities = queries.find_entities(ask, label, None, None, SHOWN)
        days = [(entity, queries.count_days(ask, entity.id)) for entity in entities]
        groups.append(EntityGroup(label, totals.get(label, 0), days))
    return render_corpus(documents, queries.find_first_and_last_day(ask), groups)
