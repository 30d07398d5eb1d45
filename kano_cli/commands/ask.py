"""`kano ask`: an interview at the terminal, added to a file of answers."""

import shlex
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands.console import tell
from kano_cli.commands.output import target_of
from kano_cli.errors import KanoError

if TYPE_CHECKING:
    from kano_cli.study.questionnaire import Questionnaire

_EXAMPLE = "such as: kano ask study.yaml -o answers.csv"


def ask(
    questionnaire: Annotated[
        str,
        typer.Argument(
            metavar="QUESTIONNAIRE",
            help="A questionnaire (YAML), or a ready one by its name, such as saas-en.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The CSV file that each respondent is added to."
        ),
    ] = "",
    language: Annotated[
        str,
        typer.Option(
            "--language", metavar="LANG", help="Ask in this language; else a respondent chooses."
        ),
    ] = "",
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an interview that is not finished.")
    ] = False,
    new: Annotated[
        bool, typer.Option("--new", help="Begin a new interview, also where others wait.")
    ] = False,
    number: Annotated[
        int, typer.Option("--number", metavar="N", min=1, help="Interview up to N people in a row.")
    ] = 1,
) -> None:
    """Ask a questionnaire at the terminal and add the answers to a CSV file.

    Each answer is on disk before the next question: stop at any moment and go on later.
    """
    from kano_cli.commands.keyboard import say, terminal
    from kano_cli.commands.sittings import Sittings, ended_by_signal
    from kano_cli.forms.form import form_of
    from kano_cli.forms.interview.answer_file import AnswerFile
    from kano_cli.forms.interview.screen import Screen
    from kano_cli.study.questionnaire import read_questionnaire
    from kano_cli.study.shipped import questionnaire_path

    if resume and new:
        raise KanoError("go against each other", "--resume and --new", "name one of them")
    path = _answers(output, questionnaire)
    asked = read_questionnaire(questionnaire_path(questionnaire))
    form = form_of(asked, (language,) if language else ())
    if sys.stdin is None or not sys.stdin.isatty():
        form = replace(form, random_order=False)  # lines that are piped are in the file's order
    file = AnswerFile(path, asked, form)
    file.check()
    _tell_drafts(asked)
    command = shlex.join(["kano", "ask", questionnaire, "-o", output, "--resume"])
    sittings = Sittings(file, language, command, resume=resume, new=new)
    sittings.look()
    try:
        with ended_by_signal(), terminal() as place:
            title, said = sittings.hold(place, number)
        if said:
            say(Screen(title, texts=said))
    finally:
        sittings.report()


def _tell_drafts(asked: "Questionnaire") -> None:
    """Say what nobody has read yet, before a respondent does."""
    if asked.drafts:
        from kano_cli.report.words import chosen_language, words

        names = ", ".join(each.name for each in asked.features if each.id in asked.drafts)
        spoken = words(chosen_language(""))
        tell(spoken("questionnaire", "drafts", count=len(asked.drafts), names=names))


def _answers(output: str, questionnaire: str) -> Path:
    """The file of answers, checked as far as can be without opening it."""
    if output in ("", "-"):
        raise KanoError("name the file that the answers are added to", "-o", _EXAMPLE)
    path = target_of(output, questionnaire)
    if path is None or path.suffix.casefold() != ".csv":
        raise KanoError("the answers are kept as CSV", output, _EXAMPLE)
    return path.resolve()
