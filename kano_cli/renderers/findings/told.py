"""A verdict in words: what all forms of the gate's output are made of."""

from collections.abc import Iterator
from dataclasses import dataclass

from kano_cli.checks.gate.policy.rules import RULE_BY_CODE
from kano_cli.checks.gate.verdict import GateResult, Unchecked, fingerprints
from kano_cli.errors import visible
from kano_cli.findings import Place, Severity
from kano_cli.report.words import Words


@dataclass(frozen=True)
class Told:
    """One verdict; `message` and `hint` hold nothing that drives a terminal, the rest is raw.

    `place` always names a file; `fingerprint` is the same in the next run.
    """

    code: str
    name: str
    severity: Severity
    conclusive: bool
    message: str
    hint: str
    place: Place
    item: str
    feature: str
    fingerprint: str

    @property
    def title(self) -> str:
        """Code and name, as a policy and `kano explain-code` know the rule."""
        return f"{self.code} {self.name}".strip()

    @property
    def unsure(self) -> bool:
        """Whether it is an error on too few answers: the gate is inconclusive then, not failed."""
        return self.severity is Severity.ERROR and not self.conclusive

    @property
    def advised(self) -> str:
        """The message and, after it, what to do."""
        return f"{self.message} ({self.hint})" if self.hint else self.message


def told(result: GateResult, spoken: Words) -> tuple[Told, ...]:
    """All verdicts, in their order."""
    prints = fingerprints(result.verdicts)
    return tuple(_told(result, spoken, at, prints[at]) for at in range(len(prints)))


def _told(result: GateResult, spoken: Words, at: int, fingerprint: str) -> Told:
    """One of them."""
    verdict = result.verdicts[at]
    finding = verdict.finding
    message, hint = spoken.finding(finding)
    return Told(
        code=finding.code,
        name=rule_name(finding.code),
        severity=verdict.severity,
        conclusive=verdict.conclusive,
        message=visible(message),
        hint=visible(hint),
        place=finding.place if finding.place.file else Place(file=result.subject),
        item=verdict.item,
        feature=verdict.feature,
        fingerprint=fingerprint,
    )


def rule_name(code: str) -> str:
    """What a policy calls a rule; empty for a finding that no rule is about."""
    return RULE_BY_CODE[code].name if code in RULE_BY_CODE else ""


def place_text(place: Place, spoken: Words) -> str:
    """`backlog.csv:9`, or file, sheet and cell of a workbook."""
    file = visible(place.file)
    if place.line:
        return f"{file}:{place.line}"
    if place.sheet:
        file = spoken("headline", "sheet", file=file, sheet=visible(place.sheet))
    letter = visible(place.column).partition(" ")[0]
    if not place.row:
        return file
    row = f"{letter}{place.row}" if letter else spoken("gate", "row", row=place.row)
    return f"{file}, {row}"


def unchecked_texts(result: GateResult, spoken: Words) -> Iterator[tuple[str, str]]:
    """Why rules were not applied, and the codes of the rules with that reason in common."""
    by_reason: dict[str, list[str]] = {}
    for rule in result.unchecked:
        by_reason.setdefault(reason_text(rule, spoken), []).append(rule.code)
    for reason, codes in by_reason.items():
        yield reason, ", ".join(codes)


def reason_text(rule: Unchecked, spoken: Words) -> str:
    """Why a rule was not applied."""
    return spoken("unchecked", rule.reason)
