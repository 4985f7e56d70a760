"""Where names begin and end: what the steps make of a network's spans, and what the network of the package gives."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from ner_news.segment import tokenize
from ner_news.spans import SCHEMES
from ner_news.tagging import DEFAULT, Tagger
from ner_news.tagging.news_network import ARCHITECTURE
from ner_news.tagging.postprocessing import STEPS, postprocess
from tests.drawing import draw, undraw

CASES = Path(__file__).parents[1] / "cases"

MOST_WRONG = {
    "lower-case ends": 1,
    "titles": 0,
    "two people in one span": 3,
    "shared heads": 2,
    "initials": 0,
    "signs and quotes": 1,
    "datelines and towns": 1,
    "towns by their ending": 0,
}
"""Sentences of some 15 of a kind that are wrong with the network of the package, in either scheme."""


def read(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", read("name-edges.jsonl"), ids=lambda case: f"{case['kind']}: {case['before']}")
def test_spans_are_mended(case: dict[str, str]) -> None:
    text, spans = undraw(case["before"])
    assert draw(text, postprocess(text, spans, STEPS[ARCHITECTURE])) == case["after"]


@pytest.mark.parametrize("case", read("name-edges.jsonl"), ids=lambda case: f"{case['kind']}: {case['after']}")
def test_what_is_mended_stays_so(case: dict[str, str]) -> None:
    text, spans = undraw(case["after"])
    assert draw(text, postprocess(text, spans, STEPS[ARCHITECTURE])) == case["after"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_sentences_are_read_right(scheme: str) -> None:
    tagger = Tagger(DEFAULT, scheme)
    wrong: dict[str, list[str]] = defaultdict(list)
    for case in read("name-edges-texts.jsonl"):
        text, _ = undraw(case["text"])
        [found] = tagger.tag([text], [tokenize(text)])
        if draw(text, found) != case["text"]:
            wrong[case["kind"]].append(draw(text, found))
    assert {kind: drawings for kind, drawings in wrong.items() if len(drawings) > MOST_WRONG[kind]} == {}
