"""Recognition of names: a network in numpy behind one door, `Tagger`."""

from ner_news.tagging.tagger import MODELS, Tagger

__all__ = ["MODELS", "Tagger"]
