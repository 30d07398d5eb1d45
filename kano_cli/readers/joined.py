"""Tables of the same columns, one under another."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kano_cli.readers.files.records import Gathered
from kano_cli.readers.files.table import Column, RowCodes, Table
from kano_cli.study.words import normal

Key = tuple[str, str, int]
"""A column's name, its short name, and which of the columns of these names it is."""


def column_keys(columns: Sequence[Column]) -> Iterator[Key]:
    """What tells the columns of a table apart, and finds them in another."""
    seen: dict[tuple[str, str], int] = {}
    for column in columns:
        name = normal(column.header), normal(column.code)
        seen[name] = seen.get(name, -1) + 1
        yield *name, seen[name]


@dataclass
class _Joined:
    """One column, of as many rows as were added to it."""

    column: Column
    gathered: Gathered
    rows: int = 0
    open: bool = False


class Joining:
    """Tables while they are put one under another, without keeping them.

    A column that one of them lacks is blank there. Each row keeps its number in its own file.
    """

    def __init__(self) -> None:
        self._columns: dict[Key, _Joined] = {}
        self._dated: dict[Key, _Joined] = {}
        self._begins: list[int] = []
        self._places: list[tuple[str, Callable[[int], int]]] = []
        self._rows = 0
        self._first: Table | None = None
        self._alike = True

    def add(self, table: Table, file: str) -> None:
        """Take in a table; `file` is what messages call the file it is in."""
        keys = list(column_keys(table.columns))
        if self._first is None:
            self._first = table
        elif set(keys) != self._columns.keys():
            self._alike = False
        columns = dict(zip(keys, table.columns, strict=True))
        self._take(self._dated, self._days(table, columns), table.rows)
        self._take(self._columns, columns, table.rows)
        self._begins.append(self._rows)
        self._places.append((file, table.row_number))
        self._rows += table.rows

    def _days(self, table: Table, columns: dict[Key, Column]) -> dict[Key, Column]:
        """The columns of a table that say when somebody answered, where a large file cut them off.

        Such a column is open there and whole in a small file: the days of both are kept.
        """
        days = dict(zip(column_keys(table.dated), table.dated, strict=True))
        for key, column in days.items():
            if key not in self._dated and key in self._columns:
                whole = self._columns[key]
                self._dated[key] = _Joined(column, whole.gathered, whole.rows)
                whole.gathered, whole.open = Gathered(), True
        small = {key: columns[key] for key in self._dated if key in columns and key not in days}
        return days | {key: column for key, column in small.items() if not column.open}

    def _take(self, into: dict[Key, _Joined], columns: dict[Key, Column], rows: int) -> None:
        """The rows of some columns, after blanks for the rows in which they did not stand."""
        for key, column in columns.items():
            its = into.get(key)
            if its is None:
                its = into[key] = _Joined(column, Gathered())
            its.open |= column.open
            if not its.open:
                _fill(its, self._rows)
                its.gathered.add(column.values, column.codes)
                its.rows += rows

    def table(self, name: str) -> Table:
        """All of them as one table, which `name` is called in messages."""
        first = self._first
        assert first is not None  # noqa: S101  # nobody joins nothing
        free = 1 + max((column.index for column in first.columns), default=-1)
        own = {key for key, its in self._columns.items() if its.column in first.columns}
        columns = []
        for key, its in self._columns.items():
            index = its.column.index if key in own else free
            free += key not in own
            columns.append(self._whole(its, index))
        begins, places = self._begins, self._places

        def whose(row: int) -> tuple[str, int]:
            """The file of a row, and its number there."""
            at = bisect_right(begins, row) - 1
            file, number = places[at]
            return file, number(row - begins[at])

        return replace(
            first,
            file=name,
            sheet="",
            columns=tuple(columns),
            rows=self._rows,
            row_number=lambda row: whose(row)[1],
            file_of=lambda row: whose(row)[0],
            uncomputed={},
            respondents=None,
            dated=tuple(self._whole(its, its.column.index) for its in self._dated.values()),
        )

    def _whole(self, its: _Joined, index: int) -> Column:
        """A column of all rows."""
        lettered = its.column.lettered and self._alike
        if its.open:
            empty: RowCodes = np.zeros(0, np.uint8)
            return replace(
                its.column, index=index, values=(), codes=empty, open=True, lettered=lettered
            )
        _fill(its, self._rows)
        read = its.gathered.column(index, its.column.header)
        return replace(
            its.column, index=index, values=read.values, codes=read.codes, lettered=lettered
        )


def _fill(its: _Joined, rows: int) -> None:
    """Blanks up to a row, for the tables in which a column does not stand."""
    if its.rows < rows:
        its.gathered.add([""], np.zeros(rows - its.rows, np.uint8))
        its.rows = rows
