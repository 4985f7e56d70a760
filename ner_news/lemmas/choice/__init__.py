"""The choice between candidates, by the cues of the context and by the other mentions in the document.

`chooser` is the one entrance; `rescoring` applies the cues, `document_evidence` the other mentions, both by the numbers
of `choice_weights`. A learnt model would replace these three and keep `choose_candidates`.
"""

from ner_news.lemmas.choice.chooser import Choice, Mention, choose_candidates

__all__ = ["Choice", "Mention", "choose_candidates"]
