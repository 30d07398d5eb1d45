"""What the fast workbook library does not say about an xlsx: its size, errors, lost formulas."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kano_cli.errors import KanoError
from kano_cli.readers.files.kinds import SAVE_AGAIN
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import column_index, column_letter

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

MAX_CELLS = 50_000_000
"""A sheet is held whole, from its first cell to its last; beyond this it is no survey."""

_CELL = re.compile(rb'\sr="([A-Z]{1,3})(\d{1,7})"')
_BLOCK = 1 << 22
_OVERLAP = 64
# A formula or an error, with or without a prefix before the name of the element.
_SPECIAL = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/", b't="e"')


@dataclass(frozen=True)
class Hidden:
    """Cells that read as blank and are not.

    `errors` are by row and column, counted from 0; `uncomputed` has for each column, counted
    from 0, the address of its first formula that no program ever computed.
    """

    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: Mapping[int, str] = field(default_factory=dict)


def looks_special(source: Source) -> bool:
    """Whether an xlsx holds any formula or error; other workbooks do not tell.

    Raises:
        KanoError: if one of its sheets reaches so far that it cannot be held.
    """
    special = False
    with source.open() as stream:
        if not zipfile.is_zipfile(stream):
            return False
        with zipfile.ZipFile(stream) as archive:
            for name in archive.namelist():
                if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
                    continue
                rows, letters = 0, {b"A"}
                for block in _blocks(archive, name):
                    special = special or any(mark in block for mark in _SPECIAL)
                    for cell in _CELL.finditer(block):
                        letters.add(cell[1])
                        rows = max(rows, int(cell[2]))
                last = max(letters, key=lambda column: (len(column), column)).decode()
                if rows * (column_index(last) + 1) > MAX_CELLS:
                    raise KanoError(
                        f"one of its sheets reaches to cell {last}{rows}, which is more than a "
                        "survey holds",
                        source.name,
                        "delete what stands far below or beside the answers, or export them as CSV",
                    )
    return special


def _blocks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """A part in pieces that overlap, so that nothing short is cut in two."""
    tail = b""
    with archive.open(name) as part:
        while block := part.read(_BLOCK):
            yield tail + block
            tail = block[-_OVERLAP:]


def hidden_cells(source: Source, sheet: str) -> Hidden:
    """The errors on a sheet, and its formulas that were never computed.

    A formula that came out as an empty text is computed: its cell is blank.

    Raises:
        KanoError: if the workbook cannot be read so closely.
    """
    import openpyxl

    errors: dict[tuple[int, int], str] = {}
    uncomputed: dict[int, str] = {}
    try:
        with warnings.catch_warnings(), source.open() as one, source.open() as other:
            warnings.simplefilter("ignore")  # styles and validations that openpyxl cannot keep
            computed = openpyxl.load_workbook(one, read_only=True, data_only=True)[sheet]
            written = openpyxl.load_workbook(other, read_only=True)[sheet]
            for worksheet in (computed, written):
                worksheet.reset_dimensions()
            pairs = zip(computed.iter_rows(), written.iter_rows(), strict=True)
            for row, (values, formulas) in enumerate(pairs):
                for column, (value, formula) in enumerate(zip(values, formulas, strict=True)):
                    if value.data_type == "e":
                        errors[row, column] = str(value.value)
                    elif formula.data_type == "f" and _lost(value):
                        address = f"{column_letter(column)}{row + 1}"
                        uncomputed.setdefault(column, address)
    except (AttributeError, KeyError, OSError, TypeError, ValueError, zipfile.BadZipFile):
        raise KanoError("cannot be read as a workbook", source.name, SAVE_AGAIN) from None
    return Hidden(errors, uncomputed)


def _lost(value: "Cell | MergedCell") -> bool:
    """Whether a formula has no result; an empty text is one."""
    return value.value is None and value.data_type != "str"
