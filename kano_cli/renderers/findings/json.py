"""The gate's outcome as JSON: stable within a major `schema_version`, additive only."""

import json
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from typing import Any

from kano_cli import __version__
from kano_cli.checks.gate.verdict import GateResult
from kano_cli.errors import ExitCode
from kano_cli.findings import Severity
from kano_cli.renderers.data.json import json_text
from kano_cli.renderers.findings.ending import exit_code
from kano_cli.renderers.findings.told import Told, reason_text, rule_name, told
from kano_cli.report.words import words

SCHEMA_VERSION = 1


def schema() -> Mapping[str, Any]:
    """The JSON Schema that every output fits."""
    text = (files("kano_cli.renderers.findings") / "check.schema.json").read_text("utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def to_json(result: GateResult, code: ExitCode | None = None) -> str:
    """The whole outcome as JSON text, in English: programs read it."""
    return unheard(json_text(as_record(result, code)))


def unheard(text: str) -> str:
    r"""JSON text in which no build server that shows it hears a command; the values are the same.

    >>> unheard('"##[error]x"')
    '"##\\u005berror]x"'
    """
    return text.replace("##[", "##\\u005b")


def as_record(result: GateResult, code: ExitCode | None = None) -> dict[str, Any]:
    """The outcome in dicts and lists, as JSON has it."""
    english = words("en")
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kano", "version": __version__},
        "subject": result.subject,
        "survey": _survey(result),
        "backlog": _backlog(result),
        "policy": result.policy or None,
        "baseline": result.baseline or None,
        "outcome": result.outcome.value,
        "exit_code": int(exit_code(result) if code is None else code),
        "counts": {severity.value: result.count(severity) for severity in Severity},
        "findings": [_finding(each) for each in told(result, english)],
        "unchecked": [
            {
                "code": rule.code,
                "name": rule_name(rule.code),
                "reason": rule.reason,
                "message": reason_text(rule, english),
            }
            for rule in result.unchecked
        ],
        "applied": list(result.applied),
    }


def _survey(result: GateResult) -> dict[str, Any] | None:
    """What was read; nothing where a questionnaire was checked."""
    survey = result.survey
    if survey is None:
        return None
    return {
        "file": survey.file,
        **({"files": survey.files} if survey.files else {}),
        "sheet": survey.sheet or None,
        "layout": survey.layout,
        "platform": survey.platform,
        "language": survey.language,
        "respondents": survey.respondents,
        "features": survey.features,
        "answered_from": _day(survey.answered_from),
        "answered_until": _day(survey.answered_until),
    }


def _day(day: date | None) -> str | None:
    """A day as 2026-03-14; null where it is not known."""
    return day.isoformat() if day else None


def _backlog(result: GateResult) -> dict[str, Any] | None:
    """What was held against the survey."""
    backlog = result.backlog
    if backlog is None:
        return None
    return {
        "file": backlog.file,
        "tool": backlog.tool or None,
        "items": len(backlog.items),
        "fine_items": result.fine_items,
    }


def _finding(each: Told) -> dict[str, Any]:
    """One finding; `conclusive` says whether enough answers stand behind it."""
    return {
        "code": each.code,
        "name": each.name or None,
        "severity": each.severity.value,
        "conclusive": each.conclusive,
        "message": each.message,
        "hint": each.hint,
        "place": {name: value for name, value in vars(each.place).items() if value},
        "item": each.item or None,
        "feature": each.feature or None,
        "fingerprint": each.fingerprint,
    }
