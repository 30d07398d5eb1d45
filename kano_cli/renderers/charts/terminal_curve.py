"""The emotion curve in a terminal: from left to right where there is room, else downwards."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import isnan

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from kano_cli.renderers.charts.axes import Scale
from kano_cli.renderers.charts.terminal_canvas import Canvas
from kano_cli.renderers.charts.terminal_curve_down import curve_down
from kano_cli.renderers.charts.terminal_curve_signs import ASCII, UNICODE, Signs, legend
from kano_cli.renderers.documents.ranked_table import BOLD, DIM
from kano_cli.report.document.figures import CurveFigure, CurveStop, Felt
from kano_cli.report.numbers import shortest

WIDEST = 140
_MARGIN = 5
_ROWS = 15
_LEAST, _MOST = 8, 22
"""How wide the place of a touchpoint is."""


def curve_view(figure: CurveFigure, width: int, *, unicode: bool = True) -> RenderableType:
    """The curve for a terminal of this width; every mean is printed beside its sign."""
    signs = UNICODE if unicode else ASCII
    slot = min((min(width, WIDEST) - _MARGIN) // max(len(figure.stops), 1), _MOST)
    if len(figure.stops) > 1 and slot >= _needed(figure):
        return Group(*_across(figure, slot, signs), Text(), legend(figure, signs, signs.across))
    return Group(*curve_down(figure, width, signs), Text(), legend(figure, signs, signs.down))


def _needed(figure: CurveFigure) -> int:
    """The narrowest place in which no word of a name is broken, and each phase fits above its."""
    words = [word for stop in figure.stops for word in (*stop.label.split(), *stop.mark.split())]
    least = max([_LEAST, *(cell_len(word) + 1 for word in words)])
    for phase, stops in groupby(figure.stops, lambda stop: stop.phase):
        least = max(least, -(-(cell_len(phase) + 2) // len(list(stops))))
    return least


def _across(figure: CurveFigure, slot: int, signs: Signs) -> list[RenderableType]:
    """The curve with the touchpoints side by side: phases above it, names and marks below."""
    columns = slot * len(figure.stops)
    up = Scale(figure.y, _ROWS - 1, 0)
    canvas = Canvas(columns, _ROWS)
    middles = [at * slot + slot // 2 for at in range(len(figure.stops))]
    canvas.put(signs.across * columns, 0, round(up.at(figure.y.cut)), DIM, keep=False)
    _path(canvas, figure.stops, middles, up, signs)
    for stop, middle in zip(figure.stops, middles, strict=True):
        _point(canvas, stop, middle, up, signs)
    marked = {round(up.at(value)): shortest(value) for value in _marked(figure)}
    parts: list[RenderableType] = []
    if any(stop.phase for stop in figure.stops):
        parts.append(Padding(_phases(figure, slot, signs), (0, 0, 0, _MARGIN)))
    for row in range(_ROWS):
        label = f"{marked.get(row, ''):>{_MARGIN - 2}} {signs.up}"
        parts.append(Text.assemble((label, DIM), canvas.line(row)))
    parts += [Text(" " * (_MARGIN - 1) + line, no_wrap=True) for line in _names(figure, slot)]
    if any(stop.mark for stop in figure.stops):
        marks = _side_by_side([[stop.mark] for stop in figure.stops], slot)
        parts += [Text(" " * (_MARGIN - 1) + line, BOLD, no_wrap=True) for line in marks]
    return parts


def _marked(figure: CurveFigure) -> tuple[float, float, float]:
    """What the axis names: its ends, and neutral last, so that it wins where they are near."""
    return figure.y.low, figure.y.high, figure.y.cut


def _path(
    canvas: Canvas, stops: Sequence[CurveStop], middles: Sequence[int], up: Scale, signs: Signs
) -> None:
    """The way from each mean to the next one that was rated."""
    rated = [
        (middle, stop.after.mean)
        for stop, middle in zip(stops, middles, strict=True)
        if stop.after is not None
    ]
    for (start, one), (end, other) in pairwise(rated):
        for column in range(start + 1, end):
            value = one + (other - one) * (column - start) / (end - start)
            canvas.put(signs.path, column, round(up.at(value)), DIM, keep=False)


def _point(canvas: Canvas, stop: CurveStop, middle: int, up: Scale, signs: Signs) -> None:
    """How people came, the interval of how they leave, and its mean with its number."""
    if stop.before is not None:
        canvas.put(signs.before, middle, round(up.at(stop.before.mean)), DIM)
    felt = stop.after or stop.before
    if felt is None:
        return
    top = bottom = round(up.at(felt.mean))
    if stop.after is not None:
        if not isnan(felt.interval[0]):
            bottom, top = (round(up.at(end)) for end in felt.interval)
        for row in range(top, bottom + 1):
            if canvas.free(middle, row, 1):
                canvas.put(signs.up, middle, row, DIM)
        canvas.put(signs.after, middle, round(up.at(felt.mean)), BOLD)
    _number(canvas, felt, middle, (top, bottom), up, BOLD if stop.after else DIM)


def _number(
    canvas: Canvas, felt: Felt, middle: int, taken: tuple[int, int], up: Scale, style: Style
) -> None:
    """The mean in numbers, above it or below: beside it runs the way to the next one."""
    start, wide = middle - cell_len(felt.text) // 2, cell_len(felt.text)
    above, below = [taken[0] - 1, taken[0] - 2], [taken[1] + 1, taken[1] + 2]
    # Away from neutral first, where no line runs.
    good = felt.mean >= up.axis.cut
    rows = [*above, *below] if good else [*below, *above]
    inside = [row for row in rows if 0 <= row < canvas.rows]
    free = (row for row in inside if canvas.free(start + 1, row, wide - 2))
    canvas.put(felt.text, start, next(free, inside[0]), style)


def _phases(figure: CurveFigure, slot: int, signs: Signs) -> Text:
    """Each phase above its touchpoints, with a line as far as the last of them."""
    made = Text(no_wrap=True)
    for phase, stops in groupby(figure.stops, lambda stop: stop.phase):
        room = slot * len(list(stops))
        if not phase:
            made.append(" " * room)
            continue
        line = signs.flat * (room - cell_len(phase) - 2)
        made.append(phase, BOLD + DIM).append(f" {line} ", DIM)
    return made


def _names(figure: CurveFigure, slot: int) -> list[str]:
    """The names below the curve, each in the middle of its place."""
    folded = []
    for stop in figure.stops:
        lines = [""]
        for word in stop.label.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and cell_len(longer) >= slot:
                lines.append(word)
            else:
                lines[-1] = longer
        folded.append(lines)
    return _side_by_side(folded, slot)


def _side_by_side(texts: Sequence[Sequence[str]], slot: int) -> list[str]:
    """Lines of texts beside each other, each in the middle of its place."""
    rows = []
    for at in range(max(map(len, texts))):
        cells = [lines[at] if at < len(lines) else "" for lines in texts]
        rows.append("".join(_centred(cell, slot) for cell in cells).rstrip())
    return rows


def _centred(text: str, slot: int) -> str:
    """A text in the middle of so many cells."""
    before = max((slot - cell_len(text)) // 2, 0)
    return " " * before + text + " " * (slot - before - cell_len(text))
