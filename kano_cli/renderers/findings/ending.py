"""How the gate ends, as a code and in words."""

from kano_cli.checks.gate.verdict import GateResult, Outcome
from kano_cli.core.result import Origin
from kano_cli.errors import ExitCode, visible
from kano_cli.findings import Severity
from kano_cli.report.words import Words

INCONCLUSIVE_AS = {
    "": ExitCode.INCONCLUSIVE,
    "pass": ExitCode.OK,
    "fail": ExitCode.FAILED,
}
"""What `--inconclusive` makes of too few answers."""


def exit_code(result: GateResult, inconclusive: str = "") -> ExitCode:
    """How the run ends; `inconclusive` is pass, fail, or empty for a code of its own."""
    if result.outcome is Outcome.INCONCLUSIVE:
        return INCONCLUSIVE_AS[inconclusive]
    return ExitCode.FAILED if result.outcome is Outcome.FAILED else ExitCode.OK


def ending_text(result: GateResult, spoken: Words, code: ExitCode) -> str:
    """The last line: `gate: failed (exit 1)`."""
    return spoken("gate", result.outcome.value, code=int(code))


def counts_text(result: GateResult, spoken: Words) -> str:
    """`2 errors, 1 warning, 14 items fine`; what there is none of is left out."""
    keys = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "notes": Severity.INFO}
    found = {key: result.count(severity) for key, severity in keys.items()}
    parts = [spoken("gate", key, count=n) for key, n in found.items() if n]
    if not found["errors"] and not found["warnings"]:
        parts.insert(0, spoken("gate", "nothing"))
    if result.backlog is not None:
        parts.append(spoken("gate", "fine", count=result.fine_items))
    return ", ".join(parts)


def headline_text(result: GateResult, spoken: Words) -> str:
    """What was held against what: `backlog.csv against survey.xlsx (240 respondents, …)`."""
    subject = visible(result.subject)
    if result.survey is not None:
        subject = f"{subject} ({_size(result.survey, spoken)})"
    if result.backlog is None:
        return subject
    return spoken("gate", "against", backlog=visible(result.backlog.file), subject=subject)


def files_text(result: GateResult, spoken: Words) -> str:
    """The policy and the baseline that applied; empty without."""
    files = {"policy": result.policy, "baseline": result.baseline}
    named = (spoken("gate", key, file=visible(file)) for key, file in files.items() if file)
    return ", ".join(named)


def _size(survey: Origin, spoken: Words) -> str:
    """`240 respondents, 9 features`."""
    sizes = (("respondents", survey.respondents), ("features", survey.features))
    return ", ".join(spoken("headline", key, count=n) for key, n in sizes if n)
