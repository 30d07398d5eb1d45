"""Each block of a section as HTML."""

from collections.abc import Iterator
from dataclasses import dataclass

from kano_cli.renderers.charts.themes import Theme
from kano_cli.renderers.documents.report_html.cover import anchor
from kano_cli.renderers.documents.report_html.escaping import escaped, own, tag
from kano_cli.renderers.documents.report_html.figures import figure_html
from kano_cli.renderers.documents.report_html.labels import label
from kano_cli.renderers.documents.report_html.tables import sign, table_html
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Command,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Paragraph,
    Point,
    Section,
    TableBlock,
)

_SECTION_LEVEL = 2


@dataclass
class Numbering:
    """Counts tables and figures, so that each has an id and a number of its own."""

    document: Document
    tables: int = 0
    figures: int = 0

    def next_table(self) -> tuple[str, str]:
        """The id of the next table, and what stands before its caption."""
        self.tables += 1
        return f"table-{self.tables}", f"{label(self.document, 'table')} {self.tables}"

    def next_figure(self) -> tuple[str, str]:
        """The id of the next figure, and what stands before its caption."""
        self.figures += 1
        return f"figure-{self.figures}", f"{label(self.document, 'figure')} {self.figures}"


def section_html(section: Section, numbering: Numbering, theme: Theme) -> str:
    """A section under its title, a landmark with that name."""
    place = anchor(section)
    title = tag("h2", escaped(section.title), id=f"{place}-title")
    blocks = _blocks(section.blocks, numbering, theme)
    inside = "\n".join([title, *blocks])
    return tag("section", f"\n{inside}\n", id=place, aria_labelledby=f"{place}-title")


def _blocks(blocks: tuple[Block, ...], numbering: Numbering, theme: Theme) -> Iterator[str]:
    """The blocks in order; a heading never skips a level, whatever level it asks for."""
    level, document = _SECTION_LEVEL, numbering.document
    for block in blocks:
        match block:
            case Heading(text, asked):
                level = min(asked + _SECTION_LEVEL, level + 1, 6)
                yield tag(f"h{level}", own(text))
            case TableBlock():
                yield table_html(block, *numbering.next_table(), label(document, "sort"))
            case FigureBlock():
                yield figure_html(block, *numbering.next_figure(), document, theme)
            case Paragraph(text, strong):
                yield tag("p", escaped(text), class_="strong" if strong else None)
            case Bullets(points):
                lines = "\n".join(map(_point, points))
                yield tag("ul", f"\n{lines}\n")
            case Facts(entries):
                facts = "\n".join(
                    tag("div", tag("dt", escaped(name)) + tag("dd", escaped(text)))
                    for name, text in entries
                )
                yield tag("dl", f"\n{facts}\n", class_="facts")
            case Command(text):
                yield tag("pre", tag("code", escaped(text)))


def _point(point: Point) -> str:
    """A line of a list, its label first, with the sign of its category."""
    if not point.label:
        return tag("li", sign(point.category, point.text) + escaped(point.text))
    named = sign(point.category, point.label) + escaped(f"{point.label.rstrip(':')}:")
    return tag("li", f"{tag('strong', named)} {escaped(point.text)}")
