"""What makes a finding the same one in the next run, and how a gate ends."""

from dataclasses import replace

import pytest

from kano_cli.checks.gate.verdict import GateResult, Outcome, Verdict, fingerprints, in_order
from kano_cli.findings import Finding, Place, Severity
from kano_cli.study.backlog import Backlog, Item


def verdict(
    code: str = "K412", file: str = "backlog.csv", line: int = 3, **more: object
) -> Verdict:
    """A finding about one item."""
    finding = Finding(code, {}, Place(file, line=line))
    return Verdict(finding, Severity.ERROR, **more)  # type: ignore[arg-type]  # as the test says


def test_a_finding_is_the_same_when_lines_move() -> None:
    """Nor does it matter how its file is written down."""
    before = fingerprints([verdict(item="A-1", feature="ads")])

    assert fingerprints([verdict(line=90, item="A-1", feature="ads")]) == before
    assert fingerprints([verdict(file="./backlog.csv", item="A-1", feature="ads")]) == before


@pytest.mark.parametrize(
    "other",
    [
        verdict("K413", item="A-1", feature="ads"),
        verdict(file="other.csv", item="A-1", feature="ads"),
        verdict(item="A-2", feature="ads"),
        verdict(item="A-1", feature="search"),
    ],
)
def test_another_code_file_item_or_feature_is_another_finding(other: Verdict) -> None:
    """Thirty-two digits each."""
    first = fingerprints([verdict(item="A-1", feature="ads")])

    assert len(first[0]) == 32
    assert fingerprints([other]) != first


def test_two_of_one_key_are_told_apart() -> None:
    """A code host shows only the first of equal ones."""
    assert len(set(fingerprints([verdict(), verdict(line=9), verdict(line=2)]))) == 3


@pytest.mark.parametrize(
    ("verdicts", "outcome"),
    [
        ((), Outcome.PASSED),
        ((Verdict(Finding("K402"), Severity.WARNING),), Outcome.PASSED),
        ((verdict(conclusive=False),), Outcome.INCONCLUSIVE),
        ((verdict(), verdict(conclusive=False)), Outcome.FAILED),
    ],
)
def test_a_known_failure_says_more_than_an_open_question(
    verdicts: tuple[Verdict, ...], outcome: Outcome
) -> None:
    """And a warning says nothing about the end."""
    assert GateResult("s.csv", None, None, "", "", verdicts, ()).outcome is outcome


def test_errors_come_first_then_codes_then_lines() -> None:
    """Whatever the order in which the rules were applied."""
    warning = Verdict(Finding("K402", {}, Place("a.csv")), Severity.WARNING)
    found = [verdict(line=9), warning, verdict(line=2), verdict("K410")]

    assert [(each.finding.code, each.finding.place.line) for each in in_order(found)] == [
        ("K410", 3), ("K412", 2), ("K412", 9), ("K402", None),
    ]  # fmt: skip


def test_an_item_is_fine_where_another_one_on_its_line_is_not() -> None:
    """A program may write a whole backlog on one line; a warning is enough, a note is not."""
    items = [Item(key, "", Place("backlog.json", line=1)) for key in ("A-1", "A-2", "A-3")]
    found = [
        replace(verdict(file="backlog.json", line=1, item="A-1"), severity=Severity.WARNING),
        replace(verdict(file="backlog.json", line=1, item="A-2"), severity=Severity.INFO),
    ]
    backlog = Backlog("backlog.json", tuple(items))

    assert GateResult("s.csv", None, backlog, "", "", in_order(found), ()).fine_items == 2
