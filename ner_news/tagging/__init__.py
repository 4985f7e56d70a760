"""Recognition of names: a network in numpy behind `Tagger`.

network_input, word_features, document_features, repeated_stems
                    the tokens of a text as numbers: of each word, of its place, of words with the same stem
batching, networks  many documents at a time to scores of tags; `news_network` is the shipped one
heads, crf, tags, calibration
                    the best path through the scores, its spans, and how sure each is
postprocessing      the spans to the names that users get
tagger              all of it in order; `pack` and `slovnet_weights` read the weights
"""

from ner_news.tagging.tagger import DEFAULT, MODELS, RolePlaces, Tagger

__all__ = ["DEFAULT", "MODELS", "RolePlaces", "Tagger"]
