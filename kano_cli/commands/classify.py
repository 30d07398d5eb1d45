"""`kano classify`: from a survey file to a ranked table."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.by_group import by_group
from kano_cli.commands.console import shown, speaks_unicode, tell, view_width
from kano_cli.commands.options import Format
from kano_cli.commands.output import deliver, target_of
from kano_cli.commands.reading import read, read_options
from kano_cli.commands.reading_options import NOTHING_SAID, Said, with_reading_options
from kano_cli.errors import KanoError, listed, nearest

if TYPE_CHECKING:
    from kano_cli.core.categories import Category
    from kano_cli.core.result import KanoResult
    from kano_cli.findings import Finding
    from kano_cli.report.words import Words

ENDINGS = {
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TABLE,
}


@with_reading_options
def classify(
    survey: options.Surveys,
    questionnaire: options.Questionnaire = "",
    said: Said = NOTHING_SAID,
    table: options.Table = "",
    rule: options.Rule = "mode",
    confidence: options.Confidence = 0.95,
    simultaneous: options.Simultaneous = False,
    importance_scaled: Annotated[
        bool,
        typer.Option(
            "--importance-scaled",
            help="Show and rank by Better and Worse times the importance of each feature, 0 to 1.",
        ),
    ] = False,
    drop: options.Drop = "",
    by: options.By = "",
    weight: options.Weight = "",
    sort: options.Sort = "category",
    only: options.Only = "",
    top: options.Top = None,
    form: options.FormatOption = None,
    output: options.Output = "",
    lang: options.Lang = "",
    plot: Annotated[
        bool, typer.Option("--plot", help="Draw the map of Better and Worse under the table.")
    ] = False,
    explain_columns: Annotated[
        bool, typer.Option("--explain-columns", help="Say under the table what each column is.")
    ] = False,
) -> None:
    """Classify every feature of a survey and rank them."""
    from kano_cli.analysis import analyse, settings_of
    from kano_cli.checks.dropping import dropped_kinds
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    target = target_of(output, *survey, questionnaire)
    chosen = chosen_format(form, target)
    _check_plot(plot, by, chosen)
    wanted = chosen_categories(only, spoken)
    asked = read_options(questionnaire, said, by=by, weight=weight)
    settings = settings_of(
        table or None,
        rule,
        sort,
        confidence,
        asked.questionnaire,
        simultaneous=simultaneous,
        importance_scaled=importance_scaled,
    )
    dropped_kinds(drop)  # a word that is not known is refused before a large file is read
    if by:
        from kano_cli.comparison.segments import segments

        split = segments(read(survey, asked), settings, drop).shown(wanted, top)
        text = by_group(split, chosen, spoken, explain_columns, to_terminal=target is None)
        findings = split.findings
    else:
        result = analyse(read(survey, asked), settings, drop).shown(wanted, top)
        text = _rendered(
            result, chosen, spoken, explain_columns, plot=plot, to_terminal=target is None
        )
        findings = result.findings
    if chosen is Format.CSV:
        tell_findings(findings, spoken)
    deliver(text, target)


def tell_findings(findings: Iterable["Finding"], spoken: "Words") -> None:
    """Say beside a table of numbers what should be known about them: it has no place for it."""
    for finding in findings:
        message, hint = spoken.finding(finding)
        tell(f"{finding.severity.value} {finding.code}: {message}{f' ({hint})' if hint else ''}")


def chosen_format(form: Format | None, target: Path | None) -> Format:
    """The format that was named, else the one of the file's ending, else a table."""
    if form is not None:
        return form
    if target is None:
        return Format.TABLE
    if target.suffix.lower() not in ENDINGS:
        raise KanoError(
            f'the ending "{target.suffix}" names no format',
            str(target),
            f"end it in {', '.join(ENDINGS)}, or add --format",
        )
    return ENDINGS[target.suffix.lower()]


def _check_plot(plot: bool, by: str, form: Format) -> None:
    """Refuse a map where there is no room for one."""
    if plot and by:
        raise KanoError("draws one map, not one for each group", "--plot", "leave out --by")
    if plot and form is not Format.TABLE:
        raise KanoError(
            f"draws in a terminal, not in {form.value}",
            "--plot",
            "leave it out, or write a picture with kano chart",
        )


def chosen_categories(only: str, spoken: "Words") -> tuple["Category", ...]:
    """The categories that `--only` names, in our words, the field's, or those of the output."""
    from kano_cli.core.categories import CATEGORY_WORDS, Category, category_named

    own = {spoken.category(category).casefold(): category for category in Category}
    found = []
    for word in filter(None, (part.strip() for part in only.split(","))):
        category = own.get(word.casefold(), category_named(word))
        if category is None:
            near = nearest(word, [*CATEGORY_WORDS, *own], 1) or CATEGORY_WORDS
            raise KanoError(f'there is no category "{word}"', "--only", f"try {listed(near)}")
        found.append(category)
    return tuple(found)


def _rendered(
    result: "KanoResult",
    form: Format,
    spoken: "Words",
    explain_columns: bool,
    *,
    plot: bool,
    to_terminal: bool,
) -> str:
    """The result as text in a format."""
    if form is Format.JSON:
        from kano_cli.renderers.data.json import to_json

        return to_json(result)
    if form is Format.CSV:
        from kano_cli.renderers.data.csv import to_csv

        return to_csv(result)
    from kano_cli.report.page import classify_page

    page = classify_page(result, spoken)
    if form is Format.MARKDOWN:
        from kano_cli.renderers.documents.markdown import to_markdown

        return to_markdown(page, explain_columns=explain_columns)
    from kano_cli.renderers.documents.terminal import classify_view

    width = view_width(to_terminal=to_terminal)
    unicode = speaks_unicode() or not to_terminal
    view = classify_view(page, width, explain_columns=explain_columns, unicode=unicode)
    if plot:
        from kano_cli.renderers.charts.terminal_map import with_map
        from kano_cli.report.document.figures_of import map_figure

        ranks = {feature.id: str(feature.rank) for feature in result.features}
        view = with_map(view, map_figure(result, spoken), ranks, width, unicode=unicode)
    return shown(view, width, to_terminal=to_terminal)
