"""What each respondent counts: the column of `--weight`, or of `weight:` in a questionnaire."""

import re
from dataclasses import replace
from math import inf

import numpy as np

from kano_cli.core.categories import Floats, Ints
from kano_cli.errors import KanoError, shortened, visible
from kano_cli.findings import Finding
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.read import Read, only_rows
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import find_column
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.responses import Responses

_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?")
_HINT = "correct the cell; a blank one leaves its row out"


def column_of_weights(table: Table, options: ReadOptions) -> tuple[Column, Floats] | None:
    """The column of weights and the weight of each of its values, NaN for none; None without.

    Raises:
        KanoError: if there is no such column, or a value is negative or no number.
    """
    name, place = options.weight_column
    if not name:
        return None
    column = find_column(table, name, place)
    weights = []
    for at, value in enumerate(column.values):
        weight = _weight(value)
        if weight is None:
            raise KanoError(
                f'"{shortened(value)}" is no number, so it cannot be a weight',
                table.cell_place(column.first_row(at), column),
                _HINT,
            )
        if weight < 0:
            raise KanoError(
                f'the weight "{shortened(value)}" is negative',
                table.cell_place(column.first_row(at), column),
                _HINT,
            )
        weights.append(weight)
    return column, np.array(weights, np.float64)


def with_weights(
    table: Table, responses: Responses, options: ReadOptions, rows: Ints | None = None
) -> Responses:
    """The responses with the weight of each respondent.

    Args:
        table: where the column of weights is.
        responses: what the N respondents answered.
        options: what names the column.
        rows: the row of each respondent, int64 (N,), -1 for none; without it each row is one.
    """
    found = column_of_weights(table, options)
    if found is None:
        return responses
    column, weights = found
    codes = column.codes.astype(np.int64)
    # One more, for the place -1: nobody knows.
    lookup = np.append(weights, np.nan)
    places = codes if rows is None else np.where(rows >= 0, codes[rows], -1)
    return weighted_by(responses, column, lookup[places])


def weighted_by(responses: Responses, column: Column, weights: Floats) -> Responses:
    """The responses with these weights, float64 (N,), of a column."""
    name = visible(column.header or column.key).strip()
    return replace(responses, weights=weights, weight_column=name)


def without_unweighted_rows(read: Read, place: str) -> Read:
    """Leave out, and count, who has no weight; say who counts for nothing.

    Raises:
        KanoError: if nobody counts.
    """
    weights, column = read.responses.weights, read.responses.weight_column
    if weights is None:
        return read
    known = ~np.isnan(weights)
    if not (weights[known] > 0).any():
        raise KanoError(
            f'nobody counts: column "{shortened(column)}" has no weight above zero',
            place,
            "name another column, or classify without weights",
        )
    nothing = int((weights[known] == 0).sum())
    if nothing:
        found = Finding("K126", {"count": nothing, "column": column})
        read = replace(read, findings=(*read.findings, found))
    if known.all():
        return read
    missing = Finding("K125", {"count": int((~known).sum()), "column": column})
    return only_rows(read, known, "no-weight", missing)


def refuse_weights(options: ReadOptions, layout: str, place: str) -> None:
    """Refuse weights where nothing says whose answers they would weigh.

    Raises:
        KanoError: if the options name a column of weights.
    """
    name, where = options.weight_column
    if not name:
        return
    holds = {
        "counts": "holds counts and no respondents",
        "categories": "holds counts by category and no respondents",
        "marks": "is a worksheet with marks, which has no other columns",
    }[layout]
    hint = "--weight" if where == "--weight" else "weight: in the questionnaire"
    raise KanoError(f"{holds}, so nobody can be weighted", place, f"leave out {hint}")


def _weight(text: str) -> float | None:
    """The weight in a cell, with a decimal point or comma; NaN if blank, None if no number.

    >>> _weight("0,75"), _weight("1.250"), _weight("heavy")
    (0.75, 1.25, None)
    """
    text = text.strip()
    if is_missing(text):
        return float("nan")
    if not _NUMBER.fullmatch(text):
        return None
    weight = float(text.replace(",", "."))
    return weight if abs(weight) < inf else None
