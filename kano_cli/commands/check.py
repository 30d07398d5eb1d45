"""`kano check`: a gate for backlogs, surveys and questionnaires."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.check_options import (
    Form,
    Inconclusive,
    Match,
    refuse_alone,
    refuse_of_survey,
)
from kano_cli.commands.check_outcome import FormOption, Reports, deliver_outcome, outlet
from kano_cli.commands.reading import read, read_options
from kano_cli.commands.reading_options import NOTHING_SAID, Said, with_reading_options
from kano_cli.errors import KanoError

if TYPE_CHECKING:
    from kano_cli.checks.gate.baseline.baseline import Baseline
    from kano_cli.checks.gate.policy.policy import Policy
    from kano_cli.checks.gate.verdict import GateResult
    from kano_cli.study.backlog import Backlog


@with_reading_options
def check(
    context: typer.Context,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="SURVEY",
            help="The file that the survey tool exported; or a questionnaire (.yaml).",
        ),
    ],
    backlog: Annotated[
        str,
        typer.Option(
            "--backlog",
            metavar="FILE",
            help="What is planned: CSV, XLSX or JSON of your tracker, YAML, or a Markdown list.",
        ),
    ] = "",
    policy: options.PolicyFile = "",
    baseline: Annotated[
        str,
        typer.Option(
            "--baseline", metavar="FILE", help="What was believed: a file of kano baseline."
        ),
    ] = "",
    map_file: Annotated[
        str,
        typer.Option(
            "--map", metavar="FILE", help="A CSV or YAML file: item id, id of its feature."
        ),
    ] = "",
    match: Annotated[
        Match | None,
        typer.Option("--match", help="Join items and features of one title; each match is told."),
    ] = None,
    questionnaire: options.Questionnaire = "",
    said: Said = NOTHING_SAID,
    table: options.Table = "",
    rule: options.Rule = "mode",
    confidence: options.Confidence = 0.95,
    weight: options.Weight = "",
    form: FormOption = Form.TEXT,
    report: Reports = None,
    output: options.OneOutput = "",
    inconclusive: Annotated[
        Inconclusive | None,
        typer.Option(
            "--inconclusive",
            case_sensitive=False,
            help="What too few answers make of the build. Default: exit code 4.",
        ),
    ] = None,
    lang: options.Lang = "",
) -> None:
    """Hold a backlog, a survey or a questionnaire against what a policy asks."""
    inputs = (subject, backlog, policy, baseline, map_file, questionnaire)
    to = outlet(form, output, report, lang, inputs, inconclusive)
    strict = policy_of(policy)
    if _is_questionnaire(subject):
        refuse_of_survey(context)
        result = outcome_of_questionnaire(subject, strict)
    else:
        asked = read_options(questionnaire, said, weight=weight)
        from kano_cli.analysis import analyse, settings_of
        from kano_cli.checks.gate.run import check_survey

        settings = settings_of(table or None, rule, "category", confidence, asked.questionnaire)
        # Small files first: what is wrong with them should not wait for a large survey.
        believed = _believed(baseline)
        refuse_alone(backlog, map_file, match)
        planned = _planned(backlog, map_file, strict)
        survey = read(subject, asked)
        result = check_survey(
            survey,
            analyse(survey, settings),
            strict,
            _today(),
            backlog=planned,
            baseline=believed,
            match_titles=match is Match.TITLES,
            file=subject,
        )
    deliver_outcome(result, to)


def policy_of(file: str) -> "Policy":
    """How strict each rule is."""
    if not file:
        from kano_cli.checks.gate.policy.policy import Policy

        return Policy()
    from kano_cli.checks.gate.policy.file import read_policy

    return read_policy(file)


def _believed(file: str) -> "Baseline | None":
    """What was believed before, if anything."""
    if not file:
        return None
    from kano_cli.checks.gate.baseline.file import read_baseline

    return read_baseline(file)


def _planned(file: str, map_file: str, policy: "Policy") -> "Backlog | None":
    """What is planned, if that is to be checked."""
    if not file:
        return None
    from kano_cli.readers.backlogs.read import read_backlog

    return read_backlog(file, map_file=map_file, priorities=policy.priorities)


def _is_questionnaire(subject: str) -> bool:
    """Whether a questionnaire is to be checked: a YAML file, or a ready one by its name."""
    from kano_cli.study.shipped import shipped_questionnaires

    path = Path(subject)
    if path.suffix.lower() in (".yaml", ".yml"):
        return True
    return not path.suffix and not path.exists() and subject in shipped_questionnaires()


def outcome_of_questionnaire(subject: str, policy: "Policy") -> "GateResult":
    """The outcome of a questionnaire."""
    from kano_cli.analysis import load_questionnaire
    from kano_cli.checks.gate.run import check_questionnaire

    return check_questionnaire(load_questionnaire(subject), policy)


def _today() -> date:
    """The day from which a survey's age counts; a build may fix it in SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (OSError, OverflowError, ValueError):
            raise KanoError(
                "is after the last day of the calendar", "SOURCE_DATE_EPOCH", "write seconds"
            ) from None
    return datetime.now(UTC).astimezone().date()
