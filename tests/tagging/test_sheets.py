"""Documents on sheets, sheets in windows, long documents in sections."""

import numpy as np
import pytest

from ner_news.segment import tokenize
from ner_news.tagging.layers import BLOCK, TILE
from ner_news.tagging.reading import reading
from ner_news.tagging.sheets import GAP, in_windows, placed


@pytest.mark.parametrize("height", [TILE, BLOCK - TILE, BLOCK, BLOCK + TILE, 912, 1344, 3 * BLOCK])
@pytest.mark.parametrize("reach", [1, 3, 10])
def test_windows_give_each_row_once_with_what_it_can_see(height: int, reach: int) -> None:
    seen: list[int] = []

    def sums(window: slice) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        rows = np.arange(height, dtype=np.float32)[window]
        seen.append(len(rows))
        return np.convolve(rows, np.ones(2 * reach + 1), "same").astype(np.float32)[:, None]

    found = in_windows(height, reach, sums)
    expected = np.convolve(np.arange(height), np.ones(2 * reach + 1), "same")
    assert found[:, 0].tolist() == expected.tolist()
    assert max(seen) <= BLOCK
    assert sum(seen) < height + len(seen) * 2 * TILE


def test_documents_lie_apart_at_one_place_of_a_tile() -> None:
    documents = [["а"] * length for length in (0, 1, 40, 44, 45, 500)]
    sheet = placed(documents, gap=4)
    assert len(sheet.words) % TILE == 0
    assert [sheet.words[place] for place in sheet.places] == documents
    assert {place.start % TILE for place in sheet.places} == {4}
    assert (np.array(sheet.words) == GAP).tolist() == sheet.gaps.tolist()
    for one, other in zip(sheet.places, sheet.places[1:], strict=False):
        assert other.start - one.stop >= 4


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("раз два три четыре пять шесть семь", ["раз два три четыре", "пять шесть семь"]),
        ("раз два . три четыре пять", ["раз два .", "три четыре пять"]),
        ("раз два\nтри . четыре пять", ["раз два", "три . четыре пять"]),
        ("раз два три четыре\nпять", ["раз два три четыре", "пять"]),
        ("раз два три", ["раз два три"]),
        ("", []),
    ],
)
def test_long_documents_are_cut_between_lines_or_sentences(text: str, parts: list[str]) -> None:
    sections = reading(text, tokenize(text)).sections(longest=4, search=3)
    assert [" ".join(section.words) for section in sections] == parts


def test_a_section_is_no_new_document() -> None:
    text = "Заголовок\n" + "слово " * 20 + "\nслово " * 3
    whole = reading(text, tokenize(text))
    sections = whole.sections(longest=6, search=2)
    assert np.concatenate([section.lines for section in sections]).tolist() == whole.lines.tolist()
    assert np.concatenate([section.headline for section in sections]).tolist() == whole.headline.tolist()
    assert whole.headline.sum() == 1
