"""The map in a terminal: signs and ranks between two axes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isnan
from string import ascii_lowercase

from rich.console import Group, RenderableType
from rich.style import Style
from rich.text import Text

from kano_cli.core.categories import Category
from kano_cli.errors import visible
from kano_cli.renderers.charts.axes import Scale, ticks
from kano_cli.renderers.charts.terminal_axes import (
    ASCII,
    LINES,
    MARGIN,
    below,
    corners,
    cuts,
    halves_up,
)
from kano_cli.renderers.charts.terminal_canvas import Canvas
from kano_cli.renderers.documents.ranked_table import BOLD, DIM, colour
from kano_cli.report.document.figures import MapFigure
from kano_cli.report.glyphs import glyph

NARROWEST, WIDEST = 20, 140
_LEAST_ROWS, _MOST_ROWS = 12, 32
_LIST_FROM, _REFERENCE = 18, len("(a)")


@dataclass(frozen=True)
class _Token:
    """One point as it is written: its sign, its rank, and where its sign stands."""

    category: Category | None
    sign: str
    rank: str
    column: int
    row: int


def map_view(
    figure: MapFigure, ranks: Mapping[str, str], width: int, *, unicode: bool = True
) -> RenderableType:
    """The map for a terminal of this width; `ranks` has what the table calls each point, by id."""
    wide = min(max(width, NARROWEST), WIDEST) - 1
    columns = wide - MARGIN
    rows = min(max(columns * 3 // 10, _LEAST_ROWS), _MOST_ROWS)
    x = Scale(figure.x, 1, columns - 3)
    y = Scale(figure.y, rows - 1, 0)
    canvas = Canvas(columns, rows)
    lines = LINES if unicode else ASCII
    cuts(canvas, x, y, lines)
    listed = _points(canvas, _tokens(figure, ranks, x, y, unicode=unicode))
    corners(canvas, figure.corners, x, y)
    parts: list[RenderableType] = [Text(visible(figure.title), style=BOLD), Text()]
    parts.append(halves_up(figure.y, lines))
    marked = {round(y.at(value)): text for value, text in ticks(figure.y)}
    for row in range(rows):
        label = marked.get(row, "")
        axis = lines[6] if label else lines[0]
        parts.append(Text.assemble((f"{label:>{MARGIN - 2}} {axis}", DIM), canvas.line(row)))
    parts += below(figure.x, x, columns, lines)
    parts += [Text(), _legend(figure.legend, wide, unicode=unicode), *listed]
    if figure.missing:
        parts.append(Text(visible(figure.missing), style=DIM))
    return Group(*parts)


def with_map(
    view: RenderableType,
    figure: MapFigure,
    ranks: Mapping[str, str],
    width: int,
    *,
    unicode: bool = True,
) -> RenderableType:
    """A view with the map under it."""
    return Group(view, Text(), map_view(figure, ranks, width, unicode=unicode))


def _tokens(
    figure: MapFigure, ranks: Mapping[str, str], x: Scale, y: Scale, *, unicode: bool
) -> list[_Token]:
    """Every point that has a place, from top to bottom and from left to right."""
    found = [
        _Token(
            point.category,
            _sign(point.category, unicode=unicode),
            ranks.get(point.id, str(at + 1)),
            round(x.at(point.x)),
            round(y.at(point.y)),
        )
        for at, point in enumerate(figure.points)
        if not (isnan(point.x) or isnan(point.y))
    ]
    return sorted(found, key=lambda token: (token.row, token.column))


def _sign(category: Category | None, *, unicode: bool) -> str:
    """The sign of a category, or its letter."""
    if category is None:
        return "–" if unicode else "-"
    return glyph(category) if unicode else category.letter


def _points(canvas: Canvas, tokens: Sequence[_Token]) -> list[Text]:
    """Write the points; those that would stand on each other share a place, or are listed."""
    listed: list[Text] = []
    for row, members in groupby(tokens, key=lambda token: token.row):
        for crowd in _crowds(list(members), canvas.columns):
            text = _told(crowd)
            if text.cell_len > _most(canvas.columns):
                name = _letters(len(listed))
                listed.append(Text.assemble((f"({name}) ", BOLD), _told(crowd, apart=True)))
                text = Text(f"({name})", style=BOLD)
            start = _start(crowd, text.cell_len, canvas.columns)
            for part in _runs(text):
                start = canvas.put(part[0], start, row, part[1])
    return listed


def _crowds(tokens: list[_Token], columns: int) -> list[list[_Token]]:
    """The points of a row, together where they would touch."""
    crowds = [[token] for token in tokens]
    at = 1
    while at < len(crowds):
        before, after = crowds[at - 1], crowds[at]
        end = _start(before, _width(before, columns), columns) + _width(before, columns)
        if end >= _start(after, _width(after, columns), columns):
            crowds[at - 1 : at + 1] = [sorted(before + after, key=_in_a_crowd)]
            at = max(at - 1, 1)
        else:
            at += 1
    return crowds


def _in_a_crowd(token: _Token) -> tuple[int, int, str]:
    """Points that share a place stand by category, then by rank."""
    place = len(Category) if token.category is None else token.category
    return place, len(token.rank), token.rank


def _most(columns: int) -> int:
    """How many cells a crowd may take; a larger one is listed."""
    return min(_LIST_FROM, columns // 2)


def _width(crowd: Sequence[_Token], columns: int) -> int:
    """How many cells a crowd takes in the map."""
    told = _told(crowd).cell_len
    return told if told <= _most(columns) else _REFERENCE


def _start(crowd: Sequence[_Token], wide: int, columns: int) -> int:
    """Where a crowd begins: at its first sign, but inside the frame."""
    return max(min(*(token.column for token in crowd), columns - wide), 0)


def _told(crowd: Sequence[_Token], *, apart: bool = False) -> Text:
    """Signs and ranks: `■3,5▲7`, or `■3 ■5 ▲7` in a list."""
    text, before = Text(), None
    for token in crowd:
        style = colour(token.category) + BOLD
        if apart:
            text.append(" " if text.plain else "").append(f"{token.sign}{token.rank}", style)
        elif before == token.sign:
            text.append(f",{token.rank}", style)
        else:
            text.append(f"{token.sign}{token.rank}", style)
        before = token.sign
    return text


def _runs(text: Text) -> list[tuple[str, Style]]:
    """The parts of a text, each with its style."""
    if not text.spans:
        return [(text.plain, Style.parse(str(text.style)))]
    return [
        (text.plain[span.start : span.end], span.style)
        for span in text.spans
        if isinstance(span.style, Style)
    ]


def _letters(at: int) -> str:
    """A to z, then aa and on."""
    first, last = divmod(at, len(ascii_lowercase))
    return (_letters(first - 1) if first else "") + ascii_lowercase[last]


def _legend(entries: Sequence[tuple[Category, str]], width: int, *, unicode: bool) -> Text:
    """The sign and the word of each category; none is broken at the end of a line."""
    text, filled = Text(), 0
    for category, word in entries:
        entry = Text(f"{_sign(category, unicode=unicode)} {visible(word)}", colour(category))
        if filled and filled + 2 + entry.cell_len > width:
            text.append("\n")
            filled = 0
        elif filled:
            text.append("  ")
            filled += 2
        text.append(entry)
        filled += entry.cell_len
    return text
