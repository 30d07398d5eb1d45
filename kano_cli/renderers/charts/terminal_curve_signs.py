"""The signs that a curve is drawn with in a terminal, and their legend."""

from dataclasses import dataclass

from rich.text import Text

from kano_cli.renderers.documents.ranked_table import BOLD, DIM
from kano_cli.report.document.figures import CurveFigure


@dataclass(frozen=True)
class Signs:
    """Signs for how people leave and how they came, the way between, intervals, and neutral."""

    after: str
    before: str
    path: str
    flat: str
    up: str
    across: str
    down: str


UNICODE = Signs("●", "○", "·", "─", "│", "┄", "┊")
ASCII = Signs("#", "o", ".", "-", "|", ".", ":")


def legend(figure: CurveFigure, signs: Signs, neutral: str) -> Text:
    """What each sign is, as far as it was drawn."""
    entries = []
    if any(stop.after for stop in figure.stops):
        entries.append(Text.assemble((signs.after, BOLD), f" {figure.after}"))
    if any(stop.before for stop in figure.stops):
        entries.append(Text.assemble((signs.before, DIM), f" {figure.before}"))
    entries.append(Text.assemble((neutral, DIM), f" {figure.neutral}"))
    return Text("   ").join(entries)
