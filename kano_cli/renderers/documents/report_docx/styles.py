"""The looks of paragraphs: ours, and what a client's template does not have."""

from typing import TYPE_CHECKING, NamedTuple

from kano_cli.renderers.documents.office.colours import INK, MUTED, WHITE, readable
from kano_cli.renderers.documents.office.texts import clean
from kano_cli.report.document.blocks import Brand

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.styles.style import ParagraphStyle

DEFAULT_FONT = "Calibri"
MONOSPACE = "Consolas"


class Look(NamedTuple):
    """How a style looks; `accent` where it has the colour of the brand."""

    points: float
    bold: bool = False
    accent: bool = False
    colour: str = INK
    before: float = 0
    after: float = 6
    indent: float = 0
    with_next: bool = False


LOOKS = {
    "Normal": Look(10.5),
    "Title": Look(34, bold=True, accent=True, before=150, after=10),
    "Subtitle": Look(16, colour=MUTED, after=24),
    "Heading 1": Look(20, bold=True, accent=True, before=26, after=8, with_next=True),
    "Heading 2": Look(14, bold=True, accent=True, before=16, after=5, with_next=True),
    "Heading 3": Look(11.5, bold=True, before=12, after=4, with_next=True),
    "TOC Heading": Look(20, bold=True, accent=True, after=10, with_next=True),
    "toc 1": Look(11, bold=True, before=6, after=2),
    "toc 2": Look(10, after=1, indent=0.25),
    "Caption": Look(9.5, bold=True, colour=MUTED, before=10, after=4),
    "List Bullet": Look(10.5, after=4),
    "Footer": Look(9, colour=MUTED, after=0),
    "Kano Note": Look(8.5, colour=MUTED, before=2, after=2),
    "Kano Command": Look(9, before=4, after=8),
}
"""Every style of a report. Word knows all but the last two by these names in any language."""

_IDS = {"toc 1": "TOC1", "toc 2": "TOC2"}


def own_styles(word: "Word", brand: Brand) -> None:
    """All styles of our own document."""
    from docx.oxml.ns import qn

    font = clean(brand.fonts[0]) if brand.fonts else DEFAULT_FONT
    for fonts in word.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()  # a font of the theme would win from ours
        fonts.set(qn("w:ascii"), font)
        fonts.set(qn("w:hAnsi"), font)
        fonts.set(qn("w:cs"), font)
    for name, look in LOOKS.items():
        if name in word.styles:
            _dress(word.styles[name], look, brand)


def add_missing(word: "Word", brand: Brand) -> None:
    """The styles that a document does not have; those that it has keep their looks."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn

    for name, look in LOOKS.items():
        if name in word.styles:
            continue
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name[0] != "K")
        if name in _IDS:
            style.element.set(qn("w:styleId"), _IDS[name])
        if name != "Normal" and "Normal" in word.styles:
            style.base_style = word.styles["Normal"]
        _dress(style, look, brand)
        if name.startswith("Heading"):
            _outline(style, int(name[-1]) - 1)


def _dress(style: "ParagraphStyle", look: Look, brand: Brand) -> None:
    """Give a style its looks."""
    from docx.oxml.ns import qn
    from docx.shared import Inches, Pt, RGBColor

    colour = readable(brand.accent, WHITE) if look.accent else look.colour
    font, lines = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(look.points), look.bold, False
    font.color.rgb = RGBColor.from_string(colour[1:])
    lines.space_before, lines.space_after = Pt(look.before), Pt(look.after)
    lines.line_spacing = 1.1
    lines.keep_with_next = look.with_next
    if look.indent:
        lines.left_indent = Inches(look.indent)
    letters = style.element.find(qn("w:rPr"))
    # Lines under titles, wide letters, and the tabs of a footer on other paper.
    for old in (*style.element.iter(qn("w:pBdr")), *style.element.iter(qn("w:tabs"))):
        old.getparent().remove(old)
    for old in letters.findall(qn("w:spacing")):
        letters.remove(old)


def _outline(style: "ParagraphStyle", level: int) -> None:
    """Make a heading count for the contents and the navigation of Word."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level))
    style.element.get_or_add_pPr().append(outline)
