"""Words with hyphens and apostrophes, part by part."""

import pytest

from ner_news.lemmas.morphology.compounds import read_after_apostrophe, read_parts
from ner_news.lemmas.morphology.person_words import FIRST, LAST, read_name_word
from ner_news.lemmas.morphology.phrase_words import read_noun_word
from ner_news.lemmas.morphology.slots import ReadingTable, find_reading


def read(word: str, role: str) -> ReadingTable:
    return read_noun_word(word, role) if role == "LOC" else read_name_word(word, role)


@pytest.mark.parametrize(
    ("word", "role", "slot", "form"),
    [
        ("анне-марии", FIRST, "datv femn", "анна-мария"),
        ("жан-клода", FIRST, "gent masc", "жан-клод"),
        ("салтыкова-щедрина", LAST, "gent masc", "салтыков-щедрин"),
        ("эль-масри", LAST, "gent masc", "эль-масри"),
        ("ростове-на-дону", "LOC", "loct masc", "ростов-на-дону"),
        ("электро-стали", "LOC", "gent femn", "электро-сталь"),
    ],
)
def test_a_compound_is_declined_part_by_part(word: str, role: str, slot: str, form: str) -> None:
    case, kind = slot.split()
    found = find_reading(read_parts(word, lambda part: read(part, role)), case, kind)
    assert found is not None
    assert found.form == form


@pytest.mark.parametrize(("word", "form"), [("о’нила", "о’нил"), ("д'артаньяна", "д'артаньян")])
def test_only_the_part_behind_an_apostrophe_is_declined(word: str, form: str) -> None:
    table = read_after_apostrophe(word, lambda part: read_name_word(part, LAST))
    assert table is not None
    found = find_reading(table, "gent", "masc")
    assert found is not None
    assert found.form == form


@pytest.mark.parametrize("word", ["иван", "’иван", "иван’"])
def test_a_word_not_parted_by_an_apostrophe_is_left_to_others(word: str) -> None:
    assert read_after_apostrophe(word, lambda part: read_name_word(part, LAST)) is None
