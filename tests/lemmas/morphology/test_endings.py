"""Words outside the dictionary, by their endings alone."""

import pytest

from ner_news.lemmas.morphology.endings import read_endings
from ner_news.lemmas.morphology.paradigms import FIRST_NAMES, NOUNS, PATRONYMICS, SURNAMES
from ner_news.lemmas.morphology.slots import SLOTS

LIKELIEST = [
    ("зася", SURNAMES, "gent masc", "зась"),
    ("пашиняном", SURNAMES, "ablt masc", "пашинян"),
    ("курцем", SURNAMES, "ablt masc", "курц"),
    ("ильичом", SURNAMES, "ablt masc", "ильич"),
    ("кравца", SURNAMES, "gent masc", "кравец"),
    ("лукашенко", SURNAMES, "gent masc", "лукашенко"),
    ("асии", FIRST_NAMES, "gent femn", "асия"),
    ("гавриловичем", PATRONYMICS, "ablt masc", "гаврилович"),
    ("пешаваре", NOUNS, "loct masc", "пешавар"),
    ("тушине", NOUNS, "loct neut", "тушино"),
    ("воробьёвых", SURNAMES, "gent plur", "воробьёвы"),
]


@pytest.mark.parametrize(("word", "table", "slot", "form"), LIKELIEST)
def test_the_likeliest_nominative_in_a_slot(word: str, table: str, slot: str, form: str) -> None:
    case, kind = slot.split()
    found = {found: weight for slots, found, weight, _ in read_endings(word, table) if slots & SLOTS[case, kind]}
    assert max(found, key=found.__getitem__) == form


@pytest.mark.parametrize("word", ["", "я", "ся"])
def test_what_has_no_stem_has_no_readings(word: str) -> None:
    assert list(read_endings(word, SURNAMES)) == []


def test_an_oblique_ending_is_hardly_a_nominative_except_of_firms() -> None:
    def weight(word: str) -> float:
        return max(weight for slots, form, weight, _ in read_endings(word, NOUNS) if form == word and slots)

    assert weight("гагарином") < 0.1 * weight("росатом")
