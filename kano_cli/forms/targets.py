"""The targets that a questionnaire can be exported to, each written by a module of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from kano_cli.errors import KanoError, nearest, shortened
from kano_cli.forms.form import Form


@dataclass(frozen=True)
class Target:
    """A place where a form can be fielded.

    `module` has a function `write(form) -> bytes`. `languages` says that one file carries
    several, `shuffles` that each respondent can get the features in another order; `extra` names
    the extra of kano that it needs.
    """

    id: str
    name: str
    suffix: str
    module: str
    languages: bool = False
    shuffles: bool = False
    extra: str = ""


TARGETS: Mapping[str, Target] = {
    target.id: target
    for target in (
        Target(
            "xlsform", "XLSForm (KoboToolbox, ODK, SurveyCTO)", ".xlsx", "xlsform", languages=True
        ),
        Target(
            "html",
            "one HTML page that works offline",
            ".html",
            "html.page",
            languages=True,
            shuffles=True,
        ),
        Target("xlsx", "answer sheet, one respondent a file", ".xlsx", "answer_sheet.one"),
        Target("xlsx-rows", "answer sheet, one respondent a row", ".xlsx", "answer_sheet.rows"),
        Target("surveyjs", "SurveyJS", ".json", "surveyjs", languages=True, shuffles=True),
        Target("limesurvey", "LimeSurvey", ".txt", "limesurvey", languages=True, shuffles=True),
        Target("qualtrics", "Qualtrics", ".txt", "qualtrics"),
        Target("google-forms", "Google Forms (Apps Script)", ".gs", "google_forms"),
        Target(
            "docx", "Word, on paper or filled in on a screen", ".docx", "paper.docx", extra="office"
        ),
        Target("markdown", "Markdown, on paper or filled in on a screen", ".md", "paper.markdown"),
    )
}


def target_named(wanted: str) -> Target:
    """The target of this id.

    Raises:
        KanoError: if there is none, with those that there are.
    """
    if wanted not in TARGETS:
        near = nearest(wanted, TARGETS, 1)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        raise KanoError(
            f'there is no target "{shortened(wanted)}"',
            "--to",
            f"{meant}choose from {', '.join(TARGETS)}",
        )
    return TARGETS[wanted]


def written(form: Form, target: Target) -> bytes:
    """The form as a target reads it.

    Raises:
        KanoError: for an id, a text or a language that the target does not take.
    """
    if len(form.languages) > 1 and not target.languages:
        raise KanoError(
            f"{target.id} takes one language, and the form has {', '.join(form.languages)}",
            "--language",
            f"name one, such as --language {form.language}",
        )
    result: bytes = import_module(f"kano_cli.forms.{target.module}").write(form)
    return result
