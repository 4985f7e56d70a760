"""Recognition of names: a network in numpy behind one door, `Tagger`."""

from ner_news.tagging.tagger import DEFAULT, MODELS, Tagger

__all__ = ["DEFAULT", "MODELS", "Tagger"]
