"""JUnit XML: the part of it that GitLab, Jenkins and GitHub's actions all read.

A rule without a finding is a test that passed, an error one that failed, and a note one that
passed. A warning is a skipped test, since nothing else that does not fail carries a message;
so is a rule that could not be applied.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from xml.etree import ElementTree as ET

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.errors import ExitCode, visible
from kano_cli.findings import Severity
from kano_cli.renderers.findings.told import (
    Told,
    place_text,
    reason_text,
    rule_name,
    told,
)
from kano_cli.report.words import Words

# What XML 1.0 has no way to write; ElementTree writes it all the same.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TIME = "0"


@dataclass(frozen=True)
class _Test:
    """One test; `kind` is the element that says why it did not pass, empty where it did."""

    name: str
    kind: str = ""
    type: str = ""
    message: str = ""
    text: str = ""


def to_junit(result: GateResult, spoken: Words, code: ExitCode) -> str:
    """A suite with a test for each finding and each rule without one."""
    tests = list(_tests(result, spoken, code))
    kinds = Counter(test.kind for test in tests)
    numbers = {"tests": str(len(tests)), "failures": str(kinds["failure"]), "errors": "0"}
    suites = ET.Element("testsuites", {"name": "kano", **numbers})
    name = _allowed(f"kano check {visible(result.subject)}")
    suite = ET.SubElement(
        suites,
        "testsuite",
        {"name": name, **numbers, "skipped": str(kinds["skipped"]), "time": _TIME},
    )
    # Readers split a class at its dots, so the file's name has none.
    stem = PurePath(visible(result.subject)).stem.replace(".", "_")
    names: Counter[str] = Counter()
    for test in tests:
        _add(suite, test, _allowed(f"kano.{stem}"), names)
    ET.indent(suites)
    xml = ET.tostring(suites, encoding="unicode")
    # A build server that shows the file would take `##[` for a command.
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}\n'.replace("##[", "##&#91;")


def _tests(result: GateResult, spoken: Words, code: ExitCode) -> Iterator[_Test]:
    """First the findings, then the rules without one, then those that were not applied."""
    findings = told(result, spoken)
    for each in findings:
        yield _test(each, spoken, code)
    found = {each.code for each in findings}
    for rule_code in result.applied:
        if rule_code not in found:
            yield _Test(f"{rule_code} {rule_name(rule_code)}".strip())
    for rule in result.unchecked:
        reason = f"{spoken('gate', 'unchecked')}: {reason_text(rule, spoken)}"
        yield _Test(f"{rule.code} {rule_name(rule.code)}".strip(), "skipped", message=reason)


def _test(each: Told, spoken: Words, code: ExitCode) -> _Test:
    """A finding as a test, by a name that stays when numbers in the message change."""
    name = " ".join(filter(None, (each.title, visible(each.item), visible(each.feature))))
    text = ": ".join(filter(None, (place_text(each.place, spoken), each.hint)))
    if each.severity is Severity.INFO:
        return _Test(name)
    if each.severity is Severity.WARNING:
        message = f"{spoken('gate', 'warning')}: {each.advised}"
        return _Test(name, "skipped", message=message)
    if not each.unsure:
        return _Test(name, "failure", each.code, each.message, text)
    message = f"{spoken('gate', 'unsure')}: {each.message}"
    if code is ExitCode.OK:
        return _Test(name, "skipped", message=message)
    return _Test(name, "failure", f"{each.code} inconclusive", message, text)


def _add(suite: ET.Element, test: _Test, classname: str, names: Counter[str]) -> None:
    """Put a test in its suite; GitLab shows only the first of equal names."""
    wanted = name = _allowed(test.name)
    while names[name]:
        names[wanted] += 1
        name = f"{wanted} ({names[wanted]})"
    names[name] += 1
    case = ET.SubElement(suite, "testcase", {"classname": classname, "name": name, "time": _TIME})
    if test.kind:
        said = {"type": test.type, "message": test.message}
        why = ET.SubElement(
            case, test.kind, {key: _allowed(value) for key, value in said.items() if value}
        )
        why.text = _allowed(test.text) or None


def _allowed(text: str) -> str:
    r"""`text` without what XML 1.0 forbids.

    >>> _allowed("a\x1b\ufffeb")
    'ab'
    """
    return _FORBIDDEN.sub("", text)
