"""`kano journey`: the customer's journey, what each touchpoint is and where to excel."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.console import shown, speaks_unicode, view_width
from kano_cli.commands.output import deliver, target_of
from kano_cli.commands.reading import inspect_line, read, read_options
from kano_cli.commands.reading_options import NOTHING_SAID, Said, with_reading_options
from kano_cli.errors import KanoError

if TYPE_CHECKING:
    from kano_cli.report.journey_page import JourneyPage
    from kano_cli.report.words import Words


class JourneyFormat(StrEnum):
    """What `--format` takes."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


ENDINGS = {
    ".json": JourneyFormat.JSON,
    ".md": JourneyFormat.MARKDOWN,
    ".markdown": JourneyFormat.MARKDOWN,
    ".txt": JourneyFormat.TABLE,
}

_DRAFT = ("--write", "study.yaml")


@with_reading_options
def journey(
    survey: options.Survey,
    questionnaire: options.Questionnaire = "",
    said: Said = NOTHING_SAID,
    dose: Annotated[
        int,
        typer.Option(
            "--dose", metavar="N", min=0, help="Choose at most so many wow features to excel with."
        ),
    ] = 2,
    table: options.Table = "",
    rule: options.Rule = "mode",
    confidence: options.Confidence = 0.95,
    drop: options.Drop = "",
    weight: options.Weight = "",
    form: Annotated[
        JourneyFormat | None,
        typer.Option(
            "--format", "-f", case_sensitive=False, help="Default: by the ending of -o, else table."
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file, whole or not at all: .json, .md or .txt. - is stdout.",
        ),
    ] = "",
    lang: options.Lang = "",
) -> None:
    """Show the customer's journey: what each touchpoint is, and where to excel.

    Touchpoints, moments and columns of ratings are named by the questionnaire; what it does not
    name is absent, and the page says what would add it.
    """
    from kano_cli.analysis import analyse, settings_of, those_who_stay
    from kano_cli.checks.dropping import dropped_kinds
    from kano_cli.journey.analyse import analyse_journey
    from kano_cli.report.journey_page import journey_page
    from kano_cli.report.words import chosen_language, words
    from kano_cli.study.questionnaire import Questionnaire

    spoken = words(chosen_language(lang))
    target = target_of(output, survey, questionnaire)
    chosen = _format(form, target)
    asked = read_options(questionnaire, said, weight=weight)
    settings = settings_of(table or None, rule, "category", confidence, asked.questionnaire)
    dropped_kinds(drop)  # a word that is not known is refused before a large file is read
    answers = read(survey, asked)
    result = analyse(answers, settings, drop)
    told = asked.questionnaire or Questionnaire(answers.origin.file, answers.features)
    found = analyse_journey(
        those_who_stay(answers, settings, drop), result, told, dose, settings.confidence
    )
    if chosen is JourneyFormat.JSON:
        from kano_cli.renderers.data.journey_json import journey_json

        deliver(journey_json(found), target)
        return
    draft = "" if questionnaire or survey == "-" else inspect_line(survey, asked, *_DRAFT)
    page = journey_page(found, spoken, told.title, draft)
    deliver(_rendered(page, chosen, spoken, to_terminal=target is None), target)


def _format(form: JourneyFormat | None, target: Path | None) -> JourneyFormat:
    """The format that was named, else the one of the file's ending, else a table."""
    if form is not None or target is None:
        return form or JourneyFormat.TABLE
    if target.suffix.lower() not in ENDINGS:
        raise KanoError(
            f'the ending "{target.suffix}" names no format',
            str(target),
            f"end it in {', '.join(ENDINGS)}, or add --format",
        )
    return ENDINGS[target.suffix.lower()]


def _rendered(
    page: "JourneyPage", form: JourneyFormat, spoken: "Words", *, to_terminal: bool
) -> str:
    """A page as text in a format."""
    if form is JourneyFormat.MARKDOWN:
        from kano_cli.renderers.documents.report_markdown import markdown
        from kano_cli.report.journey_page import page_document

        return markdown(page_document(page, spoken))
    from kano_cli.renderers.documents.journey import journey_view

    width = view_width(to_terminal=to_terminal)
    view = journey_view(page, width, unicode=speaks_unicode() or not to_terminal)
    return shown(view, width, to_terminal=to_terminal)
