"""Names that share a noun or a surname with the next."""

import pytest

from ner_news.lemmas import lemmatize
from ner_news.segment import tokenize
from tests.drawing import undraw


@pytest.mark.parametrize(
    ("drawing", "lemmas"),
    [
        (
            "в [Тверской|LOC], [Тульской|LOC] и [Орловской областях|LOC]",
            "Тверская область, Тульская область, Орловская область",
        ),
        ("из [Северной|LOC] и [Южной Кореи|LOC]", "Северная Корея, Южная Корея"),
        (
            "власти [Донецкой|LOC] и [Луганской народных республик|LOC]",
            "Донецкая народная республика, Луганская народная республика",
        ),
        ("[Малый|ORG] и [Мариинский театры|ORG] открыты", "Малый театр, Мариинский театр"),
        ("дело [Петра|PER] и [Бориса Дуровых|PER]", "Петр Дуров, Борис Дуров"),
        ("письмо [Ивану|PER] и [Анне Дуровым|PER]", "Иван Дуров, Анна Дурова"),
        ("в [Киевской|LOC] и [Одессе|LOC]", "Киевская, Одесса"),
        ("[Анна|PER] и [Иван Дуров|PER] ушли", "Анна, Иван Дуров"),
    ],
)
def test_each_name_is_whole(drawing: str, lemmas: str) -> None:
    text, spans = undraw(drawing)
    assert ", ".join(lemma.text for lemma in lemmatize(text, tokenize(text), spans)) == lemmas
