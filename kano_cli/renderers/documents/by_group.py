"""The page of `kano classify --by` in a terminal."""

from rich.console import Group, RenderableType
from rich.text import Text

from kano_cli.renderers.documents.dropped import both_results
from kano_cli.renderers.documents.ranked_table import BOLD, DIM, ranked_table
from kano_cli.renderers.documents.terminal import (
    LIST_BELOW,
    as_list,
    columns_explained,
    finding_line,
    headline_text,
)
from kano_cli.report.by_group import ByGroupPage


def by_group_view(
    page: ByGroupPage, width: int, *, explain_columns: bool = False, unicode: bool = True
) -> RenderableType:
    """A table for each group, or lists where there is no room for tables."""
    parts: list[RenderableType] = [headline_text(page.headline, width), Text()]
    for section in page.sections:
        mark = f"  {section.mark}" if section.mark else ""
        parts.append(Text.assemble((section.title, BOLD), (mark, DIM)))
        if width < LIST_BELOW:
            parts += as_list(section.page, unicode=unicode)
        else:
            parts.append(ranked_table(section.page, width, unicode=unicode))
        if gone := section.page.dropped:
            narrow = width < LIST_BELOW
            parts += [Text(), *both_results(gone, width, narrow=narrow, unicode=unicode)]
        parts.append(Text())
    parts += [Text(line, style=DIM) for line in page.legend]
    if explain_columns:
        narrow = width < LIST_BELOW
        parts += columns_explained(page.sections[0].page, narrow=narrow, unicode=unicode)
    if page.findings:
        parts += [Text(), *map(finding_line, page.findings)]
    return Group(*parts)
