"""`kano questionnaire`: find, read, make, check and field questionnaires."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kano_cli.commands import options
from kano_cli.commands.check_options import Form as FindingsForm
from kano_cli.commands.check_outcome import FormOption, Reports, deliver_outcome, outlet
from kano_cli.commands.console import shown, speaks_unicode, tell, view_width, write
from kano_cli.commands.output import deliver, new_file
from kano_cli.commands.questionnaire_new import new
from kano_cli.errors import KanoError

if TYPE_CHECKING:
    from kano_cli.forms.form import Form
    from kano_cli.forms.targets import Target
    from kano_cli.report.words import Words
    from kano_cli.study.questionnaire import Questionnaire

questionnaire = typer.Typer(
    help="Find, read, make, check and field questionnaires.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Wanted: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="QUESTIONNAIRE",
        help="A questionnaire (YAML), or a ready one by its name, such as saas-en.",
    ),
]
Languages: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        metavar="LANGUAGE",
        help="A language of the questionnaire, such as nl; as often as needed. Default: all.",
    ),
]


class ListFormat(StrEnum):
    """What `--format` takes where questionnaires or wordings are listed."""

    TABLE = "table"
    JSON = "json"


Listed: TypeAlias = Annotated[
    ListFormat, typer.Option("--format", "-f", case_sensitive=False, help="What is shown.")
]


questionnaire.command()(new)


@questionnaire.command("list")
def list_ready(form: Listed = ListFormat.TABLE, lang: options.Lang = "") -> None:
    """List the ready questionnaires."""
    from kano_cli.report.words import chosen_language, words
    from kano_cli.study.questionnaire import read_questionnaire
    from kano_cli.study.shipped import shipped_questionnaires

    spoken = words(chosen_language(lang))
    ready = [(name, read_questionnaire(path)) for name, path in shipped_questionnaires().items()]
    if form is ListFormat.JSON:
        from kano_cli.renderers.data.questionnaires_json import ready_json

        write(ready_json(ready))
        return
    from kano_cli.renderers.documents.questionnaires import ready_view

    width = view_width()
    write(shown(ready_view(ready, spoken), width))


@questionnaire.command()
def show(
    wanted: Wanted,
    language: Annotated[
        str,
        typer.Option("--language", metavar="LANGUAGE", help="In which of its languages."),
    ] = "",
    source: Annotated[
        bool, typer.Option("--yaml", help="Show the file itself, to start your own from.")
    ] = False,
    lang: options.Lang = "",
) -> None:
    """Show a questionnaire as a respondent sees it."""
    from kano_cli.study.shipped import questionnaire_path

    if source:
        from kano_cli.study.yaml_file import yaml_text
        from kano_cli.study.yaml_format import QUESTIONNAIRE

        _load(wanted)  # a broken file is told, not shown
        write(yaml_text(questionnaire_path(wanted), QUESTIONNAIRE))
        return
    from kano_cli.forms.form import form_of
    from kano_cli.renderers.documents.questionnaires import questionnaire_view
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    asked = _load(wanted)
    form = form_of(asked, [language] if language else [])
    width = view_width()
    view = questionnaire_view(form, asked, spoken, width, unicode=speaks_unicode())
    write(shown(view, width))


@questionnaire.command()
def wordings(
    language: Annotated[
        str, typer.Option("--language", metavar="LANGUAGE", help="Of one language, such as nl.")
    ] = "",
    form: Listed = ListFormat.TABLE,
    lang: options.Lang = "",
) -> None:
    """List the wordings of the answers, each with its source."""
    from kano_cli.report.words import chosen_language, words
    from kano_cli.study.language import languages

    spoken = words(chosen_language(lang))
    known = [each for each in languages() if each.code and each.wordings]
    chosen = [each for each in known if language in ("", each.code)]
    if not chosen:
        raise KanoError(
            f'there is no wording in "{language}"',
            "--language",
            f"choose from {', '.join(each.code for each in known)}",
        )
    if form is ListFormat.JSON:
        from kano_cli.renderers.data.questionnaires_json import wordings_json

        write(wordings_json(chosen))
        return
    from kano_cli.renderers.documents.questionnaires import wordings_view

    listed = [wording for each in chosen for wording in each.wordings]
    write(shown(wordings_view(listed, spoken), view_width()))


@questionnaire.command()
def check(
    wanted: Wanted,
    policy: options.PolicyFile = "",
    form: FormOption = FindingsForm.TEXT,
    report: Reports = None,
    output: options.OneOutput = "",
    lang: options.Lang = "",
) -> None:
    """Check the wording, ids, opposites, length and languages of a questionnaire."""
    from kano_cli.checks.gate.run import check_questionnaire
    from kano_cli.commands.check import policy_of

    to = outlet(form, output, report, lang, (wanted, policy))
    deliver_outcome(check_questionnaire(_load(wanted), policy_of(policy)), to)


@questionnaire.command()
def export(
    wanted: Wanted,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="TARGET",
            help="xlsform, html, xlsx, xlsx-rows, surveyjs, limesurvey, qualtrics, google-forms, "
            "docx or markdown.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The form to write; - writes to stdout."
        ),
    ] = "",
    language: Languages = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
    lang: options.Lang = "",
) -> None:
    """Write a questionnaire as a form that respondents can fill in."""
    from kano_cli.forms.form import form_of
    from kano_cli.forms.targets import target_named, written
    from kano_cli.report.words import chosen_language, words

    target = target_named(to)
    spoken = words(chosen_language(lang))
    asked = _load(wanted)
    path = new_file(output or f"{Path(asked.file).stem}-{target.id}{target.suffix}", force=force)
    form = form_of(asked, language or [])
    deliver(written(form, target), path)
    if path is not None:
        _say_next(wanted, asked, form, target, spoken)


def _say_next(
    wanted: str, asked: "Questionnaire", form: "Form", target: "Target", spoken: "Words"
) -> None:
    """What to do with the form, and what to know of it."""
    if asked.drafts:
        names = ", ".join(feature.name for feature in asked.features if feature.id in asked.drafts)
        tell(spoken("questionnaire", "drafts", count=len(asked.drafts), names=names))
    if form.random_order and not target.shuffles:
        tell(spoken("next", "fixed_order"))
    tell(spoken("next", target.id))
    tell(spoken("next", "back", file=wanted))


def _load(wanted: str) -> "Questionnaire":
    """The questionnaire in a file, or a ready one."""
    from kano_cli.analysis import load_questionnaire

    return load_questionnaire(wanted)
