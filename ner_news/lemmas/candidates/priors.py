"""How usual each case and kind is for a label, before any word is read."""

from collections.abc import Callable, Mapping

from ner_news.caches import word_cache
from ner_news.lemmas.morphology.slots import SLOTS

Priors = Callable[[int], float]
"""How likely some slots together are."""


def _multiply(cases: Mapping[str, float], kinds: Mapping[str, float]) -> Priors:
    """Return the priors of sets of slots from those by case and by kind."""
    by_slot = [(SLOTS[case, kind], here * there) for case, here in cases.items() for kind, there in kinds.items()]

    @word_cache(maxsize=4096)  # of the sets of slots that endings leave open, not of words
    def prior(slots: int) -> float:
        return sum(likelihood for slot, likelihood in by_slot if slot & slots)

    return prior


# By eye over Russian news, not measured.
_KINDS = {"masc": 0.3, "femn": 0.3, "neut": 0.2, "plur": 0.2}

PRIORS: Mapping[str, Priors] = {
    # Rounded by eye: of the names of FactRuEval's devset that change at all somewhat over a half are nominatives, and
    # of a text's people one in four is a woman.
    "PER": _multiply(
        {"nomn": 0.56, "gent": 0.2, "datv": 0.05, "accs": 0.05, "ablt": 0.08, "loct": 0.012},
        {"masc": 0.72, "femn": 0.25, "plur": 0.03},
    ),
    # By eye.
    "LOC": _multiply({"nomn": 0.3, "gent": 0.3, "datv": 0.05, "accs": 0.1, "ablt": 0.07, "loct": 0.2}, _KINDS),
    "ORG": _multiply({"nomn": 0.4, "gent": 0.25, "datv": 0.06, "accs": 0.1, "ablt": 0.1, "loct": 0.08}, _KINDS),
}
QUOTED_PRIORS = _multiply({"nomn": 0.8, "gent": 0.07, "datv": 0.03, "accs": 0.03, "ablt": 0.04, "loct": 0.03}, _KINDS)
"""A name in quotes is mostly left in the nominative, «Известия»; by eye."""
