"""What stands at the points of a map: labels, intervals, and the lines and names of quarters."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.office.colours import MUTED, category_ink
from kano_cli.renderers.documents.office.texts import clean
from kano_cli.renderers.documents.report_pptx.labels import NAME_POINTS, Label
from kano_cli.renderers.documents.report_pptx.xml import CHART, MAIN
from kano_cli.report.document.figures import MapPoint
from kano_cli.report.glyphs import glyph

if TYPE_CHECKING:
    from lxml import etree


_INTERVAL = "#CBD2D9"


def add_labels(
    element: "etree._Element", labels: Sequence[Label], category: Category | None
) -> None:
    """A label of plain text for each point, in a colour that can be read."""
    made = [
        _label(at, f"{glyph(category)} {label.text}", label.side, category_ink(category))
        for at, label in enumerate(labels)
    ]
    _insert_labels(element, made)


def _label(at: int, text: str, side: str, colour: str, *, bold: bool = False) -> str:
    """One label as XML."""
    return (
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:r>'
        f'<a:rPr lang="en-GB" sz="{round(NAME_POINTS * 100)}" b="{int(bold)}"><a:solidFill>'
        f'<a:srgbClr val="{colour[1:]}"/></a:solidFill></a:rPr><a:t>{escape(clean(text))}</a:t>'
        f'</a:r></a:p></c:rich></c:tx><c:spPr><a:noFill/></c:spPr><c:dLblPos val="{side}"/>'
        f"{_shown('Val')}</c:dLbl>"
    )


def _insert_labels(element: "etree._Element", labels: Sequence[str]) -> None:
    """Put labels where the format wants them in a series, in place of any that are there."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    for old in element.findall(qn("c:dLbls")):
        element.remove(old)
    xml = f'<c:dLbls xmlns:c="{CHART}" xmlns:a="{MAIN}">{"".join(labels)}{_shown("")}</c:dLbls>'
    element.find(qn("c:xVal")).addprevious(parse_xml(xml))


def _shown(which: str) -> str:
    """What a label shows; for a text of its own the format asks for the value."""
    kinds = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return "".join(f'<c:show{kind} val="{int(kind == which)}"/>' for kind in kinds)


def add_intervals(element: "etree._Element", points: Sequence[MapPoint]) -> None:
    """The intervals of both numbers as thin bars."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    for direction in ("x", "y"):
        ends = [
            (point.x, *point.x_interval) if direction == "x" else (point.y, *point.y_interval)
            for point in points
        ]
        xml = (
            f'<c:errBars xmlns:c="{CHART}" xmlns:a="{MAIN}"><c:errDir val="{direction}"/>'
            '<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
            f"{_literal('plus', [high - value for value, _, high in ends])}"
            f"{_literal('minus', [value - low for value, low, _ in ends])}"
            f'<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="{_INTERVAL[1:]}"/>'
            "</a:solidFill></a:ln></c:spPr></c:errBars>"
        )
        element.find(qn("c:xVal")).addprevious(parse_xml(xml))


def _literal(name: str, lengths: Sequence[float]) -> str:
    """Lengths of error bars; an interval that does not exist has none."""
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{max(0.0, length) if length == length else 0.0!r}</c:v></c:pt>'
        for at, length in enumerate(lengths)
    )
    return (
        f"<c:{name}><c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(lengths)}"/>{points}</c:numLit></c:{name}>'
    )


def dashed(element: "etree._Element") -> None:
    """A line that cuts an axis: dashed and grey, without marks."""
    _plain(
        element,
        '<a:ln w="12700"><a:solidFill><a:srgbClr val="8A949E"/></a:solidFill>'
        '<a:prstDash val="dash"/></a:ln>',
    )


def _plain(element: "etree._Element", line: str) -> None:
    """A series of a line, or of nothing, without marks."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    for old in (*element.findall(qn("c:spPr")), *element.findall(qn("c:marker"))):
        element.remove(old)
    spaces = f'xmlns:c="{CHART}" xmlns:a="{MAIN}"'
    before = element.find(qn("c:xVal"))
    before.addprevious(parse_xml(f"<c:spPr {spaces}>{line}</c:spPr>"))
    before.addprevious(parse_xml(f'<c:marker {spaces}><c:symbol val="none"/></c:marker>'))


def name_corners(element: "etree._Element", names: Sequence[str]) -> None:
    """The names of the four quarters, as labels of points that are not drawn."""
    _plain(element, "<a:ln><a:noFill/></a:ln>")
    sides = ("r", "l", "r", "l")
    labels = [
        _label(at, name, sides[at], MUTED, bold=True) for at, name in enumerate(names) if name
    ]
    _insert_labels(element, labels)
