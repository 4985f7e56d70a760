"""What weights are pulled to is what the model takes it for."""

from ner_news.training.cue_priors import CUE_FITS


def test_fits_are_positive_and_one_set_of_slots_fits_well() -> None:
    for kind, fits in CUE_FITS.items():
        assert min(fits) > 0, kind
        assert max(fits) >= 1, kind
