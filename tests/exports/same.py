"""Whether two files say the same, where bytes depend on the version of a library."""

import importlib
import io
from pathlib import PurePath
from typing import Any

from openpyxl import load_workbook

_COLUMNS = {".parquet": "pyarrow.parquet", ".feather": "pyarrow.feather"}


def same_content(filename: str, one: bytes, other: bytes) -> bool:
    """Text to the byte; workbooks by cells and merged ranges; columns by their values."""
    if one == other:
        return True
    suffix = PurePath(filename).suffix
    if suffix == ".xlsx":
        return _sheets(one) == _sheets(other)
    return suffix in _COLUMNS and _columns(suffix, one) == _columns(suffix, other)


def _sheets(content: bytes) -> list[tuple[str, list[str], list[tuple[Any, ...]]]]:
    """Of each sheet the name, what is merged, and the cells."""
    return [
        (
            sheet.title,
            sorted(str(place) for place in sheet.merged_cells.ranges),
            list(sheet.iter_rows(values_only=True)),
        )
        for sheet in load_workbook(io.BytesIO(content)).worksheets
    ]


def _columns(suffix: str, content: bytes) -> object:
    """The table in a Parquet or Feather file."""
    library: Any = importlib.import_module(_COLUMNS[suffix])
    table: object = library.read_table(io.BytesIO(content))
    return table
