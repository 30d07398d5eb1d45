"""The page of `kano journey` in a terminal: what was read, the journey, and what to know."""

from rich.console import Group, RenderableType
from rich.text import Text

from kano_cli.renderers.documents.blocks_terminal import blocks_view
from kano_cli.renderers.documents.ranked_table import BOLD
from kano_cli.renderers.documents.terminal import finding_line, headline_text
from kano_cli.report.journey_page import JourneyPage


def journey_view(page: JourneyPage, width: int, *, unicode: bool = True) -> RenderableType:
    """Everything that `kano journey` shows, for a terminal of this width."""
    parts: list[RenderableType] = [
        Text(page.title, BOLD, overflow="fold"),
        headline_text(page.headline, width),
        Text(),
        Text(),
        blocks_view(page.blocks(), width, unicode=unicode),
    ]
    if page.findings:
        parts += [Text(), *map(finding_line, page.findings)]
    return Group(*parts)
