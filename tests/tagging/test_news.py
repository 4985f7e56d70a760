"""The shipped network: what it must read, whatever it was trained on."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ner_news.errors import PackError
from ner_news.segment import tokenize
from ner_news.spans import PlainSpan
from ner_news.tagging import DEFAULT, Tagger
from ner_news.tagging.pack import Pack, write_pack
from ner_news.tagging.tagger import PACKS, load_pack
from tests.drawing import draw, undraw

LARGEST = 4_000_000  # bytes in the wheel


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(DEFAULT)


@pytest.fixture(scope="module")
def full() -> Tagger:
    return Tagger(DEFAULT, "full")


def spans(tagger: Tagger, text: str) -> list[PlainSpan]:
    [found] = tagger.tag([text], [tokenize(text)])
    return found


@pytest.mark.parametrize(
    "drawing",
    [
        "[Эмомали Рахмон|PER] прибыл в [Душанбе|LOC].",
        "Об этом сообщили в [МИД Германии|ORG], передаёт [ТАСС|ORG].",
        "Директор завода [Аркадий Белозёров|PER] доволен. По словам [Белозёрова|PER], всё готово.",
        "Рейс компании [Ryanair|ORG] из [Вены|LOC] в [Тель-Авив|LOC] отложен.",
        "Погода завтра будет хорошей.",
        "",
        " \n ",
    ],
)
def test_the_longest_names_are_found(full: Tagger, drawing: str) -> None:
    text, _ = undraw(drawing)
    assert draw(text, spans(full, text)) == drawing


@pytest.mark.parametrize(
    "drawing",
    [
        "Газопровод «Северный поток — 2» не достроен.",
        "Вакцину «Спутник V» привезли утром.",
        "Зимняя Олимпиада начнётся в феврале.",
        "Роман «Война и мир» переиздан.",
    ],
)
def test_products_and_events_are_no_names(full: Tagger, drawing: str) -> None:
    assert draw(drawing, spans(full, drawing)) == drawing


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_capitals_and_lower_case_are_read(full: Tagger, change: Callable[[str], str]) -> None:
    text = change("Эмомали Рахмон прибыл в Москву и встретился с Владимиром Путиным.")
    assert [(span.label, text[span.start : span.stop].title()) for span in spans(full, text)] == [
        ("PER", "Эмомали Рахмон"),
        ("LOC", "Москву"),
        ("PER", "Владимиром Путиным"),
    ]


def test_no_name_crosses_lines(full: Tagger) -> None:
    text = "Умер директор завода Аркадий Белозёров\nИван Сабиров назначен директором завода\nМосква"
    assert draw(text, spans(full, text)) == (
        "Умер директор завода [Аркадий Белозёров|PER]\n[Иван Сабиров|PER] назначен директором завода\n[Москва|LOC]"
    )


def test_inner_lists_what_the_other_scheme_sees(full: Tagger) -> None:
    text = "Об этом сообщает МИД Германии."
    [ministry] = spans(full, text)
    assert draw(text, ministry.inner) == "Об этом сообщает [МИД|ORG] [Германии|LOC]."
    assert draw(text, spans(Tagger(DEFAULT, "names"), text)) == draw(text, ministry.inner)


def test_a_mention_hears_of_others(full: Tagger) -> None:
    """Alone a rare name at the start of a sentence says little; with the same name elsewhere it is found at both."""
    text = "Кремень молчит. " + "Об этом рассказал Иван Кремень. " * 2
    assert [text[span.start : span.stop] for span in spans(full, text)][:1] == ["Кремень"]


def test_a_long_text_is_read_to_its_end(full: Tagger) -> None:
    text = "Погода не изменится, сообщили вчера. " * 6000 + "Эмомали Рахмон прибыл в Душанбе."
    assert [text[span.start : span.stop] for span in spans(full, text)] == ["Эмомали Рахмон", "Душанбе"]


def test_the_pack_is_small_and_has_its_card_and_log(pack: Pack) -> None:
    assert (PACKS / f"{DEFAULT}.pack").stat().st_size < LARGEST
    card = (PACKS / f"{DEFAULT}.md").read_text(encoding="utf-8")
    assert "@@" not in card
    assert all(
        data in card for data in ("FactRuEval-2016", "NEREL", "RuNormAS", "RuRED", "Telegram", "slovnet", "navec")
    )
    log = [json.loads(line) for line in (PACKS / f"{DEFAULT}.log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert any("figures" in record for record in log)
    assert set(pack.settings["heads"]) == {"full", "full-1", "full-2", "names", "roles", "marked"}
    assert set(pack.settings["calibration"]) == {"full", "names"}


@pytest.mark.parametrize(
    ("reason", "settings", "arrays"),
    [
        ("gate.weight", {}, {"gate.weight": None}),
        ("block2.weight", {}, {"block2.weight": None}),
        ("features", {"features": ["opens a sentence"]}, {}),
        ("8192 rows", {}, {"grams": np.zeros((7, 32), np.float32)}),
        ("dilations", {"dilations": None}, {}),
        ("do not fit", {"dilations": 7}, {}),
        ("do not fit", {}, {"pool.bias": np.zeros(3, np.float32), "input.bias": np.zeros((2, 2), np.float32)}),
    ],
)
def test_what_a_pack_lacks_is_named(
    reason: str, settings: dict[str, Any], arrays: dict[str, Any], pack: Pack, tmp_path: Path
) -> None:
    def changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in {**old, **new}.items() if value is not None}

    wrong = replace(pack, settings=changed(pack.settings, settings), arrays=changed(pack.arrays, arrays))
    write_pack(wrong, tmp_path / "wrong")
    with pytest.raises(PackError, match=reason):
        Tagger(tmp_path / "wrong", "full")
