"""Columns that belong to no pair: remarks, and questions that hold other answers."""

from collections.abc import Sequence
from itertools import pairwise

from kano_cli.readers.files.table import Column
from kano_cli.readers.questions.importance import OWN_RATING
from kano_cli.readers.questions.kano_columns import (
    GRID,
    asks_importance,
    codes_only,
    halves,
    in_grid,
    is_importance,
    names_side,
)
from kano_cli.readers.questions.sides import DYSFUNCTIONAL, FUNCTIONAL, alike, differing_side
from kano_cli.readers.questions.values import Reading
from kano_cli.study.words import name_key

_DUMMY = 2
"""A column of two codes says yes or no."""


def without_remarks(readings: Sequence[Reading]) -> list[Reading]:
    """The columns without those of remarks, of which the few happen to be one and the same answer.

    Empty if there is none: then these are not what keeps the others from making pairs.
    """
    rows = sorted(reading.known_rows for reading in readings)
    usual = rows[len(rows) // 2] if rows else 0
    kept = [
        reading
        for reading in readings
        if reading.different_answers > 1
        or 2 * reading.known_rows > usual
        or reading.unknown
        or names_side(reading.column)
        or in_grid(reading.column)
    ]
    return kept if len(kept) < len(readings) else []


def same_codes(
    readings: Sequence[Reading], used: Sequence[Column], *, codes_declared: bool
) -> list[Column]:
    """Columns that hold the codes of the answers, as those of the pairs do, and belong to none.

    They may be ratings of something else, or questions whose names say nothing of it.
    """
    taken = {column.index for column in used}
    coded = [r for r in readings if r.column.index in taken and codes_only(r) and r.known_rows]
    if not codes_declared or not coded:
        return []
    return [
        reading.column
        for reading in readings
        if reading.column.index not in taken
        and not reading.column.open
        and reading.answers_only
        and codes_only(reading)
        and reading.different_answers > _DUMMY
        and not asks_importance(reading.column)
    ]


def left_out_questions(
    readings: Sequence[Reading], used: Sequence[Column], negations: frozenset[str]
) -> list[Column]:
    """Columns that are named like a pair of questions and hold no answers of the scale.

    By two side words on one stem, by a question that other columns of a grid ask, or by a
    negation between neighbours.
    """
    taken = {column.index for column in used}
    stems = {stem for column in used for (_, stem), _ in halves(column)}
    rest = [
        reading.column
        for reading in readings
        if reading.column.index not in taken
        and not reading.column.open
        and not reading.blank
        and not _rates_own(reading.column, stems)
        and not is_importance(reading.column)
        and not asks_importance(reading.column)
    ]
    named = {half for column in rest for half in halves(column)}
    grids = {_grid_question(column) for column in used} - {""}
    found = {
        column
        for column in rest
        if _grid_question(column) in grids
        or any({(key, FUNCTIONAL), (key, DYSFUNCTIONAL)} <= named for key, _ in halves(column))
    }
    for one, other in pairwise(rest):
        asked = alike(one.header, other.header) and differing_side(
            one.header, other.header, negations
        )
        if asked:
            found |= {one, other}
    return [column for column in rest if column in found]


def _rates_own(column: Column, stems: set[str]) -> bool:
    """Whether a column is what our own forms call the importance of a feature: `no_ads_i`."""
    names = map(OWN_RATING.match, (column.header.strip(), column.code.strip()))
    return any(name is not None and name_key(name["stem"]) in stems for name in names)


def _grid_question(column: Column) -> str:
    """The question of a grid column, `Question [Row]`; empty for others."""
    header = column.header.strip()
    return header.rpartition("[")[0].strip() if GRID.match(header) else ""
