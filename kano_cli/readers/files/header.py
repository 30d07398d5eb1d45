"""Which row holds the names of the columns, and which rows below it hold no answers either."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kano_cli.errors import KanoError

_WIDE = 0.8
# Humanitarian exchange tags, and what Qualtrics writes under its questions.
_TAG = re.compile(r"#[a-z]")
_IMPORT_ID = '{"ImportId"'


@dataclass(frozen=True)
class Header:
    """The names of the columns; `row` and `body`, where the answers begin, count from 0.

    `rows` are all rows that the names were made of. `codes` has the short name that a survey tool
    gives a question beside its text, blank where there is none.
    """

    row: int
    body: int
    titles: tuple[str, ...]
    codes: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()

    def code(self, column: int) -> str:
        """The short name of a column, if it has one."""
        return self.codes[column] if column < len(self.codes) else ""

    def title(self, column: int) -> str:
        """The name of a column; beyond the header it has none."""
        return self.titles[column] if column < len(self.titles) else ""


def plain_header(rows: Sequence[Sequence[str]], row: int) -> Header:
    """One row as the header, and what follows it without being an answer passed over."""
    return Header(row, body_below(rows, row), tuple(rows[row]), (), (row,))


def body_below(rows: Sequence[Sequence[str]], row: int) -> int:
    """Where the answers begin below a row of the header: after tags and import marks."""
    body = row + 1
    while body < len(rows) and _is_about_columns(rows[body]):
        body += 1
    return body


def _is_about_columns(row: Sequence[str]) -> bool:
    """Whether a row says something of the columns, and answers nothing."""
    filled = [cell for cell in row if cell]
    tags = sum(bool(_TAG.match(cell)) for cell in filled)
    return any(cell.startswith(_IMPORT_ID) for cell in filled) or 1 < tags == len(filled)


def header_row(
    rows: Sequence[Sequence[str]],
    numbers: Sequence[int],
    place: str,
    is_answer: Callable[[str], bool],
    wanted: int | None = None,
) -> int:
    """The header among `rows`, counted from 0: the first wide row above the first answers.

    Rows with a title, a date or a legend above it are narrow, or hold answers, and are passed
    over. The first wide row and not the last: the first respondent may have answered nothing.

    Raises:
        KanoError: if there is no row, no header, or nothing below it.
    """
    filled = [sum(bool(cell) for cell in row) for row in rows]
    if not any(filled):
        raise KanoError("holds no text", place, "export the answers again")
    if wanted is not None:
        return _declared(filled, numbers, place, wanted)
    first = next((at for at in range(len(rows)) if _goes_on(rows, at, is_answer)), len(rows))
    above = [
        0 if _answers(row, is_answer) > 1 else width
        for row, width in zip(rows[:first], filled[:first], strict=True)
    ]
    answers = _answers(rows[first], is_answer) if first < len(rows) else 1
    widest = max(above, default=0)
    if widest < _WIDE * answers:
        raise KanoError(
            f"row {numbers[first]} already holds answers, and no row above it names the columns",
            place,
            "add a row above with a name for each column, such as search_functional",
        )
    return next(at for at, width in enumerate(above) if width >= _WIDE * widest)


def _declared(filled: Sequence[int], numbers: Sequence[int], place: str, wanted: int) -> int:
    """The row that the user names."""
    if wanted not in numbers:
        raise KanoError(
            f"there is no row {wanted}",
            f"{place}, --header-row",
            f"its rows are {numbers[0]} to {numbers[-1]}",
        )
    at = numbers.index(wanted)
    if not filled[at]:
        raise KanoError(
            f"row {wanted} is blank", f"{place}, --header-row", "name the row with the column names"
        )
    return at


def _answers(row: Sequence[str], is_answer: Callable[[str], bool]) -> int:
    """How many cells of a row are answers."""
    return sum(bool(cell) and is_answer(cell) for cell in row)


def _goes_on(rows: Sequence[Sequence[str]], at: int, is_answer: Callable[[str], bool]) -> bool:
    """Whether two cells of a row are answers, in columns that hold answers below, too."""
    found = 0
    for column, cell in enumerate(rows[at]):
        if cell and is_answer(cell):
            below = (row[column] for row in rows[at + 1 :] if column < len(row) and row[column])
            found += is_answer(next(below, cell))
        if found == 2:
            return True
    return False
