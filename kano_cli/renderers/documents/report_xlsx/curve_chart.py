"""A native chart of an emotion curve, over a table of its means."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kano_cli.renderers.documents.report_xlsx.addresses import area, quoted
from kano_cli.renderers.documents.report_xlsx.page import Page
from kano_cli.renderers.documents.report_xlsx.paint import DIM, INK
from kano_cli.renderers.documents.report_xlsx.tables import Placed, column_width, table
from kano_cli.renderers.documents.report_xlsx.texts import plain
from kano_cli.report.document.blocks import Cell, Column, FigureBlock, Kind, TableBlock
from kano_cli.report.document.figures import CurveFigure, Felt
from kano_cli.report.numbers import DASH, decimal
from kano_cli.report.words import Words

if TYPE_CHECKING:
    from xlsxwriter.chart_line import ChartLine

_WIDTH, _HEIGHT, _ROW = 880, 440, 20
_PHASE, _NAME, _BEFORE, _AFTER, _NEUTRAL, _TOP = 0, 1, 2, 5, 8, 9
"""In which columns the chart finds what it draws; after each mean stand its two margins."""
_LIGHT = "#8A949E"
_MOST_STEPS = 10


def curve_table(block: FigureBlock, figure: CurveFigure, words: Words) -> TableBlock:
    """The table of the means: what the chart is drawn from."""
    columns = [
        Column("phase", words("report_journey", "phase")),
        Column("touchpoint", words("report_journey", "touchpoint")),
    ]
    for key, name in (("before", figure.before), ("after", figure.after)):
        columns += [
            Column(key, name, Kind.COEFFICIENT),
            Column(f"{key}_low", f"{name} −", Kind.COEFFICIENT),
            Column(f"{key}_high", f"{name} +", Kind.COEFFICIENT),
        ]
    columns += [
        Column("neutral", figure.neutral, Kind.COEFFICIENT),
        Column("top", words("report_xlsx", "label_at"), Kind.COEFFICIENT),
        Column("turn", words("report_xlsx", "peak_or_end")),
    ]
    rows = tuple(
        (
            Cell(stop.phase or DASH),
            Cell(stop.label),
            *_felt(stop.before),
            *_felt(stop.after),
            Cell(decimal(figure.y.cut, 1), figure.y.cut),
            _top(stop.after),
            Cell(stop.mark or DASH),
        )
        for stop in figure.stops
    )
    return TableBlock(
        f"{block.key}_means", "", tuple(columns), rows, (words("report_xlsx", "curve_note"),)
    )


def _felt(it: Felt | None) -> tuple[Cell, Cell, Cell]:
    """A mean, and how far both ends of its interval lie from it."""
    if it is None:
        return Cell(DASH), Cell(DASH), Cell(DASH)
    low, high = it.interval
    return Cell(it.text, it.mean), _length(it.mean - low), _length(high - it.mean)


def _length(value: float) -> Cell:
    """How far an end lies from the mean; a dash where there is no interval."""
    return Cell(decimal(value, 1), None if value != value else value)


def _top(it: Felt | None) -> Cell:
    """Where the label of a mean stands: over its interval."""
    if it is None:
        return Cell(DASH)
    at = it.interval[1] if it.interval[1] == it.interval[1] else it.mean
    return Cell(decimal(at, 1), at)


def curve_widths(block: FigureBlock, figure: CurveFigure, words: Words) -> list[float]:
    """The columns of the table."""
    made = curve_table(block, figure, words)
    return [
        column_width(column, [row[at] for row in made.rows])
        for at, column in enumerate(made.columns)
    ]


def curve_block(page: Page, block: FigureBlock, figure: CurveFigure, words: Words) -> Placed:
    """Draw the chart, and its table below it."""
    page.gap()
    page.caption(block.caption)
    top = page.row
    page.gap(_HEIGHT // _ROW + 1)
    placed = table(page, curve_table(block, figure, words))
    chart = _chart(page, figure, placed)
    options = {"description": plain(block.alt, 2000), "object_position": 2, "x_offset": 2}
    page.sheet.insert_chart(top, 0, chart, options)
    return placed


def _chart(page: Page, figure: CurveFigure, placed: Placed) -> "ChartLine":
    """Neutral, before and after; the last series only holds the labels."""
    chart = page.styles.workbook.add_chart({"type": "line"})
    chart.set_size({"width": _WIDTH, "height": _HEIGHT})
    sheet = quoted(page.sheet.get_name())
    first, last = placed.first, placed.last
    phased = any(stop.phase for stop in figure.stops)
    names = f"={sheet}!{area(first, _PHASE if phased else _NAME, last, _NAME)}"

    def series(name: str, column: int, **looks: object) -> None:
        """One series of the table."""
        values = f"={sheet}!{area(first, column, last, column)}"
        chart.add_series({"name": plain(name), "categories": names, "values": values, **looks})

    def bars(column: int, colour: str) -> dict[str, object]:
        """The intervals, as long as the table says."""
        less, more = (f"={sheet}!{area(first, at, last, at)}" for at in (column + 1, column + 2))
        return {"type": "custom", "minus_values": less, "plus_values": more,
                "line": {"color": colour, "width": 1}}  # fmt: skip

    dash = {"color": _LIGHT, "width": 1.25, "dash_type": "dash"}
    series(figure.neutral, _NEUTRAL, line=dash, marker={"type": "none"})
    shown = 1
    if any(stop.before for stop in figure.stops):
        series(figure.before, _BEFORE, line={"none": True}, marker=_marker(7, _LIGHT),
               y_error_bars=bars(_BEFORE, _LIGHT))  # fmt: skip
        shown += 1
    if any(stop.after for stop in figure.stops):
        series(figure.after, _AFTER, line={"color": INK, "width": 2.25}, marker=_marker(8, INK),
               y_error_bars=bars(_AFTER, INK), points=_points(figure))  # fmt: skip
        series(" ", _TOP, line={"none": True}, marker={"type": "none"}, data_labels=_labels(figure))
        shown += 1
    _axes(chart, figure)
    legend = {"position": "top", "font": {"size": 10, "color": INK}}
    chart.set_legend({**legend, "delete_series": [shown]} if shown > 1 else legend)
    chart.set_title({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.show_na_as_empty_cell()
    return chart


def _marker(size: int, colour: str) -> dict[str, object]:
    """A round mark."""
    return {"type": "circle", "size": size, "fill": {"color": colour}, "border": {"color": colour}}


def _points(figure: CurveFigure) -> Sequence[dict[str, object] | None]:
    """Peak and end stand out: white inside a thick rim."""
    rim = {"fill": {"color": "#FFFFFF"}, "border": {"color": INK, "width": 2.5}}
    return [rim if stop.turn else None for stop in figure.stops]


def _labels(figure: CurveFigure) -> dict[str, object]:
    """The means as literal texts: some programs show numbers where a label is a formula."""
    custom = [
        {"value": plain(f"{stop.mark} {stop.after.text}".strip())}
        if stop.after
        else {"delete": True}
        for stop in figure.stops
    ]
    font = {"size": 10, "bold": True, "color": INK}
    return {"value": True, "position": "above", "font": font, "custom": custom}


def _axes(chart: "ChartLine", figure: CurveFigure) -> None:
    """The scale as people saw it, and the touchpoints below it."""
    low, high = figure.y.low, figure.y.high
    chart.set_y_axis(
        {
            "min": low, "max": high, "num_format": '0;"−"0', "name": plain(figure.y.title),
            "major_unit": max(1, -(-int(high - low) // _MOST_STEPS)),
            "name_font": {"size": 9, "color": DIM, "bold": False},
            "num_font": {"size": 9, "color": DIM}, "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": "#E3E3E3"}},
        }
    )  # fmt: skip
    chart.set_x_axis(
        {
            "num_font": {"size": 9, "color": INK}, "label_position": "low",
            "major_tick_mark": "none", "line": {"color": "#D0D5DA"},
        }
    )  # fmt: skip
