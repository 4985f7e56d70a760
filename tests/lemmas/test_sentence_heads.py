"""A capital that only begins a sentence is taken from the noun of an organization, if asked."""

import pickle

import pytest

from ner_news import Extractor
from ner_news.errors import OptionError
from ner_news.lemmas import Spelling, lemmatize
from ner_news.segment import tokenize
from tests.drawing import undraw


@pytest.mark.parametrize(
    ("drawing", "lemma"),
    [
        ("[Правительство Грузии|ORG] молчит.", "правительство Грузии"),
        ("Да. [Парламент Литвы|ORG] молчит.", "парламент Литвы"),
        ("Да.\n[Прокуратурой Омска|ORG] начата проверка", "прокуратура Омска"),
        ("«[Администрация Омска|ORG] права», – сказал он.", "администрация Омска"),
        # in small letters elsewhere
        ("[Дирекция вокзала|ORG] молчит. Письмо дирекции вокзала пропало.", "дирекция вокзала"),
        # the capital is the name's own, or nothing tells
        ("Молчит [Правительство Грузии|ORG].", "Правительство Грузии"),
        ("[Дирекция вокзала|ORG] молчит.", "Дирекция вокзала"),
        ("[Министерство финансов|ORG] молчит.", "Министерство финансов"),
        ("[Правительство|ORG] молчит.", "Правительство"),
        ("[ЦИК Литвы|ORG] молчит.", "ЦИК Литвы"),
        ("[Полиция Горная|LOC] опустела.", "Полиция Горная"),
    ],
)
def test_a_capital_of_the_sentence_goes(drawing: str, lemma: str) -> None:
    text, spans = undraw(drawing)
    assert [found.text for found in lemmatize(text, tokenize(text), spans, Spelling(heads="lowered"))] == [lemma]
    assert lemmatize(text, tokenize(text), spans)[0].text.lower() == lemma.lower()


def test_by_default_a_lemma_is_as_written() -> None:
    text, spans = undraw("[Правительство Грузии|ORG] молчит.")
    assert lemmatize(text, tokenize(text), spans)[0].text == "Правительство Грузии"


def test_the_extractor_takes_the_option_to_other_processes() -> None:
    extractor = pickle.loads(pickle.dumps(Extractor(heads="lowered")))
    document = extractor("Правительство Грузии молчит.", spans=[(0, 20, "ORG")])
    assert document.organizations[0].lemma == "правительство Грузии"


def test_an_unknown_option_names_the_known_ones() -> None:
    with pytest.raises(OptionError, match="lowered"):
        Extractor(heads="upper")
