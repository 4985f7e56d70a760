"""The words around a name that give cues."""

import pytest

from ner_news.lemmas.context.cues import WORD_KINDS
from ner_news.lemmas.context.window import read_context, read_word_before
from ner_news.segment import tokenize
from tests.drawing import undraw


@pytest.mark.parametrize(
    ("drawing", "words"),
    [
        ("Адвокат христианки [Асии Биби|PER] молчит.", "христианки молчит"),
        ("Рассказали в [Бонне|LOC].", "в"),
        ("министра обороны России [Сергея Шойгу|PER].", "министра"),
        ("посол Японии в России [Масахару Коно|PER].", "посол"),
        ("премьера «[Зася|PER]» ждут", "премьера ждут"),
        ("[Захарова|PER] также вчера заявила", "заявила"),
        ("[Захарова|PER] также вчера позже заявила", ""),
        ("[Захаровой|PER], которая ушла", "которая"),
        ("для\n[Захарова|PER]\nушла", ""),
        ("Да. [Захарова|PER] и Песков", ""),
        ("[Захарова|PER]", ""),
        ("стола [Захарова|PER] и", "стола"),
    ],
)
def test_these_words_are_cues(drawing: str, words: str) -> None:
    text, [span] = undraw(drawing)
    cues = read_context(text, tokenize(text), span)
    assert " ".join(cue.word for cue in cues if cue.word and cue.kind not in WORD_KINDS) == words


def test_the_very_words_beside_a_name_are_cues_too() -> None:
    text, [span] = undraw("Рассказали в [Бонне|LOC].")
    words = [cue.word for cue in read_context(text, tokenize(text), span) if cue.kind in WORD_KINDS]
    assert words == ["в …", "… ."]


@pytest.mark.parametrize(("word", "expected"), [("вице-мэра", "title"), ("вице-премьера", "title"), ("быстро", None)])
def test_a_word_before_a_name(word: str, expected: str | None) -> None:
    assert getattr(read_word_before(word, "PER"), "kind", None) == expected
