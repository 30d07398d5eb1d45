"""The page of `kano compare` in a terminal: groups side by side, or one under another."""

from collections.abc import Callable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from kano_cli.renderers.documents.dropped import both_results
from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP, colour
from kano_cli.renderers.documents.terminal import finding_line, headline_text
from kano_cli.report.glyphs import in_letters
from kano_cli.report.group_tables import PlainTable
from kano_cli.report.groups import Cell, GroupRow, GroupsPage

NAME = 24
"""A name of a feature that is longer may go on below."""

HEAD = 12
"""So may a longer name of a group."""

LIST_BELOW = 60


def _full(cell: Cell) -> str:
    """Category, how sure, and of how many answers."""
    numbers = ", ".join(filter(None, (cell.sure, f"n {cell.answered}" if cell.answered else "")))
    return f"{cell.words}, {numbers}" if numbers else cell.words


def _sure(cell: Cell) -> str:
    """Category and how sure."""
    return f"{cell.words}, {cell.sure}" if cell.sure else cell.words


_FITS: tuple[Callable[[Cell], str], ...] = (
    _full, _sure, lambda cell: cell.words, lambda cell: cell.short,
)  # fmt: skip


def groups_view(page: GroupsPage, width: int, *, unicode: bool = True) -> RenderableType:
    """Everything that `kano compare` shows, for a terminal of this width."""
    parts: list[RenderableType] = [headline_text(page.headline, width), Text()]
    if page.warnings:
        parts += [*map(finding_line, page.warnings), Text()]
    fit = _fit(page, width)
    if fit is None:
        parts += _as_list(page, unicode=unicode)
    else:
        parts.append(_table(page, fit, width, unicode=unicode))
    parts += [Text(), *(Text(line, DIM) for line in page.legend)]
    if page.said:
        parts += [Text(), Text(page.said_title, BOLD), *_said(page, narrow=width < LIST_BELOW)]
    for table in page.tables:
        parts += [Text(), Text(table.title, BOLD)]
        narrow = _width(table) > width + max(0, _longest(table) - NAME)
        parts += _plain_list(table) if narrow else [_plain(table)]
    parts += [Text(), *(Text(note, DIM) for note in page.notes)]
    if page.dropped:
        narrow = width < LIST_BELOW
        parts += [Text(), *both_results(page.dropped, width, narrow=narrow, unicode=unicode)]
    if page.findings:
        parts += [Text(), *map(finding_line, page.findings)]
    return Group(*parts)


def _fit(page: GroupsPage, width: int) -> Callable[[Cell], str] | None:
    """How much a cell can say in this width; None where even a letter is too much."""
    names = min(_names(page), NAME)
    for fit in _FITS if width >= LIST_BELOW else ():
        widths = [names, *_columns(page, fit)]
        if sum(widths) + GAP * (len(widths) - 1) <= width:
            return fit
    return None


def _names(page: GroupsPage) -> int:
    """The cells of the longest name of a feature, or of the heading over them."""
    return max(map(cell_len, [page.headings[0], *(row.name for row in page.rows)]))


def _columns(page: GroupsPage, fit: Callable[[Cell], str]) -> list[int]:
    """The least width of each column behind the name: headings break between words."""
    cells = [[fit(cell) for cell in row.cells] for row in page.rows]
    columns = [*zip(*cells, strict=True)] if cells else []
    numbers = [[row.v for row in page.rows], [row.p for row in page.rows]]
    return [
        max([_least(heading), *map(cell_len, column)])
        for heading, column in zip(page.headings[1:], [*columns, *numbers], strict=True)
    ]


def _least(heading: str) -> int:
    """The narrowest a heading can be: its longest word, which is cut where it is very long."""
    return min(max(map(cell_len, heading.split())), HEAD)


def _table(page: GroupsPage, fit: Callable[[Cell], str], width: int, *, unicode: bool) -> Table:
    """A row per feature, a column per group, and the test behind them."""
    last, columns = len(page.headings) - 2, _columns(page, fit)
    natural = _names(page)
    room = width - sum(columns) - GAP * len(columns)
    table = Table.grid(padding=(0, GAP, 0, 0))
    for at, _ in enumerate(page.headings):
        table.add_column(
            justify="right" if at >= last else "left",
            overflow="fold",
            width=min(natural, room) if not at else None,
            min_width=columns[at - 1] if at else None,
        )
    table.add_row(*(Text(heading, BOLD) for heading in page.headings))
    for row in page.rows:
        cells = [_cell(cell, fit(cell), unicode=unicode) for cell in row.cells]
        style = Style() if row.differs else DIM
        table.add_row(
            Text(row.name, BOLD if row.differs else Style()),
            *cells,
            Text(row.v, style),
            Text(row.p, style),
        )
    return table


def _cell(cell: Cell, text: str, *, unicode: bool) -> Text:
    """A category in its colour; dim where it is not sure."""
    shown = text if unicode else in_letters(text)
    return Text(shown, colour(cell.category) + (DIM if cell.undecided else Style()))


def _as_list(page: GroupsPage, *, unicode: bool) -> Iterator[RenderableType]:
    """The features one under another, each with its groups below."""
    for row in page.rows:
        yield Text(row.name, BOLD)
        for heading, cell in zip(page.headings[1:-2], row.cells, strict=True):
            told = Text.assemble(f"{heading}: ", _cell(cell, _full(cell), unicode=unicode))
            yield Padding(told, (0, 0, 0, GAP))
        yield Padding(Text(_tested(page, row)), (0, 0, 0, GAP))


def _tested(page: GroupsPage, row: GroupRow) -> str:
    """V and p of a feature, on one line."""
    v, p = page.headings[-2:]
    return f"{v} {row.v}, {p} {row.p}"


def _said(page: GroupsPage, *, narrow: bool) -> Iterator[RenderableType]:
    """Who wants what, or what moved."""
    if narrow:
        for line in page.said:
            yield Padding(Text(line.label, BOLD if line.clear else Style()), (0, 0, 0, GAP))
            yield Padding(Text(line.text), (0, 0, 0, 2 * GAP))
        return
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(overflow="fold", max_width=NAME + HEAD)
    table.add_column(overflow="fold")
    for line in page.said:
        style = BOLD if line.clear else DIM
        table.add_row(Text(line.label, style), Text(line.text))
    yield Padding(table, (0, 0, 0, GAP))


def _longest(table: PlainTable) -> int:
    """The cells of the longest name in a table."""
    return max((cell_len(row[0]) for row in table.rows), default=0)


def _width(table: PlainTable) -> int:
    """The cells that a table takes where nothing is broken."""
    lines = [table.headings, *table.rows]
    columns = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    return sum(columns) + GAP * (len(columns) - 1)


def _plain(table: PlainTable) -> Table:
    """A table of numbers: words to the left, numbers to the right."""
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for at, _ in enumerate(table.headings):
        words = at < table.left
        grid.add_column(justify="left" if words else "right", no_wrap=at > 0, overflow="fold")
    grid.add_row(*(Text(heading, DIM) for heading in table.headings))
    for row in table.rows:
        grid.add_row(*(Text(cell) for cell in row))
    return grid


def _plain_list(table: PlainTable) -> Iterator[RenderableType]:
    """The rows of a table one under another."""
    for row in table.rows:
        if row[0]:
            yield Text(row[0], BOLD)
        told = _labelled(table.headings[1:], row[1:])
        yield Padding(Text(", ".join(told)), (0, 0, 0, GAP))


def _labelled(headings: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    """Each cell behind its heading."""
    for heading, cell in zip(headings, cells, strict=True):
        yield f"{heading} {cell}"
