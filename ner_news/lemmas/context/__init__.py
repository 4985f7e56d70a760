"""The words around a span, as features of its case and gender; how much each counts is said in `choice`.

`window` selects the words before and after; `nominal_cues` and `verb_cues` make `cues` of them by the lists of
`cue_words`; `coordination` finds people joined by commas and «и», `shared_nouns` the noun or the
surname that a name shares with the next.
"""

from ner_news.lemmas.context.coordination import find_coordinated
from ner_news.lemmas.context.cues import WORD_KINDS, Cue, Feature
from ner_news.lemmas.context.shared_nouns import complete_words
from ner_news.lemmas.context.window import read_context

__all__ = ["WORD_KINDS", "Cue", "Feature", "complete_words", "find_coordinated", "read_context"]
