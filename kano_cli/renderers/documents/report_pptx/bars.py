"""Native stacked bars of shares."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.office.colours import INK, MUTED, RULE, ink_on
from kano_cli.renderers.documents.office.texts import clean, width
from kano_cli.renderers.documents.report_pptx.xml import CHART, MAIN
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.document.figures import Bar, SharesFigure
from kano_cli.report.glyphs import glyph

if TYPE_CHECKING:
    from lxml import etree
    from pptx.chart.chart import Chart
    from pptx.chart.data import CategoryChartData
    from pptx.chart.series import BarSeries

MOST_BARS = 12
_LEAST_LABELLED = 0.06
"""Narrower parts of a bar have no room for their percents; these stand in the notes."""
_MOST_NAMES = 0.34
_FORMAT = "0 %"
_SHOWN = "".join(
    f'<c:show{each} val="{int(each == "Val")}"/>'
    for each in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
"""A label shows the value and nothing else."""


def chart_height(bars: Sequence[Bar]) -> float:
    """How high a chart of few bars is: they do not become thicker than is good to see."""
    return 1.1 + len(_rows_of(bars)) * 0.5


def _rows_of(bars: Sequence[Bar]) -> list[tuple[str, Bar | None]]:
    """The rows of a chart: a feature's name above its groups has no bar itself."""
    rows: list[tuple[str, Bar | None]] = []
    last = ""
    for bar in bars:
        if bar.group and bar.id != last:
            rows.append((clean(bar.label), None))
        name = bar.group or bar.label
        rows.append((f"{clean(name)} · {clean(bar.base)}" if bar.base else clean(name), bar))
        last = bar.id
    return rows


def shares_data(figure: SharesFigure, bars: Sequence[Bar]) -> "CategoryChartData":
    """The unrounded shares, as the chart's workbook holds them."""
    from kano_cli.renderers.documents.report_pptx.workbooks import SafeCategories

    rows = _rows_of(bars)
    data = SafeCategories(number_format=_FORMAT)
    data.categories = [name for name, _ in rows]
    words = dict(figure.legend)
    for category in Category:
        shares = [bar.shares[category] if bar else None for _, bar in rows]
        known = [None if share is None or share != share else share for share in shares]
        name = f"{glyph(category)} {clean(words.get(category, category.word))}"
        data.add_series(name, known)
    return data


def style_shares(
    chart: "Chart", figure: SharesFigure, bars: Sequence[Bar], size: tuple[float, float]
) -> None:
    """Colours, percents and the winner of each bar."""
    from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    chart.font.size = Pt(11)
    chart.font.color.rgb = _rgb(INK)
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 35, 100
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.format.line.color.rgb = _rgb(RULE)
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    values.minimum_scale, values.maximum_scale, values.major_unit = 0, 1, 0.25
    values.has_major_gridlines = False
    values.format.line.fill.background()
    values.tick_labels.font.size = Pt(10)
    values.tick_labels.font.color.rgb = _rgb(MUTED)
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = _FORMAT, False
    # The first feature stands on top, and with it the axis of shares, unless it is told.
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    values.has_title = bool(figure.axis)
    if figure.axis:
        _say(values.axis_title.text_frame, clean(figure.axis), 10, MUTED)
    _layout(chart, bars, size)
    elements = list(chart.element.iter(qn("c:ser")))
    shown = [bar for _, bar in _rows_of(bars)]
    for category, series, element in zip(Category, plot.series, elements, strict=True):
        _style_series(series, element, category, shown)


def _layout(chart: "Chart", bars: Sequence[Bar], size: tuple[float, float]) -> None:
    """Names take a third of the chart at most: a long one falls into two lines."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    wide, high = size
    longest = max(width(name, 11) for name, _ in _rows_of(bars)) + 0.2
    left = min(longest, wide * _MOST_NAMES)
    parts = (left / wide, 0.45 / high, (wide - left - 0.35) / wide, (high - 1.05) / high)
    places = "".join(
        f'<c:{name} val="{part:.5f}"/>' for name, part in zip("xywh", parts, strict=True)
    )
    area = next(chart.element.iter(qn("c:plotArea")))
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    xml = (
        f'<c:layout xmlns:c="{CHART}"><c:manualLayout><c:layoutTarget val="inner"/>'
        f'<c:xMode val="edge"/><c:yMode val="edge"/>{places}</c:manualLayout></c:layout>'
    )
    area.insert(0, parse_xml(xml))


def _style_series(
    series: "BarSeries", element: "etree._Element", category: Category, bars: Sequence[Bar | None]
) -> None:
    """One category: its colour, its percents where they fit, and a mark where it won."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    colour = COLOURS[category]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = _rgb(colour)
    series.format.line.color.rgb = _rgb("#FFFFFF")
    series.format.line.width = Pt(0.75)
    series.invert_if_negative = False
    labels = []
    for at, bar in enumerate(bars):
        if bar is None:
            continue
        won = bar.winner is category
        if won:
            point = series.points[at].format
            point.fill.solid()
            point.fill.fore_color.rgb = _rgb(colour)
            point.line.color.rgb = _rgb(INK)
            point.line.width = Pt(1.75)
        told = bar.shares[category] < _LEAST_LABELLED or (
            bar.texts[category] == as_spreadsheets_round(bar.shares[category])
        )
        if won or not told:
            labels.append(_label(at, category, "" if told else bar.texts[category], won=won))
    usual = f"{_numbers('')}{_letters(category, won=False)}{_SHOWN}"
    xml = f'<c:dLbls xmlns:c="{CHART}" xmlns:a="{MAIN}">{"".join(labels)}{usual}</c:dLbls>'
    element.find(qn("c:cat")).addprevious(parse_xml(xml))


def _label(at: int, category: Category, text: str, *, won: bool) -> str:
    """The label of one part of a bar: a number that follows the workbook, unless told otherwise."""
    sign = glyph(category) if won else ""
    words = f"{sign} {text}".strip()
    bold = int(won)
    rich = (
        f'<c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="en-GB" sz="1000" b="{bold}"><a:solidFill>'
        f'<a:srgbClr val="{ink_on(COLOURS[category])[1:]}"/></a:solidFill></a:rPr>'
        f"<a:t>{escape(clean(words))}</a:t></a:r></a:p></c:rich></c:tx>"
        if text
        else ""
    )
    looks = f"{_numbers(sign)}{_letters(category, won=won)}{_SHOWN}"
    return f'<c:dLbl><c:idx val="{at}"/>{rich}{looks}</c:dLbl>'


def _numbers(sign: str) -> str:
    """How a share is printed: with its sign where it won, and not at all where it is narrow."""
    mark = f'"{sign} "' if sign else ""
    code = f'[>={_LEAST_LABELLED}]{mark}{_FORMAT};""'
    return f'<c:numFmt formatCode={quoteattr(code)} sourceLinked="0"/>'


def _letters(category: Category, *, won: bool) -> str:
    """White or black on the colour of a category; a winner in bold."""
    return (
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p>"
        f'<a:pPr><a:defRPr sz="1000" b="{int(won)}"><a:solidFill><a:srgbClr '
        f'val="{ink_on(COLOURS[category])[1:]}"/></a:solidFill></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def as_spreadsheets_round(share: float) -> str:
    """What a spreadsheet prints for a share: halves away from zero."""
    if share != share:
        return ""
    rounded = Decimal(repr(share)) * 100
    return f"{rounded.quantize(Decimal(1), ROUND_HALF_UP)} %"


def _say(frame: "object", text: str, points: float, colour: str, *, bold: bool = False) -> None:
    """Fill a text of a chart."""
    from pptx.util import Pt

    frame.text = text  # type: ignore[attr-defined]
    font = frame.paragraphs[0].runs[0].font  # type: ignore[attr-defined]
    font.size, font.bold, font.color.rgb = Pt(points), bold, _rgb(colour)


def _rgb(colour: str) -> "object":
    """#rrggbb as the library takes it."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour[1:])
