"""Documents in batches, batches in windows, long documents in sections."""

import numpy as np
import pytest

from ner_news.segment import tokenize
from ner_news.tagging.batching import GAP, compute_in_windows, lay_out
from ner_news.tagging.layers import BLOCK, TILE
from ner_news.tagging.network_input import build_input


@pytest.mark.parametrize("height", [TILE, BLOCK - TILE, BLOCK, BLOCK + TILE, 912, 1344, 3 * BLOCK])
@pytest.mark.parametrize("reach", [1, 3, 10])
def test_windows_give_each_row_once_with_what_it_can_see(height: int, reach: int) -> None:
    seen: list[int] = []

    def sums(window: slice) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        rows = np.arange(height, dtype=np.float32)[window]
        seen.append(len(rows))
        return np.convolve(rows, np.ones(2 * reach + 1), "same").astype(np.float32)[:, None]

    found = compute_in_windows(height, reach, sums)
    expected = np.convolve(np.arange(height), np.ones(2 * reach + 1), "same")
    assert found[:, 0].tolist() == expected.tolist()
    assert max(seen) <= BLOCK
    assert sum(seen) < height + len(seen) * 2 * TILE


def test_documents_lie_apart_at_one_place_of_a_tile() -> None:
    documents = [["а"] * length for length in (0, 1, 40, 44, 45, 500)]
    batch = lay_out(documents, gap=4)
    assert len(batch.words) % TILE == 0
    assert [batch.words[place] for place in batch.ranges] == documents
    assert {place.start % TILE for place in batch.ranges} == {4}
    assert (np.array(batch.words) == GAP).tolist() == batch.gaps.tolist()
    for one, other in zip(batch.ranges, batch.ranges[1:], strict=False):
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
    sections = build_input(text, tokenize(text)).split(longest=4, search=3)
    assert [" ".join(section.words) for section in sections] == parts


def test_a_section_is_no_new_document() -> None:
    text = "Заголовок\n" + "слово " * 20 + "\nслово " * 3
    whole = build_input(text, tokenize(text))
    sections = whole.split(longest=6, search=2)
    assert np.concatenate([section.opens_line for section in sections]).tolist() == whole.opens_line.tolist()
    assert np.concatenate([section.in_first_line for section in sections]).tolist() == whole.in_first_line.tolist()
    assert whole.in_first_line.sum() == 1
