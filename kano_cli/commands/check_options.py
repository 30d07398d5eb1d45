"""What `kano check` takes beside the options of reading, and what does not fit together."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import typer

from kano_cli.commands.output import target_of
from kano_cli.errors import KanoError, nearest

OF_ANY = ("subject", "policy", "form", "report", "output", "inconclusive", "lang", "help")
"""What a questionnaire takes, too; all other options are about a survey."""


class Form(StrEnum):
    """What `--format` and `--report` take."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"
    MARKDOWN = "markdown"


class Inconclusive(StrEnum):
    """What too few answers make of a build."""

    PASS = "pass"  # noqa: S105  # no password
    FAIL = "fail"


class Match(StrEnum):
    """What else than ids and labels may join items and features."""

    TITLES = "titles"


def report_target(asked: str, inputs: tuple[str, ...]) -> tuple[Form, Path]:
    """The format and the file of a `--report`, once both make sense."""
    name, mark, file = asked.partition("=")
    known = [form.value for form in Form]
    if name not in known:
        near = nearest(name, known, 1)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        raise KanoError(
            f'there is no format "{name}"',
            "--report",
            f"{meant}write FORMAT=FILE, with one of {', '.join(known)}",
        )
    path = target_of(file, *inputs) if mark else None
    if path is None:
        raise KanoError("names no file", "--report", f"write {name}=FILE")
    return Form(name), path


def refuse_one_file_twice(targets: Iterable[Path | None]) -> None:
    """Refuse two results in one file: the later one would write over the other."""
    seen = set()
    for target in targets:
        whole = target.resolve() if target else None
        # A device such as /dev/stdout takes both.
        if target and whole in seen and (target.is_file() or not target.exists()):
            raise KanoError("is to hold two results", str(target), "give each its own file")
        seen.add(whole)


def refuse_of_survey(context: typer.Context) -> None:
    """Refuse an option that does nothing for a questionnaire."""
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        given = source is not None and source.name == "COMMANDLINE"
        if given and parameter.name not in OF_ANY:
            option = max(parameter.opts, key=len)
            raise KanoError(
                "is about a survey, and a questionnaire is checked",
                option,
                f"leave out {option}, or name the survey before it",
            )


def refuse_alone(backlog: str, map_file: str, match: Match | None) -> None:
    """Refuse what joins items and features where there are no items."""
    for option, given in (("--map", map_file), ("--match", match)):
        if given and not backlog:
            raise KanoError("joins the items of a backlog", option, "name one with --backlog")
