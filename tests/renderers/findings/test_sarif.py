"""SARIF 2.1.0, against the standard's schema and, where npm is there, Microsoft's validator."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sarif_kit.validate import validation_errors

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.errors import visible
from kano_cli.findings import Place
from kano_cli.renderers.findings.rendered import rendered
from kano_cli.report.words import words
from tests.renderers.findings.gates import every_kind, gate, hostile, said, verdict

VALIDATOR = "@microsoft/sarif-multitool-linux@5.7.0"


def run(result: GateResult, root: Path | None = None) -> dict[str, Any]:
    """The one run of a log that fits the schema."""
    log = json.loads(rendered(result, "sarif", words("en"), root=root or Path.cwd()))
    assert validation_errors(log) == []
    (only,) = log["runs"]
    for each in only["results"]:
        assert only["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
    return dict(only)


def test_a_finding_with_a_line_is_a_result() -> None:
    """Others are in no file that a code scanner shows."""
    error, warning = run(every_kind())["results"]

    assert (error["ruleId"], error["level"]) == ("K412", "error")
    assert error["message"]["text"] == "surely wrong (do better)"
    assert error["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "backlog.csv"},
                "region": {"startLine": 9},
            },
            "logicalLocations": [
                {"name": "P-0", "kind": "item"},
                {"name": "sms", "kind": "feature"},
            ],
        }
    ]
    assert (warning["ruleId"], warning["level"]) == ("K413", "warning")
    assert "logicalLocations" not in warning["locations"][0]


def test_a_row_of_a_workbook_is_no_line() -> None:
    """And neither is a file as a whole."""
    sheet = verdict(place=Place(file="b.xlsx", sheet="S", row=3))

    assert run(gate([sheet, verdict(place=Place(file="b.csv"))]))["results"] == []
    assert len(run(gate([verdict(place=Place(file="b.csv", line=1))]))["results"]) == 1


def test_every_rule_that_was_applied_is_described() -> None:
    """Also one without a finding."""
    rules = run(gate())["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == ["K401", "K402", "K412"]
    assert rules[2]["name"] == "reverse-planned"
    for kind in ("shortDescription", "fullDescription"):
        assert rules[2][kind]["text"] == "What K412 is about."


def test_an_inconclusive_finding_says_so() -> None:
    """Its level is still the policy's."""
    unsure, sure = run(gate([verdict(conclusive=False, item="1"), verdict(item="2")]))["results"]

    assert [each["properties"]["conclusive"] for each in (unsure, sure)] == [False, True]
    assert unsure["level"] == sure["level"] == "error"


def test_a_finding_is_known_again_by_its_fingerprint() -> None:
    """Which is not its line."""
    here, there = (
        run(gate([verdict(item="P-1", place=Place(file="b.csv", line=line))]))["results"][0]
        for line in (3, 300)
    )

    assert here["partialFingerprints"] == there["partialFingerprints"]


def test_hostile_texts_arrive_whole() -> None:
    """As messages and as logical places."""
    results = run(hostile())["results"]
    by_item = {
        (each["locations"][0].get("logicalLocations") or [{"name": ""}])[0]["name"]: each
        for each in results
    }

    assert by_item.keys() == said(hostile()).keys()
    for item, each in by_item.items():
        text = f"{visible(f'says {item}')} ({visible(f'try {item}')})"
        assert each["message"]["text"] == text
    assert "##[" not in rendered(hostile(), "sarif", words("en"))


@given(st.text(st.characters(exclude_characters="/\\\0", exclude_categories=["Cs"]), min_size=1))
def test_a_uri_holds_any_file_name(name: str) -> None:
    """Percent-encoded, so that a colon makes no scheme and a hash no fragment."""
    place = Place(file=f"plans/f{name}", line=1)
    (only,) = run(gate([verdict(place=place)]))["results"]
    uri = only["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert unquote(uri) == f"plans/f{name}"
    assert not set(uri) & set(' #?:%"<>') - {"%"}


def test_a_file_outside_of_the_checkout_has_a_whole_uri(tmp_path: Path) -> None:
    """A path that begins with a slash would be a host's."""
    place = Place(file=str(tmp_path / "a b.csv"), line=1)
    (only,) = run(gate([verdict(place=place)]))["results"]
    uri = only["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert uri == f"{tmp_path.as_uri()}/a%20b.csv"


@pytest.fixture(scope="module")
def validator(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Microsoft's validator for SARIF."""
    npm = shutil.which("npm")
    if npm is None and "CI" not in os.environ:
        pytest.skip("no npm here")
    folder = tmp_path_factory.mktemp("npm")
    subprocess.run(
        ["npm", "install", "--silent", "--no-save", "--prefix", folder, VALIDATOR], check=True
    )
    program = next(folder.rglob("Sarif.Multitool"))
    program.chmod(0o755)
    return program


@pytest.mark.install
@pytest.mark.parametrize(
    "result", [every_kind(), hostile(), gate()], ids=["every kind", "hostile", "passed"]
)
def test_microsofts_validator_finds_no_error(
    result: GateResult, validator: Path, tmp_path: Path
) -> None:
    """By the standard's rules and GitHub's; its code is 0 in any case, so its words count."""
    file = tmp_path / "kano.sarif"
    log = rendered(result, "sarif", words("en"), root=Path.cwd())
    spoilt = log.replace('"version": "2.1.0"', '"version": "9"', 1)

    for text, ends in ((log, False), (spoilt, True)):
        file.write_text(text, "utf-8")
        done = subprocess.run(
            [validator, "validate", file, "--rule-kind", "Sarif;Gh", "--level", "Error"],
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert (": error " in done.stdout + done.stderr) is ends, done.stdout + done.stderr
