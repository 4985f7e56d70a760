"""One word in the name of a place or an organization."""

import pytest

from ner_news.lemmas.morphology.phrase_words import (
    is_common_noun,
    is_known_noun,
    is_substantive,
    read_adjective_word,
    read_noun_word,
)
from ner_news.lemmas.morphology.slots import find_reading
from ner_news.spans import Label

NOUNS: list[tuple[str, Label, str, str, str]] = [
    ("Химок", "LOC", "gent plur", "химки", "dictionary Geox"),
    ("Тверской", "LOC", "loct femn", "тверская", "dictionary Geox"),
    ("Пешаваром", "LOC", "ablt masc", "пешавар", "dictionary Geox"),
    ("Гусь-Хрустального", "LOC", "gent masc", "гусь-хрустальный", "dictionary Geox"),
    ("Куала-Лумпура", "LOC", "gent masc", "куала-лумпур", "first part - dictionary Geox"),
    ("РОССИИ", "LOC", "gent femn", "россия", "dictionary Geox"),
    ("Известий", "ORG", "gent plur", "известия", "dictionary"),
    ("МИДа", "ORG", "gent masc", "мид", "declined abbreviation"),
    ("КамАЗом", "ORG", "ablt masc", "камаз", "declined abbreviation"),
    ("ОДКБ", "ORG", "gent femn", "одкб", "abbreviation"),
    ("Ryanair", "ORG", "gent masc", "ryanair", "foreign"),
    ("Волгаэкострой", "ORG", "nomn masc", "волгаэкострой", "guess"),
]
ADJECTIVES = [
    ("Северной", "gent femn", "северная"),
    ("окружного", "gent masc", "окружной"),
    ("военно-морского", "gent masc", "военно-морской"),
    ("Воробьёвых", "gent plur", "воробьёвы"),
]


@pytest.mark.parametrize(("word", "label", "slot", "form", "rule"), NOUNS)
def test_the_best_reading_as_a_noun(word: str, label: Label, slot: str, form: str, rule: str) -> None:
    case, kind = slot.split()
    found = find_reading(read_noun_word(word, label), case, kind)
    assert found is not None
    assert (found.form, found.rule) == (form, rule)


@pytest.mark.parametrize(("word", "slot", "form"), ADJECTIVES)
def test_the_best_reading_as_an_adjective(word: str, slot: str, form: str) -> None:
    case, kind = slot.split()
    found = find_reading(read_adjective_word(word), case, kind)
    assert found is not None
    assert found.form == form


@pytest.mark.parametrize("word", ["Москва", "воробьёвых", "Ryanair", "1"])
def test_some_words_are_no_adjectives(word: str) -> None:
    assert list(read_adjective_word(word)) == []


def test_facts_of_nouns() -> None:
    assert (is_known_noun("Москвы"), is_known_noun("Форин")) == (True, False)
    assert (is_common_noun("Капитала"), is_common_noun("Германии"), is_common_noun("Форин")) == (True, False, False)
    assert (is_substantive("сборной"), is_substantive("Северной")) == (True, False)
