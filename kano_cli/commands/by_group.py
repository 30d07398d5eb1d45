"""`kano classify --by`: the result of each group as text in a format."""

from typing import TYPE_CHECKING

from kano_cli.commands.console import shown, speaks_unicode, view_width
from kano_cli.commands.options import Format

if TYPE_CHECKING:
    from kano_cli.comparison.segments import Segments
    from kano_cli.report.words import Words


def by_group(
    split: "Segments",
    form: Format,
    spoken: "Words",
    explain_columns: bool,
    *,
    to_terminal: bool,
) -> str:
    """Every group, one after the other."""
    if form is Format.JSON:
        from kano_cli.renderers.data.comparison_json import segments_json

        return segments_json(split)
    if form is Format.CSV:
        from kano_cli.renderers.data.comparison_csv import segments_csv

        return segments_csv(split)
    from kano_cli.report.by_group import by_group_page

    page = by_group_page(split, spoken)
    if form is Format.MARKDOWN:
        from kano_cli.renderers.documents.grouped_markdown import by_group_markdown

        return by_group_markdown(page, explain_columns=explain_columns)
    from kano_cli.renderers.documents.by_group import by_group_view

    width = view_width(to_terminal=to_terminal)
    view = by_group_view(
        page, width, explain_columns=explain_columns, unicode=speaks_unicode() or not to_terminal
    )
    return shown(view, width, to_terminal=to_terminal)
