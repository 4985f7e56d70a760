"""The loss of a linear-chain CRF; decoding is `ner_news.tagging.crf`'s."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

Floats = NDArray[np.float64]


class CRF(nn.Module):
    """Scores of going from tag x to tag."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log likelihood of each piece; pieces x tokens, emissions x tags too."""
        known = emissions.gather(2, tags.unsqueeze(2)).squeeze(2) * mask
        steps = self.transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        return _LogPartition.apply(emissions, self.transitions, mask) - known.sum(1) - steps.sum(1)


class _LogPartition(torch.autograd.Function):
    """The log of the sum over all paths; its gradient is the share of paths at each place, found on the way.

    Forward and backward sums run in numpy on scaled probabilities, as in Rabiner's tutorial: ten times faster than a
    loop that torch differentiates.
    """

    @staticmethod
    def forward(ctx: Any, emissions: Tensor, transitions: Tensor, mask: Tensor) -> Tensor:
        """Return a number for each piece."""
        scores, moves = emissions.detach().numpy().astype(np.float64), transitions.detach().numpy().astype(np.float64)
        total, shares, steps = _sum_paths(scores, moves, mask.numpy())
        ctx.save_for_backward(torch.from_numpy(shares).float(), torch.from_numpy(steps).float())
        return torch.from_numpy(total).float()

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, None]:
        """Return the gradients of emissions and transitions."""
        shares, steps = ctx.saved_tensors
        [gradient] = gradients
        return shares * gradient[:, None, None], torch.einsum("p,pij->ij", gradient, steps), None


def _sum_paths(scores: Floats, moves: Floats, mask: NDArray[np.bool_]) -> tuple[Floats, Floats, Floats]:
    """Return the log sum over paths of each piece, pieces x tokens x tags shares, and pieces x tags x tags of steps."""
    top, highest = scores.max(2), moves.max()
    likely, going = np.exp(scores - top[:, :, None]), np.exp(moves - highest)
    length = scores.shape[1]
    forward, scale = np.empty_like(likely), np.ones(mask.shape)
    forward[:, 0] = likely[:, 0]
    for step in range(length):
        if step:
            forward[:, step] = forward[:, step - 1] @ going * likely[:, step]
        scale[:, step] = forward[:, step].sum(1)
        forward[:, step] /= scale[:, step, None]
    backward = np.ones_like(likely)
    steps = np.zeros((len(scores), *moves.shape))
    inside = mask[:, :, None]
    for step in range(length - 1, 0, -1):
        ahead = np.where(inside[:, step], likely[:, step] * backward[:, step] / scale[:, step, None], 0)
        steps += forward[:, step - 1, :, None] * ahead[:, None, :] * going
        backward[:, step - 1] = np.where(inside[:, step], ahead @ going.T, 1)
    total = ((np.log(scale) + top) * mask).sum(1) + highest * (mask.sum(1) - 1)
    return total, forward * backward * inside, steps
