"""The JSON of `kano quick-scan`: stable within a major `schema_version`, additive only."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from kano_cli import __version__
from kano_cli.journey.emotion import LEAST
from kano_cli.journey.quick_scan.score import ScanResult, ThemeScore
from kano_cli.journey.quick_scan.statements import QuickScan
from kano_cli.journey.record import Measured
from kano_cli.renderers.data.json import json_text

SCHEMA_VERSION = 1


def quick_scan_schema() -> Mapping[str, Any]:
    """The JSON Schema that every scan fits."""
    text = (files("kano_cli.renderers.data") / "quick_scan.schema.json").read_text("utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def scan_json(result: ScanResult, scan: QuickScan, file: str) -> str:
    """A scan as JSON text; a score behind which too few people stand is null."""
    return json_text(scan_record(result, scan, file))


def scan_record(result: ScanResult, scan: QuickScan, file: str) -> dict[str, Any]:
    """A scan in dicts and lists, the theme with the lowest score first."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kano", "version": __version__},
        "file": file,
        "language": scan.code,
        "respondents": result.people,
        "empty": result.empty,
        "missing": list(result.missing),
        "settings": {"confidence": result.confidence, "least_people": LEAST},
        "overall": {"people": result.overall_people, **_score(result.overall)},
        "themes": [_theme(each) for each in result.themes],
    }


def _theme(each: ThemeScore) -> dict[str, Any]:
    """A theme with its statements."""
    return {
        "id": each.theme.id,
        "name": each.theme.name,
        "people": each.people,
        "blanks": each.blanks,
        **_score(each.score),
        "statements": [
            {
                "id": one.statement.id,
                "text": one.statement.text,
                "answered": one.answered,
                "score": one.mean,
            }
            for one in each.statements
        ],
    }


def _score(score: Measured | None) -> dict[str, Any]:
    """A score with its interval."""
    if score is None:
        return {"score": None, "sd": None, "interval": None}
    return {"score": score.mean.mean, "sd": score.mean.sd, "interval": list(score.interval)}
