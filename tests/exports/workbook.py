"""Workbooks whose bytes hold no clock."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.worksheet.table import Table
from openpyxl.xml.functions import tostring

Cell: TypeAlias = str | int | float | dt.datetime | None
Rows: TypeAlias = Sequence[Sequence[Cell]]

WRITTEN = dt.datetime(2026, 10, 5, 12, 0)
_CLOCK = WRITTEN.timetuple()[:6]


def workbook(
    sheets: Mapping[str, Rows], *, merged: Sequence[str] = (), table: bool = False
) -> bytes:
    """An xlsx with these sheets; ranges to merge and the table are on the first one."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
    first = book.worksheets[0]
    for place in merged:
        first.merge_cells(place)
    if table:
        first.add_table(Table(displayName="Table1", ref=first.dimensions))
    saved = io.BytesIO()
    book.save(saved)
    return _without_clock(saved)


def _without_clock(saved: io.BytesIO) -> bytes:
    """The same workbook with fixed dates inside."""
    properties = DocumentProperties(creator="Bike shop", created=WRITTEN, modified=WRITTEN)
    ours = {"docProps/core.xml": tostring(properties.to_tree())}
    pinned = io.BytesIO()
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(pinned, "w") as target:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _CLOCK)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            target.writestr(entry, ours.get(name) or parts.read(name))
    return pinned.getvalue()
