"""Array arithmetic of the networks, with one promise: a row's result depends on that row (and its neighbours) only.

BLAS may round differently for matrices of different heights. So no product is higher than one block, and each height is
a multiple of the tile that BLAS works in: a text then gets the same answer alone and in any batch.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TILE = 16
"""Rows that BLAS takes at a time on any of today's processors, or a multiple of them."""

BLOCK = 512
"""Rows a product at most: 103 GFLOP/s on one core of an AMD EPYC, where 16 rows give 69 and 64 give 93."""


def in_blocks(rows: Floats, weight: Floats) -> Floats:
    """`rows @ weight`, rows x inputs by inputs x outputs."""
    if len(rows) <= BLOCK and len(rows) % TILE == 0:
        return rows @ weight
    return np.concatenate([_padded(rows[start : start + BLOCK], weight) for start in range(0, len(rows), BLOCK)])


def _padded(rows: Floats, weight: Floats) -> Floats:
    """The product of one block; a short block is filled up to full tiles with rows that count for nothing."""
    block = np.zeros((-(-len(rows) // TILE) * TILE, rows.shape[1]), np.float32)
    block[: len(rows)] = rows
    product: Floats = (block @ weight)[: len(rows)]
    return product


class Convolution:
    """A convolution of width 3, then ReLU; the layer before it left its scale and shift to be folded in here.

    The three taps are one product to 3 x filters columns and two shifted additions.
    """

    def __init__(self, weight: Floats, bias: Floats, scale: Floats, shift: Floats) -> None:
        taps = weight.transpose(1, 2, 0).reshape(len(scale), -1)  # inputs x 3 filters
        self.filters = len(bias)
        self.weight: Floats = np.ascontiguousarray(taps * scale[:, None], np.float32)
        shifts = shift @ taps  # 3 filters: what the shift adds through each tap
        self.outside: Floats = -shifts  # the products of a gap: no shift comes from there
        self.bias: Floats = bias + shifts.reshape(3, -1).sum(axis=0)

    def __call__(self, rows: Floats, gaps: NDArray[np.bool_]) -> Floats:
        """From rows x inputs to rows x filters; `gaps` marks rows that stand between documents."""
        return self.join(in_blocks(rows, self.weight), gaps)

    def join(self, products: Floats, gaps: NDArray[np.bool_]) -> Floats:
        """The second half, from rows x 3 filters: add up the taps. The first and the last row are gaps or edges."""
        products[gaps] = self.outside
        before, here, after = (products[:, k * self.filters : (k + 1) * self.filters] for k in range(3))
        result = here + self.bias
        result[1:] += before[:-1]
        result[:-1] += after[1:]
        np.maximum(result, 0, out=result)
        return result
