"""The JSON of `kano journey`: stable within a major `schema_version`, additive only."""

import json
from collections.abc import Mapping
from importlib.resources import files
from itertools import groupby
from typing import Any

from kano_cli import __version__
from kano_cli.core.result import FeatureResult
from kano_cli.core.settled import settled
from kano_cli.journey.record import (
    Curve,
    CurvePoint,
    DesignCheck,
    Excel,
    JourneyResult,
    Polish,
    Stop,
)
from kano_cli.renderers.data.journey_loyalty_json import (
    loyalty_record,
    measured_record,
    number,
)
from kano_cli.renderers.data.json import as_record, finding_record, json_text
from kano_cli.study.journey import DESIGN

SCHEMA_VERSION = 1


def journey_schema() -> Mapping[str, Any]:
    """The JSON Schema that every journey fits."""
    text = (files("kano_cli.renderers.data") / "journey.schema.json").read_text("utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def journey_json(found: JourneyResult) -> str:
    """A journey as JSON text, unrounded; a number that does not exist is null."""
    return json_text(journey_record(found))


def journey_record(found: JourneyResult) -> dict[str, Any]:
    """A journey in dicts and lists, as JSON has it."""
    of_result = as_record(found.result)
    settings = of_result["settings"]
    shown = [feature.id for stop in found.stops for feature in stop.features]
    features = found.result.features
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kano", "version": __version__},
        "survey": of_result["survey"],
        "settings": {
            "table": settings["table"],
            "rule": settings["rule"],
            "prior": settings["prior"],
            "confidence": found.confidence,
            "dose": found.dose,
        },
        "journey": {
            "phases": [
                {"name": phase or None, "touchpoints": [_touchpoint(stop) for stop in stops]}
                for phase, stops in groupby(found.stops, lambda stop: stop.touchpoint.phase)
            ],
            "elsewhere": [_feature(each) for each in features if each.id not in shown],
        },
        "excel": [_excel(each) for each in found.excel],
        "polish": [_polish(each) for each in found.polish],
        "designs": [_design(each) for each in found.designs],
        "curve": found.curve and _curve(found.curve),
        "loyalty": loyalty_record(found.loyalty),
        "missing": list(found.missing),
        "findings": [
            finding_record(finding) for finding in (*found.result.findings, *found.findings)
        ],
        "dropped": of_result["dropped"],
    }


def _touchpoint(stop: Stop) -> dict[str, Any]:
    """A touchpoint, what the team calls it, and what its features make of it."""
    return {
        "name": stop.touchpoint.name,
        "declared": stop.touchpoint.moment or None,
        "says": stop.says.value,
        "agreement": stop.agreement.value,
        "leaves_below_neutral": stop.sinks,
        "features": [_feature(each) for each in stop.features],
        "basic": list(stop.must),
        "performance": list(stop.scales),
        "wow": list(stop.delights),
        "indifferent": list(stop.indifferent),
        "open": list(stop.open),
        "failing": list(stop.failing),
    }


def _feature(feature: FeatureResult) -> dict[str, Any]:
    """A feature as short as it can be; the rest is in the JSON of `kano classify`."""
    category, second = feature.category, feature.runner_up
    return {
        "id": feature.id,
        "name": feature.name,
        "rank": feature.rank,
        "category": None if category is None else category.word,
        "runner_up": None if second is None else second.word,
        "mixed": feature.mixed,
        "certainty": number(feature.certainty),
        "settled": settled(feature),
        "better": number(feature.better),
        "worse": number(feature.worse),
    }


def _excel(each: Excel) -> dict[str, Any]:
    """A wow feature: chosen for its reasons, or what is against it."""
    return {
        **_feature(each.feature),
        "touchpoint": each.touchpoint or None,
        "chosen": each.chosen,
        "reasons": [reason.value for reason in each.reasons],
        "against": [against.value for against in each.against],
        "because_of": list(each.because_of),
    }


def _polish(each: Polish) -> dict[str, Any]:
    """A feature to stop polishing."""
    return {**_feature(each.feature), "touchpoint": each.touchpoint or None, "why": each.why}


def _design(each: DesignCheck) -> dict[str, Any]:
    """What is said of a chosen idea; null for a point that nobody has filled in."""
    return {
        "id": each.feature.id,
        "name": each.feature.name,
        **{key: getattr(each.idea, key) or None for key in DESIGN},
        "empty": list(each.idea.empty),
    }


def _curve(curve: Curve) -> dict[str, Any]:
    """The emotion curve, in the order of the journey."""
    return {
        "scale": {"min": curve.lowest, "max": curve.highest},
        "neutral": curve.neutral,
        "points": [_point(point) for point in curve.points],
        "peak": curve.peak,
        "end": curve.end,
        "peak_end": number(curve.peak_end),
        "mean": number(curve.mean),
    }


def _point(point: CurvePoint) -> dict[str, Any]:
    """How people felt at a touchpoint."""
    return {
        "touchpoint": point.touchpoint,
        "before": point.before and measured_record(point.before),
        "after": point.after and measured_record(point.after),
        "lift": point.lift and measured_record(point.lift),
    }
