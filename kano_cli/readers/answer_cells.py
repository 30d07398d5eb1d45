"""Where the answers stand on one of our own answer sheets, wherever its rows and columns went."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kano_cli.errors import KanoError, shortened
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import column_letter
from kano_cli.readers.files.workbook import Sheet
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.answer_sheet import ONE, SheetKey, SheetQuestion

FRESH_COPY = "fill in a new copy of the sheet, or undo what was changed in it"


@dataclass(frozen=True)
class Answered:
    """A question with the cell of each respondent, in a column counted from 0.

    `numbers` are the rows of these cells as the spreadsheet counts them: in a file of one
    respondent each question has a row of its own.
    """

    question: SheetQuestion
    cells: tuple[str, ...]
    column: int
    numbers: tuple[int, ...]

    def only(self, kept: Sequence[int]) -> "Answered":
        """The question with the cells of some of the respondents, counted from 0."""
        cells = tuple(self.cells[at] for at in kept)
        return replace(self, cells=cells, numbers=tuple(self.numbers[at] for at in kept))

    def address(self, respondent: int) -> str:
        """The cell of a respondent, counted from 0, as a spreadsheet names it."""
        return f"{column_letter(self.column)}{self.numbers[respondent]}"


def answered_questions(source: Source, sheet: Sheet, key: SheetKey) -> list[Answered]:
    """Each question with its cells, in the order of the form; rows that are blank are left alone.

    Raises:
        KanoError: for a question that cannot be found.
    """
    return (_of_one if key.layout == ONE else _of_rows)(source, sheet, key)


def place_of(source: Source, sheet: Sheet) -> str:
    """The file and the sheet, as messages name them."""
    return f'{source.name}, sheet "{shortened(sheet.name)}"'


def _of_one(source: Source, sheet: Sheet, key: SheetKey) -> list[Answered]:
    """The answers of one respondent: rows are found by their hidden first cell."""
    begins = [_cell(row, 0) for row in sheet.rows.rows]
    found = []
    for each in key.questions:
        at = _only(begins, each.key, each, "row", place_of(source, sheet))
        cell, number = _cell(sheet.rows.rows[at], each.column), sheet.rows.numbers[at]
        found.append(Answered(each, (cell,), each.column, (number,)))
    return found


def _of_rows(source: Source, sheet: Sheet, key: SheetKey) -> list[Answered]:
    """The answers of many: columns are found by the codes in the last row of the header."""
    rows, codes = sheet.rows.rows, {each.code for each in key.questions}
    header = max(range(len(rows)), key=lambda at: len(codes.intersection(rows[at])))
    columns = [
        _only(rows[header], each.code, each, "column", place_of(source, sheet))
        for each in key.questions
    ]
    kept = [
        at
        for at in range(header + 1, len(rows))
        if any(not is_missing(_cell(rows[at], column)) for column in columns)
    ]
    numbers = tuple(sheet.rows.numbers[at] for at in kept)
    return [
        Answered(each, tuple(_cell(rows[at], column) for at in kept), column, numbers)
        for each, column in zip(key.questions, columns, strict=True)
    ]


def _cell(row: Sequence[str], column: int) -> str:
    """A cell; beyond the end of a row it is blank."""
    return row[column] if column < len(row) else ""


def _only(cells: Sequence[str], wanted: str, question: SheetQuestion, what: str, place: str) -> int:
    """The place of the one cell that holds what is wanted.

    Raises:
        KanoError: if somebody took it away, or copied it.
    """
    found = [at for at, cell in enumerate(cells) if cell == wanted]
    if len(found) == 1:
        return found[0]
    gone = f"is there {len(found)} times" if found else "is gone"
    raise KanoError(
        f'the {what} of the question "{shortened(question.code)}" {gone}', place, FRESH_COPY
    )
