"""Each kind of cue, by a sentence that has it before or after the name."""

from typing import get_args

import pytest

from ner_news.lemmas.context.cues import WORD_KINDS, CueKind, usual_readings
from ner_news.lemmas.context.window import read_context
from ner_news.lemmas.morphology.slots import ALL_SLOTS
from ner_news.segment import tokenize
from ner_news.training.cue_priors import CUE_FITS
from tests.drawing import undraw

EXAMPLES: dict[CueKind, str] = {
    "preposition": "Рассказали в [Известиях|ORG] и",
    "preposition to a person": "Вернулись к [Путину|PER] и",
    "honorific": "Просили г-жу [Кларк|PER] и",
    "adjective": "Это известная [Ванга|PER] и",
    "noun": "Это власти [Химок|LOC] и",
    "noun of a person": "По словам [Пескова|PER] и",
    "place noun": "Это в округе [Шекхупура|LOC] и",
    "town noun": "Это в посёлке [Рудное|LOC] и",
    "plural place noun": "Это аэропорты [Минска|LOC] и",
    "family group": "Это дом семьи [Скрипалей|PER] и",
    "family members": "Это братья [Ивановы|PER] и",
    "title": "Это вице-президент [Захаров|PER] и",
    "titles": "Это представители [Меллона|PER] и",
    "relation": "Это адвокат [Захаровой|PER] и",
    "infinitive": "Решили назначить [Захарова|PER] и",
    "verb": "Вчера заявила [Захарова|PER] и",
    "plural verb": "Вчера заявили [Захарова|PER] и",
    "transitive verb": "Вчера поддержал [Захарова|PER] и",
    "plural transitive verb": "Вчера поддержали [Захарова|PER] и",
    "plural verb alone": "Вчера ищут [Захарова|PER] вчера",
    "verb with its subject": "Полиция ищет [Сидорова|PER] и",
    "giving verb": "Вчера подарил [Захарову|PER] и",
    "plural giving verb": "Вчера подарили [Захарову|PER] и",
    "giving speech verb": "Вчера рассказал [Захарову|PER] и",
    "plural giving speech verb": "Вчера рассказали [Захарову|PER] и",
    "giving verb with its subject": "Совет подарил [Захарову|PER] и",
    "verb with its object": "Серебро добыла [Захарова|PER] и",
    "verb with its predicate": "Судьёй назначили [Захарову|PER] и",
    "verb before a title": "Выступила министр [Захарова|PER] и",
    "object behind": "Вчера подарил [Захарову|PER] картину",
    "speech verb after": "[Захарова|PER] заявила",
    "verb after": "[Захарова|PER] ушла",
    "plural verb after": "Песков и [Захарова|PER] ушли",
    "plural verb after one name": "[Рахмона|PER] ждут",
    "plural giving verb after": "[Рахмону|PER] звонили",
    "relative pronoun": "[Захаровой|PER], которая",
    "start of a sentence": "Да. [Захарова|PER] и",
    "line by itself": "Да.\n[Захарова|PER]",
}


def test_each_kind_has_an_example_and_its_fits() -> None:
    assert set(EXAMPLES) == set(CUE_FITS) == set(get_args(CueKind)) - WORD_KINDS


@pytest.mark.parametrize(("kind", "drawing"), EXAMPLES.items())
def test_an_example_has_a_cue_of_its_kind(kind: CueKind, drawing: str) -> None:
    text, [span] = undraw(drawing)
    cues = {cue.kind: cue for cue in read_context(text, tokenize(text), span)}
    assert kind in cues
    assert len(cues[kind].slots) == len(CUE_FITS[kind])
    assert cues[kind].slots[-1] == ALL_SLOTS


def test_rare_readings_are_left_out() -> None:
    assert {found.pos for found in usual_readings("при")} == {"PREP"}
    assert usual_readings("") == ()
