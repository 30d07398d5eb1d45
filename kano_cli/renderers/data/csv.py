"""The CSV of a result: a row per feature, unrounded, safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from math import isnan

from kano_cli.core.result import KanoResult
from kano_cli.errors import visible

# Spaces, quotes and what has no width are passed over; a tab or return is itself a start.
_STARTS_FORMULA = re.compile(r"[\s\"'’`\u200b-\u200f\u2060\ufeff]*?(?:[=+\-@＝＋－＠]|[\t\r])")


def to_csv(result: KanoResult) -> str:
    """The result as CSV text; a number that does not exist is an empty cell."""
    return rows_as_csv(result.columns(), result.rows())


def rows_as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows as CSV text under these columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for cells in rows:
        writer.writerow([_cell(cells[name]) for name in columns])
    return text.getvalue()


def _cell(value: object) -> object:
    """A value as a cell; text that a spreadsheet would run is made plain text."""
    if value is None or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return visible(harmless(value)) if isinstance(value, str) else value


def harmless(text: str) -> str:
    r"""`text` with an apostrophe before what a spreadsheet would take for a formula.

    >>> harmless("=1+1"), harmless(' "=1+1'), harmless("Dark mode")
    ("'=1+1", '\' "=1+1', 'Dark mode')
    """
    return f"'{text}" if _STARTS_FORMULA.match(text) else text
