"""GitLab's Code Quality report, against its documented shape, written down here anew."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kano_cli.checks.gate.verdict import GateResult, Verdict
from kano_cli.errors import visible
from kano_cli.findings import Place
from kano_cli.renderers.findings.rendered import rendered
from kano_cli.report.words import words
from tests.renderers.findings.gates import every_kind, gate, hostile, said, verdict

SHAPE = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": r"^[^./]|^\.[^/]"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


def issues(result: GateResult, lang: str = "en") -> list[dict[str, Any]]:
    """The report, valid and with each fingerprint once: GitLab shows only the first."""
    found: list[dict[str, Any]] = json.loads(
        rendered(result, "gitlab", words(lang), root=Path.cwd())
    )
    SHAPE.validate(found)
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    return found


def test_each_finding_is_an_issue() -> None:
    """One without a line stands at the first, or GitLab would not show it."""
    found = issues(every_kind())

    assert [
        (each["check_name"], each["severity"], *each["location"].values()) for each in found
    ] == [
        ("K401 too-few-answers", "major", "survey.xlsx", {"begin": 1}),
        ("K412 reverse-planned", "critical", "backlog.csv", {"begin": 9}),
        ("K413 indifferent-planned", "minor", "b.csv", {"begin": 12}),
        ("K420", "info", "plan.xlsx", {"begin": 1}),
    ]
    assert found[1]["description"] == "surely wrong (do better)"


def test_a_finding_without_a_file_is_about_the_survey() -> None:
    """Every issue has a path."""
    (issue,) = issues(gate([verdict(place=Place())]))

    assert issue["location"] == {"path": "survey.xlsx", "lines": {"begin": 1}}


def test_a_gate_without_findings_is_an_empty_list() -> None:
    """Not an empty file, which GitLab refuses."""
    assert issues(gate()) == []


def test_hostile_texts_arrive_whole() -> None:
    """And nothing in the file drives a terminal or a runner."""
    found = issues(hostile())
    expected = {
        visible(f"says {text}") + f" ({visible(f'try {text}')})" for text in said(hostile())
    }

    assert {issue["description"] for issue in found} == expected
    assert "##[" not in rendered(hostile(), "gitlab", words("en"))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back(text: str) -> None:
    """Whatever is in it."""
    (issue,) = issues(gate([verdict("x" + text, advice="")]))

    assert issue["description"] == visible("x" + text)


def test_fingerprints_stay_when_lines_move_and_texts_change() -> None:
    """Also those of two findings about the same."""
    before = [verdict("one", item="P-1"), verdict("two", item="P-1"), verdict("x", item="P-2")]
    moved = [replace(each, finding=moved_by(each, 100)) for each in before]

    def prints(verdicts: list[Verdict]) -> list[str]:
        return [issue["fingerprint"] for issue in issues(gate(verdicts))]

    assert prints(before) == prints(moved)
    assert prints(before)[2] not in prints([verdict("x", item="P-3")])


def moved_by(each: Verdict, lines: int) -> Any:  # noqa: ANN401
    """A finding as it is after an edit above it, in other words."""
    finding = each.finding
    place = replace(finding.place, line=(finding.place.line or 0) + lines)
    return replace(finding, place=place, facts={"text": "reworded", "advice": ""})


@pytest.mark.parametrize("typed", ["./backlog.csv", "sub/../backlog.csv", "{cwd}/backlog.csv"])
def test_a_path_is_relative_without_a_dot(typed: str) -> None:
    """However it was typed."""
    place = Place(file=typed.format(cwd=Path.cwd()), line=2)
    (issue,) = issues(gate([verdict(place=place)]))

    assert issue["location"]["path"] == "backlog.csv"
