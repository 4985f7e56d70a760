"""The lists of words can be found by the rules that ask them."""

from ner_news.lemmas.morphology import name_vocabulary as lists
from ner_news.morph import look_up


def test_words_are_in_lower_case() -> None:
    for words in (lists.PARTICLES, lists.LINKS, lists.GENERIC_NOUNS, lists.CLUBS, lists.APPOSED):
        assert [word for word in words if word != word.lower()] == []


def test_sons_are_no_daughters() -> None:
    assert lists.SONS.isdisjoint(lists.DAUGHTERS)


def test_nouns_are_asked_for_by_their_normal_form() -> None:
    words = {*lists.SUBSTANTIVES, *lists.GENERIC_NOUNS, "банк"}
    assert [word for word in words if look_up(word) and all(word != found.normal for found in look_up(word))] == []
