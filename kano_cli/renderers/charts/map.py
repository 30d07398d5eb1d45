"""The map: marks with interval bars between two axes, four quarters, and a label for each mark."""

from collections.abc import Sequence
from math import isnan

import numpy as np

from kano_cli.renderers.charts.axes import BELOW, LEFT, Scale, axis_texts, frame
from kano_cli.renderers.charts.boxes import Array, Box
from kano_cli.renderers.charts.legend import (
    NOTHING,
    Drawn,
    KeyEntry,
    heading,
    key,
    legend,
    note,
    size_legend,
)
from kano_cli.renderers.charts.map_labels import Label, Labels, Spot, labelled, spots
from kano_cli.renderers.charts.marks import area, colour, mark, reach
from kano_cli.renderers.charts.markup import Value, tag
from kano_cli.renderers.charts.placing import Placed
from kano_cli.renderers.charts.quarters import quarters
from kano_cli.renderers.charts.themes import Theme, ink
from kano_cli.renderers.charts.writing import HALO, TITLE, USUAL, lines_of, title
from kano_cli.report.document.figures import MapFigure, MapPoint

EDGE = 16.0
_FLATNESS = 0.74
_INSET = 20.0
_GROWTH = 1.25
_BAR_STEP = 12.0
_MANY = 30


def map_drawing(figure: MapFigure, width: float, theme: Theme, *, headed: bool) -> Drawn:
    """A whole map of this width; it grows higher until every label has a place."""
    top = heading(figure.title if headed else "", EDGE, EDGE, width - 2 * EDGE, theme, TITLE)
    high = (width - LEFT - EDGE) * _FLATNESS
    while True:
        box = Box(LEFT, EDGE + top.height, width - EDGE, EDGE + top.height + high)
        drawn = _field(figure, box, theme)
        if drawn is not None:
            break
        high *= _GROWTH
    field, labels, numbers = drawn
    down = box.bottom + BELOW + 10
    parts = [top.xml, field]
    room = width - 2 * EDGE
    for part in (
        legend(figure.legend, EDGE, 0, room, theme),
        size_legend(figure.size_legend, EDGE, 0, room, theme),
        key(numbers, EDGE, 0, room, theme),
        note(figure.missing, EDGE, 0, room, theme),
    ):
        parts.append(_lowered(part, down))
        down += part.height + (8 if part is not NOTHING else 0)
    return Drawn("".join([*parts, labels]), down + EDGE - 8)


def _lowered(part: Drawn, by: float) -> str:
    """A part that was drawn at the top, moved down to its place."""
    if not part.xml or not by:
        return part.xml
    return tag("g", part.xml, transform=f"translate(0 {by:.2f})")


def _field(figure: MapFigure, box: Box, theme: Theme) -> tuple[str, str, list[KeyEntry]] | None:
    """The frame with everything in it, the labels over it, and the key to numbers."""
    x = Scale(figure.x, box.left + _INSET, box.right - _INSET)
    y = Scale(figure.y, box.bottom - _INSET, box.top + _INSET)
    points = [p for p in figure.points if not (isnan(p.x) or isnan(p.y))]
    places = [(x.at(p.x), y.at(p.y), reach(p.category, area(p.size))) for p in points]
    marks = [Box(px - r, py - r, px + r, py + r) for px, py, r in places]
    corners = quarters(figure.corners, box, (x.at(figure.x.cut), y.at(figure.y.cut)), marks)
    bars = [_ends(point, x, y) for point in points]
    taken = [corner.box for corner in corners]
    labels = labelled(points, spots(places), box, taken, _along([*bars, _cuts(box, x, y)]))
    if labels is None:
        return None
    drawn = [
        frame(box, x, y, theme),
        axis_texts(box, x, y, theme),
        *(corner.drawn(theme) for corner in corners),
        _crosses(points, bars),
        _leaders(labels, theme),
        *_marks(points, places, theme),
    ]
    names = [
        KeyEntry(str(at + 1), point.label, point.category, point.unsure)
        for at, point in enumerate(points)
    ]
    written = tag("g", *_texts(points, labels, theme), class_="kc-labels")
    return "".join(drawn), written, names if labels.numbered else []


def _ends(point: MapPoint, x: Scale, y: Scale) -> tuple[Box, Box] | None:
    """The interval bars of a point, as boxes without height and without width."""
    ends = (*point.x_interval, *point.y_interval)
    if any(map(isnan, ends)):
        return None
    px, py = x.at(point.x), y.at(point.y)
    across = Box(x.at(point.x_interval[0]), py, x.at(point.x_interval[1]), py)
    return across, Box(px, y.at(point.y_interval[1]), px, y.at(point.y_interval[0]))


def _cuts(box: Box, x: Scale, y: Scale) -> tuple[Box, Box]:
    """The two lines that make four quarters, as boxes without height and without width."""
    across, down = x.at(x.axis.cut), y.at(y.axis.cut)
    return Box(box.left, down, box.right, down), Box(across, box.top, across, box.bottom)


def _along(bars: Sequence[tuple[Box, Box] | None]) -> Array:
    """Points on all these lines, for labels to avoid."""
    found = [np.zeros((0, 2))]
    for ends in bars:
        for bar in ends or ():
            steps = max(int(max(bar.right - bar.left, bar.bottom - bar.top) / _BAR_STEP), 1) + 1
            across = np.linspace(bar.left, bar.right, steps)
            found.append(np.stack([across, np.linspace(bar.top, bar.bottom, steps)], axis=1))
    return np.concatenate(found)


def _crosses(points: Sequence[MapPoint], bars: Sequence[tuple[Box, Box] | None]) -> str:
    """The intervals of both numbers as a cross through each mark."""
    thin = 1.5 if len(points) <= _MANY else 0.8
    drawn = []
    for point, ends in zip(points, bars, strict=True):
        if ends is None:
            continue
        d = "".join(f"M{b.left:.2f} {b.top:.2f}L{b.right:.2f} {b.bottom:.2f}" for b in ends)
        look: dict[str, Value] = {"stroke": colour(point.category), "stroke_width": thin}
        drawn.append(tag("path", d=d, fill="none", **look, data_interval=point.id))
    return tag("g", *drawn, class_="kc-intervals") if drawn else ""


def _marks(
    points: Sequence[MapPoint], places: Sequence[tuple[float, float, float]], theme: Theme
) -> list[str]:
    """Every mark, the large ones first, so that none hides a smaller one."""
    order = sorted(range(len(points)), key=lambda at: -area(points[at].size))
    return [
        tag(
            "g",
            title(point.told),
            mark(point.category, x, y, area(point.size), theme, hollow=point.unsure),
            class_="kc-mark",
            data_mark=point.id,
        )
        for point, (x, y, _) in ((points[at], places[at]) for at in order)
    ]


def _leaders(labels: Labels, theme: Theme) -> str:
    """A line to each label that had to move away."""
    look: dict[str, Value] = {**ink(theme, "leader"), "stroke_width": 0.8}
    lines = [
        tag("line", **dict(zip(("x1", "y1", "x2", "y2"), placed.leader, strict=True)), **look)
        for _, placed in labels.placed
        if placed.leader is not None
    ]
    return tag("g", *lines, class_="kc-leaders") if lines else ""


def _texts(points: Sequence[MapPoint], labels: Labels, theme: Theme) -> list[str]:
    """Every label, each beside what it names."""
    where = {at: (spot, placed) for spot, placed in labels.placed for at in spot.members}
    return [
        _text(points[label.point], label, *where[label.point], theme, numbered=labels.numbered)
        for label in sorted(labels.labels, key=lambda label: label.point)
    ]


def _text(
    point: MapPoint, label: Label, spot: Spot, placed: Placed, theme: Theme, *, numbered: bool
) -> str:
    """A label in its box; a guess that was too wide leaves the room on the far side."""
    box, anchor = label.box, "middle"
    if not numbered and placed.box.left >= spot.x:
        anchor = "start"
    elif not numbered and placed.box.right <= spot.x:
        anchor = "end"
    x = {"start": box.left, "middle": box.middle[0], "end": box.right}[anchor]
    look: dict[str, Value] = {**HALO, "font_weight": "600" if numbered else None}
    lines = lines_of(
        label.text.lines, x, box.top, theme, "text", "halo", size=USUAL, anchor=anchor, **look
    )
    told = point.label if label.text.cut or numbered else ""
    return tag("g", title(told), lines, data_label=point.id)
