"""What the gate found, how much each finding matters, and how the run ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePath

from kano_cli.core.result import Origin
from kano_cli.findings import Finding, Severity
from kano_cli.study.backlog import Backlog

PARTLY = "some-languages"
"""The reason of a rule that was applied in some languages of a questionnaire and not in others."""


class Outcome(StrEnum):
    """How the gate ends."""

    PASSED = "passed"
    FAILED = "failed"
    INCONCLUSIVE = "inconclusive"


@dataclass(frozen=True)
class Verdict:
    """One finding under a policy.

    It is not `conclusive` where too few answers stand behind it to decide. `item` and `feature`
    are ids, for fingerprints and logical places; empty where the finding is about neither.
    """

    finding: Finding
    severity: Severity
    conclusive: bool = True
    item: str = ""
    feature: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same finding in the next run: no line, which moves.

        A file is the same one with `./` before it.
        """
        file = PurePath(self.finding.place.file).as_posix()
        return (self.finding.code, file, self.item, self.feature)


@dataclass(frozen=True)
class Unchecked:
    """A rule that could not be applied; `reason` is a key of the words in `[unchecked]`."""

    code: str
    reason: str


@dataclass(frozen=True)
class GateResult:
    """Everything the gate has to say.

    `survey` is None where a questionnaire was checked, whose file is `subject` then; else the
    `subject` is the survey's file. `policy` and `baseline` are files, empty without. `applied`
    has the codes of all rules that were applied, in the order of the catalogue, also those
    without a finding. `verdicts` stand in the order of `in_order`.
    """

    subject: str
    survey: Origin | None
    backlog: Backlog | None
    policy: str
    baseline: str
    verdicts: tuple[Verdict, ...]
    applied: tuple[str, ...]
    unchecked: tuple[Unchecked, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """A known failure says more than an open question."""
        errors = [each for each in self.verdicts if each.severity is Severity.ERROR]
        if any(each.conclusive for each in errors):
            return Outcome.FAILED
        return Outcome.INCONCLUSIVE if errors else Outcome.PASSED

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are."""
        return sum(each.severity is severity for each in self.verdicts)

    @property
    def fine_items(self) -> int:
        """How many items of the backlog no error or warning is about."""
        if self.backlog is None:
            return 0
        # A file may have all items on one line, and an id twice.
        blamed = {
            (each.finding.place, each.item)
            for each in self.verdicts
            if each.severity is not Severity.INFO
        }
        return sum((item.place, item.key) not in blamed for item in self.backlog.items)


def in_order(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Errors first, then by code, then as they stand in the file."""
    severities = list(Severity)

    def place(verdict: Verdict) -> tuple[int, str, str, int]:
        at = verdict.finding.place
        order = severities.index(verdict.severity)
        return order, verdict.finding.code, at.file, at.line or at.row or 0

    return tuple(sorted(verdicts, key=place))


def fingerprints(verdicts: Iterable[Verdict]) -> list[str]:
    """Of each verdict 32 hexadecimal digits that stay when lines move and texts are reworded.

    Findings of one key are told apart by how often it stood before.
    """
    seen: dict[tuple[str, ...], int] = {}
    prints = []
    for verdict in verdicts:
        seen[verdict.key] = seen.get(verdict.key, 0) + 1
        parts = "\x1f".join((*verdict.key, str(seen[verdict.key])))
        prints.append(sha256(parts.encode("utf-8", "replace")).hexdigest()[:32])
    return prints
