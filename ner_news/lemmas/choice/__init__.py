"""The choice between candidates, by the cues of the context and by the other mentions in the document.

`chooser` is the one entrance. `rescoring` gives each candidate its share by the learnt weights of `ranking.json`, which
`ranking_model` reads and `traits` names; `document_evidence` asks the other mentions, by the numbers of
`choice_weights`; `grounds` tells what decided.
"""

from ner_news.lemmas.choice.chooser import Choice, Mention, choose_candidates, find_features
from ner_news.lemmas.choice.grounds import find_grounds

__all__ = ["Choice", "Mention", "choose_candidates", "find_features", "find_grounds"]
