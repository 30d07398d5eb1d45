"""The gate: every rule that what was given allows, and how that ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kano_cli.checks.gate.judged import is_on
from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.policy.rules import RULES
from kano_cli.checks.gate.verdict import PARTLY, GateResult, Unchecked, Verdict, in_order
from kano_cli.core.result import KanoResult
from kano_cli.findings import Severity
from kano_cli.study.backlog import Backlog
from kano_cli.study.responses import Survey

if TYPE_CHECKING:
    from kano_cli.checks.gate.baseline.baseline import Baseline
    from kano_cli.study.questionnaire import Questionnaire

_SURVEY, _BACKLOG, _BASELINE, _QUESTIONNAIRE = "K40", ("K41", "K42"), "K43", ("K44", "K45")
"""How the codes of each room begin. A room is imported where it is needed: a gate starts often."""


def check_survey(
    survey: Survey,
    result: KanoResult,
    policy: Policy,
    today: date,
    *,
    backlog: Backlog | None = None,
    baseline: "Baseline | None" = None,
    match_titles: bool = False,
    file: str = "",
) -> GateResult:
    """A survey, and what is held against it, under a policy.

    Args:
        survey: as it was read.
        result: its classification, with all features.
        policy: how strict each rule is.
        today: from which the survey's age counts.
        backlog: what is planned.
        baseline: what was believed before.
        match_titles: whether items may also be about the feature that their title names.
        file: the survey as the user names it, from where the run starts: other programs look
            there. Its own name without.
    """
    from kano_cli.checks.gate.survey.rules import survey_verdicts

    verdicts, unchecked = survey_verdicts(survey, result, policy, today)
    rooms = [_SURVEY]
    if backlog is not None:
        from kano_cli.checks.gate.backlog.rules import backlog_unchecked, backlog_verdicts

        rooms += _BACKLOG
        verdicts += [Verdict(finding, Severity.INFO) for finding in backlog.findings]
        verdicts += backlog_verdicts(result, backlog, policy, match_titles=match_titles)
        unchecked += backlog_unchecked(result, backlog, policy, match_titles=match_titles)
    if baseline is not None:
        from kano_cli.checks.gate.baseline.rules import baseline_verdicts

        rooms.append(_BASELINE)
        verdicts += baseline_verdicts(survey, result, baseline, policy)
    name = survey.origin.file
    return GateResult(
        file or name,
        result.survey,
        backlog,
        policy.file,
        baseline.file if baseline else "",
        in_order(_at(verdict, name, file or name) for verdict in verdicts),
        _applied(policy, rooms, unchecked),
        tuple(unchecked),
    )


def check_questionnaire(asked: "Questionnaire", policy: Policy) -> GateResult:
    """A questionnaire under a policy."""
    from kano_cli.checks.gate.questionnaire.rules import questionnaire_verdicts

    verdicts, unchecked = questionnaire_verdicts(asked, policy)
    applied = _applied(policy, _QUESTIONNAIRE, unchecked)
    return GateResult(
        asked.file, None, None, policy.file, "", in_order(verdicts), applied, tuple(unchecked)
    )


def _at(verdict: Verdict, name: str, file: str) -> Verdict:
    """A verdict on the survey, at the file as the user names it."""
    finding = verdict.finding
    if finding.place.file != name:
        return verdict
    return replace(verdict, finding=replace(finding, place=replace(finding.place, file=file)))


def _applied(
    policy: Policy, rooms: Sequence[str], unchecked: Sequence[Unchecked]
) -> tuple[str, ...]:
    """The codes of the rules that were applied, in the order of the catalogue."""
    left_out = {each.code for each in unchecked if each.reason != PARTLY}
    return tuple(
        rule.code
        for rule in RULES
        if rule.code.startswith(tuple(rooms))
        and is_on(policy, rule.code)
        and rule.code not in left_out
    )
