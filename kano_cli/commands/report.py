"""`kano report`: a client report from a survey."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.output import deliver, target_of
from kano_cli.commands.reading import read, read_options
from kano_cli.commands.reading_options import NOTHING_SAID, Said, with_reading_options
from kano_cli.commands.report_options import (
    Form,
    check_respondents,
    report_day,
    report_form,
    section_keys,
)

if TYPE_CHECKING:
    from kano_cli.comparison.record import GroupComparison
    from kano_cli.core.result import KanoResult, Settings
    from kano_cli.journey.record import JourneyResult
    from kano_cli.readers.options import ReadOptions
    from kano_cli.report.document.blocks import Brand, Document
    from kano_cli.report.document.study import Study
    from kano_cli.study.responses import Survey


@with_reading_options
def report(
    survey: options.Survey,
    questionnaire: options.Questionnaire = "",
    said: Said = NOTHING_SAID,
    table: options.Table = "",
    rule: options.Rule = "mode",
    confidence: options.Confidence = 0.95,
    drop: options.Drop = "",
    by: options.By = "",
    weight: options.Weight = "",
    before: Annotated[
        list[str] | None,
        typer.Option(
            "--before",
            metavar="SURVEY",
            help="An earlier survey to compare with, as often as needed, the oldest first.",
        ),
    ] = None,
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="Default: the questionnaire's title.")
    ] = "",
    client: Annotated[
        str, typer.Option("--client", metavar="NAME", help="Whom the report is for.")
    ] = "",
    day: Annotated[
        str,
        typer.Option(
            "--date",
            metavar="DATE",
            help="The day on the cover, such as 2026-05-01. Default: the last day of answers.",
        ),
    ] = "",
    template: Annotated[
        str,
        typer.Option(
            "--template", metavar="FILE", help="A house style (YAML): colours, logo, own templates."
        ),
    ] = "",
    logo: Annotated[
        str, typer.Option("--logo", metavar="FILE", help="A logo: PNG, JPEG or SVG.")
    ] = "",
    accent: Annotated[
        str, typer.Option("--accent", metavar="COLOUR", help='A colour, such as "#0B6E4F".')
    ] = "",
    sections: Annotated[
        str,
        typer.Option(
            "--sections",
            metavar="NAMES",
            help="Only these, parted by commas: summary, ranking, map, shares, scores, segments, "
            "waves, touchpoints, journey, detail, quality, questions, method, sources.",
        ),
    ] = "",
    detail: Annotated[bool, typer.Option("--detail", help="Add a page for each feature.")] = False,
    min_group: Annotated[
        int,
        typer.Option("--min-group", metavar="N", min=1, help="Show no group of fewer people."),
    ] = 5,
    respondents: Annotated[
        bool,
        typer.Option(
            "--respondents", help="In a workbook: what each respondent's answers make, by number."
        ),
    ] = False,
    form: Annotated[
        Form | None,
        typer.Option("--format", "-f", case_sensitive=False, help="Default: by the ending of -o."),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file: .html, .xlsx, .md, .docx, .pptx or .pdf. - is stdout.",
        ),
    ] = "",
    lang: options.Lang = "",
) -> None:
    """Write a report for a client: decisions first, then every number."""
    from kano_cli.analysis import analyse, settings_of, those_who_stay
    from kano_cli.checks.dropping import dropped_kinds
    from kano_cli.report.document.build import chosen_sections, document
    from kano_cli.report.document.study import Choices, Study
    from kano_cli.report.words import chosen_language, words

    earlier = before or []
    spoken = words(chosen_language(lang))
    target = target_of(output, survey, questionnaire, template, logo, *earlier)
    chosen = report_form(form, target)
    _require(chosen)
    check_respondents(chosen, asked=respondents)
    choices = Choices(
        title,
        client,
        report_day(day),
        section_keys(sections),
        detail,
        _brand(template, logo, accent),
        min_group,
    )
    chosen_sections(choices)  # a word that is not known is refused before a large file is read
    asked = read_options(questionnaire, said, by=by, weight=weight)
    settings = settings_of(table or None, rule, "category", confidence, asked.questionnaire)
    dropped_kinds(drop)
    answers = read(survey, asked)
    result = analyse(answers, settings, drop)
    staying = those_who_stay(answers, settings, drop)
    study = Study(
        result,
        staying,
        _segments(answers, settings, drop, by),
        _waves([*earlier, survey], answers, asked, settings, drop),
        asked.questionnaire,
        _command(),
        _journey(staying, result, asked, confidence),
    )
    made = document(study, spoken, choices)
    deliver(_rendered(made, study, chosen, min_group, respondents=respondents), target)


def _require(form: Form) -> None:
    """Refuse what needs an extra that is not there, before the survey is read."""
    if form in (Form.DOCX, Form.PPTX):
        from kano_cli.renderers.documents.office.extra import require_office

        require_office(f".{form}")
    if form is Form.PDF:
        from kano_cli.renderers.documents.report_pdf import pdf_library

        pdf_library()


def _brand(template: str, logo: str, accent: str) -> "Brand":
    """The house style: of a file, with what the command line says instead."""
    from dataclasses import replace

    from kano_cli.report.document.blocks import Brand
    from kano_cli.report.document.brand_file import colour, read_brand, with_logo

    brand = read_brand(template) if template else Brand()
    if accent:
        brand = replace(brand, accent=colour(accent, "--accent"))
    return with_logo(brand, Path(logo), "--logo") if logo else brand


def _segments(
    answers: "Survey", settings: "Settings", drop: str, by: str
) -> "GroupComparison | None":
    """The groups of the survey, if there are to be any."""
    if not by:
        return None
    from kano_cli.comparison.segments import compare_segments

    return compare_segments(answers, settings, drop=drop)


def _journey(
    answers: "Survey", result: "KanoResult", asked: "ReadOptions", confidence: float
) -> "JourneyResult | None":
    """What the questionnaire tells of the journey, if there is one."""
    if asked.questionnaire is None:
        return None
    from kano_cli.journey.analyse import analyse_journey

    return analyse_journey(answers, result, asked.questionnaire, confidence=confidence)


def _waves(
    files: list[str], answers: "Survey", asked: "ReadOptions", settings: "Settings", drop: str
) -> "GroupComparison | None":
    """The survey beside those before it, if there are any."""
    if len(files) == 1:
        return None
    from dataclasses import replace

    from kano_cli.comparison.waves import compare_waves, refuse_many, wave_names

    refuse_many(len(files))
    options_before = replace(asked, by="")
    surveys = [*(read(file, options_before) for file in files[:-1]), answers]
    return compare_waves(
        wave_names(files),
        surveys,
        [settings] * len(files),
        questionnaires=[asked.questionnaire] * len(files),
        drop=drop,
    )


def _command() -> str:
    """The line that makes the report again."""
    return shlex.join(["kano", *sys.argv[1:]])


def _rendered(
    document: "Document", study: "Study", form: Form, min_group: int, *, respondents: bool
) -> str | bytes:
    """The report in its format."""
    if form is Form.MARKDOWN:
        from kano_cli.renderers.documents.report_markdown import markdown

        return markdown(document)
    if form is Form.HTML:
        from kano_cli.renderers.documents.report_html import html

        return html(document)
    if form is Form.XLSX:
        from kano_cli.renderers.documents.report_xlsx import xlsx

        return xlsx(document, study, respondents=respondents, min_group=min_group)
    if form is Form.PDF:
        from kano_cli.renderers.documents.report_pdf import pdf

        return pdf(document)
    if form is Form.DOCX:
        from kano_cli.renderers.documents.report_docx import docx

        return docx(document)
    from kano_cli.renderers.documents.report_pptx import pptx

    return pptx(document)
