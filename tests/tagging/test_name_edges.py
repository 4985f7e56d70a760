"""What the steps behind a network make of its spans: no network is asked."""

import json
from pathlib import Path

import pytest

from ner_news.tagging.news_network import ARCHITECTURE
from ner_news.tagging.postprocessing import STEPS, postprocess
from tests.drawing import draw, undraw

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "name-edges.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['before']}")
def test_spans_are_mended(case: dict[str, str]) -> None:
    text, spans = undraw(case["before"])
    assert draw(text, postprocess(text, spans, STEPS[ARCHITECTURE])) == case["after"]
