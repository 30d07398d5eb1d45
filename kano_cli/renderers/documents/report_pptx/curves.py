"""The native emotion curve: a line of means with their intervals, phases under the touchpoints."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from kano_cli.renderers.documents.office.colours import INK, MUTED, RULE
from kano_cli.renderers.documents.office.texts import clean
from kano_cli.renderers.documents.report_pptx.xml import CHART, MAIN
from kano_cli.report.document.figures import CurveFigure, CurveStop, Felt

if TYPE_CHECKING:
    from lxml import etree
    from pptx.chart.chart import Chart
    from pptx.chart.data import CategoryChartData
    from pptx.chart.series import LineSeries

_FORMAT = "0.0"
_SPACES = f'xmlns:c="{CHART}" xmlns:a="{MAIN}"'
_SHOWN = "".join(
    f'<c:show{each} val="{int(each == "Val")}"/>'
    for each in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
_LIGHT = "#8A949E"
_NOTHING = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
_MOST_STEPS = 10


def curve_data(figure: CurveFigure) -> "CategoryChartData":
    """The unrounded means, neutral, and where the labels stand: over the intervals.

    A label on the mean itself would lie under its own interval.
    """
    from kano_cli.renderers.documents.report_pptx.workbooks import SafeCategories

    data = SafeCategories(number_format=_FORMAT)
    if any(stop.phase for stop in figure.stops):
        phase = None
        for at, stop in enumerate(figure.stops):
            if phase is None or stop.phase != figure.stops[at - 1].phase:
                phase = data.add_category(clean(stop.phase))
            phase.add_sub_category(clean(stop.label))
    else:
        data.categories = [clean(stop.label) for stop in figure.stops]
    data.add_series(clean(figure.neutral), [figure.y.cut] * len(figure.stops))
    if _has_before(figure):
        data.add_series(clean(figure.before), _means([stop.before for stop in figure.stops]))
    data.add_series(clean(figure.after), _means([stop.after for stop in figure.stops]))
    data.add_series(f"{clean(figure.after)} +", [_top(stop.after) for stop in figure.stops])
    return data


def _has_before(figure: CurveFigure) -> bool:
    """Whether anybody rated how they felt before."""
    return any(stop.before for stop in figure.stops)


def _means(felt: Sequence[Felt | None]) -> list[float | None]:
    """Means; nothing where nobody rated."""
    return [it.mean if it else None for it in felt]


def _top(it: Felt | None) -> float | None:
    """The upper end of an interval; the mean itself where one person rated."""
    if it is None:
        return None
    return it.interval[1] if it.interval[1] == it.interval[1] else it.mean


def style_curve(chart: "Chart", figure: CurveFigure) -> None:
    """Colours, intervals, labels, peak and end, and the scale."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    chart.font.size = Pt(11)
    chart.font.color.rgb = _rgb(INK)
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    series, elements = list(chart.plots[0].series), list(chart.element.iter(qn("c:ser")))
    _neutral(elements[0])
    if _has_before(figure):
        _points(
            series[1], elements[1], [stop.before for stop in figure.stops], _LIGHT, joined=False
        )
    after = [stop.after for stop in figure.stops]
    _points(series[-2], elements[-2], after, INK, joined=True)
    _turns(series[-2], figure.stops)
    _labels(elements[-1], figure.stops)
    _hidden(chart, len(series) - 1)
    _axes(chart, figure)


def _neutral(element: "etree._Element") -> None:
    """A broken line without marks."""
    _insert(
        element,
        '<c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="8A949E"/></a:solidFill>'
        '<a:prstDash val="dash"/></a:ln></c:spPr>',
        '<c:marker><c:symbol val="none"/></c:marker>',
    )


def _points(
    series: "LineSeries",
    element: "etree._Element",
    felt: Sequence[Felt | None],
    colour: str,
    *,
    joined: bool,
) -> None:
    """Means as marks with their intervals; a line through them, or none."""
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.util import Pt

    series.smooth = False
    if joined:
        series.format.line.color.rgb = _rgb(colour)
        series.format.line.width = Pt(2.25)
    else:
        series.format.line.fill.background()
    marker = series.marker
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 8 if joined else 7
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = _rgb(colour)
    marker.format.line.color.rgb = _rgb(colour)
    lengths = [
        (it.interval[1] - it.mean, it.mean - it.interval[0])
        if it and it.interval[0] == it.interval[0]
        else (0.0, 0.0)
        for it in felt
    ]
    plus, minus = ([pair[side] for pair in lengths] for side in (0, 1))
    _insert(
        element,
        '<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/>{_literal("plus", plus)}{_literal("minus", minus)}'
        f'<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill></a:ln>'
        "</c:spPr></c:errBars>",
    )


def _turns(series: "LineSeries", stops: Sequence[CurveStop]) -> None:
    """Peak and end have larger marks, white inside."""
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.util import Pt

    for at, stop in enumerate(stops):
        if stop.turn:
            marker = series.points[at].marker
            marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 13
            marker.format.fill.solid()
            marker.format.fill.fore_color.rgb = _rgb("#FFFFFF")
            marker.format.line.color.rgb = _rgb(INK)
            marker.format.line.width = Pt(2.5)


def _labels(element: "etree._Element", stops: Sequence[CurveStop]) -> None:
    """The means over the intervals, with peak and end in words."""
    labels = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:r>'
        f'<a:rPr lang="en-GB" sz="1100" b="1"><a:solidFill><a:srgbClr val="{INK[1:]}"/>'
        f"</a:solidFill></a:rPr><a:t>{_text(stop)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="75000"/></a:srgbClr>'
        "</a:solidFill></c:spPr>"
        f'<c:dLblPos val="t"/>{_SHOWN}</c:dLbl>'
        for at, stop in enumerate(stops)
        if stop.after
    )
    _insert(
        element,
        _NOTHING,
        '<c:marker><c:symbol val="none"/></c:marker>',
        f'<c:dLbls>{labels}<c:numFmt formatCode={quoteattr(_FORMAT)} sourceLinked="0"/>'
        f'<c:dLblPos val="t"/>{_SHOWN}</c:dLbls>',
    )


def _text(stop: CurveStop) -> str:
    """A mean as it is printed, and what it is."""
    from xml.sax.saxutils import escape

    mean = stop.after.text if stop.after else ""
    return escape(clean(f"{stop.mark} {mean}".strip()))


def _insert(element: "etree._Element", *parts: str) -> None:
    """Parts of a series where the format wants them: just before its categories, in order."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    before = element.find(qn("c:cat"))
    for part in parts:
        name = part[1 : min(part.find(end) for end in (" ", ">") if end in part)]
        for old in element.findall(qn(name)):
            element.remove(old)
        head = part.index(name) + len(name)
        before.addprevious(parse_xml(f"{part[:head]} {_SPACES}{part[head:]}"))


def _literal(name: str, lengths: Sequence[float]) -> str:
    """Lengths of intervals."""
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{max(0.0, length)!r}</c:v></c:pt>'
        for at, length in enumerate(lengths)
    )
    return (
        f"<c:{name}><c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(lengths)}"/>{points}</c:numLit></c:{name}>'
    )


def _hidden(chart: "Chart", at: int) -> None:
    """A series that the legend does not name."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    position = next(chart.element.iter(qn("c:legendPos")))
    entry = f'<c:legendEntry {_SPACES}><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
    position.addnext(parse_xml(entry))


def _axes(chart: "Chart", figure: CurveFigure) -> None:
    """The scale as people saw it, and the touchpoints below it."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    names, values = chart.category_axis, chart.value_axis
    values.minimum_scale, values.maximum_scale = figure.y.low, figure.y.high
    values.major_unit = max(1, -(-int(figure.y.high - figure.y.low) // _MOST_STEPS))
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = _rgb(RULE)
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "0;−0", False
    values.tick_labels.font.size = Pt(10)
    values.tick_labels.font.color.rgb = _rgb(MUTED)
    values.has_title = True
    frame = values.axis_title.text_frame
    frame.text = clean(figure.y.title)
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(10), False, _rgb(MUTED)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = _rgb(RULE)
    names.tick_labels.font.size = Pt(10)
    # The names stand at the bottom, also where a scale runs from below zero.
    for crosses in next(chart.element.iter(qn("c:plotArea"))).iter(qn("c:crosses")):
        crosses.set("val", "min")


def _rgb(colour: str) -> "object":
    """A colour as the library wants it."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour[1:])
