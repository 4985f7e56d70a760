"""Calibration: from the share of paths that a span has to how often such spans are right."""

from collections.abc import Mapping
from math import log, tanh
from typing import Any, NamedTuple

LEAST = 1e-6
"""Shares are cut at this and at 1 minus this: the logarithm of nothing is no number."""


class Calibration(NamedTuple):
    """Platt's calibration: a line on the log odds, fitted on documents that the network was not trained on.

    >>> Calibration()(0.9), round(Calibration(slope=0.5)(0.9), 2)
    (0.9, 0.75)
    """

    slope: float = 1.0
    shift: float = 0.0

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Calibration":
        """Return the calibration of a pack's settings; `TypeError` for what is none."""
        made = cls(**settings)
        if not all(isinstance(number, (int, float)) for number in made):
            raise TypeError(f"a calibration is two numbers, not {settings}")
        return made

    def __call__(self, share: float) -> float:
        """Return how often spans of that share are right, 0..1."""
        if self.slope == 1.0 and not self.shift:
            return share
        bounded = min(max(share, LEAST), 1 - LEAST)
        odds = self.slope * log(bounded / (1 - bounded)) + self.shift
        return (1 + tanh(odds / 2)) / 2  # the logistic function, without overflow
