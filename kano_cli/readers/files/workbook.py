"""Workbooks: the sheets of an xlsx, xls or ods file as rows of text."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kano_cli.errors import KanoError, listed, nearest
from kano_cli.readers.files.delimited import STRAY, Rows
from kano_cli.readers.files.kinds import NO_PASSWORD, SAVE_AGAIN
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.xlsx import Hidden, hidden_cells, looks_special

if TYPE_CHECKING:
    import python_calamine


@dataclass(frozen=True)
class Sheet:
    """One visible sheet that holds text.

    `merged` has row, first and last column of merged cells, counted from 0; `uncomputed` the
    first formula of each column that was never computed.
    """

    name: str
    rows: Rows
    merged: tuple[tuple[int, int, int], ...] = ()
    uncomputed: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def unmerged(self) -> Sequence[Sequence[str]]:
        """The rows with all merged cells read on to the right: how wide each row looks."""
        rows = list(self.rows.rows)
        for row, left, right in self.merged:
            if row < len(rows) and left < len(rows[row]):
                filled = list(rows[row])
                filled[left : right + 1] = [filled[left]] * (right - left + 1)
                rows[row] = filled
        return rows

    @property
    def size(self) -> str:
        """Rows by columns, as a message shows it."""
        return f"{len(self.rows.rows)} x {max(map(len, self.rows.rows), default=0)}"


def read_sheets(source: Source, wanted: str = "") -> list[Sheet]:
    """The visible sheets with text in them, or the one that is wanted.

    Raises:
        KanoError: if the workbook cannot be opened, or has no such sheet.
    """
    import python_calamine as calamine

    special = looks_special(source)
    damaged = KanoError("cannot be read as a workbook", source.name, SAVE_AGAIN)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(source.read()))
        names = _names(source, book, wanted)
        sheets = [_sheet(source, book, name, special=special) for name in names]
    except calamine.PasswordError:
        raise KanoError("is protected with a password", source.name, NO_PASSWORD) from None
    except (calamine.CalamineError, OSError, ValueError):
        raise damaged from None
    except BaseException as panic:
        # A panic of the Rust library, which is no Exception, and has no class to catch it by.
        if type(panic).__name__ != "PanicException":
            raise
        raise damaged from None
    filled = [sheet for sheet in sheets if any(any(row) for row in sheet.rows.rows)]
    if not filled:
        raise KanoError(
            f'the sheet "{wanted}" is empty' if wanted else "its visible sheets are empty",
            source.name,
            "export the answers again, or name a hidden sheet with --sheet",
        )
    return filled


def _names(source: Source, book: "python_calamine.CalamineWorkbook", wanted: str) -> list[str]:
    """The names of the sheets to read: the one that is wanted, or all that a reader sees."""
    import python_calamine as calamine

    visible = [
        meta.name
        for meta in book.sheets_metadata
        if meta.typ == calamine.SheetTypeEnum.WorkSheet
        and (meta.visible == calamine.SheetVisibleEnum.Visible or meta.name == wanted)
    ]
    if wanted and wanted not in visible:
        near = nearest(wanted, visible, 1)
        raise KanoError(
            f'has no sheet "{wanted}"',
            source.name,
            f"did you mean {listed(near)}?" if near else f"its sheets are {listed(visible)}",
        )
    return [wanted] if wanted else visible


def _sheet(
    source: Source, book: "python_calamine.CalamineWorkbook", name: str, *, special: bool
) -> Sheet:
    """A sheet as text, its rows counted as the spreadsheet counts them."""
    sheet = book.get_sheet_by_name(name)
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    merged = tuple((top, left, right) for (top, left), (_, right) in sheet.merged_cell_ranges or [])
    hidden = hidden_cells(source, name) if special else Hidden()
    for (row, column), error in hidden.errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = error
    return Sheet(name, Rows(rows, range(1, len(rows) + 1)), merged, hidden.uncomputed)


def _text(cell: object) -> str:
    """A cell as a person reads it; whole numbers have no decimals."""
    if isinstance(cell, str):
        return cell.strip(STRAY)
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime | dt.date | dt.time):
        return cell.isoformat()
    return str(cell)
