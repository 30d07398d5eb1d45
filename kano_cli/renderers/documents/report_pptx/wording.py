"""Blocks of text as paragraphs for a slide."""

from collections.abc import Iterator, Sequence

from kano_cli.renderers.documents.office.colours import INK, MUTED, category_ink
from kano_cli.renderers.documents.office.texts import clean
from kano_cli.renderers.documents.report_pptx.pieces import (
    CodePiece,
    TextPiece,
    code_height,
    paragraph_height,
    text_height,
)
from kano_cli.renderers.documents.report_pptx.xml import Lines, Run
from kano_cli.report.document.blocks import Bullets, Command, Heading, Paragraph, Point
from kano_cli.report.glyphs import glyph

SIZES = (18.0, 16.0, 14.0)
"""Letter heights of running text, largest first."""
SMALL = 10.5
CODE = 11.0
_MONOSPACE = "Consolas"


def paragraphs_of(
    block: Heading | Paragraph | Bullets, points: float, accent_ink: str
) -> tuple[Lines, ...]:
    """A heading, sentences or a list in letters of this height."""
    if isinstance(block, Heading):
        run = Run(block.text, bold=True, colour=accent_ink)
        return (Lines((run,), points + 2 if block.level == 1 else points, before=10),)
    if isinstance(block, Paragraph):
        return (Lines((Run(block.text, bold=block.strong),), points, before=6),)
    return tuple(_bullet(point, points) for point in block.points)


def _bullet(point: Point, points: float) -> Lines:
    """One line of a list: the sign of its category, its label, its text."""
    ink = category_ink(point.category)
    label = clean(point.label)
    runs = [Run(f"{label.removesuffix(':')}: ", bold=True, colour=ink)] if label else []
    sign = glyph(point.category) if point.category is not None else "•"
    return Lines((*runs, Run(point.text)), points, 7, bullet=sign, bullet_colour=ink)


def small_print(texts: Sequence[str]) -> TextPiece:
    """Notes below a table or a figure."""
    shown = (Lines((Run(text, colour=MUTED),), SMALL, before=3) for text in texts if text)
    return TextPiece(tuple(shown))


def message(text: str) -> tuple[str, str]:
    """The first sentence of a caption, for the title, and what else it says."""
    first, dot, rest = clean(text).partition(". ")
    return f"{first}{dot.strip()}".removesuffix("."), rest


def caption(text: str) -> Lines:
    """The line above a table that does not begin a slide."""
    return Lines((Run(text, bold=True, colour=INK),), 13, before=6)


def code_pieces(block: Command, room: float, most: float) -> Iterator[CodePiece]:
    """A command, in as many pieces as it takes to stay on a slide."""
    text = clean(block.text)
    size = len(text)
    while size > 1 and code_height(CodePiece(text[:size], CODE), room) > most:
        size = size * 3 // 4
    for at in range(0, len(text), size):
        yield CodePiece(text[at : at + size], CODE)


def code_lines(piece: CodePiece) -> Lines:
    """The command in letters that all are as wide."""
    return Lines((Run(piece.text, font=_MONOSPACE),), piece.points)


def best_size(
    blocks: Sequence[Heading | Paragraph | Bullets], room: float, height: float, accent_ink: str
) -> float:
    """The largest letters in which all text of a section stays on one slide."""
    for points in SIZES:
        all_of_it = [line for block in blocks for line in paragraphs_of(block, points, accent_ink)]
        if text_height(TextPiece(tuple(all_of_it)), room) <= height:
            return points
    return SIZES[-1]


def cut(lines: Lines, room: float, height: float) -> tuple[Lines, Lines | None]:
    """As much of a paragraph as `height` holds, between two words, and the rest."""
    if paragraph_height(lines, room) <= height:
        return lines, None
    words = [(run, word) for run in lines.runs for word in run.text.split(" ")]
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        fits = paragraph_height(_joined(lines, words[:middle]), room) <= height
        low, high = (middle, high) if fits else (low, middle - 1)
    rest = words[low:]
    return _joined(lines, words[:low]), _joined(lines, rest) if rest else None


def _joined(lines: Lines, words: Sequence[tuple[Run, str]]) -> Lines:
    """A paragraph of these words, each as its run looked."""
    runs: list[Run] = []
    last: Run | None = None
    for run, word in words:
        if run is last:
            runs[-1] = Run(f"{runs[-1].text} {word}", run.bold, run.colour, run.font)
        else:
            runs.append(Run(word, run.bold, run.colour, run.font))
        last = run
    return Lines(
        tuple(runs), lines.points, lines.before, lines.bullet, lines.bullet_colour, lines.align
    )
