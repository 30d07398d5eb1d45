"""The slides of a section as they fill up."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kano_cli.renderers.documents.office.texts import clean
from kano_cli.renderers.documents.report_pptx.pieces import (
    Piece,
    Placed,
    Slide,
    TextPiece,
    paragraph_height,
    text_height,
)
from kano_cli.renderers.documents.report_pptx.wording import cut
from kano_cli.renderers.documents.report_pptx.xml import Lines
from kano_cli.report.document.blocks import Section

GAP = 0.14
SHORT = 0.3
"""Text that takes no more of a slide than this shares it with a table or a chart."""


@dataclass
class Layout:
    """The slides of one section as they fill up."""

    section: Section
    width: float
    height: float
    accent_ink: str
    base: str
    title: str
    slides: list[Slide] = field(default_factory=list)
    used: float = 0
    placed: list[Placed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def left(self) -> float:
        """The height that is free on this slide."""
        return self.height - self.used

    def turn(self, title: str = "") -> None:
        """End this slide, if anything stands on it; the next has this or the last title."""
        if self.placed:
            self.slides.append(
                Slide(self.section.title, self.title, tuple(self.placed), tuple(self.notes))
            )
        self.placed, self.notes, self.used = [], [], 0
        self.title = title or self.base

    def put(self, piece: Piece, height: float, notes: Sequence[str] = ()) -> None:
        """Add a piece below the others."""
        self.placed.append(Placed(piece, self.used, height))
        self.used += height + GAP
        self.notes += [clean(note) for note in notes if note]


def add_text(made: Layout, several: Sequence[Lines]) -> None:
    """Paragraphs, from slide to slide; each stays whole if it can."""
    taken: list[Lines] = []
    queue = list(several)

    def flush() -> None:
        """Join the text that already stands at the end of this slide."""
        if not taken:
            return
        last = made.placed[-1] if made.placed else None
        if last is not None and isinstance(last.piece, TextPiece):
            made.placed.pop()
            made.used = last.top
            piece = TextPiece((*last.piece.paragraphs, *taken))
        else:
            piece = TextPiece(tuple(taken))
        made.put(piece, text_height(piece, made.width))
        taken.clear()

    while queue:
        lines = queue.pop(0)
        free = made.left - text_height(TextPiece(tuple(taken)), made.width)
        height = paragraph_height(lines, made.width)
        if height <= free:
            taken.append(lines)
            continue
        if height > made.height / 2 or (not made.placed and not taken):
            head, rest = cut(lines, made.width, free)
            if paragraph_height(head, made.width) <= free:
                taken.append(head)
                lines = rest if rest is not None else lines
                if rest is None:
                    continue
        flush()
        made.turn()
        queue.insert(0, lines)
    flush()
