"""The least value of a smooth function of many numbers, by the method L-BFGS."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Smooth = Callable[[Floats], tuple[float, Floats]]
"""Gives the value at a point, and the gradient there."""

_REMEMBERED = 10
"""Steps by which the curvature is known."""
_ENOUGH = 1e-4
"""The part of the expected gain that a step must have, as usual with Armijo's rule."""
_MOST_HALVINGS = 30


def minimize(function: Smooth, start: Floats, *, steps: int, tolerance: float = 1e-6) -> Floats:
    """Return the point where the function is least, or what is reached from `start` in so many steps.

    `tolerance` is the part of the value by which a step must improve it for another to follow.

    >>> minimize(lambda point: (float(((point - 3) ** 2).sum()), 2 * (point - 3)), np.zeros(2), steps=20).round(3)
    array([3., 3.])
    """
    point = start
    value, gradient = function(point)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        direction = _find_direction(gradient, moves)
        found = _search(function, point, value, gradient, direction)
        if found is None:
            break
        there, lower, slope = found
        move, change = there - point, slope - gradient
        if move @ change > 0:
            moves = [*moves[1 - _REMEMBERED :], (move, change)]
        is_settled = value - lower <= tolerance * max(1.0, abs(value))
        point, value, gradient = there, lower, slope
        if is_settled:
            break
    return point


def _find_direction(gradient: Floats, moves: list[tuple[Floats, Floats]]) -> Floats:
    """Return the way down, by the gradient and by how it changed over the last moves (two loops over them)."""
    direction = -gradient
    shares = []
    for move, change in reversed(moves):
        share = (move @ direction) / (move @ change)
        shares.append(share)
        direction = direction - share * change
    if moves:
        move, change = moves[-1]
        direction = direction * ((move @ change) / (change @ change))
    for (move, change), share in zip(moves, reversed(shares), strict=True):
        direction = direction + (share - (change @ direction) / (move @ change)) * move
    return direction


def _search(
    function: Smooth, point: Floats, value: float, gradient: Floats, direction: Floats
) -> tuple[Floats, float, Floats] | None:
    """Return a lower point in this direction, its value and gradient; `None` where none is found."""
    slope = float(gradient @ direction)
    length = 1.0
    for _ in range(_MOST_HALVINGS):
        there = point + length * direction
        lower, gradient_there = function(there)
        if lower <= value + _ENOUGH * length * slope:
            return there, lower, gradient_there
        length /= 2
    return None
