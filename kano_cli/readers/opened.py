"""A survey file, opened: its table or two, who wrote it, and what is not in its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kano_cli.core.categories import Answer
from kano_cli.findings import Finding
from kano_cli.readers.files.delimited import Rows
from kano_cli.readers.files.table import Table
from kano_cli.readers.platforms.platform import Platform


@dataclass(frozen=True)
class Marks:
    """A worksheet with marks in its cells: its rows, and which of them names the answers.

    `uncomputed` has, by column, the first cell whose formula was never computed.
    """

    rows: Rows
    header: int
    uncomputed: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Opened:
    """What a file holds, before any answer is read.

    `tables` is one table, or two by side, the functional one first; a worksheet with `marks` has
    none. `legend` says which code is which answer, where a page of the file does, and
    `legend_place` where that stands. `left_out_rows` are taken out of the tables already.
    """

    file: str
    sheet: str
    tables: tuple[Table, ...] = ()
    platform: Platform | None = None
    marks: Marks | None = None
    legend: Mapping[str, Answer] = field(default_factory=dict)
    legend_place: str = ""
    left_out_rows: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    other_sheets: tuple[str, ...] = ()
