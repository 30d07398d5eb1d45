"""Which row holds the names of the columns."""

from collections.abc import Callable, Sequence

from kano_cli.errors import KanoError

_WIDE = 0.8


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
