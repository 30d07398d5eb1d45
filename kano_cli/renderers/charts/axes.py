"""The frame of a map: scales, ticks, the line that cuts each axis, and what both halves mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan

from kano_cli.renderers.charts.boxes import Box
from kano_cli.renderers.charts.lettering import lettering
from kano_cli.renderers.charts.markup import tag
from kano_cli.renderers.charts.themes import Theme, ink
from kano_cli.renderers.charts.writing import LARGE, SMALL, written
from kano_cli.report.document.figures import Axis
from kano_cli.report.numbers import decimal

LEFT, BELOW = 82.0, 62.0
"""What the texts of the axes take beside the frame and under it."""
_STEPS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
_MOST_TICKS = 7


@dataclass(frozen=True)
class Scale:
    """From a number on an axis to a place on the drawing."""

    axis: Axis
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a number; what lies beyond an end stands on it."""
        axis = self.axis
        kept = min(max(value, axis.low), axis.high)
        return self.start + (self.end - self.start) * (kept - axis.low) / (axis.high - axis.low)


def known(value: float) -> bool:
    """Whether a number exists."""
    return not isnan(value)


def ticks(axis: Axis) -> list[tuple[float, str]]:
    """Round numbers on an axis, with their text; the cut is always one of them."""
    span = axis.high - axis.low
    step = next((step for step in _STEPS if span / step <= _MOST_TICKS), span)
    places = 0 if step >= 1 else 2
    first = -(-axis.low // step)
    values = {round((first + at) * step, 6) for at in range(int(span / step + 1e-9) + 1)}
    return [(value, decimal(value, places)) for value in sorted(values | {axis.cut})]


def frame(box: Box, x: Scale, y: Scale, theme: Theme) -> str:
    """The field with its grid and the lines that make four quarters of it."""
    return "".join(_lines(box, x, y, theme))


def _lines(box: Box, x: Scale, y: Scale, theme: Theme) -> Iterator[str]:
    """Every line of the frame."""
    for value, _ in ticks(x.axis):
        yield _line(x.at(value), box.top, x.at(value), box.bottom, theme, "grid")
    for value, _ in ticks(y.axis):
        yield _line(box.left, y.at(value), box.right, y.at(value), theme, "grid")
    across, down = x.at(x.axis.cut), y.at(y.axis.cut)
    yield _line(across, box.top, across, box.bottom, theme, "cut", 1.25)
    yield _line(box.left, down, box.right, down, theme, "cut", 1.25)
    size = {"width": box.right - box.left, "height": box.bottom - box.top}
    yield tag("rect", x=box.left, y=box.top, **size, **{**ink(theme, "frame"), "fill": "none"})


def _line(
    x1: float, y1: float, x2: float, y2: float, theme: Theme, role: str, wide: float = 1.0
) -> str:
    """One line of the frame."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, **ink(theme, role), stroke_width=wide)


def axis_texts(box: Box, x: Scale, y: Scale, theme: Theme) -> str:
    """Ticks, halves and titles, under the frame and to the left of it."""
    return "".join([*_under(box, x, theme), *_beside(box, y, theme)])


def _under(box: Box, x: Scale, theme: Theme) -> Iterator[str]:
    """The texts of the axis that runs across."""
    for value, text in ticks(x.axis):
        yield written(
            text, x.at(value), box.bottom + 16, theme, "quiet", size=SMALL, anchor="middle"
        )
    cut = x.at(x.axis.cut)
    for text, start, end in ((x.axis.below, box.left, cut), (x.axis.above, cut, box.right)):
        short = lettering(text, end - start - 8, SMALL, lines=1).lines[0]
        middle = (start + end) / 2
        yield (
            written(short, middle, box.bottom + 33, theme, "quiet", size=SMALL, anchor="middle")
            if short
            else ""
        )
    named = lettering(x.axis.title, box.right - box.left, LARGE, lines=1, bold=True).lines[0]
    middle = (box.left + box.right) / 2
    bold = {"font_weight": "600"}
    yield written(named, middle, box.bottom + 53, theme, size=LARGE, anchor="middle", **bold)


def _beside(box: Box, y: Scale, theme: Theme) -> Iterator[str]:
    """The texts of the axis that runs up."""
    for value, text in ticks(y.axis):
        yield written(text, box.left - 8, y.at(value) + 4, theme, "quiet", size=SMALL, anchor="end")
    cut = y.at(y.axis.cut)
    for text, start, end in ((y.axis.below, cut, box.bottom), (y.axis.above, box.top, cut)):
        short = lettering(text, end - start - 8, SMALL, lines=1).lines[0]
        yield _upright(short, box.left - 44, (start + end) / 2, theme, "quiet", size=SMALL)
    named = lettering(y.axis.title, box.bottom - box.top, LARGE, lines=1, bold=True).lines[0]
    middle = (box.top + box.bottom) / 2
    yield _upright(named, box.left - 64, middle, theme, "text", size=LARGE, weight="600")


def _upright(
    text: str,
    x: float,
    y: float,
    theme: Theme,
    role: str,
    *,
    size: float,
    weight: str | None = None,
) -> str:
    """A text that is read from below to above."""
    if not text:
        return ""
    turned = f"translate({x:.2f} {y:.2f}) rotate(-90)"
    inside = written(text, 0, 0, theme, role, size=size, anchor="middle", font_weight=weight)
    return tag("g", inside, transform=turned)
