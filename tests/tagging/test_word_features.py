"""Kinds, stems and letter groups of words."""

import pytest

from ner_news.tagging import word_features as features
from ner_news.tagging.word_features import GRAMS, classify_words, hash_letter_groups


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("дом", features.LOWER),
        ("Дом", features.CAPITAL),
        ("ОДКБ", features.CAPITAL | features.UPPER),
        ("Ж", features.CAPITAL | features.INITIAL),
        ("Владимиру", features.CAPITAL | features.FIRST_NAME),
        ("владимиру", features.LOWER),  # only with a capital
        ("в", features.LOWER | features.IN_PLACE),
        ("«", features.OPENS),
        ("»", features.CLOSES),
        ('"', features.QUOTE),
        ("(", features.BRACKET),
        ("?!", features.ENDS),
        ("2021", 0),
    ],
)
def test_a_word_has_its_kinds(word: str, kinds: int) -> None:
    assert classify_words([word])[0].tolist() == [kinds]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Иванову", "иванова", True),
        ("Ковалёв", "Ковалева", True),
        ("Химки", "Химок", False),
        ("Киев", "Кива", False),
        ("х" * 70, "х" * 64, True),  # beyond the letters that are looked at
    ],
)
def test_forms_of_a_name_share_a_stem(one: str, other: str, is_same: bool) -> None:
    stems = classify_words([one, other])[1].tolist()
    assert (stems[0] == stems[1]) is is_same


def test_letter_groups_of_a_word_do_not_depend_on_other_words() -> None:
    rows = hash_letter_groups(["а", "рахмон", "р" * 40])
    assert rows.shape == (3, GRAMS)
    assert rows[1].tolist() == hash_letter_groups(["рахмон"])[0].tolist()
    assert (rows[0] > 0).sum() == 1  # «^а$» is one group of three
