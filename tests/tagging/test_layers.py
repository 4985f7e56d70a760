import numpy as np
import pytest

from ner_news.tagging.layers import BLOCK, EXACT, TILE, WEIGHT_LEVELS, Rounded, in_blocks

RANDOM = np.random.default_rng(1)
ROWS = RANDOM.normal(size=(2 * BLOCK + 37, 330)).astype(np.float32)
WEIGHT = RANDOM.normal(size=(330, 768)).astype(np.float32)


@pytest.mark.parametrize("count", [1, 2, 3, TILE - 1, TILE, TILE + 1, 100, BLOCK - 1, BLOCK, BLOCK + 1, len(ROWS)])
def test_a_row_has_the_same_bits_in_any_company(count: int) -> None:
    """Unlike a plain product: one row by itself goes another way through BLAS."""
    assert np.array_equal(in_blocks(ROWS[:count], WEIGHT), in_blocks(ROWS, WEIGHT)[:count])


@pytest.mark.parametrize("outputs", [7, 20, 64, 768])
def test_a_row_has_the_same_bits_at_the_same_place_of_any_tile(outputs: int) -> None:
    weight = np.ascontiguousarray(WEIGHT[:, :outputs])
    moved = np.concatenate([np.zeros((3 * TILE, 330), np.float32), ROWS[:200]])
    assert np.array_equal(in_blocks(moved, weight)[3 * TILE :], in_blocks(ROWS[:200], weight))


@pytest.mark.parametrize("place", [0, 1, 5, 17, 40])
def test_an_exact_product_has_the_same_bits_at_any_place(place: int) -> None:
    rounded = Rounded.of(WEIGHT)
    moved = rounded.exactly(ROWS[place : place + 90])
    assert np.array_equal(moved, rounded.exactly(ROWS[:200])[place : place + 90])
    assert np.allclose(moved, ROWS[place : place + 90] @ WEIGHT, atol=0.02 * abs(moved).max())


def test_whole_numbers_of_an_exact_product_stay_exact() -> None:
    """The largest sums there can be, in an order that would round them."""
    rounded = Rounded.of(np.ones((330, 3), np.float32))
    assert rounded.exactly(np.ones((1, 330), np.float32)).ravel().tolist() == pytest.approx([330] * 3, rel=1e-6)
    levels = EXACT // (WEIGHT_LEVELS * 330) - 1
    assert levels * WEIGHT_LEVELS * 330 < EXACT


def test_a_product_is_the_product() -> None:
    assert np.allclose(in_blocks(ROWS, WEIGHT), ROWS @ WEIGHT, atol=1e-3)
    assert in_blocks(ROWS[:0], WEIGHT).shape == (0, 768)
