"""How wide the columns of a table become, and which stand together."""

from collections.abc import Sequence
from dataclasses import dataclass

from kano_cli.renderers.documents.office.texts import clean, lines, longest_word, width
from kano_cli.report.document.blocks import Cell, Column, Kind, TableBlock

LINE = 1.3
"""The height of a line, in parts of the letter height."""


@dataclass(frozen=True)
class Sheet:
    """A table as it will stand on paper: letter height in points, the rest in inches."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    points: float
    padding: tuple[float, float]

    def height(self, cells: Sequence[str], *, bold: bool = False) -> float:
        """The height of a row that holds these texts."""
        aside, above = self.padding
        most = max(
            lines(text, self.points, wide - 2 * aside - 0.02, bold=bold)
            for text, wide in zip(cells, self.widths, strict=True)
        )
        return most * self.points * LINE / 72 + 2 * above

    def header_height(self) -> float:
        """The height of the row of headings."""
        return self.height([clean(column.heading) for column in self.columns], bold=True)

    def row_heights(self) -> list[float]:
        """The height of each row."""
        return [self.height([shown(cell) for cell in row]) for row in self.rows]


def shown(cell: Cell) -> str:
    """What a cell prints, with the sign of its category."""
    from kano_cli.report.glyphs import GLYPHS, glyph

    text = clean(cell.text)
    signed = cell.category is not None and not text.startswith(tuple(GLYPHS))
    return f"{glyph(cell.category)} {text}" if signed else text


def is_number(column: Column) -> bool:
    """Whether a column lines up at the right."""
    return column.kind not in (Kind.TEXT, Kind.CATEGORY)


def sheets(
    table: TableBlock, room: float, sizes: Sequence[float], padding: tuple[float, float]
) -> list[Sheet]:
    """The table in the largest letters of `sizes` in which it is `room` inches wide or less.

    Where none will do, its columns fall into several tables, each with the first columns again.
    """
    for points in sizes:
        widths = _widths(table, range(len(table.columns)), points, room, padding[0])
        if widths is not None:
            return [Sheet(table.columns, table.rows, widths, points, padding)]
    return _split(table, room, sizes[-1], padding)


def _split(
    table: TableBlock, room: float, points: float, padding: tuple[float, float]
) -> list[Sheet]:
    """Several tables side by side: all begin with the columns that name a row."""
    first_text = next((at for at, col in enumerate(table.columns) if col.kind is Kind.TEXT), 0)
    key, rest = list(range(first_text + 1)), list(range(first_text + 1, len(table.columns)))
    made: list[Sheet] = []
    while rest:
        taken = next(
            (
                n
                for n in range(len(rest), 1, -1)
                if _widths(table, key + rest[:n], points, room, padding[0])
            ),
            1,
        )
        chosen, rest = key + rest[:taken], rest[taken:]
        widths = _widths(table, chosen, points, room, padding[0])
        equal = (room / len(chosen),) * len(chosen)
        made.append(
            Sheet(
                tuple(table.columns[at] for at in chosen),
                tuple(tuple(row[at] for at in chosen) for row in table.rows),
                widths or equal,
                points,
                padding,
            )
        )
    return made


def _widths(
    table: TableBlock, chosen: Sequence[int], points: float, room: float, aside: float
) -> tuple[float, ...] | None:
    """Widths in inches that together are at most `room`; None where words would break."""
    least, most, whole = [], [], []
    for at in chosen:
        column = table.columns[at]
        texts = [shown(row[at]) for row in table.rows]
        heading = clean(column.heading)
        # A name without spaces may break, so it cannot push other columns off the page.
        unbroken = max((longest_word(text, points) for text in texts), default=0)
        if is_number(column):
            unbroken = max((width(text, points) for text in texts), default=0)
        unbroken = min(unbroken, points / 72 * 14)
        widest = max((width(text, points) for text in texts), default=0)
        headed = longest_word(heading, points, bold=True)
        least.append(max(unbroken, headed) + 2 * aside + 0.04)
        most.append(max(widest + 2 * aside + 0.04, least[-1]))
        whole.append(max(width(heading, points, bold=True) + 2 * aside + 0.04, most[-1]))
    if sum(least) > room:
        return None
    # What stands in the rows comes first; headings may fall into two lines.
    return _shared(_shared(least, most, room), whole, room, rest=True)


def _shared(
    least: Sequence[float], most: Sequence[float], room: float, *, rest: bool = False
) -> tuple[float, ...]:
    """Each its least, and of what is left as much as it can use; the widest gets the `rest`."""
    wanted = [max(0.0, high - low) for low, high in zip(least, most, strict=True)]
    left = room - sum(least)
    granted = [0.0] * len(wanted)
    for rank, at in enumerate(sorted(range(len(wanted)), key=lambda at: wanted[at])):
        granted[at] = min(wanted[at], left / (len(wanted) - rank))
        left -= granted[at]
    widths = [low + more for low, more in zip(least, granted, strict=True)]
    if rest:
        widths[max(range(len(wanted)), key=lambda at: most[at])] += max(0.0, left)
    return tuple(widths)
