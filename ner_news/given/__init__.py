"""Names that come from elsewhere: another recognizer, an annotator, a language model.

`span_fields` reads one of them, whoever wrote it: a tuple, a mapping or an object; `label_names` knows what others call
the labels. `given_spans` checks all those of a text and puts the shorter names into the longer ones. `label_guess`
gives a label to what has none.
"""

from ner_news.given.given_spans import HOLDERS, GivenSpan, read_given
from ner_news.given.label_guess import guess_label
from ner_news.given.label_names import LABEL_NAMES, label_of

__all__ = ["HOLDERS", "LABEL_NAMES", "GivenSpan", "guess_label", "label_of", "read_given"]
