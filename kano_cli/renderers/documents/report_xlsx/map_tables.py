"""The tables that a map is drawn from: its points, and where its quarters have their names."""

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.report_xlsx.page import Page
from kano_cli.renderers.documents.report_xlsx.tables import Placed, column_width, table
from kano_cli.report.document.blocks import Cell, Column, FigureBlock, Kind, TableBlock
from kano_cli.report.document.figures import Interval, MapFigure, MapPoint
from kano_cli.report.glyphs import glyph
from kano_cli.report.numbers import decimal
from kano_cli.report.words import Words

X, Y, MARGINS = 3, 4, {"x": 5, "y": 7}
"""In which columns the numbers of a point stand, and the two ends of their intervals."""

_ENDS = (("low", "−"), ("high", "+"))


def in_order(figure: MapFigure) -> list[MapPoint]:
    """The points by category, which is how a chart's series want them."""
    none = len(Category)
    return sorted(figure.points, key=lambda p: none if p.category is None else p.category)


def map_table(block: FigureBlock, figure: MapFigure, words: Words) -> TableBlock:
    """The table of the points: what the chart is drawn from."""
    x, y = heads(block, figure, words)
    columns = [
        Column("number", "#", Kind.COUNT),
        Column("feature", words("column", "feature")),
        Column("category", words("column", "category"), Kind.CATEGORY),
        Column("x", x, Kind.COEFFICIENT),
        Column("y", y, Kind.COEFFICIENT),
        *(
            Column(f"{key}_{end}", f"{name} {sign}", Kind.COEFFICIENT)
            for key, name in (("x", x), ("y", y))
            for end, sign in _ENDS
        ),
    ]
    sized = any(point.size is not None for point in figure.points)
    if sized:
        columns.append(Column("size", words("report_xlsx", "size"), Kind.COEFFICIENT))
    rows = []
    for at, point in enumerate(in_order(figure), 1):
        category = f"{glyph(point.category)} {words.category(point.category)}"
        numbers = [
            point.x,
            point.y,
            *_margins(point.x, point.x_interval),
            *_margins(point.y, point.y_interval),
        ]
        if sized:
            numbers.append(float("nan") if point.size is None else point.size)
        rows.append(
            (
                Cell(str(at), at),
                Cell(point.label),
                Cell(category, category, point.category, point.unsure),
                *(Cell(decimal(n), None if n != n else n) for n in numbers),
            )
        )
    notes = (*((figure.missing,) if figure.missing else ()), words("report_xlsx", "map_note"))
    return TableBlock(f"{block.key}_points", "", tuple(columns), tuple(rows), notes)


def map_widths(block: FigureBlock, figure: MapFigure, words: Words) -> list[float]:
    """The columns of the table."""
    made = map_table(block, figure, words)
    return [
        column_width(column, [row[at] for row in made.rows])
        for at, column in enumerate(made.columns)
    ]


def heads(block: FigureBlock, figure: MapFigure, words: Words) -> tuple[str, str]:
    """What the two numbers of a point are called; the axes say it at length."""
    if block.key == "map":
        return f"|{words('column', 'worse')}|", words("column", "better")
    if block.key == "scores":
        sides = (words("report_xlsx", f"{side}_mean") for side in ("dysfunctional", "functional"))
        return next(sides), next(sides)
    return figure.x.title, figure.y.title


def _margins(value: float, ends: Interval) -> tuple[float, float]:
    """How far the ends of an interval are from a value; 0 where the value is an end."""
    return max(value - ends[0], 0.0), max(ends[1] - value, 0.0)


def corners_table(page: Page, figure: MapFigure, named: tuple[str, str], words: Words) -> Placed:
    """Where the names of the four quarters stand: a chart takes its places from cells."""
    x, y = figure.x, figure.y
    up = 0.03 * (y.high - y.low)
    places = (
        (x.low, y.low + up),
        (x.high, y.low + up),
        (x.low, y.high - up),
        (x.high, y.high - up),
    )
    columns = (
        Column("number", "#", Kind.COUNT),
        Column("quarter", words("report_xlsx", "quarter")),
        Column("category", ""),
        Column("x", named[0], Kind.COEFFICIENT),
        Column("y", named[1], Kind.COEFFICIENT),
    )
    rows = tuple(
        (Cell(""), Cell(name), Cell(""), *(Cell(decimal(place), place) for place in at))
        for name, at in zip(figure.corners, places, strict=True)
    )
    caption = words("report_xlsx", "quarters")
    return table(page, TableBlock("corners", caption, columns, rows))
