"""A report as Markdown, as GitHub renders it: no tag but a line break and a fold."""

import re
from collections.abc import Iterable, Iterator

from kano_cli.core.categories import Category
from kano_cli.errors import visible
from kano_cli.renderers.data.csv import harmless
from kano_cli.renderers.documents.markdown import escaped, paragraph
from kano_cli.renderers.documents.report_html.labels import label, made_with
from kano_cli.renderers.documents.report_html.tables import NUMBERS
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Command,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Kind,
    Paragraph,
    Point,
    Section,
    TableBlock,
)
from kano_cli.report.document.figures import MapFigure, SharesFigure
from kano_cli.report.glyphs import glyph

_NOT_IN_AN_ANCHOR = re.compile(r"[^\w\- ]")
_BACKTICKS = re.compile("`+")


def markdown(document: Document) -> str:
    """The whole report as Markdown: figures become the numbers that they show."""
    chunks = [chunk for chunk in _document(document) if chunk]
    return "\n\n".join(chunks) + "\n"


def _document(document: Document) -> Iterator[str]:
    """Title, contents, sections and foot."""
    yield f"# {_text(document.title)}"
    yield _text(document.subtitle) and paragraph(visible(document.subtitle))
    said = ((label(document, "client"), document.client), (label(document, "day"), document.day))
    yield "<br>".join(f"{_text(name)}: {_text(text)}" for name, text in said if text)
    if document.sections:
        yield f"**{_text(label(document, 'contents'))}**"
        yield "\n".join(_contents(document.sections))
    for section in document.sections:
        yield f"## {_text(section.title)}"
        for block in section.blocks:
            yield from _block(block)
    yield "---"
    if document.brand.footer:
        yield paragraph(visible(document.brand.footer))
    yield _text(made_with(document))


def _contents(sections: Iterable[Section]) -> Iterator[str]:
    """A link to each section, by the anchor that GitHub gives its title."""
    used: dict[str, int] = {}
    for section in sections:
        plain = _NOT_IN_AN_ANCHOR.sub("", visible(section.title).strip().lower())
        anchor = plain.replace(" ", "-")
        again = used[anchor] = used.get(anchor, -1) + 1
        yield f"- [{_text(section.title)}](#{anchor}{f'-{again}' if again else ''})"


def _block(block: Block) -> Iterator[str]:
    """The chunks of one block."""
    match block:
        case Heading(text, level):
            yield f"{'#' * min(level + 2, 6)} {_text(text)}"
        case Paragraph(text, strong):
            said = paragraph(visible(text))
            yield f"**{said.strip()}**" if strong and said.strip() else said
        case Bullets(points):
            yield "\n".join(map(_point, points))
        case Facts(entries):
            yield "\n".join(f"- **{_text(name)}**: {_text(text)}" for name, text in entries)
        case TableBlock():
            yield f"**{_text(block.caption)}**"
            heads = [(column.heading, column.kind in NUMBERS) for column in block.columns]
            kinds = [column.kind for column in block.columns]
            rows = ([*map(_cell, row, kinds)] for row in block.rows)
            yield "\n".join(_table(heads, rows))
            yield from (paragraph(visible(note)) for note in block.notes)
        case FigureBlock():
            yield f"**{_text(block.caption)}**"
            yield paragraph(visible(block.alt))
            yield from _figure(block)
        case Command(text):
            yield _code(visible(text))


def _figure(block: FigureBlock) -> Iterator[str]:
    """What a figure shows: shares as a table, a map as what it says about each point.

    What a curve shows stands in its text and in the table below it.
    """
    match block.figure:
        case SharesFigure() as figure:
            grouped = any(bar.group for bar in figure.bars)
            signs = [(f"{glyph(category)} {name}", True) for category, name in figure.legend]
            heads = [("", False)] * (2 if grouped else 1) + [*signs, ("", True)]
            yield "\n".join(
                _table(
                    heads,
                    (
                        [
                            _name(bar.label),
                            *([_name(bar.group)] if grouped else []),
                            *_shares(bar.texts, bar.winner, figure),
                            _text(bar.base),
                        ]
                        for bar in figure.bars
                    ),
                )
            )
        case MapFigure() as figure:
            yield f"<details><summary>{_text(figure.title)}</summary>"
            told = (f"- {glyph(point.category)} {_text(point.told)}" for point in figure.points)
            yield "\n".join(told)
            yield paragraph(visible(figure.missing))
            yield "</details>"


def _shares(texts: tuple[str, ...], winner: Category | None, figure: SharesFigure) -> list[str]:
    """The printed shares in the order of the legend, the winner's in bold."""
    shares = dict(zip(Category, texts, strict=False))
    return [
        f"**{_text(shares[category])}**"
        if category is winner and shares.get(category)
        else _text(shares.get(category, ""))
        for category, _ in figure.legend
    ]


def _table(heads: list[tuple[str, bool]], rows: Iterable[list[str]]) -> Iterator[str]:
    """A table; numbers stand at the right."""
    yield f"| {' | '.join(_text(text) for text, _ in heads)} |"
    yield f"| {' | '.join('--:' if number else '---' for _, number in heads)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _cell(cell: Cell, kind: Kind) -> str:
    """A cell; a text that a spreadsheet would run is made plain text, a number is our own."""
    text = _text(cell.text) if kind in NUMBERS else _name(cell.text)
    if cell.category is None or cell.text.startswith(glyph(cell.category)):
        return text
    return f"{glyph(cell.category)} {text}"


def _point(point: Point) -> str:
    """A line of a list, its label first."""
    signs = f"{glyph(point.category)} " if point.category is not None else ""
    if point.label:
        return f"- {signs}**{_text(point.label.rstrip(':'))}**: {_text(point.text)}"
    return f"- {signs}{paragraph(visible(point.text))}"


def _code(text: str) -> str:
    """A line to copy, between fences that nothing in it can close."""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}sh\n{text}\n{fence}"


def _name(text: str) -> str:
    """A name from a survey: shown as it is, and nothing to a spreadsheet."""
    return _text(harmless(text))


def _text(text: str) -> str:
    """A text that Markdown shows and does nothing with."""
    return escaped(visible(text)).strip()
