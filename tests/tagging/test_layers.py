import numpy as np
import pytest

from ner_news.tagging.layers import BLOCK, TILE, in_blocks

RANDOM = np.random.default_rng(1)
ROWS = RANDOM.normal(size=(2 * BLOCK + 37, 330)).astype(np.float32)
WEIGHT = RANDOM.normal(size=(330, 768)).astype(np.float32)


@pytest.mark.parametrize("count", [1, 2, 3, TILE - 1, TILE, TILE + 1, 100, BLOCK - 1, BLOCK, BLOCK + 1, len(ROWS)])
def test_a_row_has_the_same_bits_in_any_company(count: int) -> None:
    """Unlike a plain product: one row by itself goes another way through BLAS."""
    assert np.array_equal(in_blocks(ROWS[:count], WEIGHT), in_blocks(ROWS, WEIGHT)[:count])


def test_a_product_is_the_product() -> None:
    assert np.allclose(in_blocks(ROWS, WEIGHT), ROWS @ WEIGHT, atol=1e-3)
    assert in_blocks(ROWS[:0], WEIGHT).shape == (0, 768)
