"""What stands on a slide, with its height, before any slide is made."""

from dataclasses import dataclass
from typing import TypeAlias

from kano_cli.renderers.documents.office.columns import LINE, Sheet
from kano_cli.renderers.documents.office.texts import lines as line_count
from kano_cli.renderers.documents.report_pptx.xml import Lines
from kano_cli.report.document.figures import Bar, CurveFigure, MapFigure, SharesFigure


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class TextPiece:
    """Paragraphs."""

    paragraphs: tuple[Lines, ...]


@dataclass(frozen=True)
class GridPiece:
    """Some rows of a table, with their heights; `told` is its text alternative."""

    sheet: Sheet
    begin: int
    end: int
    headed: bool
    heights: tuple[float, ...]
    told: str


@dataclass(frozen=True)
class CodePiece:
    """A command line, to be copied."""

    text: str
    points: float


@dataclass(frozen=True)
class MapPiece:
    """A map."""

    figure: MapFigure
    alt: str


@dataclass(frozen=True)
class SharesPiece:
    """Some bars of shares."""

    figure: SharesFigure
    bars: tuple[Bar, ...]
    alt: str


@dataclass(frozen=True)
class CurvePiece:
    """An emotion curve."""

    figure: CurveFigure
    alt: str


Piece: TypeAlias = TextPiece | GridPiece | CodePiece | MapPiece | SharesPiece | CurvePiece


@dataclass(frozen=True)
class Placed:
    """A piece and where it stands, in inches below the top of the slide's body."""

    piece: Piece
    top: float
    height: float


@dataclass(frozen=True)
class Slide:
    """A slide: the part of the report, its message, its pieces and its speaker's notes."""

    section: str
    title: str
    placed: tuple[Placed, ...]
    notes: tuple[str, ...] = ()


def paragraph_height(lines: Lines, room: float) -> float:
    """How high a paragraph becomes in `room` inches."""
    room -= lines.points * 1.5 / 72 if lines.bullet else 0
    bold = any(run.bold for run in lines.runs)
    rows = line_count(lines.text, lines.points, room, bold=bold)
    return (rows * lines.points * LINE + lines.before) / 72


def text_height(piece: TextPiece, room: float) -> float:
    """How high paragraphs become."""
    return sum(paragraph_height(each, room) for each in piece.paragraphs)


def code_height(piece: CodePiece, room: float) -> float:
    """How high a command line becomes; its letters are all as wide as the widest."""
    letters = max(1, int((room - 0.3) * 72 / (piece.points * 0.62)))
    return (-(-len(piece.text) // letters)) * piece.points * LINE / 72 + 0.2
