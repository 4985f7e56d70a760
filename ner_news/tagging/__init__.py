"""Recognition of names: a network in numpy behind one door, `Tagger`."""

from ner_news.tagging.tagger import Tagger

__all__ = ["Tagger"]
