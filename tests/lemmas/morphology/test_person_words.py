"""One word of a person's name, in each of its roles."""

import pytest

from ner_news.lemmas.morphology.person_words import (
    ANY,
    COMMON_NOUN,
    FAMILY,
    FIRST,
    GIVEN,
    LAST,
    PATRONYMIC,
    SHARED,
    SYLLABLE,
    read_name_word,
)
from ner_news.lemmas.morphology.slots import find_reading

READINGS = [
    ("путина", LAST, "gent masc", "путин", "dictionary Surn"),
    ("захаровой", LAST, "datv femn", "захарова", "dictionary Surn"),
    ("засем", LAST, "ablt masc", "зась", "soft"),
    ("левого", LAST, "gent masc", "левый", "dictionary"),
    ("христа", LAST, "gent masc", "христос", "dictionary"),
    ("о’нила", LAST, "gent masc", "о’нил", "dictionary Name"),
    ("smith", LAST, "gent masc", "smith", "foreign"),
    ("эмомали", FIRST, "gent masc", "эмомали", "dictionary Name"),
    ("жан-клода", FIRST, "gent masc", "жан-клод", "first part - dictionary Name"),
    ("петровны", PATRONYMIC, "gent femn", "петровна", "dictionary Patr"),
    ("григорьевича", PATRONYMIC, "gent masc", "григорьевич", "dictionary Patr"),
    ("хуссейна", ANY, "gent masc", "хуссейн", "consonant"),
    ("ким", FAMILY, "gent masc", "ким", "family"),
    ("чен", SYLLABLE, "gent masc", "чен", "syllable"),
    ("ына", GIVEN, "gent masc", "ын", "consonant"),
    ("скрипали", SHARED, "nomn femn", "скрипаль", "shared"),
    ("папы", COMMON_NOUN, "gent masc", "папа", "dictionary"),
    ("бин", "particle", "gent masc", "бин", "particle"),
    ("а", "initial", "gent femn", "а", "initial"),
]


@pytest.mark.parametrize(("word", "role", "slot", "form", "rule"), READINGS)
def test_the_best_reading_in_a_role(word: str, role: str, slot: str, form: str, rule: str) -> None:
    case, kind = slot.split()
    found = find_reading(read_name_word(word, role), case, kind)
    assert found is not None
    assert (found.form, found.rule) == (form, rule)


@pytest.mark.parametrize(("word", "role"), [("москва", PATRONYMIC), ("петров", FAMILY), ("иван", SYLLABLE)])
def test_some_words_cannot_have_a_role(word: str, role: str) -> None:
    assert list(read_name_word(word, role)) == []


def test_a_mans_particle_makes_no_woman() -> None:
    assert find_reading(read_name_word("бин", "particle"), "gent", "femn") is None
    assert find_reading(read_name_word("фон", "particle"), "gent", "femn") is not None
