"""The weights are what the rules take them for."""

from ner_news.lemmas.choice import choice_weights as weights


def test_fits_are_positive_and_one_set_of_slots_fits_well() -> None:
    for kind, fits in weights.CUE_FITS.items():
        assert min(fits) > 0, kind
        assert max(fits) >= 1, kind


def test_thresholds_are_in_order() -> None:
    assert 0 < weights.LEAST_SHARE < weights.UNCONFIRMED < weights.SURE < weights.CERTAIN < 1
    assert 0 < weights.OTHER_CASE_IN_ROW < 1
