"""One of several names under a noun in the plural."""

import pytest

from ner_news.lemmas.candidates.plural_heads import propose_one_of_several
from ner_news.lemmas.span_words import split_span
from ner_news.segment import tokenize
from ner_news.spans import PlainSpan


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Псковской областях", "Псковская область"),
        ("Лужского районов", "Лужский район"),
        ("Луганской народных республик", "Луганская народная республика"),
        ("Мариинский театры", "Мариинский театр"),
        ("Амурскую области", "Амурская область"),
        ("клубов «Сатурн»", "клуб «Сатурн»"),
        ("футбольными командами «Сатурн»", "футбольная команда «Сатурн»"),
        ("компаний Apple", "компания Apple"),
        ("городов Славянска", "город Славянск"),
        ("Соединённых Штатов Америки", None),
        ("Вооружённых сил Украины", None),
        ("власти Москвы", None),
        ("Псковской области", None),
        ("Москве", None),
    ],
)
def test_its_normal_form_has_the_noun_in_the_singular(text: str, lemma: str | None) -> None:
    words = split_span(text, tokenize(text), PlainSpan(0, len(text), "ORG"))
    assert next((found.text for found in propose_one_of_several(words)), None) == lemma
