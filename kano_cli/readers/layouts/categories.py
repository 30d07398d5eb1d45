"""Counts by category: a row per feature, a column per category, and no answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kano_cli.core.categories import CATEGORY_WORDS, Ints
from kano_cli.errors import KanoError, shortened
from kano_cli.findings import Finding, Place
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.category_roles import (
    FEATURE,
    TOTAL,
    check_columns,
    names_total,
)
from kano_cli.readers.layouts.counts import counts_in
from kano_cli.readers.layouts.long import long_features
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.responses import Feature
from kano_cli.study.words import name_key

_PERCENT = range(98, 103)
"""What rounded percentages of six categories may add up to."""


@dataclass(frozen=True, eq=False)
class Categorised:
    """How many people each feature is basic to, and so on: int64 (F, 6), and what to know."""

    features: tuple[Feature, ...]
    counts: Ints
    findings: tuple[Finding, ...] = ()


def read_categories(table: Table, roles: Mapping[str, Column], options: ReadOptions) -> Categorised:
    """The counts in a table with a row per feature and a column per category.

    Args:
        table: the table.
        roles: its columns by role, from `category_roles`.
        options: what the user says about the file.

    Raises:
        KanoError: for a column that is missing, a cell that is no count, a feature with two
            rows, and for totals that are not the sums, or that stand among the features.
    """
    absent = check_columns(table, roles)
    columns = [roles.get(word) for word in CATEGORY_WORDS]
    counts = np.stack(
        [
            np.zeros(table.rows, np.int64) if column is None else _counts(table, column)
            for column in columns
        ],
        axis=1,
    )
    names = roles[FEATURE].texts()
    _check_rows(table, roles[FEATURE], names, counts)
    if total := roles.get(TOTAL):
        _check_totals(table, total, counts)
    features, place = long_features(table, roles[FEATURE], options)
    rows = np.flatnonzero(place >= 0)
    _refuse_percentages(table, counts[rows], options)
    its = np.zeros((len(features), len(CATEGORY_WORDS)), np.int64)
    its[place[rows]] = counts[rows]
    found = [Finding("K118", {"categories": absent}, Place(table.file, table.sheet))]
    return Categorised(features, its, tuple(found if absent else ()))


def _counts(table: Table, column: Column) -> Ints:
    """How many people of each row fell into the category of a column."""
    return counts_in(table, column, "people", "fell into each category")


def _check_rows(table: Table, column: Column, names: Sequence[str], counts: Ints) -> None:
    """Refuse a row of totals, counts without a feature, and a feature with two rows."""
    rows: dict[str, int] = {}
    for row, name in enumerate(names):
        key = name_key(name)
        if key and names_total(name) and row and (counts[row] == counts[:row].sum(axis=0)).all():
            raise KanoError(
                f'"{shortened(name)}" is no feature: its counts are the sums of the rows above',
                table.row_place(row),
                "leave the row of totals out",
            )
        if not key and counts[row].any():
            raise KanoError(
                "the row holds counts and names no feature",
                table.cell_place(row, column),
                "fill the cell in; if the row holds totals leave it out",
            )
        if key and (first := rows.setdefault(key, row)) != row:
            raise KanoError(
                f'"{shortened(name)}" has a row already, {table.unit} {table.row_number(first)}',
                table.row_place(row),
                "give each feature one row; add the counts up if they are of different people",
            )


def _check_totals(table: Table, column: Column, counts: Ints) -> None:
    """Refuse a total that is not the sum of its row; a blank one says nothing."""
    said = _counts(table, column)
    blank = np.array([is_missing(value) for value in column.values], np.bool_)[column.codes]
    wrong = (said != counts.sum(axis=1)) & ~blank
    if wrong.any():
        row = int(wrong.argmax())
        raise KanoError(
            f"the total is {said[row]}, and the categories add up to {counts[row].sum()}",
            table.cell_place(row, column),
            "mend the row, or leave the column out if it counts something else",
        )


def _refuse_percentages(table: Table, counts: Ints, options: ReadOptions) -> None:
    """Refuse rows that may be whole percentages: nothing tells them from 100 people each."""
    sums = [total for total in counts.sum(axis=1).tolist() if total]
    if sums and not options.layout and all(total in _PERCENT for total in sums):
        raise KanoError(
            "every row adds up to about 100, so its numbers may be counts or percentages",
            table.name,
            "if they are counts add --layout categories, else give how many people fell into "
            "each category",
        )
