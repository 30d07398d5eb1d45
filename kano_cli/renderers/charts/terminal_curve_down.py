"""The emotion curve down a narrow terminal: a line for each touchpoint, from bad to good."""

from collections.abc import Iterator
from itertools import groupby
from math import isnan

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from kano_cli.renderers.charts.axes import Scale
from kano_cli.renderers.charts.terminal_canvas import Canvas
from kano_cli.renderers.charts.terminal_curve_signs import Signs
from kano_cli.renderers.documents.ranked_table import BOLD, DIM
from kano_cli.report.document.figures import CurveFigure, CurveStop, Felt
from kano_cli.report.numbers import shortest

_NAME = 22
"""A longer name of a touchpoint goes on below."""

_GAP, _ROOM = 2, 4
"""Between columns; and the least room for a line, on the narrowest terminal."""


def curve_down(figure: CurveFigure, width: int, signs: Signs) -> Iterator[RenderableType]:
    """The curve as lines of a list; a phase stands above its touchpoints."""
    longest = max(cell_len(word) for stop in figure.stops for word in (stop.label.split() or [""]))
    most = max(cell_len(stop.label) for stop in figure.stops)
    names = min(most, _NAME, max(width // 3, min(longest, width // 2)))
    told = max(cell_len(_told(stop)) for stop in figure.stops)
    if told > width // 3:
        told = max(cell_len(each.text) for stop in figure.stops for each in _felt(stop))
    room = max(width - names - told - 2 * _GAP, _ROOM)
    across = Scale(figure.y, 0, room - 1)
    yield _grid_row(names, room, Text(), _ends(figure, across, room), Text())
    for phase, stops in groupby(figure.stops, lambda stop: stop.phase):
        if phase:
            yield _phase(phase, names + _GAP, _line(None, figure, across, room, signs))
        for stop in stops:
            line = _line(stop, figure, across, room, signs)
            yield _grid_row(names, room, Text(stop.label), line, _value(stop))


def _grid_row(names: int, room: int, name: Text, line: Text, value: Text) -> Table:
    """A name, its line, and what it says."""
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(width=names, overflow="fold")
    grid.add_column(width=room, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(name, line, value)
    return grid


def _phase(phase: str, start: int, line: Text) -> Text:
    """A phase, and behind it the line of neutral where that leaves room for it."""
    name = Text(phase, DIM, overflow="fold")
    neutral = start + len(line.plain) - len(line.plain.lstrip())
    if name.cell_len >= neutral:
        return name
    return Text.assemble(name, " " * (neutral - name.cell_len), line[neutral - start :])


def _line(
    stop: CurveStop | None, figure: CurveFigure, across: Scale, room: int, signs: Signs
) -> Text:
    """Neutral, the interval of how people leave, how they came and how they leave."""
    canvas = Canvas(room, 1)
    canvas.put(signs.down, round(across.at(figure.y.cut)), 0, DIM)
    if stop is None:
        return canvas.line(0)
    if stop.after is not None and not isnan(stop.after.interval[0]):
        low, high = (round(across.at(end)) for end in stop.after.interval)
        canvas.put(signs.flat * (high - low + 1), low, 0, DIM)
    if stop.before is not None:
        canvas.put(signs.before, round(across.at(stop.before.mean)), 0, DIM)
    if stop.after is not None:
        canvas.put(signs.after, round(across.at(stop.after.mean)), 0, BOLD)
    return canvas.line(0)


def _ends(figure: CurveFigure, across: Scale, room: int) -> Text:
    """Both ends of the scale and neutral, above the lines."""
    canvas = Canvas(room, 1)
    axis = figure.y
    for value in (axis.cut, axis.low, axis.high):
        text = shortest(value)
        start = max(min(round(across.at(value)) - len(text) // 2, room - len(text)), 0)
        if canvas.free(start, 0, len(text)):
            canvas.put(text, start, 0, DIM)
    return canvas.line(0)


def _felt(stop: CurveStop) -> list[Felt]:
    """What was rated, the last of it last."""
    return [each for each in (stop.before, stop.after) if each is not None]


def _told(stop: CurveStop) -> str:
    """How people leave, or came, and whether it is what they remember."""
    return f"{_felt(stop)[-1].text} {stop.mark}".rstrip()


def _value(stop: CurveStop) -> Text:
    """The same; the mark goes below where there is no room beside."""
    text = Text(_felt(stop)[-1].text, BOLD if stop.after else DIM)
    return text.append(f" {stop.mark}" if stop.mark else "")
