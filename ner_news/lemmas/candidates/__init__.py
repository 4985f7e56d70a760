"""The possible lemmas of one span by itself.

`agreement` joins words that stand in the same slots, weighed by `priors`; `person` (with `name_parts`) and `phrase`
build the candidates of a label; `generation` tries their rules in order.
"""

from ner_news.lemmas.candidates.agreement import Candidate
from ner_news.lemmas.candidates.generation import generate_candidates, is_settled, keep_as_written
from ner_news.lemmas.candidates.priors import PRIORS, Priors

__all__ = ["PRIORS", "Candidate", "Priors", "generate_candidates", "is_settled", "keep_as_written"]
