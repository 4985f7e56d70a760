"""The loss of a linear-chain CRF; decoding is `ner_news.tagging.crf`'s."""

import torch
from torch import Tensor, nn


class CRF(nn.Module):
    """Scores of going from tag x to tag."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log likelihood of each piece; pieces x tokens, emissions x tags too."""
        known = emissions.gather(2, tags.unsqueeze(2)).squeeze(2) * mask
        steps = self.transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        message = emissions[:, 0]
        for step in range(1, emissions.shape[1]):
            going_on = torch.logsumexp(message.unsqueeze(2) + self.transitions, 1) + emissions[:, step]
            message = torch.where(mask[:, step : step + 1], going_on, message)
        return torch.logsumexp(message, 1) - known.sum(1) - steps.sum(1)
