"""What dropping respondents changed, in a terminal: both results side by side."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP, colour
from kano_cli.report.dropped import Comparison, Told
from kano_cli.report.glyphs import in_letters


def both_results(
    comparison: Comparison, width: int, *, narrow: bool, unicode: bool
) -> Iterator[RenderableType]:
    """The title, what is said, and the features whose category differs."""
    yield Text(comparison.title, style=BOLD)
    yield Padding(Text(comparison.summary), (0, 0, 0, GAP))
    for row in comparison.changed if narrow else ():
        yield Padding(Text(row.name, style=BOLD), (0, 0, 0, GAP))
        for heading, cell in zip(comparison.headings[1:], (row.with_all, row.without), strict=True):
            told = Text.assemble((f"{heading}: ", DIM), _told(cell, unicode=unicode))
            yield Padding(told, (0, 0, 0, 2 * GAP))
    if comparison.changed and not narrow:
        yield Padding(_table(comparison, width - GAP, unicode=unicode), (0, 0, 0, GAP))
    if comparison.rest:
        yield Padding(Text(comparison.rest), (0, 0, 0, GAP))


def _table(comparison: Comparison, width: int, *, unicode: bool) -> Table:
    """A row per feature; where a line has no room, its numbers stand under the category."""
    rows = [
        (Text(row.name), *(_told(cell, unicode=unicode) for cell in (row.with_all, row.without)))
        for row in comparison.changed
    ]
    heads = tuple(Text(heading, style=DIM) for heading in comparison.headings)
    columns = zip(heads, *rows, strict=True)
    if sum(max(cell.cell_len for cell in column) + GAP for column in columns) - GAP > width:
        rows = [
            (
                Text(row.name),
                *(_told(c, "\n", unicode=unicode) for c in (row.with_all, row.without)),
            )
            for row in comparison.changed
        ]
    table = Table.grid(padding=(0, GAP, 0, 0))
    for _ in heads:
        table.add_column(overflow="fold")
    for cells in (heads, *rows):
        table.add_row(*cells)
    return table


def _told(cell: Told, between: str = ", ", *, unicode: bool) -> Text:
    """A category as text, in its colour, with its numbers behind it or below."""
    name = cell.name if unicode else in_letters(cell.name)
    return Text(f"{name}{between}{cell.numbers}", style=colour(cell.category))
