"""`kano compare`: groups of one survey, or several surveys, side by side."""

from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.classify import chosen_format, tell_findings
from kano_cli.commands.console import shown, speaks_unicode, view_width
from kano_cli.commands.options import Format
from kano_cli.commands.output import deliver, target_of
from kano_cli.commands.reading import read
from kano_cli.commands.reading_options import NOTHING_SAID, Said, with_reading_options

if TYPE_CHECKING:
    from kano_cli.comparison.record import GroupComparison
    from kano_cli.report.words import Words


@with_reading_options
def compare(
    surveys: Annotated[
        list[str],
        typer.Argument(
            metavar="SURVEY",
            help="One file with --by, or two and more, the oldest first; - reads standard input.",
        ),
    ],
    by: options.By = "",
    questionnaire: Annotated[
        list[str] | None,
        typer.Option(
            "--questionnaire",
            "-q",
            metavar="FILE",
            help="A questionnaire (YAML) for all files; or one for each, in their order.",
        ),
    ] = None,
    said: Said = NOTHING_SAID,
    table: options.Table = "",
    rule: options.Rule = "mode",
    confidence: options.Confidence = 0.95,
    drop: options.Drop = "",
    weight: options.Weight = "",
    fdr: Annotated[
        bool,
        typer.Option(
            "--fdr",
            help="Adjust p by Benjamini-Hochberg (few finds are false), not by Holm (likely none).",
        ),
    ] = False,
    permutation: Annotated[
        bool,
        typer.Option(
            "--permutation", help="Shuffle for every feature, also where no cell is thin."
        ),
    ] = False,
    sort: Annotated[
        str,
        typer.Option("--sort", metavar="ORDER", help="difference (what differs most), or file."),
    ] = "difference",
    form: options.FormatOption = None,
    output: options.Output = "",
    lang: options.Lang = "",
) -> None:
    """Compare groups of people in a survey, or one survey with the next."""
    from kano_cli.comparison.compare import compare as compared
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    asked = questionnaire or []
    target = target_of(output, *surveys, *asked)
    chosen = chosen_format(form, target)
    comparison = compared(
        *surveys,
        by=by,
        questionnaire=asked,
        table=table or None,
        rule=rule,
        confidence=confidence,
        fdr=fdr,
        permutation=permutation,
        sort=sort,
        drop=drop,
        weight=weight,
        reader=read,
        **said,
    )
    text = _rendered(comparison, chosen, spoken, to_terminal=target is None)
    if chosen is Format.CSV:
        tell_findings(comparison.findings, spoken)
    deliver(text, target)


def _rendered(
    comparison: "GroupComparison", form: Format, spoken: "Words", *, to_terminal: bool
) -> str:
    """A comparison as text in a format."""
    if form is Format.JSON:
        from kano_cli.renderers.data.comparison_json import comparison_json

        return comparison_json(comparison)
    if form is Format.CSV:
        from kano_cli.renderers.data.comparison_csv import comparison_csv

        return comparison_csv(comparison)
    from kano_cli.report.groups import groups_page

    page = groups_page(comparison, spoken)
    if form is Format.MARKDOWN:
        from kano_cli.renderers.documents.grouped_markdown import groups_markdown

        return groups_markdown(page)
    from kano_cli.renderers.documents.grouped import groups_view

    width = view_width(to_terminal=to_terminal)
    view = groups_view(page, width, unicode=speaks_unicode() or not to_terminal)
    return shown(view, width, to_terminal=to_terminal)
