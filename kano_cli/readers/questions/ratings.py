"""Ratings of the journey, and who got what: what each respondent says."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isnan
from typing import TypeAlias

import numpy as np

from kano_cli.core.categories import Floats, Ints
from kano_cli.errors import KanoError
from kano_cli.findings import Finding
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.questions.rated_cells import rating_in, received_in
from kano_cli.readers.questions.rated_columns import RatedColumns, rated_columns
from kano_cli.readers.questions.rejected import (
    all_blank,
    counted,
    of_another_scale,
    outside,
    unread,
)
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.ratings import RatingColumn
from kano_cli.study.words import normal

Whose: TypeAlias = Callable[[Column, Sequence[Hashable]], Ints]
"""For a column, and what each of its values means (None for nothing): the place among the values
of what each of N respondents says, int64 (N,), -1 for nothing."""


@dataclass(frozen=True, eq=False)
class RatingsRead:
    """What N respondents say: `ratings` and `received` as `Responses` has them."""

    ratings: Mapping[str, Floats] = field(default_factory=dict)
    received: Mapping[str, Ints] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def each_row(column: Column, _: Sequence[Hashable]) -> Ints:
    """What each respondent says where each has a row."""
    return column.codes.astype(np.int64)


def ratings_of(
    table: Table,
    questionnaire: Questionnaire | None,
    whose: Whose = each_row,
    columns: RatedColumns | None = None,
) -> RatingsRead:
    """What the respondents of a table say in the columns that the questionnaire names.

    Args:
        table: the table.
        questionnaire: what names the columns, and their scales.
        whose: tells what each respondent says; as it is, each row is one.
        columns: some of the columns; without them all that are named must be there.

    Raises:
        KanoError: for a column that is not there, or whose formulas were never computed.
    """
    if questionnaire is None:
        return RatingsRead()
    columns = columns or rated_columns(table, questionnaire)
    scales = questionnaire.journey.ratings.columns()
    ratings: dict[str, Floats] = {}
    findings: list[Finding] = []
    blank: list[Column] = []
    for key, column in columns.ratings.items():
        ratings[key], more = _ratings(table, column, scales[key], whose)
        # How people leave one touchpoint may be how they come to the next: that is told once.
        findings += [finding for finding in more if finding not in findings]
        if not more and np.isnan(ratings[key]).all():
            blank.append(column)
    received: dict[str, Ints] = {}
    for feature, column in columns.received.items():
        received[feature], more = _received(table, column, whose)
        findings += [finding for finding in more if finding not in findings]
        if not more and (received[feature] < 0).all():
            blank.append(column)
    return RatingsRead(ratings, received, (*findings, *all_blank(blank)))


def _ratings(
    table: Table, column: Column, scale: RatingColumn, whose: Whose
) -> tuple[Floats, list[Finding]]:
    """Each respondent's rating, float64 (N,), NaN where blank or rejected; what was noticed."""
    read = [rating_in(value) for value in column.values]
    places = _places(table, column, read, whose)
    counts = counted(column, places)
    # One more, for the place -1: nobody knows.
    numbers = np.array([*(np.nan if n is None else n for n in read), np.nan], np.float64)
    findings = [
        *unread(table, column, counts, [number is None for number in read]),
        *outside(table, column, counts, numbers[:-1], scale),
        *of_another_scale(table, column, counts, numbers[:-1], scale),
    ]
    return np.where(scale.holds(numbers), numbers, np.nan)[places], findings


def _received(table: Table, column: Column, whose: Whose) -> tuple[Ints, list[Finding]]:
    """Who got it, int64 (N,): 1, 0, and -1 where that is not known; what was noticed."""
    read = [received_in(value) for value in column.values]
    places = _places(table, column, [None if got == -1 else got for got in read], whose)
    got = np.array([*(-1 if each is None else each for each in read), -1], np.int64)
    unknown = [each is None for each in read]
    return got[places], unread(table, column, counted(column, places), unknown, "received")


def _places(table: Table, column: Column, read: Sequence[float | None], whose: Whose) -> Ints:
    """The place among the values of what each respondent says, int64 (N,), -1 for nothing.

    Two texts of one number say the same, as 9 and 9.0; a blank says nothing.

    Raises:
        KanoError: for a formula that was never computed, and for texts that were not kept.
    """
    if cell := table.uncomputed.get(column.index):
        raise KanoError(
            f"the formula in cell {cell} was never computed, so its rating is not in the file",
            table.column_place(column),
            "open the file in a spreadsheet program and save it",
        )
    if column.open:
        raise KanoError(
            "holds free text, and was named as a column of ratings",
            table.column_place(column),
            "name the column that holds the ratings",
        )
    meant: list[Hashable] = []
    for text, number in zip(column.values, read, strict=True):
        said = None if is_missing(text) else normal(text)
        meant.append(said if number is None or isnan(number) else number)
    return whose(column, meant)
