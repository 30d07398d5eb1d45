"""People who stand in a table twice: by their id, or because a whole row is there again."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kano_cli.errors import KanoError
from kano_cli.findings import Finding
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.category_roles import category_roles
from kano_cli.readers.layouts.roles import long_roles
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import find_column
from kano_cli.readers.questions.values import is_missing

Rows = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Again:
    """The rows, bool (N,), of people who stand further up already, and who is in each row.

    `nobody`, bool (N,), are the rows that do not say who answered.
    """

    rows: Rows
    people: npt.NDArray[np.int64]
    nobody: Rows

    def who(self, stays: Rows) -> npt.NDArray[np.int64]:
        """A number for the respondent of each row that stays, int64 (N,); -1 for none."""
        return np.where(stays & ~self.nobody, self.people, -1)

    def findings(self) -> list[Finding]:
        """How many people stand there more than once."""
        people = len(np.unique(self.people[self.rows]))
        return [Finding("K208", {"count": people})] if people else []


def seen_before(
    table: Table, named: Sequence[Column], options: ReadOptions, stays: Rows, *, whole_rows: bool
) -> Again | None:
    """Which of the rows that stay are of a respondent further up; None if nothing tells.

    Args:
        table: the rows.
        named: the columns of a survey tool that say who answered.
        options: the questionnaire may name another column.
        stays: the rows that count, bool (N,).
        whole_rows: whether without an id equal rows are one: a survey tool writes the time.
    """
    if has_no_people(table, options):
        return None
    column = _respondents(table, named, options)
    if column is not None and not column.open:
        people = column.codes.astype(np.int64)
        often = np.bincount(people[stays], minlength=len(column.values)) > 1
        unnamed = [at for at, value in enumerate(column.values) if _is_nobody(value)]
        often[unnamed] = False
        counts = often[people] & stays
        nobody = np.isin(people, unnamed)
    elif whole_rows and column is None and not any(c.open for c in table.columns):
        cells = np.stack([c.codes for c in table.columns], axis=1)
        people = np.unique(cells, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int64)
        counts, nobody = stays, np.zeros(table.rows, np.bool_)
    else:
        return None
    places = np.flatnonzero(counts)
    _, first = np.unique(people[places], return_index=True)
    again = np.zeros(table.rows, np.bool_)
    again[np.delete(places, first)] = True
    return Again(again, people, nobody)


def _is_nobody(value: str) -> bool:
    """Whether a cell names nobody; ids have digits in them, and words for nobody have none."""
    return not any(map(str.isdigit, value)) and is_missing(value)


def has_no_people(table: Table, options: ReadOptions) -> bool:
    """Whether a row is an answer or a count: then a respondent stands in many of them."""
    if options.layout:
        return options.layout in ("long", "counts", "categories")
    return bool(long_roles(table) or category_roles(table))


def unproven(table: Table, options: ReadOptions) -> KanoError:
    """The refusal to leave out who is there twice where nothing tells who answered."""
    place = f"{table.name}, --exclude"
    if has_no_people(table, options):
        return KanoError(
            "its rows are no respondents, so nobody stands there twice",
            place,
            "take duplicated away",
        )
    if any(column.open for column in table.columns):
        return KanoError(
            "the file is too large to compare whole rows, and no column of ids is named",
            place,
            "name the column with the ids under respondent: in a --questionnaire, or take "
            "duplicated away",
        )
    return KanoError(
        "nothing says who answered, so it is not known who stands there twice",
        place,
        "name the column with the ids under respondent: in a --questionnaire, or take "
        "duplicated away",
    )


def _respondents(table: Table, named: Sequence[Column], options: ReadOptions) -> Column | None:
    """The column that says who answered: by the questionnaire, else by the survey tool."""
    asked = options.questionnaire
    if asked and asked.respondent:
        return find_column(table, asked.respondent, asked.places["respondent"])
    return named[0] if named else None
