"""Rows of a text file that are wider or narrower than its header."""

from collections.abc import Iterable, Sequence

from kano_cli.errors import KanoError
from kano_cli.readers.files.delimited import STRAY


class Widths:
    """Watches the rows that do not have as many cells as the header.

    Blank cells may be missing at the end of a row, and some exports add one. Text beyond the
    header means that a cell was cut in two by its own delimiter. And where all narrow rows are
    pieces that make whole rows together, cells were cut by line breaks.
    """

    def __init__(self, header: Sequence[str]) -> None:
        self.most = len(header)
        self.least = max((at + 1 for at, title in enumerate(header) if title.strip()), default=0)
        self.narrow = self.pieces = 0
        self._last, self._cells, self._rows = -1, 0, 0

    def too_wide(self, row: Sequence[str]) -> bool:
        """Whether there is text beyond the header."""
        return len(row) > self.most and any(cell.strip(STRAY) for cell in row[self.most :])

    def note(self, row: Sequence[str], record: int) -> bool:
        """Remember the row of this number; whether it ends a row that was cut to pieces."""
        if len(row) >= self.least:
            return False
        if record != self._last + 1 or self._cells >= self.least:
            self._cells, self._rows = 1, 0
        # A break inside a cell leaves one cell more than there was; a blank line counts as one.
        self._cells += max(len(row), 1) - 1
        self._last = record
        filled = any(row)
        self._rows += filled
        self.narrow += filled
        whole = self._cells == self.least
        self.pieces += self._rows if whole else 0
        return whole


def check_widths(
    header: Sequence[str], rows: Iterable[tuple[Sequence[str], int]], name: str
) -> None:
    """Refuse rows, each with its line, that were cut where they should not be.

    Raises:
        KanoError: with the first such row.
    """
    widths = Widths(header)
    torn = 0
    for record, (row, line) in enumerate(rows):
        if widths.too_wide(row):
            raise KanoError(
                f"the row has {len(row)} cells and the header {len(header)}",
                f"{name}, row {line}",
                "a cell that holds the delimiter needs quotes; or name it with --delimiter",
            )
        if widths.note(row, record) and not torn:
            torn = line
    if 0 < widths.narrow == widths.pieces:
        raise KanoError(
            "a line break in a cell cut this row off from the one above it",
            f"{name}, row {torn}",
            "export the file with quotes around its texts, or as XLSX",
        )
