"""How usual cases and kinds are."""

import pytest

from ner_news.lemmas.candidates.priors import PRIORS, QUOTED_PRIORS, Priors
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SINGLE_SLOTS, SLOTS


@pytest.mark.parametrize("priors", [*PRIORS.values(), QUOTED_PRIORS])
def test_the_priors_of_all_slots_are_nearly_one(priors: Priors) -> None:
    assert priors(ALL_SLOTS) == pytest.approx(1.0, abs=0.06)
    assert priors(ALL_SLOTS) == pytest.approx(sum(map(priors, SINGLE_SLOTS)))
    assert priors(0) == 0


def test_the_usual_is_likelier() -> None:
    assert PRIORS["PER"](SLOTS["nomn", "masc"]) > PRIORS["PER"](SLOTS["gent", "masc"]) > 0
    assert PRIORS["PER"](SLOTS["nomn", "neut"]) == 0
    assert QUOTED_PRIORS(SLOTS["nomn", ""]) > PRIORS["ORG"](SLOTS["nomn", ""])
