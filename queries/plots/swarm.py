"""Dots that would lie on each other, set side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence

_SLOTS = 60
"""Places tried on each side; a dot that finds none stays where it is."""


def apart(points: Sequence[tuple[float, float]], distance: float) -> list[float]:
    """Shifts along the first axis after which no two points are nearer than `distance`.

    Points are placed in the order of their second coordinate, each as near to its own place as is free.

    Args:
        points: two coordinates each, in the unit of `distance`.
        distance: least distance of two points.

    Returns:
        One shift a point, in the order of `points`; the same for the same points.

    Example:
        >>> apart([(0.0, 0.0), (0.0, 0.1), (0.0, 5.0)], 1.0)
        [0.0, 1.0, 0.0]
    """
    shifts = [0.0] * len(points)
    placed: list[tuple[float, float]] = []
    for index in sorted(range(len(points)), key=lambda index: (points[index][1], points[index][0], index)):
        x, y = points[index]
        near = [other for other in placed if abs(other[1] - y) < distance]
        shifts[index] = next((shift for shift in _shifts(distance) if _is_free(x + shift, y, near, distance)), 0.0)
        placed.append((x + shifts[index], y))
    return shifts


def _shifts(distance: float) -> list[float]:
    """None, then one to the right, one to the left, two to the right, and so on."""
    return [0.0, *(sign * step * distance for step in range(1, _SLOTS) for sign in (1.0, -1.0))]


def _is_free(x: float, y: float, others: Sequence[tuple[float, float]], distance: float) -> bool:
    return all(math.hypot(x - other_x, y - other_y) >= distance * 0.999 for other_x, other_y in others)
