"""Sections of a report laid out over slides: nothing runs off a slide, nothing is cut."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from kano_cli.renderers.documents.office.bars import bars_by_page
from kano_cli.renderers.documents.office.texts import clean
from kano_cli.renderers.documents.report_pptx.bars import MOST_BARS, chart_height
from kano_cli.renderers.documents.report_pptx.layout import GAP, Layout, add_text
from kano_cli.renderers.documents.report_pptx.pieces import (
    CurvePiece,
    MapPiece,
    SharesPiece,
    Slide,
    TextPiece,
    code_height,
    paragraph_height,
    text_height,
)
from kano_cli.renderers.documents.report_pptx.plan_tables import add_table_pieces
from kano_cli.renderers.documents.report_pptx.wording import (
    SIZES,
    best_size,
    code_pieces,
    message,
    paragraphs_of,
    small_print,
)
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Command,
    Facts,
    FigureBlock,
    Heading,
    Paragraph,
    Section,
    TableBlock,
)
from kano_cli.report.document.figures import CurveFigure, Figure, MapFigure, SharesFigure

_LONGEST_TITLE = 190
_LEAST_CHART = 3.3
_MOST_NOTES = 0.8


def slides_of(section: Section, width: float, height: float, accent_ink: str) -> list[Slide]:
    """All slides of a section; those that share a message count on."""
    made = Layout(section, width, height, accent_ink, clean(section.title), clean(section.title))
    blocks = list(section.blocks)
    lead = blocks[0] if blocks else None
    if isinstance(lead, Paragraph) and lead.strong and len(lead.text) <= _LONGEST_TITLE:
        made.title = clean(lead.text)
        blocks = blocks[1:]
        shown = (block for block in blocks if isinstance(block, TableBlock | FigureBlock))
        # A table right below keeps its caption beside it, and does not take the message's place.
        if not isinstance(next(shown, None), TableBlock):
            made.base = made.title
        if not blocks:
            made.put(TextPiece(()), 0)
    running = [block for block in blocks if isinstance(block, Heading | Paragraph | Bullets)]
    points = best_size(running, width, height, accent_ink)
    if len(running) < len(blocks):
        points = SIZES[-1]
    for at, block in enumerate(blocks):
        _add(made, block, points, blocks[at + 1 : at + 2])
    made.turn()
    return _counted(made.slides)


def _add(made: Layout, block: Block, points: float, after: Sequence[Block]) -> None:
    """Put one block on this slide or the next."""
    if isinstance(block, Heading):
        _add_heading(made, block, points, after)
    elif isinstance(block, Paragraph | Bullets):
        add_text(made, paragraphs_of(block, points, made.accent_ink))
    elif isinstance(block, Command):
        for piece in code_pieces(block, made.width, made.height):
            height = code_height(piece, made.width)
            if height > made.left:
                made.turn()
            made.put(piece, height)
    elif isinstance(block, FigureBlock):
        _add_figure(made, block)
    else:
        add_table_pieces(made, block)


def _add_heading(made: Layout, block: Heading, points: float, after: Sequence[Block]) -> None:
    """A heading: the title of a new slide where there is no room below it, or one a feature."""
    lines = paragraphs_of(block, points, made.accent_ink)
    height = paragraph_height(lines[0], made.width)
    titled = after and isinstance(after[0], TableBlock | FigureBlock | Facts)
    each = made.section.key == "detail"
    if block.level == 1 and (each or titled or (made.placed and made.left < height + 1.2)):
        made.base = clean(block.text)
        made.turn()
        return
    if made.placed and made.left < height + 1.2:
        made.turn()
    add_text(made, lines)


def _add_figure(made: Layout, block: FigureBlock) -> None:
    """A chart has a slide of its own or shares it with a few words; the rest stands below it."""
    title, more = message(block.caption)
    only_text = all(isinstance(each.piece, TextPiece) for each in made.placed)
    if made.placed and not (only_text and made.left >= _LEAST_CHART):
        made.turn(title)
    elif title and (not made.placed or made.title == made.base):
        made.title = title
    title, figure = made.title, block.figure
    if isinstance(figure, MapFigure):
        notes = (more, figure.size_legend, figure.missing)
        _add_chart(made, MapPiece(figure, block.alt), notes, figure, block.alt)
        return
    if isinstance(figure, CurveFigure):
        _add_chart(made, CurvePiece(figure, block.alt), (more,), figure, block.alt)
        return
    for at, bars in enumerate(bars_by_page(figure.bars, MOST_BARS)):
        if at:
            made.turn(title)
        shown = SharesFigure(figure.title, bars, figure.legend, figure.axis)
        _add_chart(made, SharesPiece(figure, bars, block.alt), (more,), shown, block.alt)


def _add_chart(
    made: Layout,
    piece: MapPiece | SharesPiece | CurvePiece,
    notes: Sequence[str],
    figure: Figure,
    alt: str,
) -> None:
    """A chart as high as its notes allow; all of it in words goes to the speaker's notes."""
    below = small_print(notes)
    height = text_height(below, made.width)
    if height > _MOST_NOTES:
        below = small_print(notes[1:])
        height = text_height(below, made.width)
    spoken = (alt, *notes, *_told(figure))
    high = made.left - height - (GAP if below.paragraphs else 0)
    if isinstance(piece, SharesPiece):
        high = min(high, chart_height(piece.bars))
    made.put(piece, high, spoken)
    if below.paragraphs:
        made.put(below, height)


def _told(figure: Figure) -> list[str]:
    """Everything that a figure shows, in words."""
    if isinstance(figure, CurveFigure):
        return [stop.told for stop in figure.stops]
    told = figure.points if isinstance(figure, MapFigure) else figure.bars
    return [each.told for each in told]


def _counted(slides: Sequence[Slide]) -> list[Slide]:
    """Each slide with its number, where its message stands on several in a row."""
    made: list[Slide] = []
    for _, several in groupby(slides, key=lambda slide: slide.title):
        row = list(several)
        for number, slide in enumerate(row, start=1):
            part = f" ({number}/{len(row)})" if len(row) > 1 else ""
            made.append(replace(slide, title=slide.title + part))
    return made
