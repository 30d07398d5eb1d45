"""SARIF 2.1.0, as code scanners report: only findings that point at a line belong in it."""

from pathlib import Path
from typing import Any

from kano_cli import __version__
from kano_cli.checks.gate.verdict import GateResult
from kano_cli.findings import Severity
from kano_cli.renderers.data.json import json_text
from kano_cli.renderers.findings.json import unheard
from kano_cli.renderers.findings.told import Told, rule_name, told
from kano_cli.renderers.findings.workspace import as_uri, in_workspace
from kano_cli.report.words import Words

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def to_sarif(result: GateResult, spoken: Words, root: Path) -> str:
    """One run with every rule that was applied."""
    findings = [each for each in told(result, spoken) if each.place.line]
    codes = sorted({*result.applied, *(each.code for each in findings)})
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "kano",
                        "version": __version__,
                        "rules": [_rule(code, spoken) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(each, codes.index(each.code), root) for each in findings],
            }
        ],
    }
    return unheard(json_text(log))


def _rule(code: str, spoken: Words) -> dict[str, Any]:
    """What a code means, whatever it was found in."""
    name = rule_name(code)
    return {
        "id": code,
        **({"name": name} if name else {}),
        "shortDescription": {"text": spoken.about(code)},
        "fullDescription": {"text": spoken.about(code)},  # GitHub wants one
        "help": {"text": spoken("gate", "help", code=code)},
    }


def _result(each: Told, rule: int, root: Path) -> dict[str, Any]:
    """One finding where it stands."""
    region = {"startLine": each.place.line}
    uri = as_uri(in_workspace(each.place.file, root))
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}
    }
    named = {"item": each.item, "feature": each.feature}
    if any(named.values()):
        location["logicalLocations"] = [
            {"name": name, "kind": kind} for kind, name in named.items() if name
        ]
    return {
        "ruleId": each.code,
        "ruleIndex": rule,
        "level": LEVELS[each.severity],
        "message": {"text": each.advised},
        "locations": [location],
        # GitHub knows a finding again by the first, other readers by the second.
        "partialFingerprints": {
            "primaryLocationLineHash": each.fingerprint,
            "kanoFinding/v1": each.fingerprint,
        },
        "properties": {"conclusive": each.conclusive},
    }
