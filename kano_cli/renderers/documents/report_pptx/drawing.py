"""Pieces put on a slide: text, tables, commands and native charts."""

from typing import TYPE_CHECKING

from kano_cli.renderers.documents.office.colours import INK, SHADE, category_ink
from kano_cli.renderers.documents.office.languages import language_of
from kano_cli.renderers.documents.office.texts import clean, shortened
from kano_cli.renderers.documents.report_pptx.bars import shares_data, style_shares
from kano_cli.renderers.documents.report_pptx.curves import curve_data, style_curve
from kano_cli.renderers.documents.report_pptx.furniture import add_text, set_paragraphs
from kano_cli.renderers.documents.report_pptx.labels import Label, labelled
from kano_cli.renderers.documents.report_pptx.maps import map_data, plot_of, style_map
from kano_cli.renderers.documents.report_pptx.pieces import (
    Box,
    CodePiece,
    CurvePiece,
    GridPiece,
    MapPiece,
    Placed,
    SharesPiece,
    Slide,
    TextPiece,
)
from kano_cli.renderers.documents.report_pptx.tables import add_table
from kano_cli.renderers.documents.report_pptx.template import Frame
from kano_cli.renderers.documents.report_pptx.wording import code_lines
from kano_cli.renderers.documents.report_pptx.xml import Lines, Run
from kano_cli.report.document.blocks import Document
from kano_cli.report.document.figures import MapFigure, MapPoint
from kano_cli.report.glyphs import glyph

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.chart.data import CategoryChartData, XyChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.shapes.placeholder import SlidePlaceholder
    from pptx.slide import Slide as MadeSlide

_KEY_POINTS = 9.0
_KEY_ROWS = 24
_KEY_COLUMN = 2.75
_KEY_GAP = 0.2


def draw_pieces(
    slide: "MadeSlide",
    frame: Frame,
    document: Document,
    planned: Slide,
    placeholder: "SlidePlaceholder | None",
) -> None:
    """Everything that stands on a slide; the first text fills the layout's own place."""
    for placed in planned.placed:
        body = frame.body
        box = Box(body.left, body.top + placed.top, body.width, placed.height)
        if placeholder is not None and isinstance(placed.piece, TextPiece):
            _fill(placeholder, placed.piece, box, language_of(document))
            placeholder = None
        else:
            _draw(slide, placed, box, document)


def _fill(placeholder: "SlidePlaceholder", piece: TextPiece, box: Box, language: str) -> None:
    """Text in the place of the layout, as high as it needs."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn
    from pptx.util import Inches

    placeholder.left, placeholder.top = Inches(box.left), Inches(box.top)
    placeholder.width, placeholder.height = Inches(box.width), Inches(box.height)
    old = next(placeholder.element.iter(qn("a:bodyPr")))
    plain = (
        f'<a:bodyPr {nsdecls("a")} lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
        "<a:noAutofit/></a:bodyPr>"
    )
    old.getparent().replace(old, parse_xml(plain))
    set_paragraphs(placeholder.element, piece.paragraphs, language)


def _draw(slide: "MadeSlide", placed: Placed, box: Box, document: Document) -> None:
    """One piece in its place."""
    piece, language = placed.piece, language_of(document)
    if isinstance(piece, TextPiece):
        if piece.paragraphs:
            add_text(slide, box, piece.paragraphs, language, "Text")
    elif isinstance(piece, GridPiece):
        add_table(slide.shapes, piece, box, document.brand.accent, language)
    elif isinstance(piece, CodePiece):
        _add_code(slide, piece, box, language)
    elif isinstance(piece, CurvePiece):
        _add_curve(slide, piece, box)
    elif isinstance(piece, MapPiece):
        _add_map(slide, piece, box, language)
    else:
        _add_shares(slide, piece, box)


def _add_code(slide: "MadeSlide", piece: CodePiece, box: Box, language: str) -> None:
    """A command on a light ground."""
    from pptx.dml.color import RGBColor
    from pptx.oxml.ns import qn

    shape = add_text(slide, box, [code_lines(piece)], language, "Command")
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(SHADE[1:])
    body = next(shape.element.iter(qn("a:bodyPr")))
    for side, inset in (("lIns", 91440), ("rIns", 91440), ("tIns", 73152), ("bIns", 73152)):
        body.set(side, str(inset))


def _add_map(slide: "MadeSlide", piece: MapPiece, box: Box, language: str) -> None:
    """A map; where names would lie over each other, numbers with a list beside it."""
    from pptx.enum.chart import XL_CHART_TYPE

    figure = piece.figure
    named = labelled(figure, *plot_of((box.width, box.height))[2:])[1]
    columns = 0 if named else -(-len(figure.points) // _KEY_ROWS)
    columns = min(columns, 2)
    wide = box.width - columns * (_KEY_COLUMN + _KEY_GAP)
    chart = _add_chart(
        slide,
        XL_CHART_TYPE.XY_SCATTER,
        map_data(figure),
        Box(box.left, box.top, wide, box.height),
        piece.alt,
    )
    labels = style_map(chart, figure, (wide, box.height))
    if labels is not None:
        left = box.left + wide + _KEY_GAP
        _add_key(slide, figure, labels, Box(left, box.top, _KEY_COLUMN, box.height), language)


def _add_key(
    slide: "MadeSlide", figure: MapFigure, labels: "list[Label]", box: Box, language: str
) -> None:
    """Which number is which feature, in one or two columns."""
    pairs = list(zip(labels, figure.points, strict=True))
    columns = 1 if len(pairs) <= _KEY_ROWS else 2
    rows = -(-len(pairs) // columns)
    for at in range(columns):
        some = [_key_line(label, point) for label, point in pairs[at * rows : (at + 1) * rows]]
        left = box.left + at * (_KEY_COLUMN + _KEY_GAP)
        add_text(slide, Box(left, box.top, box.width, box.height), some, language, "Key")


def _key_line(label: Label, point: MapPoint) -> Lines:
    """A number with the sign of its category and as much of the name as fits on a line."""
    ink = category_ink(point.category)
    sign = Run(f"{glyph(point.category)} {label.text}  ", bold=True, colour=ink)
    name = shortened(clean(point.label), _KEY_POINTS, _KEY_COLUMN - 0.45)
    return Lines((sign, Run(name, colour=INK)), _KEY_POINTS, before=1.2)


def _add_curve(slide: "MadeSlide", piece: CurvePiece, box: Box) -> None:
    """An emotion curve."""
    from pptx.enum.chart import XL_CHART_TYPE

    data = curve_data(piece.figure)
    chart = _add_chart(slide, XL_CHART_TYPE.LINE_MARKERS, data, box, piece.alt)
    style_curve(chart, piece.figure)


def _add_shares(slide: "MadeSlide", piece: SharesPiece, box: Box) -> None:
    """Stacked bars."""
    from pptx.enum.chart import XL_CHART_TYPE

    data = shares_data(piece.figure, piece.bars)
    chart = _add_chart(slide, XL_CHART_TYPE.BAR_STACKED, data, box, piece.alt)
    style_shares(chart, piece.figure, piece.bars, (box.width, box.height))


def _add_chart(
    slide: "MadeSlide",
    kind: "XL_CHART_TYPE",
    data: "CategoryChartData | XyChartData",
    box: Box,
    alt: str,
) -> "Chart":
    """A native chart with what it shows in words."""
    from pptx.oxml.ns import qn
    from pptx.util import Inches

    frame = slide.shapes.add_chart(
        kind, Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height), data
    )
    frame.name = f"Chart {frame.shape_id}"
    next(frame.element.iter(qn("p:cNvPr"))).set("descr", clean(alt))
    return frame.chart
