"""The emotion curve: touchpoints from left to right, or from top to bottom where it is narrow."""

from kano_cli.renderers.charts.boxes import Box
from kano_cli.renderers.charts.curve_down import down_drawing
from kano_cli.renderers.charts.curve_frame import EDGE, LEFT, Frame, backdrop, names_of
from kano_cli.renderers.charts.curve_marks import (
    after_mark,
    before_mark,
    curve_legend,
    line_through,
)
from kano_cli.renderers.charts.legend import Drawn, heading
from kano_cli.renderers.charts.lettering import text_width
from kano_cli.renderers.charts.markup import Value, tag
from kano_cli.renderers.charts.themes import Theme
from kano_cli.renderers.charts.writing import HALO, SMALL, TITLE, USUAL, title, written
from kano_cli.report.document.figures import CurveFigure, CurveStop, Felt

_NARROW, _SLOT = 560.0, 46.0
"""Narrower drawings, and touchpoints closer together, are drawn from top to bottom."""
_HIGH = 330.0
_ASIDE = 9.0
_LEAST_TWO = 58.0


def curve_drawing(figure: CurveFigure, width: float, theme: Theme, *, headed: bool) -> Drawn:
    """The curve with its legend above; its height follows from how long the names are."""
    slot = (width - LEFT - 2 * EDGE) / max(len(figure.stops), 1)
    if width < _NARROW or slot < _SLOT:
        return down_drawing(figure, width, theme, headed=headed)
    room = width - 2 * EDGE
    top = heading(figure.title if headed else "", EDGE, EDGE, room, theme, TITLE)
    key = curve_legend(figure, EDGE, EDGE + top.height, room, theme)
    begin = EDGE + top.height + key.height + 8
    frame = Frame(figure, EDGE + LEFT, width - EDGE, begin, _HIGH, _head(figure))
    under = names_of(frame, theme)
    parts = [top.xml, key.xml, backdrop(frame, theme), _points(frame, theme), under.xml]
    return Drawn("".join(parts), frame.bottom + under.height + EDGE)


def _head(figure: CurveFigure) -> float:
    """How far the texts of the highest marks reach above the scale."""
    axis = figure.y
    reach = [
        _room(stop) - (axis.high - _ends(stop.after)[1]) / (axis.high - axis.low) * _HIGH
        for stop in figure.stops
        if stop.after
    ]
    return max(0.0, *reach, 0.0)


def _room(stop: CurveStop) -> float:
    """How high the texts over a mark are."""
    return 21.0 + (15.0 if stop.mark else 0.0)


def _points(frame: Frame, theme: Theme) -> str:
    """The line, and over it every touchpoint with its intervals and numbers."""
    stops = frame.figure.stops
    both = any(stop.before for stop in stops)
    aside = _ASIDE if both else 0.0
    through = [
        (frame.at(place) + aside, frame.y(stop.after.mean))
        for place, stop in enumerate(stops)
        if stop.after
    ]
    drawn = [line_through(through, theme)]
    for place, stop in enumerate(stops):
        x = frame.at(place)
        marks = []
        if stop.before:
            marks.append(before_mark(x - aside, stop.before, frame.y, theme))
            if frame.slot >= _LEAST_TWO:
                marks.append(_before_text(x - aside, stop.before, frame, theme))
        if stop.after:
            marks.append(after_mark(x + aside, stop.after, frame.y, theme, turn=bool(stop.turn)))
            marks.append(_after_text(x + aside, stop, stop.after, frame, theme))
        drawn.append(tag("g", title(stop.told), *marks, data_stop=str(place + 1)))
    return "".join(drawn)


def _after_text(x: float, stop: CurveStop, felt: Felt, frame: Frame, theme: Theme) -> str:
    """The mean over its interval, and over that whether it is peak or end.

    Below the interval where the mark of how people felt before stands in the way.
    """
    low, high = map(frame.y, _ends(felt))
    half = max(text_width(text, USUAL, bold=True) for text in (felt.text, stop.mark)) / 2
    inside = min(max(x, frame.left + half + 2), frame.right - half - 2) if stop.mark else x
    box = Box(inside - half, high - _room(stop), inside + half, high - 3)
    under = _in_the_way(stop, box, frame) and low + _room(stop) < frame.bottom
    first, step = (low + 16, 15.0) if under else (high - 7, -15.0)
    said = _bold(felt.text, x, first, theme)
    if stop.mark:
        said += _bold(stop.mark, inside, first + step, theme, turn=stop.turn.value)
    return said


def _bold(text: str, x: float, y: float, theme: Theme, *, turn: str | None = None) -> str:
    """A text that can be read on the curve."""
    look: dict[str, Value] = {"font_weight": "600", "data_turn": turn, **HALO}
    return written(text, x, y, theme, "text", "halo", size=USUAL, anchor="middle", **look)


def _in_the_way(stop: CurveStop, box: Box, frame: Frame) -> bool:
    """Whether the mark before a touchpoint, with its interval, stands where a text would."""
    if stop.before is None:
        return False
    low, high = map(frame.y, _ends(stop.before))
    middle = frame.at(frame.figure.stops.index(stop)) - _ASIDE
    return box.touches(Box(middle - 5, min(high, low - 5), middle + 5, max(low, high + 5)))


def _before_text(x: float, felt: Felt, frame: Frame, theme: Theme) -> str:
    """The mean before, smaller, to the left of its mark."""
    return written(felt.text, x - 7, frame.y(felt.mean) + 4, theme, "quiet", "halo", size=SMALL,
                   anchor="end", **HALO)  # fmt: skip


def _ends(felt: Felt) -> tuple[float, float]:
    """The ends of an interval; the mean itself where one person rated."""
    low, high = felt.interval
    return (felt.mean, felt.mean) if low != low else (low, high)
