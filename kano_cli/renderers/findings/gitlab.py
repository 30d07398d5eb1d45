"""GitLab's Code Quality report: findings beside the lines of a merge request."""

from pathlib import Path

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.findings import Severity
from kano_cli.renderers.data.json import json_text
from kano_cli.renderers.findings.json import unheard
from kano_cli.renderers.findings.told import Told, told
from kano_cli.renderers.findings.workspace import in_workspace
from kano_cli.report.words import Words

FIRST_LINE = 1
"""Where a finding stands that has no line: GitLab shows none without one."""


def to_gitlab(result: GateResult, spoken: Words, root: Path) -> str:
    """A list of issues."""
    issues = [json_text(_issue(each, root)).rstrip("\n") for each in told(result, spoken)]
    return unheard("[" + ",\n".join(issues) + "]\n")


def _issue(each: Told, root: Path) -> dict[str, object]:
    """One finding as GitLab wants it."""
    return {
        "description": each.advised,
        "check_name": each.title,
        "fingerprint": each.fingerprint,
        "severity": severity_word(each),
        "location": {
            "path": in_workspace(each.place.file, root),
            "lines": {"begin": each.place.line or FIRST_LINE},
        },
    }


def severity_word(each: Told) -> str:
    """GitLab's word: an error is critical, and major where too few answers stand behind it."""
    if each.severity is Severity.ERROR:
        return "major" if each.unsure else "critical"
    return "minor" if each.severity is Severity.WARNING else "info"
