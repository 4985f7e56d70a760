"""The lists are asked by normal forms, so that they hold these."""

import pytest

from ner_news.lemmas.context import cue_words
from ner_news.morph import CASES, look_up

UNREACHABLE = {"поселок", "супруга", "поверенный"}
"""The dictionary's normal forms are «посёлок», «супруг», «поверить»; the words change nothing."""


@pytest.mark.parametrize("name", ["TITLES", "RELATIONS", "FAMILIES", "GROUPS", "SPEECH", "PLACES"])
def test_a_word_is_its_own_normal_form(name: str) -> None:
    words = getattr(cue_words, name) - UNREACHABLE
    assert [word for word in words if all(word != found.normal for found in look_up(word))] == []


def test_each_preposition_has_known_cases_and_stands_once() -> None:
    words = [word for group in cue_words.PREPOSITIONS.values() for word in group.split()]
    assert len(words) == len(set(words))
    assert {case for cases in cue_words.PREPOSITIONS for case in cases.split()} <= set(CASES)
    assert all(set(forms) == set(CASES) for forms in cue_words.HONORIFICS.values())
