"""Any table of the report as cells: real numbers with formats, categories in colour, bars."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kano_cli.core.categories import CATEGORY_WORDS, Category
from kano_cli.renderers.documents.report_xlsx.formats import is_number, number_format, number_of
from kano_cli.renderers.documents.report_xlsx.page import LETTERS, LINE, Page
from kano_cli.renderers.documents.report_xlsx.paint import tint
from kano_cli.renderers.documents.report_xlsx.styles import category_tint
from kano_cli.renderers.documents.report_xlsx.texts import clean, shown_width, wrapped
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.document.blocks import Block, Cell, Column, Facts, Kind, TableBlock
from kano_cli.report.glyphs import GLYPHS, glyph

if TYPE_CHECKING:
    from xlsxwriter.format import Format

Formula = Callable[[Sequence[Cell], Column, Cell], str | None]
"""The formula that a cell of a row has instead of its number, if any."""

_WIDEST = 46
_SIGNED = 30
_BUTTON = 3
"""Room for a filter's button."""


@dataclass(frozen=True)
class Placed:
    """Where a table stands: its header, and its first and last row of cells."""

    header: int
    first: int
    last: int
    columns: int
    features: bool = True
    """Whether its rows are features, which people want to filter."""


def planned(blocks: Sequence[Block]) -> list[float]:
    """How wide the columns of a sheet with these blocks are; tables share them."""
    widths: list[float] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            for at, column in enumerate(block.columns):
                width = column_width(column, [row[at] for row in block.rows])
                widths[at : at + 1] = [max([width, *widths[at : at + 1]])]
        elif isinstance(block, Facts) and not widths:
            widths = [28.0]
    return widths


def column_width(column: Column, cells: Sequence[Cell]) -> float:
    """Wide enough for the longest text, up to where texts wrap, and for each word of its head."""
    head = max((shown_width(word) for word in column.heading.split()), default=0) + _BUTTON
    longest = max((shown_width(cell.text) for cell in cells), default=0) + 3
    if is_number(column):
        return max(head, min(longest, 20), 8)
    if column.kind is Kind.CATEGORY:
        return max(head, min(longest + 2, _SIGNED))
    return max(head, min(longest, _WIDEST), 8 if longest > 2 else 4)


def table(page: Page, block: TableBlock, formula: Formula | None = None) -> Placed:
    """Write a table under its caption, with its notes."""
    if block.caption:
        page.gap()
        page.caption(block.caption)
    header = page.row
    _header(page, block.columns)
    first = page.row
    by_column = [[row[at] for row in block.rows] for at in range(len(block.columns))]
    formats = [
        number_format(column, cells) for column, cells in zip(block.columns, by_column, strict=True)
    ]
    for row in block.rows:
        lines = 1
        for at, (cell, column) in enumerate(zip(row, block.columns, strict=True)):
            made = formula(row, column, cell) if formula else None
            _cell(page, at, cell, column, formats[at], made)
            if not is_number(column):
                lines = max(
                    lines, wrapped(clean(signed(column, cell)), (page.widths[at] - 2.5) * LETTERS)
                )
        page.ends(lines)
    of_features = any(column.key == "feature" for column in block.columns)
    placed = Placed(header, first, page.row - 1, len(block.columns), of_features)
    if block.rows:
        for at, (column, cells) in enumerate(zip(block.columns, by_column, strict=True)):
            _conditional(page, placed, at, column, cells)
    for note in block.notes:
        page.paragraph(note, "note")
    return placed


def _header(page: Page, columns: Sequence[Column]) -> None:
    """The row of headings; those of numbers stand to the right, as numbers do."""
    lines = 1
    for at, column in enumerate(columns):
        page.write_text(at, column.heading, header_style(page, right=is_number(column)))
        lines = max(lines, wrapped(column.heading, page.widths[at] - _BUTTON))
    page.ends(lines, LINE + 2)


def header_style(page: Page, *, right: bool) -> "Format":
    """The format of a heading."""
    # Between a number and the text to its right there is white space.
    side = {"align": "right"} if right else {"align": "left", "indent": 1}
    return page.styles("header", **side)


def _cell(page: Page, at: int, cell: Cell, column: Column, shown: str, formula: str | None) -> None:
    """One cell: a formula with its value, a number, or text."""
    style = page.styles.unsure if cell.unsure else page.styles
    number = number_of(cell) if is_number(column) else None
    if number is not None and formula:
        page.sheet.write_formula(page.row, at, formula, style("number", num_format=shown), number)
    elif number is not None:
        page.sheet.write_number(page.row, at, number, style("number", num_format=shown))
    elif is_number(column):
        page.write_text(at, cell.text, style("number"))
    else:
        page.write_text(at, signed(column, cell), style("text", **_static(column, cell)))


def _static(column: Column, cell: Cell) -> dict[str, object]:
    """The colour of a category in a column of other texts, where no rule looks for it."""
    if cell.category is None or column.kind is Kind.CATEGORY:
        return {}
    return category_tint(cell.category)


def signed(column: Column, cell: Cell) -> str:
    """A category behind its sign, by which a rule finds its colour; any other text as it is."""
    if column.kind is not Kind.CATEGORY or cell.category is None:
        return cell.text
    sign = glyph(cell.category)
    return cell.text if cell.text.startswith(sign) else f"{sign} {cell.text}"


def _conditional(
    page: Page, placed: Placed, at: int, column: Column, cells: Sequence[Cell]
) -> None:
    """Categories in colour by their sign, and bars in shares: both follow when rows are sorted."""
    where = (placed.first, at, placed.last, at)
    if column.kind is Kind.CATEGORY and any(cell.category is not None for cell in cells):
        for category in Category:
            rule = {"type": "text", "criteria": "begins with", "value": GLYPHS[category]}
            style = page.styles.workbook.add_format(category_tint(category))
            page.sheet.conditional_format(*where, {**rule, "format": style})
    if column.kind is Kind.SHARE and any(number_of(cell) is not None for cell in cells):
        data_bars(page, where, column.key)


def data_bars(page: Page, where: tuple[int, int, int, int], key: str) -> None:
    """Bars from 0 to 1 behind shares; a category's own colour where the column is one's."""
    words = dict(zip(CATEGORY_WORDS, Category, strict=True))
    colour = COLOURS[words[key]] if key in words else page.styles.accent
    page.sheet.conditional_format(
        *where,
        {
            "type": "data_bar", "data_bar_2010": True, "bar_solid": True,
            "bar_color": tint(colour, 0.35), "bar_border_color": tint(colour, 0.35),
            "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1,
        },
    )  # fmt: skip
