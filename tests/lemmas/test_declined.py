"""Names in all six cases, each in a sentence that asks for the case."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ner_news.lemmas import lemmatize
from ner_news.segment import tokenize
from ner_news.spans import Label, PlainSpan

_FILE = Path(__file__).parents[1] / "cases" / "lemmas-declined.jsonl"
_FRAMES = {
    "nomn": "Потом {name} {verb} о переменах.",
    "gent": "Это случилось из-за {name} в среду.",
    "datv": "Вернулись к {name} в среду.",
    "accs": "Писали про {name} в среду.",
    "ablt": "Стояли перед {name} в среду.",
    "loct": "Спорили о {name} в среду.",
}


def _declined() -> Iterator[Any]:
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        for case, form in zip(_FRAMES, entry["forms"], strict=True):
            reason = entry.get("fails", {}).get(case)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            values = entry["label"], case, form, entry["forms"][0], entry.get("verb", "заявил")
            yield pytest.param(*values, id=f"{form}-{case}", marks=marks)


@pytest.mark.parametrize(("label", "case", "form", "lemma", "verb"), list(_declined()))
def test_a_declined_name_has_its_nominative(label: Label, case: str, form: str, lemma: str, verb: str) -> None:
    text = _FRAMES[case].format(name=form, verb=verb)
    start = text.index(form)
    [found] = lemmatize(text, tokenize(text), [PlainSpan(start, start + len(form), label)])
    assert found.text == lemma
