"""The labels of a map: names where there is room for them, else numbers with a key."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from kano_cli.renderers.charts.boxes import Array, Box
from kano_cli.renderers.charts.lettering import Lettering, lettering
from kano_cli.renderers.charts.placing import Placed, Room, Wanted
from kano_cli.renderers.charts.writing import LINE, USUAL, height
from kano_cli.report.document.figures import MapPoint

SAME_SPOT = 5.0
"""Marks nearer than this lie on one another, and share one list of labels."""
_MOST_NAMES, _MOST_IN_LIST = 30, 5
_FARTHEST = 75.0
_CELL_GAP = 6.0


@dataclass(frozen=True)
class Spot:
    """Points that lie on one another: their places in the figure, and where they are."""

    members: tuple[int, ...]
    x: float
    y: float
    reach: float


@dataclass(frozen=True)
class Label:
    """One feature's label: its lines, and its box on the drawing."""

    point: int
    text: Lettering
    box: Box


@dataclass(frozen=True)
class Labels:
    """The labels of a whole map, and the lines from the marks to them."""

    labels: tuple[Label, ...]
    placed: tuple[tuple[Spot, Placed], ...]
    numbered: bool


def spots(places: Sequence[tuple[float, float, float]]) -> list[Spot]:
    """Points as x, y and reach, gathered where their marks lie on one another."""
    gathered: list[list[int]] = []
    for at, (x, y, _) in enumerate(places):
        for members in gathered:
            first = places[members[0]]
            if max(abs(first[0] - x), abs(first[1] - y)) < SAME_SPOT:
                members.append(at)
                break
        else:
            gathered.append([at])
    return [
        Spot(
            tuple(members),
            *places[members[0]][:2],
            max(places[at][2] + _apart(places[members[0]], places[at]) for at in members),
        )
        for members in gathered
    ]


def _apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """How far two points are from each other along the farther axis."""
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def labelled(
    points: Sequence[MapPoint],
    found: Sequence[Spot],
    frame: Box,
    taken: Sequence[Box],
    bars: Array,
) -> Labels | None:
    """Names if they fit near their marks, else numbers; None where not even those fit."""
    if len(points) <= _MOST_NAMES and all(len(s.members) <= _MOST_IN_LIST for s in found):
        room = min(175.0, (frame.right - frame.left) / 3.5)
        names = _placed(
            found, [lettering(p.label, room, USUAL) for p in points], frame, taken, bars
        )
        if names is not None and all(p.away <= _FARTHEST for _, p in names.placed):
            return names
    numbers = [lettering(str(at + 1), 100, USUAL) for at in range(len(points))]
    return _placed(found, numbers, frame, taken, bars, numbered=True)


def _placed(
    found: Sequence[Spot],
    texts: Sequence[Lettering],
    frame: Box,
    taken: Sequence[Box],
    bars: Array,
    *,
    numbered: bool = False,
) -> Labels | None:
    """These texts on the map, or None where they do not fit."""
    lists = [_arranged([texts[at] for at in spot.members], numbered=numbered) for spot in found]
    wanted = [
        Wanted(spot.x, spot.y, spot.reach, *_size(boxes))
        for spot, boxes in zip(found, lists, strict=True)
    ]
    places = Room(frame, taken, bars, wanted).places()
    if places is None:
        return None
    labels = [
        Label(at, texts[at], _moved(box, place.box))
        for spot, boxes, place in zip(found, lists, places, strict=True)
        for at, box in zip(spot.members, boxes, strict=True)
    ]
    return Labels(tuple(labels), tuple(zip(found, places, strict=True)), numbered)


def _arranged(texts: Sequence[Lettering], *, numbered: bool) -> list[Box]:
    """The boxes of a list around 0, 0: names under one another, numbers in a small table."""
    if not numbered:
        boxes, top = [], 0.0
        wide = max(text.width for text in texts)
        for text in texts:
            high = height(len(text.lines), USUAL)
            boxes.append(Box(0.0, top, wide, top + high))
            top += high + 2
        return boxes
    wide, high = max(text.width for text in texts), USUAL * LINE
    columns = ceil(sqrt(len(texts) * high / wide)) if len(texts) > 1 else 1
    step = wide + _CELL_GAP
    return [
        Box(at % columns * step, at // columns * high,
            at % columns * step + wide, (at // columns + 1) * high)
        for at in range(len(texts))
    ]  # fmt: skip


def _size(boxes: Sequence[Box]) -> tuple[float, float]:
    """The width and height of a list."""
    return max(box.right for box in boxes), max(box.bottom for box in boxes)


def _moved(box: Box, to: Box) -> Box:
    """A box of a list where the list stands."""
    left, top = to.left, to.top
    return Box(left + box.left, top + box.top, left + box.right, top + box.bottom)
