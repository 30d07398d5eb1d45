"""The page of `kano explain` in a terminal."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP, colour
from kano_cli.renderers.documents.terminal import headline_text
from kano_cli.report.explanation import Cell, Explanation
from kano_cli.report.formulas import Line
from kano_cli.report.glyphs import glyph, in_letters


def explain_view(page: Explanation, width: int, *, unicode: bool = True) -> RenderableType:
    """The verdict, the grid of answers, and a line per number."""
    verdict = page.verdict if unicode else in_letters(page.verdict)
    parts: list[RenderableType] = [headline_text(page.headline, width), Text()]
    parts += _title(Text(page.name, BOLD), Text(verdict, colour(page.category)), width)
    parts += [Text(), *_lines(page.questions, width), Text()] if page.questions else [Text()]
    parts += _grid(page, _cells(page, unicode=unicode), width)
    parts += [Text(), *map(Text, page.totals), Text(), *_lines(page.lines, width)]
    return Group(*parts)


def _title(name: Text, verdict: Text, width: int) -> Iterator[RenderableType]:
    """The name with the verdict beside it, or under it."""
    if name.cell_len + 3 + verdict.cell_len <= width:
        yield Text.assemble(name, "   ", verdict)
    else:
        yield name
        yield verdict


def _lines(lines: tuple[Line, ...], width: int) -> Iterator[RenderableType]:
    """Labels with texts beside them, or under them where there is little room."""
    label_width = max(cell_len(label) for label, _ in lines)
    if 3 * label_width > width:
        for label, text in lines:
            if label:
                yield Text(label, BOLD)
            yield Padding(Text(text, overflow="fold"), (0, 0, 0, GAP))
        return
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, text in lines:
        table.add_row(Text(label, BOLD), Text(text))
    yield table


def _grid(page: Explanation, cells: list[list[str]], width: int) -> Iterator[RenderableType]:
    """The 5x5 answers as a table; its corner above it, or a list, where there is little room."""
    if not page.grid:
        yield Text(page.corner, DIM)
        return
    columns = zip(
        *([answer, *row] for answer, row in zip(page.answers, cells, strict=True)), strict=True
    )
    first, *others = (max(map(cell_len, column)) for column in columns)
    heads = [cell_len(answer) for answer in page.answers]
    grid = sum(GAP + max(pair) for pair in zip(others, heads, strict=True))
    if max(first, cell_len(page.corner)) + grid <= width:
        yield _as_table(page, cells, page.corner)
        return
    yield Text(page.corner, DIM)
    yield _as_table(page, cells, "") if first + grid <= width else _as_list(page, cells)


def _cells(page: Explanation, *, unicode: bool) -> list[list[str]]:
    """The 25 cells as text."""
    return [[_cell(cell, unicode=unicode) for cell in row] for row in page.grid]


def _cell(cell: Cell, *, unicode: bool) -> str:
    """How many people, and what that makes."""
    signs = [glyph(cell.category)] if unicode or cell.category is None else []
    return " ".join(filter(None, [cell.count, *signs, cell.letter]))


def _as_table(page: Explanation, texts: list[list[str]], corner: str) -> Table:
    """A row per functional answer, a column per dysfunctional one."""
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(no_wrap=True)
    for _ in page.answers:
        table.add_column(justify="right", no_wrap=True)
    table.add_row(Text(corner, DIM), *(Text(answer, BOLD) for answer in page.answers))
    for answer, row, cells in zip(page.answers, texts, page.grid, strict=True):
        shown = [Text(t, colour(c.category)) for t, c in zip(row, cells, strict=True)]
        table.add_row(Text(answer, BOLD), *shown)
    return table


def _as_list(page: Explanation, texts: list[list[str]]) -> Group:
    """One functional answer under another, with the five dysfunctional ones under each."""
    parts: list[RenderableType] = []
    for answer, row, cells in zip(page.answers, texts, page.grid, strict=True):
        parts.append(Text(answer, BOLD))
        for head, text, cell in zip(page.answers, row, cells, strict=True):
            line = Text.assemble(f"{head} ", (text, colour(cell.category)))
            parts.append(Padding(line, (0, 0, 0, GAP)))
    return Group(*parts)
