"""A section of the report as a sheet: its blocks from top to bottom."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.report_xlsx.curve_chart import curve_block, curve_widths
from kano_cli.renderers.documents.report_xlsx.links import Links
from kano_cli.renderers.documents.report_xlsx.map_chart import map_block
from kano_cli.renderers.documents.report_xlsx.map_tables import map_widths
from kano_cli.renderers.documents.report_xlsx.page import Page
from kano_cli.renderers.documents.report_xlsx.shares_chart import shares_block, shares_widths
from kano_cli.renderers.documents.report_xlsx.styles import category_tint
from kano_cli.renderers.documents.report_xlsx.tables import Placed, planned, table
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Command,
    Facts,
    FigureBlock,
    Heading,
    Paragraph,
    Point,
    Section,
    TableBlock,
)
from kano_cli.report.document.figures import CurveFigure, MapFigure
from kano_cli.report.glyphs import glyph
from kano_cli.report.words import Words

if TYPE_CHECKING:
    from xlsxwriter.format import Format


def section_widths(blocks: Sequence[Block], words: Words) -> list[float]:
    """How wide the columns of a sheet with these blocks are."""
    widths = planned(blocks)
    for block in blocks:
        if isinstance(block, FigureBlock):
            if isinstance(block.figure, MapFigure):
                wanted = map_widths(block, block.figure, words)
            elif isinstance(block.figure, CurveFigure):
                wanted = curve_widths(block, block.figure, words)
            else:
                wanted = shares_widths(block, block.figure, words)
            longest = max(len(widths), len(wanted))
            pairs = zip(_padded(widths, longest), _padded(wanted, longest), strict=True)
            widths = [max(pair) for pair in pairs]
    return widths


def _padded(widths: Sequence[float], length: int) -> list[float]:
    """As many widths, 0 where there was none."""
    return [*widths, *(0.0 for _ in range(length - len(widths)))]


def shown_blocks(section: Section, *, counted: bool) -> Sequence[Block]:
    """The blocks of a section.

    Those of the ranking start with its table, so that its header can be frozen; `counted` says
    that its counts have a sheet of their own.
    """
    if section.key != "ranking":
        return section.blocks
    kept = [block for block in section.blocks if not (counted and _of_counts(block))]
    return sorted(kept, key=lambda block: not isinstance(block, TableBlock))


def _of_counts(block: Block) -> bool:
    """Whether a block is the table of counts and shares."""
    return isinstance(block, TableBlock) and block.key == "counts"


def write_blocks(
    page: Page, blocks: Iterable[Block], words: Words, links: Links, *, paged: bool = False
) -> list[Placed]:
    """Write blocks one below the other; says where tables stand that are no chart's.

    With `paged` a heading starts a page where what is below it does not fit.
    """
    placed: list[Placed] = []
    before: type[Block] = Heading
    for block in blocks:
        # White space where the kind changes; what is below a heading belongs to it.
        if type(block) is not before and Heading not in (type(block), before):
            page.gap()
        before = type(block)
        if paged and isinstance(block, Heading) and block.level == 1:
            page.starts.append(page.row)
        if isinstance(block, TableBlock):
            placed.append(table(page, block, links.score))
        elif isinstance(block, FigureBlock):
            _figure(page, block, words, links)
        else:
            _prose(page, block)
    return placed


def _figure(page: Page, block: FigureBlock, words: Words, links: Links) -> None:
    """A native chart with its table."""
    if isinstance(block.figure, MapFigure):
        map_block(page, block, block.figure, words, links.point)
    elif isinstance(block.figure, CurveFigure):
        curve_block(page, block, block.figure, words)
    elif block.figure.bars:
        shares_block(page, block, block.figure, words, links.share)


def _prose(page: Page, block: Block) -> None:
    """What is no table and no figure."""
    match block:
        case Heading():
            page.heading(block.text, block.level)
        case Paragraph():
            page.paragraph(block.text, "strong" if block.strong else "prose")
        case Command():
            page.paragraph(block.text, "command")
        case Facts():
            for label, text in block.entries:
                page.entry(label, text)
        case Bullets():
            for point in block.points:
                _point(page, point)


def _point(page: Page, point: Point) -> None:
    """A line of a list; its label stands beside it, in the colour of its category."""
    if not point.label:
        page.paragraph(f"•  {point.text}")
        return
    sign = glyph(point.category) if point.category is not None else ""
    label = point.label if point.label.startswith(sign) else f"{sign} {point.label}"
    page.entry(label, point.text, _label_style(page, point.category))


def _label_style(page: Page, category: Category | None) -> "Format":
    """The format of a label."""
    colour = category_tint(category) if category is not None else {}
    return page.styles("label", **colour)
