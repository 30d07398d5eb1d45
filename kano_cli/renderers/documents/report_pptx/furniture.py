"""What stands on every slide: its message, its part of the report, footer and page number."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kano_cli.renderers.documents.office.colours import MUTED, readable
from kano_cli.renderers.documents.office.languages import language_of
from kano_cli.renderers.documents.office.texts import clean, lines
from kano_cli.renderers.documents.report_pptx.pieces import Box
from kano_cli.renderers.documents.report_pptx.template import Frame
from kano_cli.renderers.documents.report_pptx.xml import MAIN, Lines, Run, paragraphs
from kano_cli.report.document.blocks import Document

if TYPE_CHECKING:
    from lxml import etree
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import Slide, SlideLayout

EMU = 914400
_KICKER = Box(0.6, 0.3, 12.13, 0.28)
_SMALLEST_TITLE = 14
_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def set_title(slide: "Slide", layout: "SlideLayout", text: str, language: str) -> None:
    """The message of a slide, in letters as large as the layout has them and its box holds."""
    title = slide.shapes.title
    if title is None:
        return
    place = next(each for each in layout.placeholders if each.placeholder_format.idx == 0)
    usual = _title_points(layout, place)
    wide, high = (place.width or EMU) / EMU - 0.1, (place.height or EMU) / EMU
    points = usual
    while points > _SMALLEST_TITLE:
        if lines(clean(text), points, wide, bold=True) * points * 1.2 / 72 <= high:
            break
        points -= 1
    run = Run(text, bold=True, colour="")
    set_paragraphs(title.element, [Lines((run,), points)], language, plain=points == usual)


def _title_points(layout: "SlideLayout", place: "LayoutPlaceholder") -> float:
    """How large titles are: by the layout, else by its master."""
    from pptx.oxml.ns import qn

    master = layout.slide_master
    styles = [
        *place.element.iter(qn("a:lvl1pPr")),
        *(
            level
            for shape in master.placeholders
            if shape.placeholder_format.idx == 0
            for level in shape.element.iter(qn("a:lvl1pPr"))
        ),
        *(
            level
            for style in master.element.iter(qn("p:titleStyle"))
            for level in style.iter(qn("a:lvl1pPr"))
        ),
    ]
    for style in styles:
        letters = style.find(qn("a:defRPr"))
        if letters is not None and letters.get("sz"):
            return int(letters.get("sz")) / 100
    return 32


def set_paragraphs(
    shape: "etree._Element", several: Sequence[Lines], language: str, *, plain: bool = False
) -> None:
    """Replace the text of a shape; `plain` leaves looks and size to the layout."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    body = shape.find(qn("p:txBody"))
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for xml in paragraphs(several, language):
        made = parse_xml(xml)
        if plain or not several[0].points:
            _unlooked(made)
        body.append(made)


def _unlooked(made: "etree._Element") -> None:
    """Only text and language: all else is the layout's."""
    from pptx.oxml.ns import qn

    for looks in made.findall(qn("a:pPr")):
        made.remove(looks)
    for letters in made.iter(qn("a:rPr")):
        for name in ("sz", "b"):
            letters.attrib.pop(name, None)


def add_kicker(slide: "Slide", text: str, document: Document) -> None:
    """The part of the report, small above the message."""
    run = Run(text, bold=True, colour=readable(document.brand.accent))
    add_text(slide, _KICKER, [Lines((run,), 12)], language_of(document), "Section")


def add_text(
    slide: "Slide", box: Box, several: Sequence[Lines], language: str, name: str
) -> "Shape":
    """A text in its own box, as wide as told and not growing."""
    from pptx.oxml.ns import qn
    from pptx.util import Inches

    shape = slide.shapes.add_textbox(
        Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height)
    )
    shape.name = f"{name} {shape.shape_id}"
    body = next(shape.element.iter(qn("a:bodyPr")))
    body.set("wrap", "square")
    for side in ("lIns", "rIns", "tIns", "bIns"):
        body.set(side, "0")
    for child in list(body):
        body.remove(child)
    set_paragraphs(shape.element, several, language)
    return shape


def footer_text(document: Document) -> str:
    """The footer of a brand, else what this is and for whom."""
    told = (document.title, document.client, document.day)
    return clean(document.brand.footer or " · ".join(each for each in told if each))


def add_footer(
    slide: "Slide", layout: "SlideLayout", frame: Frame, document: Document, number: int
) -> None:
    """Footer and page number, in the places that the layout has for them."""
    from pptx.enum.shapes import PP_PLACEHOLDER as PH

    language = language_of(document)
    kinds = {each.placeholder_format.type: each for each in layout.placeholders}
    for kind, name in ((PH.FOOTER, "ftr"), (PH.SLIDE_NUMBER, "sldNum")):
        place = kinds.get(kind)
        text = footer_text(document) if name == "ftr" else str(number)
        if place is not None:
            idx = place.placeholder_format.idx
            shape = _placeholder(slide, name, idx, text, language, own=frame.own)
            slide.shapes.element.append(shape)
        elif name == "sldNum":
            _loose_number(slide, frame, number, language)


def _placeholder(
    slide: "Slide", kind: str, idx: int, text: str, language: str, *, own: bool
) -> "etree._Element":
    """A footer or a page number that takes place and looks from the layout.

    On our own slides its looks are told again: LibreOffice does not take those of a footer over.
    """
    from xml.sax.saxutils import escape

    from pptx.oxml import parse_xml

    number = max(shape.shape_id for shape in slide.shapes) + 1
    shown = f'<a:rPr lang="{language}"/><a:t>{escape(text)}</a:t>'
    sides = ""
    if own:
        sides = f'<a:pPr algn="{"l" if kind == "ftr" else "r"}"/>'
        looks = f'<a:solidFill><a:srgbClr val="{MUTED[1:]}"/></a:solidFill>'
        face = '<a:latin typeface="+mn-lt"/>'
        shown = f'<a:rPr lang="{language}" sz="1000">{looks}{face}</a:rPr><a:t>{escape(text)}</a:t>'
    inner = (
        f"<a:r>{shown}</a:r>"
        if kind == "ftr"
        else f'<a:fld id="{_NUMBER_FIELD}" type="slidenum">{shown}</a:fld>'
    )
    name = "Footer" if kind == "ftr" else "Slide Number"
    made: etree._Element = parse_xml(
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        f'xmlns:a="{MAIN}"><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="{kind}" sz="quarter" idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{sides}{inner}</a:p></p:txBody></p:sp>"
    )
    return made


def _loose_number(slide: "Slide", frame: Frame, number: int, language: str) -> None:
    """A page number at the bottom right, where a template has no place for one."""
    wide, high = ((each or 0) / EMU for each in (frame.deck.slide_width, frame.deck.slide_height))
    box = Box(wide - 1.2, high - 0.36, 0.9, 0.24)
    lines_ = [Lines((Run(str(number), colour=MUTED),), 10, align="r")]
    add_text(slide, box, lines_, language, "Slide Number")
