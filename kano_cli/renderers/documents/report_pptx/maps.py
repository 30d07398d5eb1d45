"""The native map: XY points with a label each, intervals as error bars, quarters named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.office.colours import INK, MUTED, RULE
from kano_cli.renderers.documents.office.texts import clean, width
from kano_cli.renderers.documents.report_pptx.labels import Label, labelled
from kano_cli.renderers.documents.report_pptx.map_points import (
    add_intervals,
    add_labels,
    dashed,
    name_corners,
)
from kano_cli.renderers.documents.report_pptx.xml import CHART
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.document.figures import Axis, MapFigure, MapPoint
from kano_cli.report.glyphs import glyph

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.chart.data import XyChartData
    from pptx.chart.series import XySeries

_HELPERS = 3
"""How many series are no features: the corners and the two lines."""
_WIDE = 9.0
_LARGEST, _SMALLEST, _USUAL = 16, 6, 9


def plot_of(size: tuple[float, float]) -> tuple[float, float, float, float]:
    """Where the plot stands in a chart of this size: left, top, width and height in inches.

    Below it there is room for the axis and for a legend, in two lines where it is narrow.
    """
    wide, high = size
    below = 0.95 if wide > _WIDE else 1.15
    return 0.75, 0.08, wide - 0.95, high - 0.08 - below


@dataclass(frozen=True)
class Group:
    """The points of one category, with the places of each in the figure."""

    category: Category | None
    name: str
    places: tuple[int, ...]


def groups_of(figure: MapFigure) -> list[Group]:
    """The points by category, in the order of the legend."""
    words = dict(figure.legend)
    made = []
    for category in (*Category, None):
        places = [at for at, each in enumerate(figure.points) if each.category is category]
        if places:
            name = clean(words.get(category, category.word)) if category is not None else ""
            made.append(Group(category, f"{glyph(category)} {name}".strip(), tuple(places)))
    return made


def map_data(figure: MapFigure) -> "XyChartData":
    """The two lines and the four corners, then the unrounded points.

    LibreOffice leaves series out unless the first is the longest, so the corners come first
    and the last of them is repeated.
    """
    from kano_cli.renderers.documents.report_pptx.workbooks import SafePoints

    data = SafePoints("0.00")
    x, y = figure.x, figure.y
    corners = data.add_series("corners")
    data.names["corners"] = [clean(name) for name in figure.corners]
    longest = max((len(group.places) for group in groups_of(figure)), default=0)
    for at in (*range(4), *[3] * (longest - 4)):
        corners.add_data_point(_near(x, high=at % 2 == 1), _near(y, high=at > 1))
    for name, ends in (
        (clean(x.title), ((x.cut, y.low), (x.cut, y.high))),
        (clean(y.title), ((x.low, y.cut), (x.high, y.cut))),
    ):
        series = data.add_series(f"{name} = {x.cut if ends[0][0] == ends[1][0] else y.cut:g}")
        for end in ends:
            series.add_data_point(*end)
    for group in groups_of(figure):
        series = data.add_series(group.name)
        data.names[group.name] = [clean(figure.points[at].label) for at in group.places]
        for at in group.places:
            series.add_data_point(figure.points[at].x, figure.points[at].y)
    return data


def _near(axis: Axis, *, high: bool) -> float:
    """Just inside an end of an axis."""
    inside = (axis.high - axis.low) * 0.015
    return axis.high - inside if high else axis.low + inside


def style_map(chart: "Chart", figure: MapFigure, size: tuple[float, float]) -> list[Label] | None:
    """Colours, labels, error bars and axes; the labels where they are numbers to look up."""
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    wide, high = plot_of(size)[2:]
    labels, named = labelled(figure, wide, high)
    chart.font.size = Pt(11)
    chart.has_title = False
    plot = chart.plots[0]
    elements = list(chart.element.iter(qn("c:ser")))
    groups = groups_of(figure)
    drawn = zip(groups, list(plot.series)[_HELPERS:], elements[_HELPERS:], strict=True)
    for group, series, element in drawn:
        points = [figure.points[at] for at in group.places]
        _style_points(series, points, group.category)
        add_labels(element, [labels[at] for at in group.places], group.category)
        add_intervals(element, points)
    name_corners(elements[0], figure.corners)
    for element in elements[1:_HELPERS]:
        dashed(element)
    _axes(chart, figure, (wide, high))
    _layout(chart, size)
    _legend(chart, range(_HELPERS))
    return None if named else labels


def _style_points(
    series: "XySeries", points: Sequence[MapPoint], category: Category | None
) -> None:
    """Round marks in the colour of the category, larger the more important, hollow if unsure."""
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.util import Pt

    colour = RGBColor.from_string((COLOURS[category] if category is not None else MUTED)[1:])
    series.format.line.fill.background()
    for marker in (series.marker, *(series.points[at].marker for at in range(len(points)))):
        marker.style = XL_MARKER_STYLE.CIRCLE
        marker.size = _USUAL
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = colour
        marker.format.line.color.rgb = colour
        marker.format.line.width = Pt(1.5)
    for at, point in enumerate(points):
        marker = series.points[at].marker
        if point.size is not None and point.size == point.size:
            share = min(1.0, max(0.0, point.size))
            marker.size = round(_SMALLEST + (_LARGEST - _SMALLEST) * share)
        if point.unsure:
            marker.format.fill.fore_color.rgb = RGBColor.from_string("FFFFFF")


def _axes(chart: "Chart", figure: MapFigure, size: tuple[float, float]) -> None:
    """Both axes: ends, titles with what both halves mean, and few numbers."""
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    both = zip((figure.x, figure.y), (chart.category_axis, chart.value_axis), size, strict=True)
    for axis, drawn, room in both:
        drawn.minimum_scale, drawn.maximum_scale = axis.low, axis.high
        whole = axis.high - axis.low > 1
        drawn.major_unit = 1 if whole else (axis.high - axis.low) / 4
        drawn.has_major_gridlines = False
        drawn.format.line.color.rgb = RGBColor.from_string(RULE[1:])
        drawn.tick_labels.font.size = Pt(10)
        drawn.tick_labels.font.color.rgb = RGBColor.from_string(MUTED[1:])
        drawn.tick_labels.number_format = "0;−0" if whole else "0.00;−0.00"
        drawn.tick_labels.number_format_is_linked = False
        drawn.has_title = True
        frame = drawn.axis_title.text_frame
        words = axis_words(axis)
        long = width(words, 10, bold=True) > room
        frame.text = clean(axis.title) if long else words
        font = frame.paragraphs[0].runs[0].font
        font.size, font.bold, font.color.rgb = Pt(10), True, RGBColor.from_string(INK[1:])


def axis_words(axis: Axis) -> str:
    """The title of an axis, between what both halves mean."""
    title = clean(axis.title)
    below, above = clean(axis.below), clean(axis.above)
    return f"{below}  ←  {title}  →  {above}" if below and above else title


def _layout(chart: "Chart", size: tuple[float, float]) -> None:
    """Keep the plot where the labels were placed for it; axes cross at their low ends."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    area = next(chart.element.iter(qn("c:plotArea")))
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    parts = zip("xywh", plot_of(size), (*size, *size), strict=True)
    places = "".join(f'<c:{name} val="{part / whole:.5f}"/>' for name, part, whole in parts)
    xml = (
        f'<c:layout xmlns:c="{CHART}"><c:manualLayout><c:layoutTarget val="inner"/>'
        f'<c:xMode val="edge"/><c:yMode val="edge"/>{places}</c:manualLayout></c:layout>'
    )
    area.insert(0, parse_xml(xml))
    for crosses in area.iter(qn("c:crosses")):
        crosses.set("val", "min")


def _legend(chart: "Chart", hidden: Sequence[int]) -> None:
    """A legend of the categories only, below the plot."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    position = next(chart.element.iter(qn("c:legendPos")))
    for at in reversed(hidden):
        xml = (
            f'<c:legendEntry xmlns:c="{CHART}"><c:idx val="{at}"/><c:delete val="1"/>'
            "</c:legendEntry>"
        )
        position.addnext(parse_xml(xml))
