"""Array arithmetic of the networks, with one promise: a row's result depends on that row (and its neighbours) only.

BLAS rounds differently at different heights, and some of its kernels at different places of a block. What holds on all
that were tried (AVX-512, AVX2, older ones): among blocks whose height is a multiple of `TILE` a row's result depends on
its place modulo `TILE`. So documents begin at one such place, and get the same answer alone and in any batch; rows that
have no fixed place go through `exactly`.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TILE = 48
"""Rows that BLAS takes at a time, on any of the kernels tried: a multiple of 12, of 16 and of 24."""

BLOCK = 480
"""Rows a product at most: 103 GFLOP/s on one core of an AMD EPYC, where 16 rows give 69 and 64 give 93."""

SMALL = 1_000_000
"""Multiplications up to which OpenBLAS goes another way; a product is always above or always below."""

WEIGHT_LEVELS = 127
EXACT = 2**24
"""Whole numbers up to this are exact in single precision, whatever order they are added in."""


def in_blocks(rows: Floats, weight: Floats) -> Floats:
    """`rows @ weight`, rows x inputs by inputs x outputs; the first row stands at place 0."""
    lowest = _lowest(weight)
    if lowest <= len(rows) <= BLOCK and len(rows) % TILE == 0:
        return rows @ weight
    return np.concatenate(
        [_padded(rows[start : start + BLOCK], weight, lowest) for start in range(0, max(1, len(rows)), BLOCK)]
    )


def _lowest(weight: Floats) -> int:
    """The least height that goes the same way through BLAS as a whole block."""
    enough = SMALL // weight.size + 1
    return tiles(enough) if enough <= BLOCK else TILE


def tiles(count: int) -> int:
    """Rows of the full tiles that hold so many."""
    return -(-count // TILE) * TILE


def _padded(rows: Floats, weight: Floats, lowest: int) -> Floats:
    """The product of one block; a short block is filled up to full tiles with rows that count for nothing."""
    block = np.zeros((max(lowest, tiles(len(rows))), rows.shape[1]), np.float32)
    block[: len(rows)] = rows
    product: Floats = (block @ weight)[: len(rows)]
    return product


class Rounded(NamedTuple):
    """A weight in whole numbers."""

    weight: Floats
    scale: Floats
    """What a whole number counts in each column."""

    @classmethod
    def of(cls, weight: Floats) -> "Rounded":
        """Each column in steps of a 127th of its largest weight."""
        scale = (abs(weight).max(axis=0) / WEIGHT_LEVELS).clip(np.finfo(np.float32).tiny)
        return cls(np.rint(weight / scale), scale)

    def exactly(self, rows: Floats) -> Floats:
        """`rows @ weight` to 8 bits, with the same bits wherever a row stands.

        Each row is rounded to whole numbers so small that their sums with the weight's are exact.
        """
        levels = EXACT // (WEIGHT_LEVELS * len(self.weight)) - 1
        steps = (abs(rows).max(axis=1, keepdims=True) / levels).clip(np.finfo(np.float32).tiny)
        products: Floats = np.rint(rows / steps) @ self.weight
        products *= steps
        products *= self.scale
        return products


class Convolution:
    """A convolution of width 3, then ReLU; the layer before it left its scale and shift to be folded in here.

    The three taps are one product to 3 x filters columns and two shifted additions. With a dilation the outer taps
    stand so many rows away.
    """

    def __init__(self, weight: Floats, bias: Floats, before: "Affine", dilation: int = 1) -> None:
        taps = weight.transpose(1, 2, 0).reshape(weight.shape[1], -1)  # inputs x 3 filters
        self.filters = len(bias)
        self.weight, shifts = before.folded(taps)
        self.outside: Floats = -shifts  # the products of a gap: no shift comes from there
        self.bias: Floats = bias + shifts.reshape(3, -1).sum(axis=0)
        self.dilation = dilation

    def __call__(self, rows: Floats, gaps: NDArray[np.int64]) -> Floats:
        """From rows x inputs to rows x filters; `gaps` are the rows that stand between documents."""
        return self.join(in_blocks(rows, self.weight), gaps)

    def join(self, products: Floats, gaps: NDArray[np.int64]) -> Floats:
        """The second half, from rows x 3 filters: add up the taps. The first and the last row are gaps or edges."""
        products[gaps] = self.outside
        before, here, after = (products[:, k * self.filters : (k + 1) * self.filters] for k in range(3))
        result = here + self.bias
        result[self.dilation :] += before[: -self.dilation]
        result[: -self.dilation] += after[self.dilation :]
        return rectified(result)


def rectified(rows: Floats) -> Floats:
    """The rows, now without what is below 0; `np.maximum` takes half the time for a row of zeros as for a 0."""
    return np.maximum(rows, np.zeros(rows.shape[1], np.float32), out=rows)


class Affine(NamedTuple):
    """A scale and a shift that a layer leaves to the next: `rows * scale + shift`."""

    scale: Floats
    shift: Floats

    def folded(self, weight: Floats) -> tuple[Floats, Floats]:
        """The weight of a product that takes rows as they are, and what the shift adds to it."""
        return np.ascontiguousarray(weight * self.scale[:, None], np.float32), self.shift @ weight


def unchanged(width: int) -> Affine:
    """Rows as they are."""
    return Affine(np.ones(width, np.float32), np.zeros(width, np.float32))


def side_by_side(parts: Sequence[Affine]) -> Affine:
    """Join the scales and shifts of columns that stand side by side."""
    scales, shifts = zip(*parts, strict=True)
    return Affine(np.concatenate(scales), np.concatenate(shifts))


class Linear:
    """`rows @ weight + bias`; the layer before it left its scale and shift to be folded in here."""

    def __init__(self, weight: Floats, bias: Floats, before: Affine) -> None:
        self.weight, shifts = before.folded(weight)
        self.bias: Floats = bias + shifts

    def __call__(self, rows: Floats) -> Floats:
        """From rows x inputs to rows x outputs."""
        product = in_blocks(rows, self.weight)
        product += self.bias
        return product


EPSILON = 1e-5  # torch's


def normalized(rows: Floats) -> Floats:
    """Each row moved to mean 0 and variance 1; a layer norm's scale and shift are for the next layer to fold in."""
    means = np.add.reduce(rows, axis=1, keepdims=True) / np.float32(rows.shape[1])  # as `mean`, at less cost
    centred: Floats = rows - means
    variance = np.einsum("ij,ij->i", centred, centred) / rows.shape[1]
    centred /= np.sqrt(variance + EPSILON)[:, None]
    return centred
