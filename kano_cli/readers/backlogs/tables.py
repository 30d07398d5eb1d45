"""Backlogs in rows: delimited text and workbooks, as most tools export them."""

import re
from collections.abc import Mapping, Sequence

from kano_cli.errors import KanoError, listed, shortened
from kano_cli.findings import Place
from kano_cli.readers.backlogs.columns import column_key, is_known, is_title, roles_of
from kano_cli.readers.backlogs.record import SEVERAL, Record, Records, Role
from kano_cli.readers.files.delimited import Rows, dialect_of, read_rows
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.widths import check_widths
from kano_cli.readers.files.workbook import Sheet, read_sheets

_HEADER_ROWS = 20
"""A header stands below a title and a date, not further down."""
_LABEL_ENDS = re.compile(r"[,;|\n]")

_TOOLS: Sequence[tuple[str, frozenset[str]]] = (
    ("jira", frozenset({"issue key", "summary"})),
    ("linear", frozenset({"team", "title", "cycle number"})),
    ("azure", frozenset({"work item type", "state"})),
    ("asana", frozenset({"task id", "section/column"})),
    ("trello", frozenset({"card id", "card name"})),
    ("github", frozenset({"number", "title", "state"})),
)


def text_records(source: Source, encoding: str) -> Records:
    """The records of a delimited text file; their places are lines.

    Raises:
        KanoError: where the text is no table of items.
    """
    rows = read_rows(source, dialect_of(source, encoding, is_known))
    if not any(map(any, rows.rows)):
        raise KanoError("holds no text", source.name, "export the backlog again")
    header = _header(rows.rows)
    titles = rows.rows[header]
    check_widths(titles, zip(rows.rows[header:], rows.numbers[header:], strict=True), source.name)
    return _records(rows, header, source.name, "")


def workbook_records(source: Source) -> Records:
    """The records of the one sheet that holds items; their places are rows.

    Raises:
        KanoError: where no sheet does, or several do.
    """
    sheets = read_sheets(source)
    found = [sheet for sheet in sheets if any(map(is_title, _titles(sheet)))]
    if len(found) > 1:
        raise KanoError(
            f"{len(found)} sheets hold items: {listed(sheet.name for sheet in found)}",
            source.name,
            "hide or remove all but one",
        )
    sheet = (found or sheets)[0]
    header = _header(sheet.rows.rows)
    for at, cell in sheet.uncomputed.items():
        if is_known(_cell(sheet.rows.rows[header], at)):
            raise KanoError(
                f"the formula in cell {cell} was never computed",
                f'{source.name}, sheet "{shortened(sheet.name)}"',
                "open the file in a spreadsheet program and save it",
            )
    return _records(sheet.rows, header, source.name, sheet.name)


def _titles(sheet: Sheet) -> Sequence[str]:
    """The header of a sheet."""
    return sheet.rows.rows[_header(sheet.rows.rows)]


def _header(rows: Sequence[Sequence[str]]) -> int:
    """The row that names the columns: the first with a title, else the first with two names."""
    head = rows[:_HEADER_ROWS]
    for fits in (_names_title, _names_columns, any):
        found = next((at for at, row in enumerate(head) if fits(row)), None)
        if found is not None:
            return found
    return 0


def _names_title(row: Sequence[str]) -> bool:
    """Whether a row names a column of titles and, if it has more columns, another one."""
    filled = [cell for cell in row if cell]
    return any(map(is_title, filled)) and (len(filled) == 1 or sum(map(is_known, filled)) > 1)


def _names_columns(row: Sequence[str]) -> bool:
    """Whether a row has names of columns of any backlog, or is at least a row of several."""
    return sum(bool(cell) for cell in row) > 1


def _records(rows: Rows, header: int, file: str, sheet: str) -> Records:
    """The records below the header."""
    headers = rows.rows[header]
    body = rows.rows[header + 1 :]
    width = len(headers)
    filled = [any(_cell(row, at) for row in body) for at in range(width)]
    where = f', sheet "{shortened(sheet)}"' if sheet else ""
    roles = roles_of(headers, filled, f"{file}{where}, row {rows.numbers[header]}")
    records = [
        Record(
            Place(file, sheet, row=at) if sheet else Place(file, line=at),
            _texts(row, roles) | above,
        )
        for row, at, above in zip(
            body, rows.numbers[header + 1 :], _above(body, roles), strict=True
        )
    ]
    return Records(tuple(record for record in records if record.called), tool_of(headers))


def _above(
    rows: Sequence[Sequence[str]], roles: Mapping[Role, Sequence[int]]
) -> list[dict[Role, tuple[str, ...]]]:
    """The item that each row is a part of, where a tree has a column of titles for each level."""
    titles, ids = roles[Role.TITLE], roles.get(Role.ID, ())
    found: list[dict[Role, tuple[str, ...]]] = []
    levels: dict[int, str] = {}
    for row in rows:
        filled = [level for level, at in enumerate(titles) if _cell(row, at)]
        found.append({})
        if len(titles) > 1 and filled:
            names = [_cell(row, at) for at in (*ids, titles[filled[0]])]
            levels = {level: name for level, name in levels.items() if level < filled[0]}
            if levels:
                found[-1] = {Role.PARENT: (levels[max(levels)],)}
            levels[filled[0]] = next(name for name in names if name)
    return found


def _cell(row: Sequence[str], at: int) -> str:
    """A cell, blank where the row ends before it."""
    return row[at] if at < len(row) else ""


def _texts(row: Sequence[str], roles: Mapping[Role, Sequence[int]]) -> dict[Role, tuple[str, ...]]:
    """The texts of a row by role, several in a cell taken apart."""
    texts: dict[Role, tuple[str, ...]] = {}
    for role, columns in roles.items():
        cells = [cell for at in columns if (cell := _cell(row, at))]
        if role is Role.LABELS:
            parts = (part.strip() for cell in cells for part in _LABEL_ENDS.split(cell))
            cells = list(dict.fromkeys(part for part in parts if part))
        if cells:
            texts[role] = tuple(cells) if role in SEVERAL else (cells[0],)
    return texts


def tool_of(headers: Sequence[str]) -> str:
    """Which tool writes such columns, if it shows.

    >>> tool_of(["Summary", "Issue key", "Status"]), tool_of(["Title"])
    ('jira', '')
    """
    keys = {column_key(header) for header in headers}
    return next((tool for tool, needed in _TOOLS if needed <= keys), "")
