"""The pages of a report: cover, contents, and every section block by block."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kano_cli.renderers.documents.office.colours import SHADE, category_ink
from kano_cli.renderers.documents.office.columns import sheets
from kano_cli.renderers.documents.office.pictures import fitted, logo_picture, picture_size
from kano_cli.renderers.documents.office.texts import clean, lines
from kano_cli.renderers.documents.report_docx.fields import add_field, bookmark, contents, xml
from kano_cli.renderers.documents.report_docx.figures import Picture, figure_tables, pictures
from kano_cli.renderers.documents.report_docx.paper import Paper
from kano_cli.renderers.documents.report_docx.styles import MONOSPACE
from kano_cli.renderers.documents.report_docx.tables import PADDING, SIZES, table_xml
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Command,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Paragraph,
    Point,
    TableBlock,
)
from kano_cli.report.glyphs import glyph

if TYPE_CHECKING:
    from docx.shape import InlineShape
    from docx.text.paragraph import Paragraph as Written
    from lxml import etree


@dataclass
class Pages:
    """A document while it is written: its headings and how many captions it has."""

    paper: Paper
    document: Document
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)

    def write(self, text: str, style: str) -> "Written":
        """A paragraph."""
        return self.paper.word.add_paragraph(clean(text), self.paper.word.styles[style])

    def label(self, key: str) -> str:
        """A word that only a renderer needs; its key where the report has none."""
        return self.document.labels.get(key, key.capitalize())

    def heading(self, text: str, level: int) -> None:
        """A heading that the contents lead to."""
        written = self.write(text or "–", f"Heading {level}")
        name = bookmark(written, len(self.headings) + 1)
        self.headings.append((level, text, name))

    def caption(self, text: str, kind: str, *, above: bool) -> None:
        """A numbered caption, on one page with what it is about."""
        self.counted[kind] = self.counted.get(kind, 0) + 1
        word = self.label(kind)
        written = self.write(f"{word} ", "Caption")
        add_field(written, f"SEQ {word} \\* ARABIC", str(self.counted[kind]))
        written.add_run(f". {clean(text)}")
        written.paragraph_format.keep_with_next = above


def fill(paper: Paper, document: Document) -> None:
    """Write the whole report; the contents last, when all headings are known."""
    pages = Pages(paper, document)
    _add_cover(pages)
    place = pages.write(pages.label("contents"), "TOC Heading")
    for number, section in enumerate(document.sections):
        pages.heading(section.title, 1)
        if number == 0:
            written = paper.word.paragraphs[-1]
            written.paragraph_format.page_break_before = True
        for block in section.blocks:
            _add(pages, block)
    after = place._p  # noqa: SLF001  # the only way to a paragraph's place
    for entry in contents([each for each in pages.headings if each[0] < 3]):
        after.addnext(entry)
        after = entry
    _add_footer(pages)


def _add_cover(pages: Pages) -> None:
    """Title, what it is about, for whom, when, and the logo."""
    document, word = pages.document, pages.paper.word
    logo = logo_picture(document.brand)
    size = picture_size(logo) if logo else None
    if logo and size:
        written = word.add_paragraph()
        width, height = fitted(size, (2.6, 1.2))
        alt = f"Logo {document.client or document.title}"
        _add_picture(written, Picture(logo, alt, width, height))
    pages.write(document.title, "Title")
    pages.write(document.subtitle, "Subtitle")
    for text, strong in ((document.client, True), (document.day, False)):
        if text:
            written = pages.write("", "Normal")
            written.add_run(clean(text)).bold = strong
    pages.write("", "Normal").add_run().add_break(_page_break())


def _page_break() -> Any:  # noqa: ANN401  # a name of the library
    """The end of a page."""
    from docx.enum.text import WD_BREAK

    return WD_BREAK.PAGE


def _add(pages: Pages, block: Block) -> None:
    """Write one block."""
    if isinstance(block, Heading):
        pages.heading(block.text, min(block.level + 1, 3))
    elif isinstance(block, Paragraph):
        pages.write("", "Normal").add_run(clean(block.text)).bold = block.strong
    elif isinstance(block, Bullets):
        for point in block.points:
            _add_point(pages, point)
    elif isinstance(block, Command):
        _add_command(pages, block)
    elif isinstance(block, FigureBlock):
        _add_figure(pages, block)
    else:
        _add_table(pages, block)


def _add_point(pages: Pages, point: Point) -> None:
    """One line of a list: the sign of its category in place of a dot."""
    from docx.shared import Inches, RGBColor

    written = pages.write("", "List Bullet" if point.category is None else "Normal")
    ink = RGBColor.from_string(category_ink(point.category)[1:])
    if point.category is not None:
        sign = written.add_run(f"{glyph(point.category)}\t")
        sign.font.color.rgb, sign.bold = ink, True
        form = written.paragraph_format
        form.left_indent, form.first_line_indent = Inches(0.25), Inches(-0.25)
        form.tab_stops.add_tab_stop(Inches(0.25))
    if point.label:
        label = written.add_run(f"{clean(point.label).removesuffix(':')}: ")
        label.bold, label.font.color.rgb = True, ink
    written.add_run(clean(point.text))


def _add_command(pages: Pages, block: Command) -> None:
    """A command on a light ground, in letters that all are as wide."""
    written = pages.write("", "Kano Command")
    written.add_run(clean(block.text)).font.name = MONOSPACE
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE[1:]}"/>'
    spacing = written.paragraph_format.element.get_or_add_pPr()
    spacing.append(xml(ground))


def _add_table(pages: Pages, block: TableBlock | Facts) -> None:
    """A table under its caption, its notes below it."""
    table, headed = (block, True) if isinstance(block, TableBlock) else (_facts(block), False)
    if not table.rows:
        return
    if table.caption:
        pages.caption(table.caption, "table", above=True)
    several = sheets(table, pages.paper.width, SIZES if headed else SIZES[:2], PADDING)
    for at, sheet in enumerate(several):
        if at:
            pages.write("", "Kano Note")
        told = table.caption or table.rows[0][0].text
        made = xml(table_xml(sheet, pages.document.brand.accent, told, headed=headed))
        pages.paper.word.element.body.sectPr.addprevious(made)
    for note in table.notes:
        pages.write(note, "Kano Note")
    # Without a paragraph between them, Word makes one table of two.
    pages.write("", "Kano Note")


def _facts(block: Facts) -> TableBlock:
    """Labels with texts as a table without headings."""
    rows = tuple((Cell(label), Cell(text)) for label, text in block.entries)
    return TableBlock("facts", "", (Column("label", ""), Column("text", "")), rows)


def _add_figure(pages: Pages, block: FigureBlock) -> None:
    """Pictures; where nothing can draw them, a sentence and the numbers as a table."""
    wide = pages.paper.width
    said = lines(clean(block.caption), 9.5, wide, bold=True) * 0.18
    room = (wide, pages.paper.height - 1.0 - said)
    drawn = list(pictures(block, pages.document, room))
    if not drawn:
        pages.write(block.alt, "Normal")
        for table in figure_tables(block):
            _add_table(pages, table)
        return
    for picture in drawn:
        written = pages.write("", "Normal")
        written.paragraph_format.keep_with_next = picture is drawn[-1]
        _add_picture(written, picture)
    pages.caption(block.caption, "figure", above=False)


def _add_picture(written: "Written", picture: Picture) -> None:
    """A picture with its text alternative."""
    from docx.oxml.ns import qn
    from docx.shared import Inches

    content = io.BytesIO(picture.content)
    shape = written.add_run().add_picture(content, Inches(picture.width), Inches(picture.height))
    for named in _elements(shape, qn("wp:docPr")):
        named.set("descr", clean(picture.alt))
        named.set("name", "Picture")
    for named in _elements(shape, qn("pic:cNvPr")):
        named.set("name", "Picture")


def _elements(shape: "InlineShape", name: str) -> Iterator["etree._Element"]:
    """The elements of a picture with this name."""
    yield from shape._inline.iter(name)  # noqa: SLF001


def _add_footer(pages: Pages) -> None:
    """What this is and the page, on every page but the cover; a template keeps its own."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Inches

    document, section = pages.document, pages.paper.word.sections[-1]
    footer = section.footer
    if not pages.paper.own and (not footer.is_linked_to_previous or footer.tables):
        return
    told = (document.title, document.client, document.day)
    written = footer.paragraphs[0] if footer.paragraphs else footer.add_paragraph()
    written.style = pages.paper.word.styles["Footer"]
    stops = written.paragraph_format.tab_stops
    stops.add_tab_stop(Inches(pages.paper.width), WD_TAB_ALIGNMENT.RIGHT)
    text = document.brand.footer or " · ".join(each for each in told if each)
    written.add_run(f"{clean(text)}\t{clean(pages.label('page'))} ")
    add_field(written, "PAGE", "2")
