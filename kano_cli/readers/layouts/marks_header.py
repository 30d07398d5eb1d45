"""Whether a sheet holds marks: a row that names the five answers again and again over them."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError
from kano_cli.readers.layouts.mark_signs import is_mark

Rows: TypeAlias = Sequence[Sequence[str]]
IsAnswer: TypeAlias = Callable[[str], Answer | None]

_HEAD = 20
_FIVE = len(Answer)


def marks_header(rows: Rows, is_answer: IsAnswer) -> int | None:
    """The row, counted from 0, that names the five answers again and again over marks.

    None where there is no such row among the first 20. In a table of answers five different
    ones may stand side by side, too, but there more answers stand below them.

    Args:
        rows: the cells of the sheet.
        is_answer: which answer a text is, if any.
    """
    for at, row in enumerate(rows[:_HEAD]):
        blocks = answer_blocks(row, is_answer)
        if blocks and _marked(rows[at + 1 :], blocks, is_answer):
            return at
    return None


def needs_marks(name: str) -> KanoError:
    """The refusal of a sheet that was declared to hold marks and does not."""
    return KanoError(
        "is no worksheet with marks: no row names the five answers side by side, over marked cells",
        name,
        "write all five over each respondent, as in like, must-be, neutral, live-with, dislike; "
        "answers in your own words belong under scale: in a --questionnaire",
    )


def answer_blocks(row: Sequence[str], is_answer: IsAnswer) -> list[tuple[int, ...]]:
    """The columns of each respondent: five neighbours with five different answers; else none."""
    answers = {at: answer for at, cell in enumerate(row) if cell and (answer := is_answer(cell))}
    columns = list(answers)
    blocks = [tuple(columns[at : at + _FIVE]) for at in range(0, len(columns), _FIVE)]
    whole = all(
        len({answers[column] for column in block}) == _FIVE and block[-1] - block[0] == _FIVE - 1
        for block in blocks
    )
    return blocks if whole else []


def _marked(below: Rows, blocks: Sequence[tuple[int, ...]], is_answer: IsAnswer) -> bool:
    """Whether the rows below hold marks and no answers; one respondent needs side words, too."""
    columns = {column for block in blocks for column in block}
    under: list[str] = []
    beside: list[str] = []
    for row in below:
        for at, cell in enumerate(row):
            if cell:
                (under if at in columns else beside).append(cell)
    if any(not is_mark(cell) and is_answer(cell) is not None for cell in under):
        return False
    from kano_cli.readers.layouts.mark_rows import SIDES, side_of

    sides = {side_of(cell) for cell in dict.fromkeys(beside)}
    if len(blocks) == 1:
        return sides >= set(SIDES)
    return bool(sides & set(SIDES)) or any(map(is_mark, under))
