"""Where the label of each point of a chart goes, so that none lies over another."""

from collections.abc import Sequence
from dataclasses import dataclass

from kano_cli.renderers.documents.report_xlsx.texts import shown_width

SIDES = ("right", "left", "above", "below")
_LETTER, _HEIGHT, _MARKER = 6.4, 15.0, 6.0
_LONGEST = 26


@dataclass(frozen=True)
class Label:
    """A label and the side of its point where it stands."""

    text: str
    side: str


Box = tuple[float, float, float, float]


def placed_labels(
    points: Sequence[tuple[float, float]],
    names: Sequence[str],
    room: tuple[float, float],
    sides: Sequence[str] = SIDES,
) -> list[Label]:
    """A label for each point: its name where there is room on some side, else its number.

    Args:
        points: where they are, in pixels from the top left of the plot.
        names: what they are called; the number is the place in this list, from 1.
        room: width and height of the plot.
        sides: in the order in which they are tried.
    """
    taken: list[Box] = [(x - _MARKER, y - _MARKER, x + _MARKER, y + _MARKER) for x, y in points]
    labels = []
    for at, (point, name) in enumerate(zip(points, names, strict=True)):
        others = [box for place, box in enumerate(taken) if place != at]
        label, box = _best(point, (_short(name), str(at + 1)), others, room, sides)
        labels.append(label)
        taken.append(box)
    return labels


def _best(
    point: tuple[float, float],
    texts: Sequence[str],
    taken: Sequence[Box],
    room: tuple[float, float],
    sides: Sequence[str],
) -> tuple[Label, Box]:
    """The first text and side that are free; where none is, a number that covers the least."""
    for text in texts:
        for side in sides:
            box = _box(point, text, side)
            if _inside(box, room) and not any(_overlap(box, other) for other in taken):
                return Label(text, side), box
    boxes = [(side, _box(point, texts[-1], side)) for side in sides]
    side, box = min(boxes, key=lambda each: sum(_overlap(each[1], other) for other in taken))
    return Label(texts[-1], side), box


def _short(name: str) -> str:
    """A name that fits beside a point."""
    if shown_width(name) <= _LONGEST:
        return name
    kept = ""
    for letter in name:
        if shown_width(kept + letter) >= _LONGEST:
            break
        kept += letter
    return kept.rstrip() + "…"


def _box(point: tuple[float, float], text: str, side: str) -> Box:
    """The pixels of a label on a side of its point."""
    x, y = point
    width = shown_width(text) * _LETTER + 4
    left = {"right": x + _MARKER, "left": x - _MARKER - width}.get(side, x - width / 2)
    top = {"above": y - _MARKER - _HEIGHT, "below": y + _MARKER}.get(side, y - _HEIGHT / 2)
    return left, top, left + width, top + _HEIGHT


def _inside(box: Box, room: tuple[float, float]) -> bool:
    """Whether a label stays in the plot."""
    return box[0] >= 0 and box[1] >= 0 and box[2] <= room[0] and box[3] <= room[1]


def _overlap(one: Box, other: Box) -> float:
    """How many pixels two boxes share."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0
