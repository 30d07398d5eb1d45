"""A curve for a narrow screen: touchpoints from top to bottom, each with its name whole."""

from dataclasses import dataclass

from kano_cli.renderers.charts.axes import Scale
from kano_cli.renderers.charts.curve_frame import EDGE, band, phases_of, whole_ticks, widest_word
from kano_cli.renderers.charts.curve_marks import (
    after_dot,
    before_dot,
    curve_legend,
    line_through,
)
from kano_cli.renderers.charts.legend import Drawn, heading
from kano_cli.renderers.charts.lettering import Lettering, lettering
from kano_cli.renderers.charts.markup import Value, number, tag
from kano_cli.renderers.charts.themes import Theme, ink
from kano_cli.renderers.charts.writing import (
    HALO,
    SMALL,
    TITLE,
    USUAL,
    height,
    lines_of,
    title,
    written,
)
from kano_cli.report.document.figures import CurveFigure, CurveStop, Felt

_ROW, _PHASE, _GAP, _NUMBER = 40.0, 24.0, 12.0, 34.0
_MOST_NAME, _MOST_WORD = 0.36, 0.46
_MARK = 14.0


@dataclass(frozen=True)
class _Row:
    """A touchpoint and the middle of its row."""

    stop: CurveStop
    label: Lettering
    middle: float


def down_drawing(figure: CurveFigure, width: float, theme: Theme, *, headed: bool) -> Drawn:
    """Names at the left, the scale across, and the curve from top to bottom."""
    room = width - 2 * EDGE
    top = heading(figure.title if headed else "", EDGE, EDGE, room, theme, TITLE)
    key = curve_legend(figure, EDGE, EDGE + top.height, room, theme)
    begin = EDGE + top.height + key.height + 8
    words = max((widest_word(stop.label) for stop in figure.stops), default=0.0)
    wide = max(room * _MOST_NAME, min(words, room * _MOST_WORD))
    labels = [lettering(stop.label, wide, USUAL, lines=3) for stop in figure.stops]
    left = EDGE + max((each.width for each in labels), default=0.0) + _GAP
    scale = Scale(figure.y, left + 8, width - EDGE - _NUMBER)
    ground, rows, bottom = _rows(figure, labels, begin, width, theme)
    parts = [top.xml, key.xml, ground, _lines(scale, begin, bottom, theme)]
    through = [(scale.at(r.stop.after.mean), r.middle) for r in rows if r.stop.after]
    parts.append(line_through(through, theme))
    parts += [_touchpoint(row, scale, left, width, theme) for row in rows]
    axis = lettering(figure.y.title, room, USUAL, lines=1).lines[0]
    middle = (scale.start + scale.end) / 2
    parts.append(written(axis, middle, bottom + 36, theme, size=USUAL, anchor="middle"))
    return Drawn("".join(parts), bottom + 42 + EDGE)


def _rows(
    figure: CurveFigure, labels: list[Lettering], begin: float, width: float, theme: Theme
) -> tuple[str, list[_Row], float]:
    """The bands of the phases, every row, and where the last one ends."""
    named = any(stop.phase for stop in figure.stops)
    ground, rows, down = [], [], begin
    for at, (phase, first, last) in enumerate(phases_of(figure)):
        start = down
        if named:
            name = lettering(phase, width - 2 * EDGE - 8, USUAL, lines=1, bold=True)
            said = written(name.lines[0], EDGE + 4, down + 16, theme, "quiet", font_weight="600")
            down += _PHASE
        for place in range(first, last + 1):
            label = labels[place]
            high = max(_ROW, height(len(label.lines), USUAL) + 10)
            rows.append(_Row(figure.stops[place], label, down + high / 2))
            down += high + (_MARK if figure.stops[place].mark else 0.0)
        if named:
            ground.append(band(at, (EDGE, start, width - 2 * EDGE, down - start), theme))
            ground.append(said)
    return "".join(ground), rows, down


def _lines(scale: Scale, top: float, bottom: float, theme: Theme) -> str:
    """The lines of the scale with their numbers below, and the neutral one."""
    parts = []
    for value in whole_ticks(scale.axis):
        x = scale.at(value)
        parts.append(tag("line", x1=x, y1=top, x2=x, y2=bottom, **ink(theme, "grid")))
        parts.append(
            written(f"{value:g}", x, bottom + 16, theme, "quiet", size=SMALL, anchor="middle")
        )
    x = scale.at(scale.axis.cut)
    parts.append(
        tag("line", x1=x, y1=top, x2=x, y2=bottom, **ink(theme, "cut"), stroke_width=1.5,
            stroke_dasharray="6 4", data_neutral="yes")
    )  # fmt: skip
    return "".join(parts)


def _touchpoint(row: _Row, scale: Scale, left: float, width: float, theme: Theme) -> str:
    """A name, its marks, its mean at the right, and whether it is peak or end."""
    stop, y = row.stop, row.middle
    first = y - height(len(row.label.lines), USUAL) / 2
    parts = [
        tag(
            "g",
            title(stop.label) if row.label.cut else "",
            lines_of(row.label.lines, left - _GAP, first, theme, anchor="end"),
        )
    ]
    if stop.before:
        parts += [_bar(stop.before, scale, y - 8, theme, "leader", 1.0)]
        parts += [before_dot(scale.at(stop.before.mean), y - 8, theme)]
    if stop.after:
        x = scale.at(stop.after.mean)
        parts += [_bar(stop.after, scale, y, theme, "outline", 1.75), after_dot(x, y, theme)]
        parts.append(written(stop.after.text, width - EDGE - 4, y + 4, theme, anchor="end",
                             font_weight="600"))  # fmt: skip
    if stop.mark:
        look: dict[str, Value] = {**ink(theme, "outline"), "fill": "none", "stroke_width": 1.75}
        at = scale.at(stop.after.mean) if stop.after else scale.start
        said = lettering(stop.mark, width - EDGE - left, SMALL, lines=1, bold=True)
        inside = min(max(at, left + said.width / 2), width - EDGE - said.width / 2)
        parts.append(tag("circle", cx=at, cy=y, r=9.5, **look))
        parts.append(written(said.lines[0], inside, y + 20, theme, "text", "halo", size=SMALL,
                             anchor="middle", font_weight="600", data_turn=stop.turn.value,
                             **HALO))  # fmt: skip
    return tag("g", title(stop.told), *parts)


def _bar(felt: Felt, scale: Scale, y: float, theme: Theme, role: str, wide: float) -> str:
    """An interval across; none where it does not exist."""
    if felt.interval[0] != felt.interval[0]:
        return ""
    low, high = map(scale.at, felt.interval)
    look: dict[str, Value] = {**ink(theme, role), "fill": "none", "stroke_width": wide}
    path = f"M{number(low)} {number(y)}L{number(high)} {number(y)}"
    return tag("path", d=path, data_interval="yes", **look)
