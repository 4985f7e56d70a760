"""Noise costs at most a point of F1, whatever its kind."""

import re
from pathlib import Path

import pytest

from ner_news import Extractor
from tests.fuzz.texts import ARTICLE
from tests.noise.renderings import CASES, FORMATS, RENDERINGS, Name, render
from tests.noise.scoring import GOLD, read_gold, scores

NOISES = sorted(set(RENDERINGS) - {*CASES, "clean"})
TEXT = re.sub(r"(?<!\n)\n(?!\n)", " ", ARTICLE.strip())
"""A paragraph a line."""

POINT = 0.01
CASE = 0.05


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_there_are_ten_and_lines_cut_to_a_width() -> None:
    assert len(set(RENDERINGS) - {"clean", "wrapped"}) == 10


@pytest.mark.parametrize("name", RENDERINGS)
def test_a_rendering_is_the_same_every_time_and_keeps_its_names(name: str, extractor: Extractor) -> None:
    names = [Name(span.start, span.stop, span.label) for span in extractor(TEXT).spans]
    rendered = render(name, TEXT, names)
    assert render(name, TEXT, names) == rendered
    assert (rendered.text == TEXT) == (name == "clean")
    assert [made.label for made in rendered.names] == [was.label for was in names]
    assert all(made.start < made.stop for made in rendered.names)


@pytest.mark.parametrize("name", NOISES)
def test_names_and_lemmas_of_the_article_are_those_of_clean_text(name: str, extractor: Extractor) -> None:
    document = extractor(TEXT)
    names = [Name(span.start, span.stop, span.label) for span in document.spans]
    rendered = render(name, TEXT, names)
    noisy = extractor(rendered.text, format=FORMATS.get(name, "text"))
    found = [Name(span.start, span.stop, span.label) for span in noisy.spans]
    assert found == rendered.names
    assert [span.lemma for span in noisy.spans] == [span.lemma for span in document.spans]


@pytest.mark.parametrize("file", GOLD)
def test_noise_costs_at_most_a_point(file: str, shared: Path) -> None:
    gold = read_gold(shared / "eval" / "gold" / f"{file}.jsonl")
    scored = scores(Extractor(scheme=GOLD[file]), gold)
    assert scored["clean"] > 0.9
    for name in NOISES:
        assert scored[name] > scored["clean"] - POINT, name
    for name in CASES:
        assert scored[name] > scored["clean"] - CASE, name
