"""The learnt weights."""

from typing import get_args

from ner_news.lemmas.choice.ranking_model import ONES, RankingModel, read_model, use_model, weigh_cue
from ner_news.lemmas.choice.rescoring import rescore
from ner_news.lemmas.context.cues import WORD_KINDS, CueKind
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SLOTS
from ner_news.lemmas.span_words import SpanWords

NOTHING = RankingModel({"PER": 1.0}, {"PER": (0.0,) * len(ONES)}, {}, {}, {}, frozenset())


def test_every_kind_of_cue_has_weights() -> None:
    for label in ("PER", "LOC", "ORG"):
        assert set(read_model().cues[label]) == set(get_args(CueKind)) - WORD_KINDS


def test_a_cue_or_a_word_that_was_not_learnt_tells_nothing() -> None:
    with use_model(NOTHING):
        assert weigh_cue("PER", ("verb", (ALL_SLOTS,), "")) == ONES
        assert weigh_cue("PER", ("word before", (), "сказал …")) == ONES


def test_another_model_is_in_use_for_a_while() -> None:
    words, line = SpanWords("PER", ("Захарова",), ("",)), ("line by itself", (SLOTS["nomn", ""], ALL_SLOTS), "")
    own = rescore(words, (line,))
    with use_model(NOTHING):
        assert rescore(words, (line,)) != own
    assert rescore(words, (line,)) == own
