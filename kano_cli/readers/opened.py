"""A survey file, opened: its table or two, who wrote it, and what is not in its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kano_cli.core.categories import Answer
from kano_cli.findings import Finding
from kano_cli.readers.files.delimited import Rows
from kano_cli.readers.files.table import Table
from kano_cli.readers.platforms.platform import Platform
from kano_cli.readers.questions.own_answers import OwnParts
from kano_cli.readers.questions.stamps import Stamps


@dataclass(frozen=True)
class Marks:
    """A worksheet with marks in its cells: its rows, and which of them names the answers.

    `uncomputed` has, by column, the first cell whose formula was never computed.
    """

    rows: Rows
    header: int
    uncomputed: Mapping[int, str] = field(default_factory=dict)


def added(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """Rows that were left out before and after, by reason."""
    return {reason: one.get(reason, 0) + other.get(reason, 0) for reason in {**one, **other}}


@dataclass(frozen=True, eq=False)
class Opened:
    """What a file holds, before any answer is read.

    `tables` is one table, or two by side, the functional one first; a worksheet with `marks` has
    none. `legend` says which code is which answer, where a page of the file does, and
    `legend_place` where that stands. `left_out_rows` are taken out of the tables already.
    `stamps` say which version of a questionnaire was answered, and `own` is what files of our own
    forms say beside the answers.
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
    stamps: Stamps = field(default_factory=Stamps)
    own: OwnParts = field(default_factory=OwnParts)
