"""Figures: charts inside the page, in parts that a sheet of paper can hold."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from kano_cli.renderers.charts.svg import svg
from kano_cli.renderers.charts.themes import Theme
from kano_cli.renderers.documents.report_html.escaping import escaped, tag
from kano_cli.report.document.blocks import Document, FigureBlock
from kano_cli.report.document.figures import Bar, Figure, SharesFigure

WIDE, NARROW = 920, 340
"""How wide a chart is drawn, in pixels: for a desk and for paper, and for a phone."""

# Texts are escaped, so that a tag can only be the chart's own.
_RIMMED = re.compile(r'<text [^<>]*paint-order="stroke"[^<>]*>')
_RIM = re.compile(r' (?:stroke[a-z-]*|paint-order)="[^"]*"')

MOST_BARS = 26
"""How many bars a sheet of paper holds."""


def figure_html(
    block: FigureBlock, place: str, number: str, document: Document, theme: Theme
) -> str:
    """A figure: its caption, its chart or charts, and in words what it shows.

    A screen may be wide or narrow, and the style sheet shows the one that fits; paper is wide.
    """
    widths = (WIDE, NARROW) if theme == "auto" else (WIDE,)
    drawn = list(parts(block.figure))
    charts = "\n".join(
        tag("div", _chart(part, width, f"{place}-{at}", document, theme), class_=_screen(width))
        for at, part in enumerate(drawn, 1)
        for width in widths
    )
    named = tag("b", escaped(f"{number}.")) + " " + escaped(block.caption)
    caption = tag("figcaption", named, id=f"{place}-caption")
    told = tag("p", escaped(block.alt), class_="told", id=f"{place}-told") if block.alt else ""
    return tag(
        "figure",
        f"\n{caption}\n{charts}\n{told}\n",
        class_="parts" if len(drawn) > 1 else None,
        aria_labelledby=f"{place}-caption",
        aria_describedby=f"{place}-told" if told else None,
    )


def _chart(figure: Figure, width: int, place: str, document: Document, theme: Theme) -> str:
    """One chart as an element, its ids its own.

    The library that prints paints a rim over its text, whatever `paint-order` says: no rims then.
    """
    drawn = svg(
        figure,
        width=width,
        theme=theme,
        standalone=False,
        prefix=f"{place}-{width}",
        fonts=document.brand.fonts,
        language=document.language,
    )
    if theme == "auto":
        return drawn
    return _RIMMED.sub(lambda text: _RIM.sub("", text[0]), drawn)


def _screen(width: int) -> str:
    """The class of a chart, by the screen that it is for."""
    return "chart wide" if width == WIDE else "chart narrow"


def parts(figure: Figure) -> Iterator[Figure]:
    """A figure of many bars in parts; the groups of one feature stay together."""
    if not isinstance(figure, SharesFigure) or len(figure.bars) <= MOST_BARS:
        yield figure
        return
    part: list[Bar] = []
    for _, together in groupby(figure.bars, key=lambda bar: bar.id):
        bars = list(together)
        if part and len(part) + len(bars) > MOST_BARS:
            yield replace(figure, bars=tuple(part))
            part = []
        part += bars
    yield replace(figure, bars=tuple(part))
