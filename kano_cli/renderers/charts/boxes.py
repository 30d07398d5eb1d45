"""Boxes on a drawing, and which of many touch each other."""

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float64]


class Box(NamedTuple):
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> "Box":
        """The same with a margin."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def touches(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other is wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point of the box that is nearest to another."""
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)


def array(boxes: "list[Box] | tuple[Box, ...]") -> Array:
    """Boxes as float64 (N, 4)."""
    return np.array(boxes, np.float64).reshape(-1, 4)


def touching(some: Array, others: Array) -> npt.NDArray[np.bool_]:
    """Which of some boxes (N, 4) touch which others (M, 4): bool (N, M)."""
    one, two = some[:, None, :], others[None, :, :]
    touches: npt.NDArray[np.bool_] = (
        (one[..., 0] < two[..., 2])
        & (two[..., 0] < one[..., 2])
        & (one[..., 1] < two[..., 3])
        & (two[..., 1] < one[..., 3])
    )
    return touches


def within(boxes: Array, points: Array) -> npt.NDArray[np.bool_]:
    """Which boxes (N, 4) hold which points (M, 2): bool (N, M)."""
    box, x, y = boxes[:, None, :], points[None, :, 0], points[None, :, 1]
    inside: npt.NDArray[np.bool_] = (
        (box[..., 0] < x) & (x < box[..., 2]) & (box[..., 1] < y) & (y < box[..., 3])
    )
    return inside


def along(start: Array, end: Array, steps: int) -> Array:
    """Points on the way from starts (N, 2) to ends (N, 2), both included: (N, steps, 2)."""
    part = np.linspace(0.0, 1.0, steps)[None, :, None]
    return start[:, None, :] + (end - start)[:, None, :] * part
