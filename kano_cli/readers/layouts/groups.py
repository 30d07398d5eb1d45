"""Groups of people: the column of `--by`, as a group for each respondent."""

import re
from collections.abc import Collection

import numpy as np

from kano_cli.core.categories import Ints
from kano_cli.errors import KanoError, visible
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.roles import respondent_columns
from kano_cli.readers.questions.asked import find_column
from kano_cli.readers.questions.segments import segment_column, segment_named
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Groups
from kano_cli.study.words import normal

_NUMBER = re.compile(r"(\d+)")


def column_of_groups(
    table: Table,
    by: str,
    answers: Collection[Column] = (),
    questionnaire: Questionnaire | None = None,
) -> Column:
    """The column that `--by` names; `answers` are those of the questions.

    A question about people that the questionnaire asks goes by its id or its name.

    Raises:
        KanoError: if there is none, or it holds answers.
    """
    column = None
    if questionnaire and (question := segment_named(questionnaire, by)) is not None:
        column = segment_column(table, question, questionnaire)
    column = column or find_column(table, by, "--by")
    if column.index in {its.index for its in answers}:
        raise KanoError(
            "holds answers to a Kano question, which are what is compared",
            table.column_place(column),
            "name a column that says who people are",
        )
    if column.metadata or column.index in {its.index for its in respondent_columns(table)}:
        raise KanoError(
            "says who answered, or is the survey tool's own, and makes no groups",
            table.column_place(column),
            "name a column that says what kind of people they are",
        )
    return column


def groups_of(column: Column, places: Ints | None = None) -> Groups:
    """The group of each respondent, by the texts of a column.

    Args:
        column: what says it.
        places: for each respondent, int64 (N,), the place of their text among the values of the
            column, -1 for none; without it each row is a respondent.
    """
    texts = _spelled(column)
    there = {texts[place] for place in np.unique(column.codes).tolist()} - {""}
    named = tuple(sorted(there, key=in_order))
    order = {text: at for at, text in enumerate(named)}
    # One more, for the place -1: nobody knows.
    lookup = np.array([*(order.get(text, -1) for text in texts), -1], np.int64)
    rows = column.codes.astype(np.int64) if places is None else places
    return Groups(visible(column.header or column.key).strip(), named, lookup[rows])


def _spelled(column: Column) -> list[str]:
    """The group that each text of a column names, as most people spell it; "" for none.

    Capitals, spaces and quotes make no other group, and words that say nothing make none.
    """
    counts = column.counts().tolist()
    often: dict[str, tuple[int, str]] = {}
    for value, n in zip(column.values, counts, strict=True):
        shown = visible(value).strip()
        best = often.setdefault(normal(value), (n, shown))
        often[normal(value)] = max(best, (n, shown), key=lambda entry: entry[0])
    return ["" if is_missing(value) else often[normal(value)][1] for value in column.values]


def in_order(text: str) -> tuple[list[str | int], str]:
    """What texts are sorted by: 9 before 10, and capitals make no difference."""
    parts = _NUMBER.split(normal(text))
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], text
