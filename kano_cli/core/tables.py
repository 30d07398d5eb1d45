"""Evaluation tables: which category a pair of answers makes."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kano_cli.core.categories import LETTERS, Answer, Category, Codes, Ints
from kano_cli.errors import KanoError

ABSENT = -1
"""A cell that the table does not have, as in the short 3x3 form."""


@dataclass(frozen=True, eq=False)
class EvaluationTable:
    """A named 5x5 table: functional answers down, dysfunctional answers across.

    `cells` is int8 (5, 5) of `Category` values, `ABSENT` where the form has no such answer.
    """

    name: str
    cells: Codes

    def category_counts(self, answer_counts: Ints) -> Ints:
        """Counts per category, int64 (F, 6), of answer counts (F, 5, 5).

        Args:
            answer_counts: pairs of answers per feature, int64 (F, 5, 5).

        Raises:
            KanoError: if somebody gave an answer that this table does not have.

        >>> grid = np.zeros((1, 5, 5), np.int64)
        >>> grid[0, 0, 4] = 7   # seven times like, dislike
        >>> STANDARD.category_counts(grid).tolist()
        [[0, 7, 0, 0, 0, 0]]
        """
        outside = answer_counts[:, self.cells == ABSENT]
        if outside.any():
            raise KanoError(
                f"{outside.sum()} pairs hold an answer that the table {self.name} lacks",
                hint="choose another with --table, or check which form was used",
            )
        counts = [answer_counts[:, self.cells == category].sum(axis=1) for category in Category]
        return np.stack(counts, axis=1)

    def category(self, functional: Answer, dysfunctional: Answer) -> Category | None:
        """What one pair of answers makes; None where the table lacks an answer."""
        cell = self.cells[functional - 1, dysfunctional - 1]
        return None if cell == ABSENT else Category(cell)

    def differences(self, other: "EvaluationTable") -> list[tuple[Answer, Answer]]:
        """The pairs of answers, functional first, that the two tables judge differently."""
        places = np.argwhere(self.cells != other.cells)
        return [(Answer(row + 1), Answer(column + 1)) for row, column in places]


def as_printed(name: str, grid: str) -> EvaluationTable:
    """The table whose rows `grid` spells in the field's letters, `.` where there is no cell."""
    letters = grid.replace(" ", "")
    cells = [LETTERS.index(letter) if letter != "." else ABSENT for letter in letters]
    return EvaluationTable(name, np.array(cells, np.int8).reshape(5, 5))


# Berger et al. (1993), p. 6 fig. 4; Sauerwein et al. (1996), p. 6 fig. 6
STANDARD = as_printed("standard", "QAAAO RIIIM RIIIM RIIIM RRRRQ")
# Pouliot in Berger et al. (1993), p. 31 and fig. 34 on p. 33
POULIOT = as_printed("pouliot", "QAAAO RQIIM RIIIM RIIQM RRRRQ")
# Peter (2024): rows like, must-be, neutral; columns neutral, live-with, dislike
SHORT3X3 = as_printed("short3x3", "..AAO ..IIM ..IIM ..... .....")

TABLES: Mapping[str, EvaluationTable] = {
    table.name: table for table in (STANDARD, POULIOT, SHORT3X3)
}


def custom_table(name: str, cells: Mapping[tuple[Answer, Answer], Category]) -> EvaluationTable:
    """A questionnaire's own table, from every one of its 25 cells.

    Args:
        name: what outputs call it; always printed, since a table can flip a category.
        cells: the category of each (functional, dysfunctional) pair.

    Raises:
        KanoError: naming the cells that are missing.
    """
    pairs = [(row, column) for row in Answer for column in Answer]
    missing = [f"{row.word}/{column.word}" for row, column in pairs if (row, column) not in cells]
    if missing:
        some = ", ".join(missing[:6]) + (" …" if len(missing) > 6 else "")
        raise KanoError(
            f"the evaluation table {name} lacks {len(missing)} of its 25 cells: {some}",
            hint="name a category for every pair of answers, functional first",
        )
    codes = np.array([cells[pair] for pair in pairs], np.int8).reshape(5, 5)
    return EvaluationTable(name, codes)
