"""Stacked shares: a bar for each feature, or one for each group of it, the winning share marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kano_cli.core.categories import Category
from kano_cli.renderers.charts.legend import Drawn, heading, legend
from kano_cli.renderers.charts.lettering import Lettering, lettering, text_width
from kano_cli.renderers.charts.marks import silhouette
from kano_cli.renderers.charts.markup import Value, tag
from kano_cli.renderers.charts.themes import Theme, ink
from kano_cli.renderers.charts.writing import (
    HALO,
    LARGE,
    SMALL,
    TITLE,
    USUAL,
    height,
    lines_of,
    title,
    written,
)
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.document.figures import Bar, SharesFigure
from kano_cli.report.numbers import percent

EDGE = 16.0
ROW, SLIM = 30.0, 20.0
"""How high a row of a feature is, and a bar."""
_GAP = 12.0
_SIGN = 70.0
_MOST_LABEL = 0.34
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class _Row:
    """A bar with its label, or a feature's name over the bars of its groups."""

    label: Lettering
    bar: Bar | None
    whole: str
    inset: float

    @property
    def height(self) -> float:
        """How high the row is."""
        if self.bar is None:
            return height(len(self.label.lines), LARGE) + 8
        return max(height(len(self.label.lines), USUAL) + 8, ROW if not self.inset else ROW - 2)


def bars_drawing(figure: SharesFigure, width: float, theme: Theme, *, headed: bool) -> Drawn:
    """All bars under one another, with the legend above and shares in percent below."""
    room = width - 2 * EDGE
    top = heading(figure.title if headed else "", EDGE, EDGE, room, theme, TITLE)
    shapes = legend(figure.legend, EDGE, EDGE + top.height, room, theme)
    rows = _rows(figure.bars, room)
    down = EDGE + top.height + shapes.height + 10
    base = max((text_width(bar.base, SMALL) for bar in figure.bars), default=0.0)
    labels = max((row.label.width + row.inset for row in rows if row.bar), default=0.0)
    left, right = EDGE + labels + _GAP, width - EDGE - base - _GAP
    bottom = down + sum(row.height for row in rows)
    parts = [top.xml, shapes.xml, _grid(left, right, down, bottom, theme)]
    for row in rows:
        parts.append(_row(row, left, right, down, width - EDGE, theme))
        down += row.height
    parts.append(_ticks(figure.axis, left, right, bottom, theme))
    return Drawn("".join(parts), bottom + 18 + (22 if figure.axis else 0) + EDGE)


def _rows(bars: Sequence[Bar], room: float) -> list[_Row]:
    """A row for each bar; where bars are of groups, one more for each feature."""
    wide = room * _MOST_LABEL
    rows = []
    for _, members in groupby(bars, key=lambda bar: bar.id):
        same = list(members)
        if not any(bar.group for bar in same):
            rows += [_Row(lettering(b.label, wide, USUAL), b, b.label, 0.0) for b in same]
            continue
        name = lettering(same[0].label, room, LARGE, bold=True)
        rows.append(_Row(name, None, same[0].label, 0.0))
        rows += [_Row(lettering(b.group, wide - _GAP, USUAL), b, b.group, _GAP) for b in same]
    return rows


def _row(row: _Row, left: float, right: float, top: float, edge: float, theme: Theme) -> str:
    """A label, its bar and its base; or the name of a feature."""
    told = title(row.whole) if row.label.cut else ""
    if row.bar is None:
        bold: dict[str, Value] = {"font_weight": "600"}
        lines = lines_of(
            row.label.lines,
            EDGE,
            top + 6,
            theme,
            "text",
            "halo",
            size=LARGE,
            anchor="start",
            **bold,
            **HALO,
        )
        return tag("g", told, lines, class_="kc-feature")
    bar, middle = row.bar, top + row.height / 2
    tone = "quiet" if bar.unsure else "text"
    first = middle - height(len(row.label.lines), USUAL) / 2
    label = lines_of(row.label.lines, left - _GAP, first, theme, tone, anchor="end")
    beside = written(bar.base, edge, middle + 4, theme, "quiet", size=SMALL, anchor="end")
    return tag(
        "g",
        tag("g", told, label, data_label=bar.id),
        tag("g", title(bar.told), *_pieces(bar, left, right, middle, theme), data_bar=bar.id),
        beside,
    )


def _pieces(bar: Bar, left: float, right: float, middle: float, theme: Theme) -> list[str]:
    """The shares one after the other, each with its text where that fits; the winner outlined."""
    if any(share != share for share in bar.shares):
        return []
    parts, over, x = [], "", left
    for category, share, text in zip(Category, bar.shares, bar.texts, strict=True):
        wide = (right - left) * share
        if wide > 0:
            size = {"x": x, "y": middle - SLIM / 2, "width": wide, "height": SLIM}
            thin: dict[str, Value] = {**ink(theme, "halo"), "stroke_width": 1.0}
            parts.append(tag("rect", **size, fill=COLOURS[category], **thin,
                             data_share=category.word))  # fmt: skip
            won = category is bar.winner
            if won:
                over = _outline(size, theme, dashed=bar.unsure)
            parts.append(_said(category, text, x, wide, middle, won=won))
        x += wide
    return [*parts, over]


def _outline(size: dict[str, float], theme: Theme, *, dashed: bool) -> str:
    """What marks the winning share; broken where it is not sure."""
    look: dict[str, Value] = {**ink(theme, "outline"), "fill": "none", "stroke_width": 2.0}
    return tag(
        "rect", **{**size, "y": size["y"] - 2, "height": size["height"] + 4}, **look,
        stroke_dasharray="4 3" if dashed else None, data_winner="yes",
    )  # fmt: skip


def _said(category: Category, text: str, x: float, wide: float, middle: float, *, won: bool) -> str:
    """The share in its piece, after the category's shape if there is room for both."""
    ink_on = on(COLOURS[category])
    letters = text_width(text, SMALL, bold=won)
    sign = 14.0
    if wide >= letters + sign + 12 and won:
        start = x + (wide - letters - sign) / 2
        shape = silhouette(category, start + 5, middle, _SIGN, ink_on)
        return shape + _share(text, start + sign + letters / 2, middle, ink_on, bold=True)
    if wide >= letters + 6:
        return _share(text, x + wide / 2, middle, ink_on, bold=won)
    return ""


def _share(text: str, x: float, middle: float, fill: str, *, bold: bool) -> str:
    """A share as text on its colour."""
    weight = "600" if bold else None
    return tag("text", text, x=x, y=middle + 4, font_size=SMALL, text_anchor="middle",
               fill=fill, font_weight=weight)  # fmt: skip


def on(colour: str) -> str:
    """Black or white, whichever reads better on a colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#FFFFFF" if 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 else "#000000"


def _grid(left: float, right: float, top: float, bottom: float, theme: Theme) -> str:
    """Lines at each quarter of the whole."""
    at = [left + (right - left) * share for share in _TICKS]
    return "".join(
        tag("line", x1=x, y1=top - 4, x2=x, y2=bottom + 4, **ink(theme, "grid")) for x in at
    )


def _ticks(axis: str, left: float, right: float, bottom: float, theme: Theme) -> str:
    """What the lines stand for, and what is shared."""
    texts = [
        written(percent(share), left + (right - left) * share, bottom + 18, theme, "quiet",
                size=SMALL, anchor="middle")
        for share in _TICKS
    ]  # fmt: skip
    named = lettering(axis, right - left + 2 * EDGE, USUAL, lines=1).lines[0]
    middle = (left + right) / 2
    said = written(named, middle, bottom + 36, theme, size=USUAL, anchor="middle") if axis else ""
    return "".join([*texts, said])
