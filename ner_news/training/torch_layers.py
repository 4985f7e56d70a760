"""The two operations that a training spends most of its time in, made cheap: products and dropout."""

import numpy as np
import torch
from torch import Tensor

HAS_HALF_PRODUCTS = torch.cpu._is_avx512_bf16_supported()
"""Whether the processor multiplies numbers of 16 bits (bfloat16), twice as fast as those of 32."""

LEVELS = 256
"""Steps in which a share is left out: a random byte each decides."""


def multiply(rows: Tensor, weight: Tensor) -> Tensor:
    """Return the product, computed with bfloat16 where the processor has it; sums are of single precision."""
    if HAS_HALF_PRODUCTS:
        return (rows.bfloat16() @ weight.bfloat16()).float()
    return rows @ weight


def drop(rows: Tensor, share: float, is_training: bool) -> Tensor:
    """Return the rows without a random share of their numbers, the others larger by as much: dropout.

    torch draws a random number for each; a byte each is eight times faster. Torch's seed decides.
    """
    limit = round(share * LEVELS)
    if not is_training or not limit:
        return rows
    seed = int(torch.randint(2**31, ()))
    drawn = np.frombuffer(np.random.default_rng(seed).bytes(rows.numel()), np.uint8)
    kept = torch.from_numpy(drawn >= limit).view(rows.shape)
    return rows * kept * (LEVELS / (LEVELS - limit))
