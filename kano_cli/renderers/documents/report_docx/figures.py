"""Figures on paper: pictures, or where nothing can draw them, their numbers."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from kano_cli.renderers.documents.office.bars import bars_by_page
from kano_cli.renderers.documents.office.pictures import figure_picture, fitted, picture_size
from kano_cli.report.document.blocks import (
    Cell,
    Column,
    Document,
    FigureBlock,
    Kind,
    TableBlock,
)
from kano_cli.report.document.figures import CurveFigure, Felt, Figure, MapFigure
from kano_cli.report.glyphs import glyph
from kano_cli.report.numbers import DASH, decimal

_PIXELS = 760
_MOST_BARS = 12


class Picture(NamedTuple):
    """A picture with its text alternative and its size in inches."""

    content: bytes
    alt: str
    width: float
    height: float


def pictures(
    block: FigureBlock, document: Document, room: tuple[float, float]
) -> Iterator[Picture]:
    """A figure as one picture, or several where it has many bars; none without a drawer."""
    several = list(_parts(block.figure))
    for at, figure in enumerate(several, start=1):
        content = figure_picture(figure, document.brand, document.language, _PIXELS)
        size = picture_size(content) if content else None
        if content and size:
            part = f" ({at}/{len(several)})" if len(several) > 1 else ""
            width, height = fitted(size, room)
            yield Picture(content, block.alt + part, width, height)


def _parts(figure: Figure) -> Iterator[Figure]:
    """What stands in one picture."""
    if isinstance(figure, MapFigure | CurveFigure):
        yield figure
    else:
        for bars in bars_by_page(figure.bars, _MOST_BARS):
            yield replace(figure, bars=bars)


def figure_tables(block: FigureBlock) -> Iterator[TableBlock]:
    """The numbers of a figure as a table with its caption."""
    figure = block.figure
    if isinstance(figure, CurveFigure):
        yield _curve_table(block, figure)
        return
    name = Column("feature", figure.title)
    if isinstance(figure, MapFigure):
        columns = (
            name,
            Column("x", figure.x.title, Kind.COEFFICIENT),
            Column("y", figure.y.title, Kind.COEFFICIENT),
        )
        points = tuple(
            (
                Cell(each.label, None, each.category, each.unsure),
                Cell(decimal(each.x), each.x),
                Cell(decimal(each.y), each.y),
            )
            for each in figure.points
        )
        notes = tuple(each for each in (figure.size_legend, figure.missing) if each)
        yield TableBlock(block.key, block.caption, columns, points, notes)
        return
    words = tuple(
        Column(category.word, f"{glyph(category)} {word}", Kind.SHARE)
        for category, word in figure.legend
    )
    rows = tuple(
        (
            Cell(f"{each.label} · {each.group}" if each.group else each.label),
            *(Cell(each.texts[category], each.shares[category]) for category, _ in figure.legend),
            Cell(each.base),
        )
        for each in figure.bars
    )
    yield TableBlock(block.key, block.caption, (name, *words, Column("base", "n")), rows)


def _curve_table(block: FigureBlock, figure: CurveFigure) -> TableBlock:
    """The means of a curve, before and after, with what is peak and end."""
    columns = (
        Column("touchpoint", figure.title),
        Column("before", figure.before, Kind.COEFFICIENT),
        Column("after", figure.after, Kind.COEFFICIENT),
        Column("turn", ""),
    )
    rows = tuple(
        (Cell(stop.label), _felt(stop.before), _felt(stop.after), Cell(stop.mark))
        for stop in figure.stops
    )
    return TableBlock(block.key, block.caption, columns, rows, (figure.neutral,))


def _felt(it: Felt | None) -> Cell:
    """A mean; a dash where nobody rated it."""
    return Cell(DASH) if it is None else Cell(it.text, it.mean)
