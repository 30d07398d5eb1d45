"""How the outcome of a check goes out: shown, written as reports, and told by the exit code."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeAlias

import typer

from kano_cli.commands.check_options import (
    Form,
    Inconclusive,
    refuse_one_file_twice,
    report_target,
)
from kano_cli.commands.console import shown, view_width
from kano_cli.commands.output import deliver, target_of, write_file
from kano_cli.commands.step_summary import add_step_summary

if TYPE_CHECKING:
    from kano_cli.checks.gate.verdict import GateResult

FormOption: TypeAlias = Annotated[
    Form, typer.Option("--format", "-f", case_sensitive=False, help="What is shown.")
]
Reports: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORMAT=FILE",
        help="Write the outcome to a file as well, such as junit=kano.xml; as often as needed.",
    ),
]


@dataclass(frozen=True)
class Outlet:
    """Where an outcome goes, and in which forms."""

    form: Form
    target: Path | None
    reports: Sequence[tuple[Form, Path]]
    lang: str
    inconclusive: Inconclusive | None = None


def outlet(
    form: Form,
    output: str,
    report: Sequence[str] | None,
    lang: str,
    inputs: tuple[str, ...],
    inconclusive: Inconclusive | None = None,
) -> Outlet:
    """Where an outcome is to go, checked before anything is read.

    Raises:
        KanoError: for a file that cannot be a result, and a language that kano does not speak.
    """
    from kano_cli.renderers.findings.rendered import words_for

    words_for(form, lang)
    target = target_of(output, *inputs)
    reports = [report_target(each, inputs) for each in report or []]
    refuse_one_file_twice([target, *(path for _, path in reports)])
    return Outlet(form, target, reports, lang, inconclusive)


def deliver_outcome(result: "GateResult", to: Outlet) -> NoReturn:
    """Show and write an outcome, and end with its exit code."""
    from kano_cli.renderers.findings.ending import exit_code
    from kano_cli.renderers.findings.rendered import rendered, words_for

    code = exit_code(result, to.inconclusive or "")
    spoken = words_for(to.form, to.lang)
    if to.form is Form.TEXT and to.target is None:
        from kano_cli.renderers.findings.text import view

        width = view_width()
        text = shown(view(result, spoken, width, code), width)
    else:
        text = rendered(result, to.form, spoken, code)
    written = [
        (rendered(result, kind, words_for(kind, to.lang), code), path) for kind, path in to.reports
    ]
    for content, path in written:
        write_file(path, content)
    if to.form is Form.GITHUB:
        add_step_summary(result, spoken, code)
    deliver(text, to.target)
    raise typer.Exit(code)
