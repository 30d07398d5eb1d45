"""Our own slides: their size, theme and layouts, made once so that a client can go on with them."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.office.colours import INK, MUTED, ink_on
from kano_cli.renderers.documents.office.texts import clean
from kano_cli.renderers.documents.report_pptx.pieces import Box
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.document.blocks import Brand

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.shapes.placeholder import LayoutPlaceholder, MasterPlaceholder
    from pptx.slide import SlideLayout

WIDTH, HEIGHT = 13.333, 7.5
DEFAULT_FONT = "Calibri"
_TITLE = Box(0.6, 0.58, 12.13, 0.86)
_BODY = Box(0.6, 1.62, 12.13, 5.08)
_FOOTER = Box(0.6, 6.96, 10.4, 0.3)
_NUMBER = Box(11.53, 6.96, 1.2, 0.3)
_COVER_TITLE = Box(0.8, 0.9, 11.73, 3.1)
_COVER_TEXT = Box(0.8, 4.65, 7.6, 2.2)
_KEPT = ("Title Slide", "Title and Content", "Title Only")


def own_presentation(brand: Brand) -> "Presentation":
    """An empty presentation in the house style of a brand."""
    from pptx import Presentation
    from pptx.util import Inches

    made = Presentation()
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for layout in list(made.slide_layouts):
        if layout.name not in _KEPT:
            made.slide_layouts.remove(layout)
    _theme(made, brand)
    _master(made)
    for layout in made.slide_layouts:
        _layout(layout, brand)
    return made


def _theme(made: "Presentation", brand: Brand) -> None:
    """The colours and fonts that PowerPoint offers for whatever is added later."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    part = made.slide_master.part.part_related_by(RT.THEME)
    theme = part.blob.decode()
    others = [COLOURS[each] for each in Category if each is not Category.INDIFFERENT]
    for at, colour in enumerate((brand.accent, *others), start=1):
        theme = _theme_colour(theme, f"accent{at}", colour)
    theme = _theme_colour(_theme_colour(theme, "dk2", INK), "hlink", brand.accent)
    face = f"<a:latin typeface={quoteattr(clean(font_of(brand)))}/>"
    part.blob = re.sub(r'<a:latin typeface="[^"]*"[^>]*/>', lambda _: face, theme).encode()


def _theme_colour(theme: str, name: str, colour: str) -> str:
    """The theme with another colour of this name."""
    tag = f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>'
    return re.sub(rf"<a:{name}>.*?</a:{name}>", tag, theme, flags=re.DOTALL)


def font_of(brand: Brand) -> str:
    """The family of a brand; a program that lacks it takes its own."""
    return brand.fonts[0] if brand.fonts else DEFAULT_FONT


def _master(made: "Presentation") -> None:
    """Where title, text, footer and page number stand on every slide."""
    from pptx.enum.shapes import PP_PLACEHOLDER as PH

    master = made.slide_master
    places = {PH.TITLE: _TITLE, PH.BODY: _BODY, PH.FOOTER: _FOOTER, PH.SLIDE_NUMBER: _NUMBER}
    for shape in list(master.placeholders):
        place = places.get(shape.placeholder_format.type)
        if place is None:
            shape.element.getparent().remove(shape.element)
        else:
            _put(shape, place)
    _title_style(master.element)
    _add(master.shapes.element, _band(Box(0, 0, WIDTH, 0.14), "accent1", 900))


def _title_style(master: "object") -> None:
    """Titles of 26 points at the left, ours in weight; grey footers that can be read."""
    from pptx.oxml.ns import qn

    for level in master.iter(qn("a:lvl1pPr")):  # type: ignore[attr-defined]
        letters = level.find(qn("a:defRPr"))
        if level.getparent().tag == qn("p:titleStyle"):
            level.set("algn", "l")
            letters.set("sz", "2600")
            letters.set("b", "1")
        elif level.getparent().tag == qn("a:lstStyle"):
            footer = letters.get("sz") == "1200"
            level.set("algn", "r" if level.get("algn") == "r" else "l")
            letters.set("sz", "1000" if footer else letters.get("sz"))
            _recolour(letters, MUTED)
    for body in master.iter(qn("a:bodyPr")):  # type: ignore[attr-defined]
        body.set("anchor", "t")
        body.set("lIns", "0")
        body.set("rIns", "0")
        for fit in body.findall(qn("a:normAutofit")):
            body.remove(fit)


def _recolour(letters: "object", colour: str) -> None:
    """Letters of one plain colour."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    for fill in letters.findall(qn("a:solidFill")):  # type: ignore[attr-defined]
        letters.remove(fill)  # type: ignore[attr-defined]
    fill = f'<a:solidFill {nsdecls("a")}><a:srgbClr val="{colour[1:]}"/></a:solidFill>'
    letters.insert(0, parse_xml(fill))  # type: ignore[attr-defined]


def _layout(layout: "SlideLayout", brand: Brand) -> None:
    """A layout: the cover has its own places, the others take those of the master."""
    from pptx.enum.shapes import PP_PLACEHOLDER as PH
    from pptx.oxml.ns import qn

    cover = layout.name == "Title Slide"
    places = {PH.CENTER_TITLE: _COVER_TITLE, PH.SUBTITLE: _COVER_TEXT}
    gone = {PH.DATE, PH.FOOTER, PH.SLIDE_NUMBER} if cover else {PH.DATE}
    for shape in list(layout.placeholders):
        kind = shape.placeholder_format.type
        if kind in gone:
            shape.element.getparent().remove(shape.element)
        elif kind in places:
            _put(shape, places[kind])
        else:
            for place in list(shape.element.iter(qn("a:xfrm"))):
                place.getparent().remove(place)
    if cover:
        layout.element.set("showMasterSp", "0")
        _add(layout.shapes.element, _band(Box(0, 0, WIDTH, 4.3), "accent1", 901))
        _cover_letters(layout, brand)


def _cover_letters(layout: "SlideLayout", brand: Brand) -> None:
    """A large title on the accent, smaller lines below it."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    looks = ((ink_on(brand.accent), 40, "b"), (INK, 20, "t"))
    for shape, (colour, points, anchor) in zip(layout.placeholders, looks, strict=True):
        body = next(shape.element.iter(qn("a:bodyPr")))
        body.set("anchor", anchor)
        for fit in list(body):
            body.remove(fit)
        style = next(shape.element.iter(qn("a:lstStyle")))
        style.getparent().replace(
            style,
            parse_xml(
                f'<a:lstStyle {nsdecls("a")}><a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/>'
                f'<a:defRPr sz="{points * 100}" b="{int(anchor == "b")}"><a:solidFill><a:srgbClr '
                f'val="{colour[1:]}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
            ),
        )


def _put(shape: "LayoutPlaceholder | MasterPlaceholder", box: Box) -> None:
    """Move a shape."""
    from pptx.util import Inches

    shape.left, shape.top = Inches(box.left), Inches(box.top)
    shape.width, shape.height = Inches(box.width), Inches(box.height)


def _band(box: Box, colour: str, number: int) -> str:
    """A bar of a colour of the theme, which no screen reader needs to name."""
    left, top, width, height = _emus((box.left, box.top, box.width, box.height))
    return (
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<p:nvSpPr><p:cNvPr id="{number}" name="Accent"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" '
        f'cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _emus(inches: Sequence[float]) -> list[int]:
    """Inches in the unit of office files."""
    return [round(each * 914400) for each in inches]


def _add(tree: "object", shape: str) -> None:
    """Put a shape behind the others of a tree."""
    from pptx.oxml import parse_xml

    tree.insert(2, parse_xml(shape))  # type: ignore[attr-defined]
