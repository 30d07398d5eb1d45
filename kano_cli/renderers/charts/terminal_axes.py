"""The frame of a map in a terminal: axes, cuts, and the names of the quarters."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from kano_cli.errors import visible
from kano_cli.renderers.charts.axes import Scale, ticks
from kano_cli.renderers.charts.terminal_canvas import Canvas
from kano_cli.renderers.documents.ranked_table import DIM
from kano_cli.report.document.figures import Axis

MARGIN = 6
LINES = "│─└┊┄┬┤↑→"
ASCII = "|-+:.++^>"
"""The lines of the frame, and the same where the terminal has no Unicode."""


def cuts(canvas: Canvas, x: Scale, y: Scale, lines: str) -> None:
    """The two lines that make four quarters."""
    across, down = round(x.at(x.axis.cut)), round(y.at(y.axis.cut))
    canvas.put(lines[4] * canvas.columns, 0, down, DIM, keep=False)
    for row in range(canvas.rows):
        canvas.put(lines[3], across, row, DIM, keep=False)


def corners(canvas: Canvas, names: Sequence[str], x: Scale, y: Scale) -> None:
    """The names of the quarters, in the first row from their corner that has room."""
    across, down = round(x.at(x.axis.cut)), round(y.at(y.axis.cut))
    above, below = range(down), range(canvas.rows - 1, down, -1)
    for name, rows, left in zip(names, (below, below, above, above), (1, 0, 1, 0), strict=True):
        text = visible(name)
        room = across - 1 if left else canvas.columns - across - 2
        if cell_len(text) > room:
            continue
        column = 1 if left else canvas.columns - cell_len(text) - 1
        row = next((row for row in rows if canvas.free(column, row, cell_len(text))), None)
        if row is not None:
            canvas.put(text, column, row, DIM)


def halves_up(axis: Axis, lines: str) -> Text:
    """What the axis that runs up is."""
    return Text(f"{' ' * (MARGIN - 1)}{lines[7]} {visible(axis.title)}", style=DIM)


def below(axis: Axis, x: Scale, columns: int, lines: str) -> list[RenderableType]:
    """The axis that runs across, its ticks, what its halves mean and what it is."""
    ruler, labels = Canvas(columns, 1), Canvas(columns, 1)
    ruler.put(lines[1] * columns, 0, 0, DIM)
    for value, text in ticks(axis):
        at = round(x.at(value))
        ruler.put(lines[5], at, 0, DIM)
        start = max(min(at - len(text) // 2, columns - len(text)), 0)
        if labels.free(start, 0, len(text)):
            labels.put(text, start, 0, DIM)
    title = f"{visible(axis.title)} {lines[8]}"
    before = " " * (MARGIN - 1)
    found: list[RenderableType] = [
        Text.assemble((f"{before}{lines[2]}", DIM), ruler.line(0)),
        Text.assemble((f"{before} ", DIM), labels.line(0)),
    ]
    halves = Canvas(columns, 1)
    cut = round(x.at(axis.cut))
    for text, start, end in ((axis.below, 0, cut), (axis.above, cut, columns)):
        shown = visible(text)
        if cell_len(shown) < end - start:
            halves.put(shown, (start + end - cell_len(shown)) // 2, 0, DIM)
    if axis.below or axis.above:
        found.append(Text.assemble((f"{before} ", DIM), halves.line(0)))
    found.append(Text(f"{title:>{columns + MARGIN}}", style=DIM))
    return found
