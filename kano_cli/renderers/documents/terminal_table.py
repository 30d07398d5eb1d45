"""A table of a document in a terminal: as wide as it must be, or a list of its rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP
from kano_cli.renderers.documents.terminal_signs import coloured, folded, words_of
from kano_cli.report.document.blocks import Cell, Kind, TableBlock
from kano_cli.report.numbers import DASH

PHASE = "phase"
"""The key of a column whose values stand above the rows that share them."""

_NUMBERS = (Kind.COUNT, Kind.SHARE, Kind.COEFFICIENT, Kind.SCORE, Kind.P_VALUE)
_WORD = 14
"""A longer word may be broken where a table would not fit otherwise."""

_FEW, _SENTENCE, _ROOM = 12, 40, 30
"""The least room for a few words; from how many cells on a text is a sentence; its least room."""

_LEAVE = ("n", "interval", "agreement")
"""How keys of columns end that go where there is no room: bases, intervals, what is said above."""

_LISTED = 1
"""A list of rows goes without so many of them."""

_INTERVAL = "_interval"
"""How the key of a column of intervals ends; it begins with the key of what they are of."""

_HEAD = 2
"""Headings and the rule under them."""


@dataclass(frozen=True)
class _Field:
    """A column: its heading, its cells, and whether they are numbers."""

    key: str
    heading: str
    cells: Sequence[Text]
    number: bool

    @property
    def most(self) -> int:
        """The cells of the terminal that it takes where only its heading is folded."""
        return max([self._head, *(cell.cell_len for cell in self.cells)])

    @property
    def least(self) -> int:
        """The narrowest that it can be: numbers are never broken, and few words are."""
        if self.number:
            return self.most
        words = [cell_len(word) for cell in self.cells for word in words_of(cell.plain)]
        least = min(max([self._head, *words]), max(self._head, _WORD))
        return max(least, min(self.most, _ROOM if self.most > _SENTENCE else _FEW))

    @property
    def whole(self) -> int:
        """The cells that it takes where its heading is not folded either."""
        return max(self.most, cell_len(self.heading))

    @property
    def _head(self) -> int:
        """The longest word of the heading, which breaks between words."""
        return max(map(cell_len, words_of(self.heading)), default=0)


def as_table(block: TableBlock, width: int, *, unicode: bool = True) -> list[RenderableType] | None:
    """The table with as many columns as have room, every number whole; None where too few have.

    Those that may go leave in the order of `_LEAVE`.
    """
    phases, every = _fields(block, unicode=unicode)
    for kept in _kept(every):
        gaps = GAP * (len(kept) - 1)
        widths = [field.least for field in kept]
        if sum(widths) <= width - gaps:
            break
    else:
        return None
    # What a table says comes before its headings: these are unfolded with what room is left.
    for wanted in ([field.most for field in kept], [field.whole for field in kept]):
        widths = widened(widths, wanted, width - gaps)
    head = _grid(kept, widths)
    head.add_row(*map(folded, (Text(field.heading, BOLD) for field in kept), widths))
    parts: list[RenderableType] = [head, Text("─" * (sum(widths) + gaps), DIM)]
    for phase, rows in groupby(range(len(block.rows)), lambda at: phases[at] if phases else ""):
        if phase:
            parts += [Text()] if len(parts) > _HEAD else []
            parts.append(folded(Text(phase, BOLD + DIM), width))
        body = _grid(kept, widths)
        for at in rows:
            body.add_row(*map(folded, (field.cells[at] for field in kept), widths))
        parts.append(body)
    return parts


def as_list(block: TableBlock, width: int, *, unicode: bool = True) -> Iterator[RenderableType]:
    """The rows one under another: what each is about, its numbers with intervals, its texts."""
    phases, every = _fields(block, unicode=unicode)
    fields = _kept(every)[_LISTED]
    intervals = {
        field.key.removesuffix(_INTERVAL): field for field in fields if _is_interval(field)
    }
    for at in range(len(block.rows)):
        if phases and phases[at] and (not at or phases[at] != phases[at - 1]):
            yield from [Text()] if at else []
            yield folded(Text(phases[at], BOLD + DIM), width)
        title = fields[0].cells[at].copy()
        title.stylize(BOLD)
        yield folded(title, width)
        told = [field for field in fields[1:] if field.cells[at].plain not in ("", DASH)]
        numbers = [_labelled(each, at, intervals.get(each.key)) for each in told if each.number]
        texts = [_labelled(each, at) for each in told if not (each.number or _is_interval(each))]
        for line in [*([Text(", ").join(numbers)] if numbers else []), *texts]:
            yield Padding(folded(line, width - GAP), (0, 0, 0, GAP))


def _kept(fields: "list[_Field]") -> "list[list[_Field]]":
    """Which columns may stay: all of them, then fewer and fewer."""
    kept = [fields]
    for leaves in _LEAVE:
        kept.append([field for field in kept[-1] if field.key.rpartition("_")[2] != leaves])
    return kept


def _is_interval(field: "_Field") -> bool:
    """Whether a column has the intervals of another."""
    return field.key.endswith(_INTERVAL)


def _labelled(field: "_Field", at: int, interval: "_Field | None" = None) -> Text:
    """A cell behind its heading, and its interval behind that."""
    between = " " if field.heading.endswith("?") else ": "
    made = Text.assemble((field.heading, DIM), (between, DIM), field.cells[at])
    if interval is None or interval.cells[at].plain == DASH:
        return made
    return made + Text.assemble(" (", interval.cells[at], ")")


def _fields(block: TableBlock, *, unicode: bool) -> tuple[list[str], list["_Field"]]:
    """The phase of each row, if the table has such a column, and all others that say something."""
    phases: list[str] = []
    fields = []
    for at, column in enumerate(block.columns):
        cells = [row[at] for row in block.rows]
        if not at and column.key == PHASE:
            phases = [cell.text if cell.text != DASH else "" for cell in cells]
            continue
        if cells and all(cell.text == DASH for cell in cells):
            continue  # it says nothing, and takes room
        fields.append(
            _Field(
                column.key,
                column.heading,
                [_cell(cell, unicode=unicode) for cell in cells],
                column.kind in _NUMBERS,
            )
        )
    return phases, fields


def _cell(cell: Cell, *, unicode: bool) -> Text:
    """A cell as it is shown."""
    return coloured(cell.text, cell.category, unsure=cell.unsure, unicode=unicode)


def _grid(fields: Sequence["_Field"], widths: Sequence[int]) -> Table:
    """Columns of these widths; what is too long goes on below."""
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for field, cells in zip(fields, widths, strict=True):
        grid.add_column(justify="right" if field.number else "left", overflow="fold", width=cells)
    return grid


def widened(widths: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Columns as wide as they want to be, if there is room.

    The narrow ones get all that they want first, and the wide ones share what is left.

    >>> widened([5, 10, 10], [5, 40, 30], 65), widened([5, 10], [5, 12], 40)
    ([5, 30, 30], [5, 12])
    """
    widths = list(widths)
    for _ in range(room - sum(widths)):
        narrow = [at for at, cells in enumerate(widths) if cells < wanted[at]]
        if not narrow:
            break
        widths[min(narrow, key=lambda at: widths[at])] += 1
    return widths
