"""Which rows of two sheets belong to the same respondent."""

from collections.abc import Collection, Sequence

import numpy as np

from kano_cli.core.categories import Ints
from kano_cli.errors import KanoError, shortened
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.roles import respondent_column
from kano_cli.readers.questions.asked import find_column
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.words import name_key


def joined_rows(
    tables: tuple[Table, Table],
    answers: Sequence[Collection[int]],
    questionnaire: Questionnaire | None = None,
) -> tuple[Ints, Ints]:
    """For each respondent the row on either sheet, int64 (N,) each; -1 where there is none.

    Args:
        tables: the two sheets.
        answers: the columns of either sheet that hold answers.
        questionnaire: may name the column that says who answered.

    Raises:
        KanoError: if nothing says which rows belong together, or a respondent stands twice.
    """
    people = [_respondents(table, questionnaire) for table in tables]
    if people[0] is None or people[1] is None:
        _check_rows(tables, answers)
        # By the rows of the sheets: a blank row on one of them must not shift the others.
        begins = [table.header_row for table in tables]
        at_row = [
            {table.row_number(row) - begin: row for row in range(table.rows)}
            for table, begin in zip(tables, begins, strict=True)
        ]
        numbers = sorted(at_row[0].keys() | at_row[1].keys())
        one, other = (np.array([at.get(n, -1) for n in numbers], np.int64) for at in at_row)
        return one, other
    places = [_rows_of(table, column) for table, column in zip(tables, people, strict=True)]
    everybody = list(dict.fromkeys([*places[0], *places[1]]))
    first, second = (np.array([at.get(one, -1) for one in everybody], np.int64) for at in places)
    return first, second


def _respondents(table: Table, questionnaire: Questionnaire | None) -> Column | None:
    """The column that says who answered: by the questionnaire, or by its own name."""
    if questionnaire and questionnaire.respondent:
        place = questionnaire.places.get("respondent", questionnaire.file)
        return find_column(table, questionnaire.respondent, place)
    return respondent_column(table)


def _rows_of(table: Table, column: Column | None) -> dict[str, int]:
    """The row of each respondent; the same one twice is refused, and so is a row of nobody."""
    rows: dict[str, int] = {}
    for row, person in enumerate(column.texts() if column else ()):
        if column and (person in rows or not person):
            raise KanoError(
                f'respondent "{shortened(person)}" stands in two rows'
                if person
                else "the row does not say who answered",
                table.cell_place(row, column),
                "give each row a respondent of its own",
            )
        rows[person] = row
    return rows


def _check_rows(tables: tuple[Table, Table], answers: Sequence[Collection[int]]) -> None:
    """Refuse sheets whose rows cannot belong together one by one."""
    one, other = tables
    place = f'{one.name} and "{shortened(other.sheet)}"'
    settle = "add a column respondent to both, or name the one there is under respondent: in a "
    if one.rows != other.rows:
        raise KanoError(
            f"the sheets have {one.rows} and {other.rows} rows of answers, and no column says "
            "which belong together",
            place,
            f"{settle}--questionnaire",
        )
    free = [
        {name_key(c.header): c for c in table.columns if c.index not in used and c.header}
        for table, used in zip(tables, answers, strict=True)
    ]
    for key in free[0].keys() & free[1].keys():
        mine, theirs = free[0][key], free[1][key]
        for row, (text, its) in enumerate(zip(mine.texts(), theirs.texts(), strict=True)):
            if text != its:
                raise KanoError(
                    f'the sheets differ in row {one.row_number(row)} of "{shortened(mine.header)}" '
                    f'("{shortened(text, 20)}" and "{shortened(its, 20)}"), so their rows may not '
                    "belong together",
                    place,
                    f"{settle}--questionnaire",
                )
