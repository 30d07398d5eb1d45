"""Small survey files of every kind."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Cell: TypeAlias = str | int | float | bool | None
Rows: TypeAlias = Sequence[Sequence[Cell]]
Sheets: TypeAlias = Mapping[str, Rows]

LIKE, EXPECT, NEUTRAL = "I like it", "I expect it", "I am neutral"
TOLERATE, DISLIKE = "I can tolerate it", "I dislike it"
ANSWERS = ("", LIKE, EXPECT, NEUTRAL, TOLERATE, DISLIKE)
"""The five answers at their codes; blank at 0."""


def csv_text(rows: Rows, delimiter: str = ",", end: str = "\n", *, quoted: bool = False) -> str:
    """Rows as delimited text."""
    text = io.StringIO(newline="")
    csv.writer(
        text,
        delimiter=delimiter,
        lineterminator=end,
        quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL,
    ).writerows(rows)
    return text.getvalue()


def write(path: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    """A file with this content; text goes in as it is, line ends and all."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def write_xlsx(path: Path, sheets: Sheets, hidden: Sequence[str] = ()) -> Path:
    """An xlsx with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet: Worksheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    book.save(path)
    return path


def write_xls(path: Path, sheets: Sheets) -> Path:
    """An old .xls with these sheets."""
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None and cell != "":
                    sheet.write(at, column, cell)
    book.save(str(path))
    return path


def write_ods(path: Path, sheets: Sheets) -> Path:
    """An OpenDocument sheet."""
    book = OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        table = Table(name=name)
        for row in rows:
            line = TableRow()
            for cell in row:
                number = isinstance(cell, int | float)
                kind = {"valuetype": "float", "value": cell} if number else {"valuetype": "string"}
                box = TableCell(**(kind if cell not in (None, "") else {}))
                box.addElement(P(text="" if cell is None else str(cell)))
                line.addElement(box)
            table.addElement(line)
        book.spreadsheet.addElement(table)
    book.save(str(path))
    return path
