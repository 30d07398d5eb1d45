"""Where the names on a map stand, so that none lies over another or over a point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kano_cli.renderers.documents.office.texts import clean, shortened, width
from kano_cli.report.document.figures import MapFigure, MapPoint

NAME_POINTS = 10.0
_LONGEST = 2.7
"""Inches that a name may take; what is longer stands in full in the notes and the ranking."""
_MARK = 0.11
SIDES = ("r", "l", "t", "b")
"""Right, left, above, below: the order in which places are tried."""


@dataclass(frozen=True)
class Label:
    """What stands beside a point, and at which side of it."""

    text: str
    side: str


@dataclass(frozen=True)
class _Place:
    """A rectangle in inches, from the bottom left of the plot."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "_Place") -> bool:
        """Whether both cover the same spot."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )


def labelled(figure: MapFigure, wide: float, high: float) -> tuple[list[Label], bool]:
    """A label for each point, and whether they are names; numbers where names do not fit."""
    names = [shortened(clean(point.label), NAME_POINTS, _LONGEST) for point in figure.points]
    placed = _placed(figure, names, wide, high)
    if all(side for side in placed):
        return [Label(text, side) for text, side in zip(names, placed, strict=True)], True
    numbers = [str(at + 1) for at in range(len(names))]
    sides = _placed(figure, numbers, wide, high)
    return [Label(text, side or "r") for text, side in zip(numbers, sides, strict=True)], False


def _placed(figure: MapFigure, texts: Sequence[str], wide: float, high: float) -> list[str]:
    """The side of each text; empty where every side is taken."""
    spots = [_spot(figure, point, wide, high) for point in figure.points]
    marks = [_Place(x - _MARK, y - _MARK, x + _MARK, y + _MARK) for x, y in spots]
    taken: list[_Place] = []
    sides = []
    for at, (text, spot) in enumerate(zip(texts, spots, strict=True)):
        others = [*marks[:at], *marks[at + 1 :], *taken]
        for side, place in _places(text, spot):
            inside = place.left > 0 and place.right < wide and place.bottom > 0 and place.top < high
            if inside and not any(map(place.meets, others)):
                taken.append(place)
                sides.append(side)
                break
        else:
            sides.append("")
    return sides


def _spot(figure: MapFigure, point: MapPoint, wide: float, high: float) -> tuple[float, float]:
    """Where a point is, in inches."""
    x = (point.x - figure.x.low) / (figure.x.high - figure.x.low)
    y = (point.y - figure.y.low) / (figure.y.high - figure.y.low)
    return x * wide, y * high


def _places(text: str, spot: tuple[float, float]) -> Iterator[tuple[str, _Place]]:
    """The four places beside a point. A sign of its category stands before the text."""
    x, y = spot
    long = width(f"★ {text}", NAME_POINTS) + 0.06
    half, gap = NAME_POINTS * 0.7 / 72, _MARK + 0.02
    yield "r", _Place(x + gap, y - half, x + gap + long, y + half)
    yield "l", _Place(x - gap - long, y - half, x - gap, y + half)
    yield "t", _Place(x - long / 2, y + gap, x + long / 2, y + gap + 2 * half)
    yield "b", _Place(x - long / 2, y - gap - 2 * half, x + long / 2, y - gap)
