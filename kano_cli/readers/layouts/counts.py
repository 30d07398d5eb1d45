"""Tables of counts: a row per feature and pair of answers, and how many people gave it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kano_cli.core.categories import Ints
from kano_cli.core.tally import Tally
from kano_cli.errors import KanoError, shortened
from kano_cli.findings import Finding
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.long import long_features, refuse_homeless
from kano_cli.readers.layouts.read import check_answers, refuse_other_side
from kano_cli.readers.layouts.roles import check_roles
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.kano_columns import readings_of, scale_in_force
from kano_cli.readers.questions.sides import DYSFUNCTIONAL, FUNCTIONAL
from kano_cli.readers.questions.values import is_missing, spoken_languages
from kano_cli.study.responses import Feature
from kano_cli.study.scale import code_text

_MOST = 10**12
"""More people than there are; numbers beyond this no longer add up exactly everywhere."""


@dataclass(frozen=True, eq=False)
class Counted:
    """A table of counts: a tally that arrived ready-made."""

    features: tuple[Feature, ...]
    tally: Tally
    languages: tuple[str, ...]
    findings: tuple[Finding, ...]
    left_out_rows: Mapping[str, int]


def read_counts(table: Table, roles: Mapping[str, Column], options: ReadOptions) -> Counted:
    """The tally in a table with a row per feature and pair of answers; equal rows add up.

    Raises:
        KanoError: for a count that is not a whole number, or that belongs to no feature.
    """
    check_roles(table, roles, ("feature", FUNCTIONAL, DYSFUNCTIONAL, "count"))
    by_index = {r.column.index: r for r in readings_of(table, scale_in_force(options))}
    features, place = long_features(table, roles["feature"], options)
    readings = [by_index[roles[side].index] for side in (FUNCTIONAL, DYSFUNCTIONAL)]
    findings = check_answers(table, readings, options)
    for reading, side in zip(readings, (FUNCTIONAL, DYSFUNCTIONAL), strict=True):
        refuse_homeless(table, reading, place < 0, "names no feature")
        refuse_other_side(table, reading, side)
    times = counts_in(table, roles["count"], "answers", "gave each pair of answers")
    one, other = (
        reading.codes(side).astype(np.int64)
        for reading, side in zip(readings, (FUNCTIONAL, DYSFUNCTIONAL), strict=True)
    )
    grids = np.zeros((len(features), 6, 6), np.int64)
    rows = place >= 0
    np.add.at(grids, (place[rows], one[rows], other[rows]), times[rows])
    half = grids[:, 0, 1:].sum(axis=1) + grids[:, 1:, 0].sum(axis=1)
    tally = Tally(grids[:, 1:, 1:].copy(), half)
    empty = int(grids[:, 0, 0].sum())
    if empty:
        findings.append(Finding("K102", {"count": empty}))
    left_out = {"empty": empty} if empty else {}
    return Counted(features, tally, tuple(spoken_languages(readings)), tuple(findings), left_out)


def counts_in(table: Table, column: Column, what: str, whose: str) -> Ints:
    """The count in each row, int64 (N,); blank is none.

    Args:
        table: the table.
        column: its column of counts.
        what: what is counted, for messages.
        whose: what each number says, for messages.

    Raises:
        KanoError: for a share, for anything else that is no whole number, and for a formula that
            was never computed: it would read as none.
    """
    if cell := table.uncomputed.get(column.index):
        raise KanoError(
            f"the formula in cell {cell} was never computed, so its count is not in the file",
            table.column_place(column),
            "open the file in a spreadsheet program and save it",
        )
    numbers = []
    for value in column.values:
        text = code_text(value)
        if is_missing(value):
            numbers.append(0)
        elif text.isdecimal() and int(text) <= _MOST:
            numbers.append(int(text))
        else:
            row = column.first_row(column.values.index(value))
            raise KanoError(
                f'"{shortened(value, 20)}" is not a whole number of {what}',
                table.cell_place(row, column),
                f"give how many people {whose}, not shares or percentages",
            )
    return np.array(numbers, dtype=np.int64)[column.codes]
