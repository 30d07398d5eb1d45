"""A field of cells to draw on with signs, as a terminal shows them."""

from itertools import groupby

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

NO_STYLE = Style()


class Canvas:
    """A field of cells, each with a sign and its style."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._cells = [[(" ", NO_STYLE)] * columns for _ in range(rows)]
        self._taken: set[tuple[int, int]] = set()

    def put(self, text: str, column: int, row: int, style: Style, *, keep: bool = True) -> int:
        """Write a text; the column after it. What is kept is not for corner names to write on."""
        for sign in text:
            wide = cell_len(sign)
            if not wide or column + wide > self.columns:
                continue
            self._cells[row][column] = (sign, style)
            for filled in range(column, column + wide):
                if keep:
                    self._taken.add((filled, row))
                if filled > column:
                    self._cells[row][filled] = ("", style)
            column += wide
        return column

    def free(self, column: int, row: int, wide: int) -> bool:
        """Whether a text of this width would stand on nothing that was kept."""
        return not any((at, row) in self._taken for at in range(column - 1, column + wide + 1))

    def line(self, row: int) -> Text:
        """One row as text."""
        text = Text(no_wrap=True, overflow="crop")
        for style, run in groupby(self._cells[row], key=lambda cell: cell[1]):
            text.append("".join(sign for sign, _ in run), style)
        return text
