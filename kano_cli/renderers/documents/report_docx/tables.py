"""Tables on paper: headings repeated on every page, rows that stay whole."""

from xml.sax.saxutils import escape, quoteattr

from kano_cli.renderers.documents.office.colours import (
    INK,
    MUTED,
    RULE,
    WHITE,
    category_ink,
    ink_on,
    readable,
)
from kano_cli.renderers.documents.office.columns import Sheet, is_number, shown
from kano_cli.renderers.documents.office.texts import clean
from kano_cli.report.document.blocks import Cell, Column

SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
PADDING = (0.06, 0.03)


def table_xml(sheet: Sheet, accent: str, told: str, *, headed: bool) -> str:
    """A table as XML, with its text alternative."""
    aside, above = (round(each * 1440) for each in PADDING)
    grid = "".join(f'<w:gridCol w:w="{_twips(each)}"/>' for each in sheet.widths)
    header = ""
    if headed:
        cells = "".join(
            _heading(column, sheet.points, wide, accent)
            for column, wide in zip(sheet.columns, sheet.widths, strict=True)
        )
        header = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            _cell(cell, column, sheet.points, wide, bold=not headed and place == 0)
            for place, (cell, column, wide) in enumerate(
                zip(row, sheet.columns, sheet.widths, strict=True)
            )
        )
        + "</w:tr>"
        for row in sheet.rows
    )
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE[1:]}"'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_twips(sum(sheet.widths))}" w:type="dxa"/>'
        f"<w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{above}" w:type="dxa"/><w:left w:w="{aside}" w:type="dxa"/>'
        f'<w:bottom w:w="{above}" w:type="dxa"/><w:right w:w="{aside}" w:type="dxa"/>'
        f'</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="{int(headed)}"/>'
        f"<w:tblDescription w:val={quoteattr(clean(told))}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>"
    )


def _heading(column: Column, points: float, wide: float, accent: str) -> str:
    """A cell of the first row: on the accent, in whatever can be read there."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{accent[1:]}"/>'
    run = _run(column.heading, points, ink_on(accent), bold=True)
    return _tc(run, wide, fill, right=is_number(column), together=True)


def _cell(cell: Cell, column: Column, points: float, wide: float, *, bold: bool) -> str:
    """A cell: the sign of a category coloured, what is unsure dimmed."""
    text, runs = shown(cell), ""
    if cell.category is not None:
        runs = _run(text[:1], points, category_ink(cell.category), bold=True)
        text = text[1:]
    ink = readable(MUTED if cell.unsure else INK, WHITE)
    return _tc(runs + _run(text, points, ink, bold=bold), wide, "", right=is_number(column))


def _tc(runs: str, wide: float, fill: str, *, right: bool, together: bool = False) -> str:
    """A cell as XML."""
    keep = "<w:keepNext/>" if together else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(wide)}" w:type="dxa"/>{fill}'
        f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>{keep}<w:spacing w:before="0" '
        f'w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="{"right" if right else "left"}"'
        f"/></w:pPr>{runs}</w:p></w:tc>"
    )


def _run(text: str, points: float, colour: str, *, bold: bool) -> str:
    """Letters as XML."""
    heavy = "<w:b/>" if bold else ""
    return (
        f'<w:r><w:rPr>{heavy}<w:color w:val="{colour[1:]}"/><w:sz w:val="{round(points * 2)}"/>'
        f'</w:rPr><w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>'
    )


def _twips(inches: float) -> int:
    """Inches in twentieths of a point."""
    return round(inches * 1440)
