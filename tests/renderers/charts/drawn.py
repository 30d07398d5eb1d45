"""A map read back from its SVG: where marks, labels and lines stand."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from kano_cli.renderers.charts.boxes import Box
from kano_cli.renderers.charts.lettering import text_width
from tests.renderers.charts.figures import SVG, parsed

ASCENT, DESCENT = 0.78, 0.22
"""How far letters reach above and below their line, in sizes: what ink takes, not the line."""


@dataclass(frozen=True)
class DrawnMap:
    """The parts of a map, by the id of the feature where they have one."""

    frame: Box
    marks: dict[str, Box]
    labels: dict[str, list[Box]]
    intervals: dict[str, list[tuple[float, ...]]]
    leaders: list[tuple[float, float, float, float]]
    quarters: list[Box]


def read_map(svg_text: str) -> DrawnMap:
    """The parts of a map; an error if one feature has two marks or two labels."""
    root = parsed(svg_text)
    marks, labels = {}, {}
    intervals: dict[str, list[tuple[float, ...]]] = {}
    for element in root.iter():
        if (key := element.get("data-mark")) is not None:
            assert key not in marks
            marks[key] = shape_box(element)
        if (key := element.get("data-label")) is not None:
            assert key not in labels
            labels[key] = [text_box(text) for text in element.iter(f"{SVG}text")]
        if (key := element.get("data-interval")) is not None:
            found = re.findall(r"M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)", element.get("d", ""))
            intervals[key] = [tuple(map(float, ends)) for ends in found]
    frame = next(r for r in root.iter(f"{SVG}rect") if "kc-frame" in r.get("class", ""))
    x, y, wide, high = (float(frame.get(key, "")) for key in ("x", "y", "width", "height"))
    leaders = [
        tuple(float(line.get(key, "")) for key in ("x1", "y1", "x2", "y2"))
        for line in root.iter(f"{SVG}line")
        if "kc-leader" in line.get("class", "")
    ]
    quarters = [text_box(t) for t in root.iter(f"{SVG}text") if t.get("data-quarter")]
    return DrawnMap(Box(x, y, x + wide, y + high), marks, labels, intervals, leaders, quarters)  # type: ignore[arg-type]


def text_box(text: ET.Element) -> Box:
    """Where the letters of a text may be, whatever font they are in."""
    x, y, size = (float(text.get(key, "")) for key in ("x", "y", "font-size"))
    wide = text_width("".join(text.itertext()), size, bold=text.get("font-weight") is not None)
    left = {"middle": x - wide / 2, "end": x - wide}.get(text.get("text-anchor", ""), x)
    return Box(left, y - ASCENT * size, left + wide, y + DESCENT * size)


def shape_box(mark: ET.Element) -> Box:
    """What a mark covers: the box of all its points."""
    xs: list[float] = []
    ys: list[float] = []
    for shape in mark:
        if shape.tag == f"{SVG}circle":
            x, y, r = (float(shape.get(key, "")) for key in ("cx", "cy", "r"))
            xs, ys = [*xs, x - r, x + r], [*ys, y - r, y + r]
        elif shape.tag == f"{SVG}polygon":
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", shape.get("points", ""))]
            xs, ys = [*xs, *numbers[::2]], [*ys, *numbers[1::2]]
        elif shape.tag == f"{SVG}path":
            bare = re.sub(r"A[\d.]+ [\d.]+ 0 1 0 ", "L", shape.get("d", ""))
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", bare)]
            xs, ys = [*xs, *numbers[::2]], [*ys, *numbers[1::2]]
    return Box(min(xs), min(ys), max(xs), max(ys))


def overlapping(boxes: list[tuple[str, Box]]) -> list[tuple[str, str]]:
    """Pairs of boxes of two owners that share more than a hair."""
    return [
        (one, other)
        for at, (one, first) in enumerate(boxes)
        for other, second in boxes[:at]
        if one != other and first.grown(-0.05).touches(second.grown(-0.05))
    ]
