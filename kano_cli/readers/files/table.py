"""A table of answers: each column as its few different texts and a number per row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from kano_cli.errors import shortened
from kano_cli.readers.files.header import Header

RowCodes = npt.NDArray[np.unsignedinteger]


@dataclass(frozen=True, eq=False)
class Column:
    """One column below its header.

    `values` are the different texts in it, in order of first appearance; `codes`, unsigned
    (N,), says which of them each row holds. A column with more different texts than anybody
    answers with is `open`: its texts are not kept, and it is nothing but free text.
    `code` is the short name that a survey tool gives the question beside its text, if it does.
    In a file that no spreadsheet opens, columns are `lettered` no more and go by their name.
    A column of `metadata` is the survey tool's own, and holds no answer to any question.
    """

    index: int
    header: str
    values: tuple[str, ...]
    codes: RowCodes
    open: bool = False
    code: str = ""
    lettered: bool = True
    metadata: bool = False

    @property
    def letter(self) -> str:
        """The column as a spreadsheet names it: A, B, …, Z, AA; else its own name in quotes."""
        return column_letter(self.index) if self.lettered else f'"{shortened(self.key, 40)}"'

    @property
    def key(self) -> str:
        """What the column is called in its file: the short name, where there is one."""
        return self.code or self.header

    @property
    def reference(self) -> str:
        """The column as `columns:` in a questionnaire names it."""
        return f"column {self.letter}" if self.lettered else self.letter

    @property
    def place(self) -> str:
        """The column with its header, as messages name it."""
        return self.titled(60)

    def titled(self, size: int) -> str:
        """The column with the first `size` characters of its header."""
        name = f' "{shortened(self.header, size)}"' if self.lettered else ""
        return f"column {self.letter}{name}"

    def counts(self) -> npt.NDArray[np.int64]:
        """How many rows hold each value, int64 (len(values),)."""
        return np.bincount(self.codes, minlength=len(self.values))

    def first_row(self, value: int) -> int:
        """The first row, counted from 0, that holds a value."""
        return int(np.argmax(self.codes == value))

    def texts(self) -> tuple[str, ...]:
        """The text of every row."""
        return tuple(self.values[code] for code in self.codes.tolist())


@dataclass(frozen=True, eq=False)
class Table:
    """One sheet: columns of equal length, and how to say where a cell is.

    `uncomputed` has, by column counted from 0, the first cell whose formula was never computed.
    `unit` is what the file calls a row: row, or record in JSON. `header_rows` are all rows that
    the names of the columns were made of. `respondents` is int64 (rows,): the same number is the
    same person, -1 where nobody is named; None where nothing says who answered. `dated` are
    columns of free text of which the days are kept: the beginnings of their texts. Where rows of
    several files stand one under another, `file_of` is the file of each.
    """

    file: str
    columns: tuple[Column, ...]
    rows: int
    row_number: Callable[[int], int]
    sheet: str = ""
    header_row: int = 1
    uncomputed: Mapping[int, str] = field(default_factory=dict)
    unit: str = "row"
    header_rows: tuple[int, ...] = ()
    respondents: npt.NDArray[np.int64] | None = None
    dated: tuple[Column, ...] = ()
    file_of: Callable[[int], str] | None = None

    @property
    def name(self) -> str:
        """The file, and the sheet where there are sheets."""
        return f'{self.file}, sheet "{shortened(self.sheet)}"' if self.sheet else self.file

    def column_place(self, column: Column) -> str:
        """A column as messages name it."""
        return f"{self.name}, {column.place}"

    def cell_place(self, row: int, column: Column) -> str:
        """A cell as messages name it; `row` counts the answers from 0."""
        return f"{self.row_place(row)}, {column.place}"

    def row_place(self, row: int) -> str:
        """A row of answers, counted from 0, as messages name it."""
        name = self.file_of(row) if self.file_of else self.name
        return f"{name}, {self.unit} {self.row_number(row)}"


def column_letter(index: int) -> str:
    """The letters of a column counted from 0.

    >>> column_letter(0), column_letter(25), column_letter(26), column_letter(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The column, counted from 0, that a spreadsheet gives these letters.

    >>> column_index("A"), column_index("AA")
    (0, 26)
    """
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def table_of_rows(
    file: str,
    sheet: str,
    rows: Sequence[Sequence[str]],
    row_numbers: Sequence[int],
    header: Header,
) -> Table:
    """The table below its header; rows without any text are left out."""
    width = max(len(header.titles), *(len(row) for row in rows[header.row :]))
    body = [
        (row, number)
        for row, number in zip(rows[header.body :], row_numbers[header.body :], strict=True)
        if any(row)
    ]
    numbers = [number for _, number in body]
    columns = []
    for index in range(width):
        texts = [row[index] if index < len(row) else "" for row, _ in body]
        title = header.title(index)
        values, codes = _encoded(texts)
        if title.strip() or any(values):
            columns.append(Column(index, title, values, codes, code=header.code(index)))
    return Table(
        file,
        tuple(columns),
        len(body),
        numbers.__getitem__,
        sheet,
        row_numbers[header.row],
        header_rows=tuple(row_numbers[row] for row in header.rows),
    )


def _encoded(texts: Sequence[str]) -> tuple[tuple[str, ...], RowCodes]:
    """The different texts in order of appearance, and each row's place among them."""
    place: dict[str, int] = {}
    codes = [place.setdefault(text, len(place)) for text in texts]
    return tuple(place), np.array(codes, dtype=np.uint32)
