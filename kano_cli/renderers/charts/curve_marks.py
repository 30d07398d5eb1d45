"""The marks of a curve: means with their intervals, before and after, and what they mean."""

from collections.abc import Callable, Sequence

from kano_cli.renderers.charts.legend import Drawn
from kano_cli.renderers.charts.lettering import lettering
from kano_cli.renderers.charts.markup import Value, number, tag
from kano_cli.renderers.charts.themes import Theme, ink
from kano_cli.renderers.charts.writing import USUAL, written
from kano_cli.report.document.figures import CurveFigure, Felt

_AFTER, _BEFORE, _RING = 5.0, 4.0, 9.5
_ROW, _GAP, _SIGN = 22.0, 22.0, 26.0
_CAP = 4.0


def line_through(points: Sequence[tuple[float, float]], theme: Theme) -> str:
    """The curve itself; straight from point to point, for nothing is known between them."""
    if len(points) < 2:
        return ""
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    look: dict[str, Value] = {**ink(theme, "outline"), "fill": "none", "stroke_width": 2.25}
    return tag("path", d=path, stroke_linejoin="round", data_curve="yes", **look)


def after_mark(
    x: float, felt: Felt, y: Callable[[float], float], theme: Theme, *, turn: bool
) -> str:
    """A filled mark with its interval, in a ring where it is peak or end."""
    middle = y(felt.mean)
    ring: dict[str, Value] = {**ink(theme, "outline"), "fill": "none", "stroke_width": 1.75}
    return "".join(
        [
            _interval(x, felt, y, theme, "outline", 1.75),
            after_dot(x, middle, theme),
            tag("circle", cx=x, cy=middle, r=_RING, **ring) if turn else "",
        ]
    )


def before_mark(x: float, felt: Felt, y: Callable[[float], float], theme: Theme) -> str:
    """A hollow, lighter mark with its interval."""
    return _interval(x, felt, y, theme, "leader", 1.0) + before_dot(x, y(felt.mean), theme)


def after_dot(x: float, y: float, theme: Theme) -> str:
    """How people felt after a touchpoint."""
    return tag("circle", cx=x, cy=y, r=_AFTER, **ink(theme, "text", "halo"), stroke_width=1.0,
               data_felt="after")  # fmt: skip


def before_dot(x: float, y: float, theme: Theme) -> str:
    """How people felt before it."""
    return tag("circle", cx=x, cy=y, r=_BEFORE, **ink(theme, "hollow", "leader"),
               stroke_width=1.5, data_felt="before")  # fmt: skip


def _interval(
    x: float, felt: Felt, y: Callable[[float], float], theme: Theme, role: str, wide: float
) -> str:
    """An interval as a bar with caps; none where it does not exist."""
    low, high = felt.interval
    if low != low:
        return ""
    bottom, top = y(low), y(high)
    path = "".join(
        f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"
        for x1, y1, x2, y2 in (
            (x, bottom, x, top),
            (x - _CAP, top, x + _CAP, top),
            (x - _CAP, bottom, x + _CAP, bottom),
        )
    )
    look: dict[str, Value] = {**ink(theme, role), "fill": "none", "stroke_width": wide}
    return tag("path", d=path, data_interval="yes", **look)


def curve_legend(figure: CurveFigure, x: float, top: float, room: float, theme: Theme) -> Drawn:
    """What the marks and the broken line are, in as many rows as they need."""
    entries = [(figure.neutral, "neutral")]
    if any(stop.before for stop in figure.stops):
        entries.insert(0, (figure.before, "before"))
    if any(stop.after for stop in figure.stops):
        entries.insert(0, (figure.after, "after"))
    parts, at, row = [], x, 0
    for text, kind in entries:
        said = lettering(text, room - _SIGN - 6, USUAL, lines=1)
        wide = _SIGN + 6 + said.width
        if at > x and at + wide > x + room:
            at, row = x, row + 1
        middle = top + _ROW * row + _ROW / 2
        sign = _signs(kind, at, middle, theme)
        parts += [sign, written(said.lines[0], at + _SIGN + 6, middle + 4, theme)]
        at += wide + _GAP
    return Drawn(tag("g", *parts), _ROW * (row + 1))


def _signs(kind: str, x: float, y: float, theme: Theme) -> str:
    """A mark on its line, as the curve has it."""
    if kind == "neutral":
        return tag("line", x1=x, y1=y, x2=x + _SIGN, y2=y, **ink(theme, "cut"), stroke_width=1.5,
                   stroke_dasharray="6 4")  # fmt: skip
    if kind == "before":
        return before_dot(x + _SIGN / 2, y, theme)
    return line_through([(x, y), (x + _SIGN, y)], theme) + after_dot(x + _SIGN / 2, y, theme)
