"""`kano explain`: one feature, recomputable with a pencil."""

from typing import Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.console import shown, speaks_unicode, view_width, write
from kano_cli.commands.reading import read, read_options
from kano_cli.commands.reading_options import NOTHING_SAID, Said, with_reading_options


@with_reading_options
def explain(
    survey: options.Survey,
    feature: Annotated[
        str, typer.Argument(metavar="FEATURE", help="The id or the name of a feature.")
    ],
    questionnaire: options.Questionnaire = "",
    said: Said = NOTHING_SAID,
    table: options.Table = "",
    rule: options.Rule = "mode",
    confidence: options.Confidence = 0.95,
    simultaneous: options.Simultaneous = False,
    drop: options.Drop = "",
    weight: options.Weight = "",
    lang: options.Lang = "",
) -> None:
    """Show one feature, each number with its formula."""
    from kano_cli.analysis import analyse, find_feature, settings_of
    from kano_cli.checks.dropping import dropped_kinds
    from kano_cli.renderers.documents.explained import explain_view
    from kano_cli.report.explanation import explain_page
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    asked = read_options(questionnaire, said, weight=weight)
    settings = settings_of(
        table or None,
        rule,
        "category",
        confidence,
        asked.questionnaire,
        simultaneous=simultaneous,
    )
    dropped_kinds(drop)  # a word that is not known is refused before a large file is read
    answers = read(survey, asked)
    result = analyse(answers, settings, drop)
    found = find_feature(result, feature)
    questions = next(
        (each.functional, each.dysfunctional) for each in answers.features if each.id == found.id
    )
    page, width = explain_page(result, found, spoken, questions), view_width()
    write(shown(explain_view(page, width, unicode=speaks_unicode()), width))
