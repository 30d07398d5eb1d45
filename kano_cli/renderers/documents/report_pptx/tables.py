"""Native tables on slides."""

from typing import TYPE_CHECKING

from kano_cli.renderers.documents.office.colours import (
    INK,
    MUTED,
    RULE,
    category_ink,
    ink_on,
    readable,
)
from kano_cli.renderers.documents.office.columns import is_number, shown
from kano_cli.renderers.documents.office.texts import clean
from kano_cli.renderers.documents.report_pptx.pieces import Box, GridPiece
from kano_cli.renderers.documents.report_pptx.xml import MAIN, Lines, Run, paragraph
from kano_cli.report.document.blocks import Cell, Column

if TYPE_CHECKING:
    from pptx.shapes.shapetree import SlideShapes

_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without any lines; ours are set cell by cell."""


def add_table(
    shapes: "SlideShapes", piece: GridPiece, box: Box, accent: str, language: str
) -> None:
    """Some rows of a table, below the headings; these are repeated on every slide."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn
    from pptx.util import Inches

    wide = sum(piece.sheet.widths)
    frame = shapes.add_table(
        1, 1, Inches(box.left), Inches(box.top), Inches(wide), Inches(box.height)
    )
    frame.name = f"Table {frame.shape_id}"
    named = next(frame.element.iter(qn("p:cNvPr")))
    named.set("descr", clean(piece.told))
    old = next(frame.element.iter(qn("a:tbl")))
    old.getparent().replace(old, parse_xml(_table(piece, accent, language)))


def _table(piece: GridPiece, accent: str, language: str) -> str:
    """The whole table as XML."""
    sheet = piece.sheet
    grid = "".join(f'<a:gridCol w="{_emu(each)}"/>' for each in sheet.widths)
    header = ""
    if piece.headed:
        cells = "".join(_heading(column, piece, accent, language) for column in sheet.columns)
        header = f'<a:tr h="{_emu(sheet.header_height())}">{cells}</a:tr>'
    rows = "".join(
        f'<a:tr h="{_emu(piece.heights[at])}">'
        + "".join(
            _cell(cell, column, piece, first=place == 0 and not piece.headed, language=language)
            for place, (cell, column) in enumerate(zip(sheet.rows[at], sheet.columns, strict=True))
        )
        + "</a:tr>"
        for at in range(piece.begin, piece.end)
    )
    return (
        f'<a:tbl xmlns:a="{MAIN}"><a:tblPr firstRow="{int(piece.headed)}" '
        f'firstCol="{int(not piece.headed)}"><a:tableStyleId>{_PLAIN}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{header}{rows}</a:tbl>"
    )


def _heading(column: Column, piece: GridPiece, accent: str, language: str) -> str:
    """A cell of the first row: on the accent, in whatever can be read there."""
    run = Run(column.heading, bold=True, colour=ink_on(accent))
    line = Lines((run,), piece.sheet.points, align="r" if is_number(column) else "l")
    fill = f'<a:solidFill><a:srgbClr val="{accent[1:]}"/></a:solidFill>'
    return _tc(line, piece, fill, accent, language)


def _cell(cell: Cell, column: Column, piece: GridPiece, *, first: bool, language: str) -> str:
    """A cell: the sign of a category coloured, what is unsure dimmed."""
    ink = MUTED if cell.unsure else INK
    text, runs = shown(cell), []
    if cell.category is not None:
        runs.append(Run(text[:1], bold=True, colour=category_ink(cell.category)))
        text = text[1:]
    runs.append(Run(text, bold=first, colour=readable(ink)))
    line = Lines(tuple(runs), piece.sheet.points, align="r" if is_number(column) else "l")
    return _tc(line, piece, "<a:noFill/>", RULE, language)


def _tc(line: Lines, piece: GridPiece, fill: str, rule: str, language: str) -> str:
    """A cell as XML, with one thin line below it."""
    aside, above = (_emu(each) for each in piece.sheet.padding)
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    below = f'<a:lnB w="6350"><a:solidFill><a:srgbClr val="{rule[1:]}"/></a:solidFill></a:lnB>'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(line, language)}</a:txBody>"
        f'<a:tcPr marL="{aside}" marR="{aside}" marT="{above}" marB="{above}" anchor="ctr">'
        f"{none}{below}{fill}</a:tcPr></a:tc>"
    )


def _emu(inches: float) -> int:
    """Inches in the unit of office files."""
    return round(inches * 914400)
