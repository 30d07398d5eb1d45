"""Workflow commands of GitHub Actions: annotations beside the lines of a pull request."""

from collections.abc import Iterator
from pathlib import Path

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.errors import ExitCode
from kano_cli.findings import Severity
from kano_cli.renderers.findings.ending import counts_text, ending_text
from kano_cli.renderers.findings.told import Told, told, unchecked_texts
from kano_cli.renderers.findings.workspace import in_workspace
from kano_cli.report.words import Words

SHOWN = 10
"""Annotations of a kind that GitHub shows for a step; it drops the rest in silence."""

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MORE = {
    Severity.ERROR: "more_errors",
    Severity.WARNING: "more_warnings",
    Severity.INFO: "more_notes",
}
_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def to_github(result: GateResult, spoken: Words, code: ExitCode, root: Path) -> str:
    """A command for each finding, the gravest first; then how the gate ended.

    No line begins with text of a survey: it could be a command of its own.
    """
    findings = told(result, spoken)
    lines: list[str] = []
    for severity in Severity:
        kind = [each for each in findings if each.severity is severity]
        lines += _commands(severity, kind, spoken, root)
    for reason, codes in unchecked_texts(result, spoken):
        lines.append(f"{spoken('gate', 'unchecked')}: {codes} ({reason})")
    lines.append(f"{ending_text(result, spoken, code)}, {counts_text(result, spoken)}")
    return "\n".join(lines) + "\n"


def _commands(severity: Severity, findings: list[Told], spoken: Words, root: Path) -> Iterator[str]:
    """Those of one kind; where they are too many, the last one says how many more there are."""
    command = COMMANDS[severity]
    most = SHOWN if len(findings) <= SHOWN else SHOWN - 1
    for each in findings[:most]:
        properties = {"file": in_workspace(each.place.file, root)}
        if each.place.line:
            properties["line"] = str(each.place.line)
        properties["title"] = each.title
        yield _command(command, properties, _text(each, spoken))
    if rest := len(findings) - most if len(findings) > most else 0:
        yield _command(
            command, {"title": "kano check"}, spoken("gate", _MORE[severity], count=rest)
        )


def _text(each: Told, spoken: Words) -> str:
    """What an annotation says."""
    unsure = f" ({spoken('gate', 'unsure')})" if each.unsure else ""
    return "\n".join(filter(None, (each.message + unsure, each.hint)))


def _command(name: str, properties: dict[str, str], text: str) -> str:
    """One line that the runner obeys."""
    shown = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {shown}::{text.translate(_TEXT)}"
