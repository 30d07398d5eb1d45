"""Native stacked bars of shares, over a table of them."""

from collections.abc import Callable, Sequence
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.report_xlsx.addresses import area, quoted
from kano_cli.renderers.documents.report_xlsx.formats import PERCENT, number_of
from kano_cli.renderers.documents.report_xlsx.page import Page
from kano_cli.renderers.documents.report_xlsx.paint import DIM, INK, ink_on
from kano_cli.renderers.documents.report_xlsx.tables import Formula, Placed, column_width, table
from kano_cli.renderers.documents.report_xlsx.texts import plain
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.document.blocks import Cell, Column, FigureBlock, Kind, TableBlock
from kano_cli.report.document.figures import Bar, SharesFigure
from kano_cli.report.glyphs import glyph
from kano_cli.report.words import Words

if TYPE_CHECKING:
    from xlsxwriter.chart_bar import ChartBar

_WIDTH, _BAR, _AROUND, _TITLE, _ABOVE, _ROW = 880, 26, 90, 34, 34, 20
_MOST = 18
"""Bars in one chart; more go into the next one."""


def shares_table(block: FigureBlock, figure: SharesFigure, words: Words) -> TableBlock:
    """The table of the bars: what the chart is drawn from."""
    grouped = any(bar.group for bar in figure.bars)
    names = dict(figure.legend)
    columns = [Column("feature", words("column", "feature"))]
    if grouped:
        columns.append(Column("group", words("report_xlsx", "group")))
    columns += [Column(c.word, names.get(c, words.category(c)), Kind.SHARE) for c in Category]
    columns.append(Column("base", words("report_xlsx", "base")))
    rows = tuple(
        (
            Cell(bar.label),
            *((Cell(bar.group),) if grouped else ()),
            *(
                Cell(text, share if share == share else None, unsure=bar.unsure)
                for share, text in zip(bar.shares, bar.texts, strict=True)
            ),
            Cell(bar.base),
        )
        for bar in figure.bars
    )
    return TableBlock(f"{block.key}_bars", "", tuple(columns), rows)


def shares_widths(block: FigureBlock, figure: SharesFigure, words: Words) -> list[float]:
    """The columns of the table."""
    made = shares_table(block, figure, words)
    return [
        column_width(column, [row[at] for row in made.rows])
        for at, column in enumerate(made.columns)
    ]


def shares_block(page: Page, block: FigureBlock, figure: SharesFigure, words: Words,
                 formula: Callable[[str, str, float | None], str | None]) -> Placed:  # fmt: skip
    """Draw the charts, and their table below; `formula` may link a share to where it is made."""
    page.gap()
    page.caption(block.caption)
    grouped = any(bar.group for bar in figure.bars)
    parts, tops = _parts(figure.bars, grouped=grouped), []
    for bars in parts:
        if len(parts) > 1:
            page.starts.append(page.row)
        tops.append(page.row)
        page.gap(_height(len(bars), titled=grouped) // _ROW + 1)
    if len(parts) > 1:
        page.starts.append(page.row)
    made = shares_table(block, figure, words)
    known = {category.word for category in Category}
    ids = {id(row): bar.id for row, bar in zip(made.rows, figure.bars, strict=True)}

    def linked(row: Sequence[Cell], column: Column, cell: Cell) -> str | None:
        """The formula of a share; one of a group differs from that of everybody."""
        return formula(ids[id(row)], column.key, number_of(cell)) if column.key in known else None

    link: Formula = linked
    placed = table(page, made, link)
    first = placed.first
    for bars, top in zip(parts, tops, strict=True):
        chart = _chart(page, figure, bars, first, titled=grouped)
        first += len(bars)
        options = {"description": plain(block.alt, 2000), "object_position": 2, "x_offset": 2}
        page.sheet.insert_chart(top, 0, chart, options)
    return placed


def _parts(bars: Sequence[Bar], *, grouped: bool) -> list[Sequence[Bar]]:
    """The bars of each chart: those of one feature, or as many features as can be read."""
    if grouped:
        return [list(some) for _, some in groupby(bars, key=lambda bar: bar.id)]
    charts = ceil(len(bars) / _MOST)
    size = ceil(len(bars) / charts) if charts else 1
    return [bars[start : start + size] for start in range(0, len(bars), size)]


def _height(bars: int, *, titled: bool) -> int:
    """How high a chart of so many bars is, in pixels."""
    return _AROUND + _BAR * bars + (_TITLE if titled else 0)


def _chart(
    page: Page, figure: SharesFigure, bars: Sequence[Bar], first: int, *, titled: bool
) -> "ChartBar":
    """Some of the bars, the first on top; only the winner of each carries its share."""
    chart = page.styles.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    chart.set_size({"width": _WIDTH, "height": _height(len(bars), titled=titled)})
    sheet, last = quoted(page.sheet.get_name()), first + len(bars) - 1
    start = 2 if titled else 1
    names = dict(figure.legend)
    for category in Category:
        column, colour = start + category, COLOURS[category]
        chart.add_series(
            {
                "name": plain(f"{glyph(category)} {names.get(category, '')}"),
                "categories": f"={sheet}!{area(first, start - 1, last, start - 1)}",
                "values": f"={sheet}!{area(first, column, last, column)}",
                "fill": {"color": colour},
                "border": {"color": "#FFFFFF", "width": 0.75},
                "gap": 45,
                "data_labels": _winners(bars, category, colour),
            }
        )
    high = _height(len(bars), titled=titled)
    above = _ABOVE + (_TITLE if titled else 0)
    # Without a place of its own the plot gives way to a name of eighty letters.
    room = {"x": 0.29, "y": above / high, "width": 0.68, "height": _BAR * len(bars) / high}
    chart.set_plotarea({"layout": room})
    chart.set_x_axis(
        {
            "min": 0, "max": 1, "num_format": PERCENT, "major_unit": 0.25,
            "num_font": {"size": 9, "color": DIM}, "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": "#E3E3E3"}},
        }
    )  # fmt: skip
    chart.set_y_axis(
        {
            "reverse": True, "interval_unit": 1, "num_font": {"size": 9, "color": INK},
            "major_tick_mark": "none", "line": {"none": True},
        }
    )  # fmt: skip
    if titled:
        font = {"size": 11, "bold": True, "color": INK}
        chart.set_title({"name": plain(bars[0].label), "name_font": font, "overlay": False})
    else:
        chart.set_title({"none": True})
    chart.set_legend({"position": "bottom", "font": {"size": 10, "color": INK}})
    chart.set_chartarea({"border": {"none": True}})
    return chart


def _winners(bars: Sequence[Bar], category: Category, colour: str) -> dict[str, object]:
    """The share of each bar that this category won, behind its sign; nothing in the others."""
    custom = [None if bar.winner is category else {"delete": True} for bar in bars]
    return {
        "value": True,
        "position": "center",
        "num_format": f'"{glyph(category)} "{PERCENT}',
        "font": {"size": 9, "bold": True, "color": ink_on(colour)},
        "custom": custom,
    }
