"""What the shapes mean, and which number is which feature."""

from collections.abc import Sequence
from dataclasses import dataclass

from kano_cli.core.categories import Category
from kano_cli.renderers.charts.lettering import lettering, text_width
from kano_cli.renderers.charts.marks import LEAST_AREA, MOST_AREA, mark
from kano_cli.renderers.charts.markup import Value, tag
from kano_cli.renderers.charts.themes import Theme, ink
from kano_cli.renderers.charts.writing import (
    LARGE,
    LINE,
    USUAL,
    baseline,
    height,
    lines_of,
    title,
    written,
)

ROW = 22.0
_SIGN = 90.0
_GAP = 20.0
_COLUMN = 230.0


@dataclass(frozen=True)
class Drawn:
    """A part of a drawing: its XML, and how high it is."""

    xml: str
    height: float


NOTHING = Drawn("", 0.0)


def legend(
    entries: Sequence[tuple[Category, str]], x: float, top: float, room: float, theme: Theme
) -> Drawn:
    """The shape and the word of each category, in as many rows as they need."""
    parts, at, row = [], x, 0
    for category, word in entries:
        text = lettering(word, room - 24, USUAL, lines=1)
        wide = 22 + text.width
        if at > x and at + wide > x + room:
            at, row = x, row + 1
        middle = top + ROW * row + ROW / 2
        sign = mark(category, at + 7, middle, _SIGN, theme)
        parts += [sign, written(text.lines[0], at + 20, middle + 4, theme)]
        at += wide + _GAP
    return Drawn(tag("g", *parts), ROW * (row + 1)) if parts else NOTHING


def size_legend(text: str, x: float, top: float, room: float, theme: Theme) -> Drawn:
    """What the size of a mark says, beside three of growing size."""
    if not text:
        return NOTHING
    look: dict[str, Value] = {**ink(theme, "outline"), "fill": "none", "stroke_width": 1.25}
    areas = (LEAST_AREA, MOST_AREA * 0.45, MOST_AREA)
    middle = top + ROW / 2 + 2
    rings = [
        tag("circle", cx=x + 8 + 20 * at, cy=middle, r=0.56 * area**0.5, **look)
        for at, area in enumerate(areas)
    ]
    said = lettering(text, room - 72, USUAL, lines=3)
    first = middle - USUAL * LINE / 2
    return Drawn(
        tag("g", *rings, lines_of(said.lines, x + 68, first, theme)),
        max(ROW + 4, height(len(said.lines), USUAL) + 8),
    )


def note(text: str, x: float, top: float, room: float, theme: Theme) -> Drawn:
    """A remark under a chart."""
    if not text:
        return NOTHING
    said = lettering(text, room, USUAL, lines=8)
    drawn = lines_of(said.lines, x, top, theme, "quiet")
    whole = title(text) if said.cut else ""
    return Drawn(tag("g", whole, drawn), height(len(said.lines), USUAL) + 6)


def heading(text: str, x: float, top: float, room: float, theme: Theme, size: float) -> Drawn:
    """The title above a chart."""
    if not text:
        return NOTHING
    said = lettering(text, room, size, bold=True)
    drawn = lines_of(said.lines, x, top, theme, size=size, font_weight="600")
    return Drawn(drawn, height(len(said.lines), size) + 10)


@dataclass(frozen=True)
class KeyEntry:
    """One line of the key: a number, the feature's shape and its name."""

    number: str
    name: str
    category: Category | None
    hollow: bool


def key(entries: Sequence[KeyEntry], x: float, top: float, room: float, theme: Theme) -> Drawn:
    """Which number is which feature, in columns that are read from top to bottom."""
    if not entries:
        return NOTHING
    columns = max(int(room // _COLUMN), 1)
    wide = room / columns
    digits = max(text_width(entry.number, LARGE, bold=True) for entry in entries)
    names = [lettering(entry.name, wide - digits - 40, USUAL) for entry in entries]
    most = -(-len(entries) // columns)
    parts, deepest = [], 0.0
    for column in range(columns):
        down = top
        for at in range(column * most, min((column + 1) * most, len(entries))):
            entry, name, left = entries[at], names[at], x + column * wide
            line = baseline(down, USUAL)
            parts.append(tag(
                "g",
                title(entry.name) if name.cut else "",
                written(entry.number, left + digits, line, theme, anchor="end", font_weight="600"),
                mark(entry.category, left + digits + 14, line - 4, _SIGN, theme,
                     hollow=entry.hollow),
                lines_of(name.lines, left + digits + 27, down, theme),
            ))  # fmt: skip
            down += height(len(name.lines), USUAL) + 5
        deepest = max(deepest, down)
    return Drawn(tag("g", *parts, class_="kc-key"), deepest - top)
