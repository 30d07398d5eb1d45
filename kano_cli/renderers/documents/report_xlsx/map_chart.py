"""A native scatter chart of a map, over a table of its points."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.report_xlsx.addresses import area, quoted
from kano_cli.renderers.documents.report_xlsx.labels import SIDES, Label, placed_labels
from kano_cli.renderers.documents.report_xlsx.map_tables import (
    MARGINS,
    X,
    Y,
    corners_table,
    heads,
    in_order,
    map_table,
)
from kano_cli.renderers.documents.report_xlsx.page import Page
from kano_cli.renderers.documents.report_xlsx.paint import DIM, INK, RULE
from kano_cli.renderers.documents.report_xlsx.tables import Formula, Placed, table
from kano_cli.renderers.documents.report_xlsx.texts import plain
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.document.blocks import FigureBlock
from kano_cli.report.document.figures import Axis, MapFigure, MapPoint
from kano_cli.report.numbers import DASH
from kano_cli.report.words import Words

if TYPE_CHECKING:
    from xlsxwriter.chart_scatter import ChartScatter

_WIDTH, _HEIGHT, _ROW = 880, 500, 20
_PLOT = (0.075, 0.03, 0.895, 0.77)
"""Left, top, width and height of the plot, as parts of the chart."""

_MARKERS = dict(
    zip(Category, ("square", "triangle", "diamond", "circle", "x", "plus"), strict=True)
)
_MOST_BARS = 16
"""With more features their intervals cover each other; the table has them all."""


def map_block(page: Page, block: FigureBlock, figure: MapFigure, words: Words,
              formula: Callable[[MapPoint, str], str | None]) -> Placed:  # fmt: skip
    """Draw the chart, and its table below it; `formula` may link a number to where it is made."""
    page.gap()
    page.caption(block.caption)
    top = page.row
    page.gap(_HEIGHT // _ROW + 1)
    made = map_table(block, figure, words)
    points = in_order(figure)
    # The first cell of a row is the number of its point.
    linked: Formula = lambda row, column, _: (  # noqa: E731
        formula(points[int(row[0].text) - 1], column.key) if column.key in ("x", "y") else None
    )
    placed = table(page, made, linked)
    corners = corners_table(page, figure, heads(block, figure, words), words)
    chart = _chart(page, figure, points, placed)
    _corners(page, chart, figure, corners)
    options = {"description": plain(block.alt, 2000), "object_position": 2, "x_offset": 2}
    page.sheet.insert_chart(top, 0, chart, options)
    return placed


def _chart(
    page: Page, figure: MapFigure, points: Sequence[MapPoint], placed: Placed
) -> "ChartScatter":
    """The chart: a series for each category, so that the legend names them."""
    chart = page.styles.workbook.add_chart({"type": "scatter"})
    chart.set_size({"width": _WIDTH, "height": _HEIGHT})
    labels = placed_labels(
        [_pixels(point, figure) for point in points],
        [point.label for point in points],
        (_WIDTH * _PLOT[2], _HEIGHT * _PLOT[3]),
        # A label beside a point would lie along its bar.
        ("above", "below", "right", "left") if len(points) <= _MOST_BARS else SIDES,
    )
    told = {**dict.fromkeys((*Category, None), DASH), **dict(figure.legend)}
    sheet = quoted(page.sheet.get_name())
    for category in (*Category, None):
        at = [place for place, point in enumerate(points) if point.category is category]
        if not at:
            continue
        first, last = placed.first + at[0], placed.first + at[-1]
        colour = COLOURS[category] if category is not None else DIM
        chart.add_series(
            {
                "name": plain(told[category]),
                "categories": f"={sheet}!{area(first, X, last, X)}",
                "values": f"={sheet}!{area(first, Y, last, Y)}",
                "marker": {
                    "type": _MARKERS[category] if category is not None else "dash",
                    "size": 9,
                    "fill": {"color": colour},
                    "border": {"color": colour},
                },
                "data_labels": _data_labels([labels[place] for place in at]),
                **(_bars(sheet, first, last, colour) if len(points) <= _MOST_BARS else {}),
            }
        )
    chart.set_x_axis(_axis(figure.x))
    chart.set_y_axis(_axis(figure.y))
    chart.set_title({"none": True})
    series = len({point.category for point in points})
    legend = {"position": "bottom", "font": {"size": 10, "color": INK}}
    # The last series holds the names of the quarters, which is no category.
    chart.set_legend({**legend, "delete_series": [series]})
    chart.set_chartarea({"border": {"none": True}})
    left, top, width, height = _PLOT
    chart.set_plotarea({"layout": {"x": left, "y": top, "width": width, "height": height}})
    return chart


def _corners(page: Page, chart: "ChartScatter", figure: MapFigure, placed: Placed) -> None:
    """The names of the quarters, in the corners of the chart."""
    sheet = quoted(page.sheet.get_name())
    font = {"size": 10, "color": DIM, "bold": True}
    labels = [
        {"value": plain(name), "position": side, "font": font}
        for name, side in zip(figure.corners, ("right", "left", "right", "left"), strict=True)
    ]
    chart.add_series(
        {
            "name": " ",
            "categories": f"={sheet}!{area(placed.first, X, placed.last, X)}",
            "values": f"={sheet}!{area(placed.first, Y, placed.last, Y)}",
            "marker": {"type": "none"},
            "data_labels": {"value": True, "position": "right", "custom": labels},
        }
    )


def _pixels(point: MapPoint, figure: MapFigure) -> tuple[float, float]:
    """Where a point is in the plot, from its top left."""
    x = (point.x - figure.x.low) / (figure.x.high - figure.x.low)
    y = (point.y - figure.y.low) / (figure.y.high - figure.y.low)
    return x * _WIDTH * _PLOT[2], (1 - y) * _HEIGHT * _PLOT[3]


def _data_labels(labels: Sequence[Label]) -> dict[str, object]:
    """Labels as literal texts: some programs show numbers where a label is a formula."""
    custom = [
        {"value": plain(label.text), "position": label.side, "font": {"size": 9, "color": INK}}
        for label in labels
    ]
    return {"value": True, "position": "right", "custom": custom}


def _bars(sheet: str, first: int, last: int, colour: str) -> dict[str, object]:
    """The intervals as bars through the points; their lengths stand in the table."""
    line = {"color": colour, "width": 0.75, "transparency": 55}

    def bar(key: str) -> dict[str, object]:
        less, more = (
            f"={sheet}!{area(first, at, last, at)}" for at in (MARGINS[key], MARGINS[key] + 1)
        )
        return {"type": "custom", "minus_values": less, "plus_values": more, "end_style": 0,
                "line": line}  # fmt: skip

    return {"x_error_bars": bar("x"), "y_error_bars": bar("y")}


def _axis(axis: Axis) -> dict[str, object]:
    """An axis that the other one crosses where the plane is cut."""
    ends = f"{axis.below}  ←  {axis.title}  →  {axis.above}" if axis.below else axis.title
    return {
        "name": plain(ends),
        "name_font": {"size": 9, "color": INK, "bold": True},
        "num_font": {"size": 9, "color": DIM},
        "num_format": "0.0",
        "min": axis.low,
        "max": axis.high,
        "crossing": axis.cut,
        "label_position": "low",
        "line": {"color": RULE, "width": 1.25},
        "major_gridlines": {"visible": False},
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
    }
