"""Blocks of a document in a terminal: prose to be read, tables that fit or become lists."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from kano_cli.renderers.charts.terminal_curve import curve_view
from kano_cli.renderers.charts.terminal_map import map_view
from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP
from kano_cli.renderers.documents.terminal import LIST_BELOW
from kano_cli.renderers.documents.terminal_signs import coloured, folded, styled
from kano_cli.renderers.documents.terminal_table import as_list, as_table
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Command,
    Facts,
    FigureBlock,
    Heading,
    Paragraph,
    Point,
    TableBlock,
)
from kano_cli.report.document.figures import CurveFigure, MapFigure

PROSE = 100
"""Longer lines of prose are hard to follow; tables and figures may be wider."""

_LABEL = 26
"""A label that is longer, and longer than a third of the width, may go on below."""


def blocks_view(blocks: Iterable[Block], width: int, *, unicode: bool = True) -> RenderableType:
    """Blocks for a terminal of this width, one under another.

    Args:
        blocks: headings, prose, lists, tables and figures.
        width: of the terminal, in cells.
        unicode: whether it can show signs; else categories have letters.
    """
    parts: list[RenderableType] = []
    before: Block | None = None
    for block in blocks:
        shown = list(_block(block, width, unicode=unicode))
        if not shown:
            continue
        if before is not None and not isinstance(before, Heading):
            parts += [Text()] * (2 if isinstance(block, Heading) and block.level == 1 else 1)
        parts += shown
        before = block
    return Group(*parts)


def prose(text: Text, width: int) -> Text:
    """A text that is folded where its lines would be too long to read."""
    return folded(text, min(width, PROSE))


def _block(block: Block, width: int, *, unicode: bool) -> Iterator[RenderableType]:
    """What one block becomes."""
    match block:
        case Heading(text, level):
            yield folded(Text(text, BOLD if level == 1 else BOLD + DIM), width)
        case Paragraph(text, strong):
            if text:
                yield prose(styled(text, BOLD if strong else Style(), unicode=unicode), width)
        case Bullets(points):
            lines = [_pair(point, unicode=unicode) for point in points]
            yield from _points(lines, width, unicode=unicode)
        case Facts(entries):
            lines = [(Text(label), styled(text, unicode=unicode)) for label, text in entries]
            yield from _points(lines, width, unicode=unicode)
        case TableBlock():
            yield from _table(block, width, unicode=unicode)
        case FigureBlock():
            yield from _figure(block, width, unicode=unicode)
        case Command(text):
            yield Padding(folded(Text(text), width - GAP), (0, 0, 0, GAP))


def _pair(point: Point, *, unicode: bool) -> tuple[Text, Text]:
    """The label of a line, in the colour of its category, and its text."""
    label = coloured(point.label.rstrip(":"), point.category, unicode=unicode)
    return label, styled(point.text, unicode=unicode)


def _points(
    lines: Sequence[tuple[Text, Text]], width: int, *, unicode: bool
) -> Iterator[RenderableType]:
    """Labels with their texts beside them, or under them where there is little room."""
    labelled = all(label.plain for label, _ in lines)
    if labelled and width < LIST_BELOW:
        for label, text in lines:
            yield Padding(folded(label, width - GAP), (0, 0, 0, GAP))
            yield Padding(folded(text, width - 2 * GAP), (0, 0, 0, 2 * GAP))
        return
    widest = max((label.cell_len for label, _ in lines), default=0)
    left, gap = (min(widest, max(_LABEL, min(width, PROSE) // 3)), GAP) if labelled else (1, 1)
    room = min(width, PROSE) - GAP - left - gap
    grid = Table.grid(padding=(0, gap, 0, 0))
    grid.add_column(overflow="fold", width=left)
    grid.add_column(overflow="fold", width=room)
    mark = Text("–" if unicode else "-", DIM)
    for label, text in lines:
        if labelled:
            grid.add_row(folded(label, left), folded(text, room))
        else:
            start = Text.assemble(label, ": ") if label.plain else Text()
            grid.add_row(mark, folded(start + text, room))
    yield Padding(grid, (0, 0, 0, GAP))


def _table(block: TableBlock, width: int, *, unicode: bool) -> Iterator[RenderableType]:
    """A table under its caption, with its notes; one row under another where it does not fit."""
    if block.caption:
        yield prose(Text(block.caption, DIM), width)
    table = None if width < LIST_BELOW else as_table(block, width, unicode=unicode)
    if table is not None:
        yield from table
    else:
        yield from as_list(block, width, unicode=unicode)
    if block.notes:
        yield Text()
    for note in block.notes:
        yield prose(Text(note, DIM), width)


def _figure(block: FigureBlock, width: int, *, unicode: bool) -> Iterator[RenderableType]:
    """A figure as signs, under its caption; in words where a terminal has no drawing of it."""
    match block.figure:
        case MapFigure() as figure:
            ranks = {point.id: str(at + 1) for at, point in enumerate(figure.points)}
            yield map_view(figure, ranks, width, unicode=unicode)
        case CurveFigure() as figure:
            yield curve_view(figure, width, unicode=unicode)
        case _:
            yield prose(Text(block.alt), width)
    if block.caption:
        yield prose(Text(block.caption, DIM), width)
