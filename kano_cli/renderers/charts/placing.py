"""Where labels stand on a map: near what they name, and on nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kano_cli.renderers.charts.boxes import Array, Box, along, array, touching, within

GAP = 3.0
"""Between a label and whatever it must not touch."""
BESIDE = 9.0
"""A label this near to its mark needs no line."""

# Right, left, above and below first; then between them. Steps of an eighth and a sixteenth of a
# turn in short decimals, since the sine of another system may differ in its last digit.
_NEAR = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
_TURNS = (
    *((float(dx), float(dy)) for dx, dy in _NEAR[:4]),
    *((dx * 0.7071, dy * 0.7071) for dx, dy in _NEAR[4:]),
    *((dx * 0.9239, dy * 0.3827) for dx, dy in _NEAR[4:]),
    *((dx * 0.3827, dy * 0.9239) for dx, dy in _NEAR[4:]),
)
_RINGS = (4, 10, 18, 28, 40, 54, 70, 88, 108, 130, 156, 190, 230, 280, 340, 420)
_STEPS = 9
# The price of a place, in pixels of distance.
_CROSSED_LABEL, _CROSSED_MARK, _ON_LINE, _ON_BAR = 70.0, 14.0, 40.0, 1.5
_ROUNDS = 3


@dataclass(frozen=True)
class Wanted:
    """A label that wants a place: what it is about, how far that reaches, and its own size."""

    x: float
    y: float
    reach: float
    width: float
    height: float


@dataclass(frozen=True)
class Placed:
    """A label's box, and the line from its mark where it stands away from it."""

    box: Box
    leader: tuple[float, float, float, float] | None
    away: float


class Room:
    """A frame with marks in it, where labels find their places one after the other."""

    def __init__(
        self, frame: Box, taken: Sequence[Box], bars: Array, wanted: Sequence[Wanted]
    ) -> None:
        self._frame = frame.grown(-GAP)
        self._wanted = wanted
        marks = [Box(w.x - w.reach, w.y - w.reach, w.x + w.reach, w.y + w.reach) for w in wanted]
        self._marks = array(marks)
        self._fixed = np.concatenate([array([box.grown(GAP / 2) for box in taken]), self._marks])
        self._bars = bars
        self._places: list[Array | None] = [None] * len(wanted)

    def places(self) -> list[Placed] | None:
        """A place for every label, or None where the frame has no room for all."""
        for at in self._crowded_first():
            if not self._place(at, everywhere=True):
                return None
        for _ in range(_ROUNDS - 1):
            for at in self._crowded_first():
                self._place(at, everywhere=False)
        return [self._placed(at) for at in range(len(self._wanted))]

    def _crowded_first(self) -> list[int]:
        """The order of placing: who has most neighbours has the least choice."""
        middles = np.array([[w.x, w.y] for w in self._wanted]).reshape(-1, 2)
        apart = np.abs(middles[:, None, :] - middles[None, :, :])
        near = ((apart[..., 0] < 90) & (apart[..., 1] < 45)).sum(axis=1)
        return sorted(range(len(middles)), key=lambda at: (-int(near[at]), at))

    def _place(self, at: int, *, everywhere: bool) -> bool:
        """Give a label the best place that is free; whether there was one."""
        before = self._places[at]
        self._places[at] = None
        wanted = self._wanted[at]
        for tried in (_around(wanted), _anywhere(wanted, self._frame) if everywhere else None):
            if tried is None:
                continue
            free = self._free(tried)
            if len(free):
                self._places[at] = free[int(np.argmin(self._cost(at, free)))]
                return True
        self._places[at] = before
        return before is not None

    def _free(self, tried: Array) -> Array:
        """The boxes that touch no mark, no other label and no edge."""
        left, top, right, bottom = self._frame
        inside = (
            (tried[:, 0] >= left) & (tried[:, 1] >= top)
            & (tried[:, 2] <= right) & (tried[:, 3] <= bottom)
        )  # fmt: skip
        tried = tried[inside]
        margin = np.array([-GAP, -GAP, GAP, GAP]) / 2
        others = np.concatenate([self._fixed, self._labels() + margin])
        free: Array = tried[~touching(tried + margin, others).any(axis=1)]
        return free

    def _labels(self, but: int = -1) -> Array:
        """The labels that have a place."""
        placed = [box for at, box in enumerate(self._places) if box is not None and at != but]
        return np.array(placed).reshape(-1, 4)

    def _cost(self, at: int, tried: Array) -> Array:
        """How bad each place is: far off, in the way of a line, or behind one."""
        wanted = self._wanted[at]
        start = np.array([[wanted.x, wanted.y]])
        end = np.clip(np.repeat(start, len(tried), axis=0), tried[:, :2], tried[:, 2:])
        away = np.hypot(*(end - start).T) - wanted.reach
        # Rounded, so that two places as near are equal on every system; then the first wins.
        cost = np.round(np.maximum(away, 0), 3) + 0.01 * np.arange(len(tried)) / len(tried)
        cost += _ON_BAR * np.minimum(within(tried, self._bars).sum(axis=1), 8)
        cost += _ON_LINE * within(tried, self._lines(but=at)).any(axis=1)
        way = along(np.repeat(start, len(tried), axis=0), end, _STEPS)
        far = away > BESIDE
        points = way.reshape(-1, 2)
        for boxes, price in ((self._labels(but=at), _CROSSED_LABEL), (self._marks, _CROSSED_MARK)):
            crossed = within(boxes, points).reshape(len(boxes), len(tried), _STEPS).any(axis=2)
            cost = cost + price * crossed.sum(axis=0) * far
        total: Array = cost
        return total

    def _lines(self, but: int) -> Array:
        """Points on the lines of the other labels."""
        points = []
        for at, box in enumerate(self._places):
            if box is None or at == but:
                continue
            wanted = self._wanted[at]
            x, y = Box(*box).nearest(wanted.x, wanted.y)
            if max(abs(x - wanted.x), abs(y - wanted.y)) > wanted.reach + BESIDE:
                ends = np.array([[wanted.x, wanted.y]]), np.array([[x, y]])
                points.append(along(*ends, 2 * _STEPS)[0])
        return np.concatenate(points) if points else np.zeros((0, 2))

    def _placed(self, at: int) -> Placed:
        """A label's box with its line."""
        found, wanted = self._places[at], self._wanted[at]
        assert found is not None  # noqa: S101  # `places` gave one to each
        box = Box(*(round(float(side), 2) for side in found))
        x, y = box.nearest(wanted.x, wanted.y)
        apart = float(np.hypot(x - wanted.x, y - wanted.y))
        away = apart - wanted.reach
        if away <= BESIDE:
            return Placed(box, None, away)
        part = wanted.reach / apart
        start = wanted.x + (x - wanted.x) * part, wanted.y + (y - wanted.y) * part
        return Placed(box, (*start, x, y), away)


def _around(wanted: Wanted) -> Array:
    """Boxes around a mark, the nearest first."""
    found = []
    for ring in _RINGS:
        far = wanted.reach + ring
        for dx, dy in _TURNS:
            x, y = wanted.x + dx * far, wanted.y + dy * far
            # The side of the label that faces the mark touches the ring.
            lean_x = _lean(dx) * wanted.width / 2
            lean_y = _lean(dy) * wanted.height / 2
            found.append(_box(x + lean_x, y + lean_y, wanted))
    return np.array(found)


def _lean(part: float) -> float:
    """To which side of the ring's point a label lies: left, right, or in the middle."""
    return 0.0 if abs(part) < 0.3 else 1.0 if part > 0 else -1.0


def _anywhere(wanted: Wanted, frame: Box) -> Array:
    """Boxes all over the frame."""
    across = np.arange(frame.left, frame.right - wanted.width, max(wanted.width / 3, 4))
    down = np.arange(frame.top, frame.bottom - wanted.height, max(wanted.height / 3, 4))
    left, top = (side.ravel() for side in np.meshgrid(across, down))
    return np.stack([left, top, left + wanted.width, top + wanted.height], axis=1)


def _box(x: float, y: float, wanted: Wanted) -> tuple[float, float, float, float]:
    """The box of a label around its middle."""
    half, tall = wanted.width / 2, wanted.height / 2
    return x - half, y - tall, x + half, y + tall
