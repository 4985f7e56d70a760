"""With natasha's weights the recognizer answers as natasha does, on every gold text and on invented news."""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

from ner_news import Document, Extractor
from ner_news.prepare import prepare
from ner_news.segment import tokenize
from ner_news.spans import PlainSpan
from ner_news.tagging import Tagger
from tests.drawing import draw
from tests.natasha_env import ROOT, NatashaUnavailableError, clean_environ, natasha_python

OWN_TEXTS = ROOT / "tests" / "cases" / "articles.jsonl"
BATCH = 32


class Difference(NamedTuple):
    """The first line of a text that the two draw differently."""

    ours: str
    natasha: str


@pytest.fixture(scope="module")
def natasha() -> Path:
    try:
        return natasha_python()
    except NatashaUnavailableError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


@pytest.fixture(scope="module", params=["own", "gold"])
def texts(request: pytest.FixtureRequest) -> list[str]:
    """natasha raises `IndexError` where a text has no token: such texts are left out."""
    found: list[str] = own_texts() if request.param == "own" else request.getfixturevalue("gold_texts")
    return [text for text in found if text.strip()]


@pytest.fixture(scope="module")
def natasha_spans(natasha: Path, texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> list[list[PlainSpan]]:
    path = tmp_path_factory.mktemp("natasha") / "texts.jsonl"
    path.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    command = [str(natasha), "-W", "ignore", "-m", "tests.natasha_worker", str(path)]
    done = subprocess.run(command, cwd=ROOT, env=clean_environ(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [[PlainSpan(*span) for span in json.loads(line)] for line in done.stdout.splitlines()]


def own_texts() -> list[str]:
    with OWN_TEXTS.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def test_the_tagger_finds_natasha_s_spans(texts: list[str], natasha_spans: list[list[PlainSpan]]) -> None:
    assert first_difference(texts, list(tagged(texts)), natasha_spans) is None


def tagged(texts: Sequence[str]) -> Iterator[list[PlainSpan]]:
    tagger = Tagger("slovnet", "names")
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        for spans in tagger.tag(batch, [tokenize(text) for text in batch]):
            yield [PlainSpan(span.start, span.stop, span.label) for span in spans]


def test_the_extractor_finds_natasha_s_names(texts: list[str], natasha_spans: list[list[PlainSpan]]) -> None:
    """In clean texts, but those that meet a date («Пнд, 07 янв. 2019 г.»)."""
    clean = [place for place, text in enumerate(texts) if prepare(text).text == text]
    assert len(clean) > len(texts) / 2
    documents = list(Extractor(model="slovnet", scheme="names").pipe(texts[place] for place in clean))
    found = [
        [PlainSpan(span.start, span.stop, span.label) for span in document.spans if span.label != "DATE"]
        for document in documents
    ]
    pairs = zip(documents, (natasha_spans[place] for place in clean), strict=True)
    undated = [[span for span in spans if not meets_a_date(span, document)] for document, spans in pairs]
    assert first_difference([document.text for document in documents], found, undated) is None


def meets_a_date(span: PlainSpan, document: Document) -> bool:
    return any(date.start < span.stop and span.start < date.stop for date in document.dates)


def first_difference(
    texts: Sequence[str], ours: Sequence[list[PlainSpan]], theirs: Sequence[list[PlainSpan]]
) -> Difference | None:
    """Two drawn lines, or nothing where all texts agree.

    >>> first_difference(["Он в Москве"], [[PlainSpan(5, 11, "LOC")]], [[]])
    Difference(ours='Он в [Москве|LOC]', natasha='Он в Москве')
    """
    drawings = (
        (draw(text, our), draw(text, their))
        for text, our, their in zip(texts, ours, theirs, strict=True)
        if our != their
    )
    lines = chain.from_iterable(zip(our.splitlines(), their.splitlines(), strict=True) for our, their in drawings)
    return next((Difference(our, their) for our, their in lines if our != their), None)
