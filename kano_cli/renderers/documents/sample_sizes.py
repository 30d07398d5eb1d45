"""The pages of `kano sample-size` in a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP, colour
from kano_cli.renderers.documents.terminal import LIST_BELOW, headline_text
from kano_cli.report.glyphs import glyph
from kano_cli.report.sample_size import SizePage, SizeRow, SizeTable


def size_view(page: SizePage, width: int, *, unicode: bool = True) -> RenderableType:
    """What is asked, the tables, and the notes under them."""
    parts: list[RenderableType] = [headline_text(page.headline, width)]
    for table in page.tables:
        parts.append(Text())
        if table.title:
            parts += [Text(table.title, BOLD)]
        if width < LIST_BELOW and table.left:
            parts += _as_list(table, unicode=unicode)
        else:
            parts.append(_as_table(table, unicode=unicode))
    parts.append(Text())
    parts += [Text(note, DIM, overflow="fold") for note in page.notes]
    return Group(*parts)


def _as_table(table: SizeTable, *, unicode: bool) -> Table:
    """Words to the left, numbers to the right, and a rule under the headings."""
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for at, _ in enumerate(table.headings):
        words = at < table.left
        grid.add_column(
            justify="left" if words else "right",
            no_wrap=at > 0,
            overflow="fold",
        )
    grid.add_row(*(Text(heading, BOLD) for heading in table.headings))
    for row in table.rows:
        if table.total and row is table.rows[-1]:
            grid.add_row()
        grid.add_row(*_cells(row, table.left, unicode=unicode))
    return grid


def _cells(row: SizeRow, left: int, *, unicode: bool) -> Iterator[Text]:
    """The cells of a row; the second word column has the colour of its category."""
    for at, cell in enumerate(row.cells):
        coloured = at == 1 and left > 1
        text = cell if unicode or not coloured else cell.removeprefix(f"{glyph(row.category)} ")
        yield Text(text, colour(row.category) if coloured else Style())


def _as_list(table: SizeTable, *, unicode: bool) -> Iterator[RenderableType]:
    """The rows one under another, for a terminal too narrow for a table."""
    for row in table.rows:
        name, *cells = _cells(row, table.left, unicode=unicode)
        name.stylize(BOLD)
        yield name
        told = Text(", ").join(
            Text.assemble(*((heading, " ") if at >= table.left - 1 else ()), cell)
            for at, (heading, cell) in enumerate(zip(table.headings[1:], cells, strict=True))
            if cell.plain
        )
        yield Padding(told, (0, 0, 0, GAP))
