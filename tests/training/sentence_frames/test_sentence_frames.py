"""Sentences made of templates: what every one of them keeps to, and what some of them look like."""

from itertools import pairwise
from pathlib import Path
from random import Random
from typing import cast

import pytest

from ner_news.spans import Label, PlainSpan
from ner_news.training.sentence_frames import FrameDocument, generate_frames
from ner_news.training.sentence_frames.declension import (
    decline_adjective,
    decline_first_name,
    decline_patronymic,
    decline_phrase,
    decline_surname,
    noun_reading,
)
from ner_news.training.sentence_frames.pieces import LAYERS
from ner_news.training.sentence_frames.template_slots import fill_template
from ner_news.training.sentence_frames.word_lists import read_lines, read_words
from tests.drawing import draw, undraw

DOCUMENTS = generate_frames(3000, 7)
TYPES = {"PER", "ORG", "LOC"}
LABELS = {"full": TYPES, "names": TYPES, "full-1": TYPES, "marked": {"NAME"}}
SAMPLE = Path(__file__).with_name("sample.txt")


def test_spans_lie_in_the_text_without_white_space_at_their_ends() -> None:
    for document in DOCUMENTS:
        for layer, spans in document.layers.items():
            for span in spans:
                name = document.text[span.start : span.stop]
                assert name
                assert name == name.strip(), document
                assert span.label in LABELS[layer]
                assert span.stop - span.start == len(name)


def test_layers_are_sorted_and_do_not_overlap() -> None:
    for document in DOCUMENTS:
        for layer, spans in document.layers.items():
            if layer == "full-1":
                assert spans == tuple(sorted(spans))
            assert all(one.stop <= other.start for one, other in pairwise(spans)), document


def test_what_is_inside_lies_in_a_longer_name() -> None:
    for document in DOCUMENTS:
        for inner in document.layers["full-1"]:
            holders = [
                each for each in document.layers["full"] if each.start <= inner.start and inner.stop <= each.stop
            ]
            assert len(holders) == 1
            assert holders[0][:2] != inner[:2]


def test_names_begin_as_names_do() -> None:
    for document in DOCUMENTS:
        for span in document.layers.get("names", ()):
            first = document.text[span.start]
            assert first.isupper() or first.isdigit(), document.text


def test_the_same_seed_gives_the_same_documents() -> None:
    assert generate_frames(200, 3) == generate_frames(200, 3)
    assert generate_frames(200, 3) != generate_frames(200, 4)
    assert generate_frames(50, 3) == generate_frames(200, 3)[:50]


def test_every_layer_is_there_for_most_documents() -> None:
    for layer in LAYERS:
        assert sum(layer in document.layers for document in DOCUMENTS) > len(DOCUMENTS) * 0.8


@pytest.mark.parametrize("template", read_lines("frames"))
def test_every_template_is_usable(template: str) -> None:
    for seed in range(10):
        filled = fill_template(Random(seed), template)
        assert filled.marks
        assert not set("{}[]|<>") & set(filled.text), filled.text


@pytest.mark.parametrize("template", read_lines("nameless"))
def test_a_template_without_names_has_none(template: str) -> None:
    filled = fill_template(Random(1), template)
    assert not filled.marks
    assert not set("{}[]|<>") & set(filled.text), filled.text


def test_templates_do_not_repeat() -> None:
    templates = [*read_lines("frames"), *read_lines("nameless")]
    assert sorted({each for each in templates if templates.count(each) > 1}) == []
    assert len(templates) >= 250


@pytest.mark.parametrize("name", ["towns", "rivers", "countries", "roles", "things", "noun_surnames"])
def test_the_dictionary_declines_every_noun(name: str) -> None:
    assert [word for word in read_words(name) if noun_reading(word) is None] == []


def test_the_dictionary_declines_every_town_of_two_words() -> None:
    assert [town for town in read_lines("plural_towns") if noun_reading(town.split()[-1]) is None] == []


SURNAMES = [
    ("Блинов", "masc", "ablt", "Блиновым"),
    ("Блинов", "femn", "accs", "Блинову"),
    ("Высоцкий", "masc", "accs", "Высоцкого"),
    ("Рыжий", "femn", "datv", "Рыжей"),
    ("Дальний", "masc", "gent", "Дальнего"),
    ("Скиба", "femn", "loct", "Скибе"),
    ("Гайдук", "masc", "datv", "Гайдуку"),
    ("Гайдук", "femn", "datv", "Гайдук"),
    ("Герц", "masc", "ablt", "Герцем"),
    ("Гелашвили", "masc", "gent", "Гелашвили"),
    ("Дюма=", "masc", "gent", "Дюма"),
    ("Косых", "femn", "ablt", "Косых"),
]


@pytest.mark.parametrize(("surname", "gender", "case", "form"), SURNAMES)
def test_surnames_decline_by_their_endings(surname: str, gender: str, case: str, form: str) -> None:
    assert decline_surname(surname, gender, case) == form


def test_other_words_decline() -> None:
    assert decline_phrase("Горячий Ключ", "ablt") == "Горячим Ключом"
    assert decline_phrase("Нижний Тагил", "gent") == "Нижнего Тагила"
    assert decline_phrase("КНДР", "loct") == "КНДР"
    assert decline_adjective("Карлов", "masc", "loct") == "Карловом"
    assert decline_adjective("Эйфелев", "femn", "accs") == "Эйфелеву"
    assert decline_first_name("Павел", "masc", "datv") == "Павлу"
    assert decline_patronymic("Никитич", "femn", "gent") == "Никитичны"


def drawing(document: FrameDocument, layer: str) -> str:
    spans = [PlainSpan(span.start, span.stop, cast(Label, span.label)) for span in document.layers[layer]]
    return draw(document.text, spans).replace("\n", " / ")


def test_a_sample_looks_as_drawn() -> None:
    assert [drawing(each, "full") for each in generate_frames(20, 1)] == SAMPLE.read_text(encoding="utf-8").splitlines()


def test_prepositions_fit_what_follows() -> None:
    assert fill_template(Random(1), "В [Франция|LOC], о [Анапа|LOC], с [Степан|PER].").text == (
        "Во Франция, об Анапа, со Степан."
    )


def test_a_written_name_is_marked_in_every_layer() -> None:
    text, spans = undraw("[ОАЭ|LOC] ждут туристов.")
    filled = fill_template(Random(1), "[ОАЭ|LOC] ждут туристов.")
    assert filled.text == text
    assert [(mark.start, mark.stop) for mark in filled.marks] == [(span.start, span.stop) for span in spans] * 3
