"""Training sentences made of templates: short everyday ones, in which newspaper gold is poor.

word_lists, *.txt   the lists of names, and the templates (`frames.txt`, and `nameless.txt` with no name in them)
declension          cases of names and of the words in front of them
pieces              stretches of text with the marks of each layer
people_slots, place_slots, organization_slots, template_slots
                    what stands in a slot of a template
frame_documents     a few sentences together, as documents with layers
"""

from ner_news.training.sentence_frames.frame_documents import FrameDocument, generate_frames

__all__ = ["FrameDocument", "generate_frames"]
