"""The weights are what the rules take them for."""

from ner_news.lemmas.choice import choice_weights as weights


def test_thresholds_are_in_order() -> None:
    assert 0 < weights.LEAST_SHARE < weights.UNCONFIRMED < weights.SURE < weights.CERTAIN < 1
    assert 0 < weights.OTHER_CASE_IN_ROW < 1
