"""The JSON of `kano sample-size`: stable within a major `schema_version`, additive only."""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from math import isnan
from typing import Any

from kano_cli import __version__
from kano_cli.core.categories import CATEGORY_WORDS
from kano_cli.core.pilot import PilotPlan
from kano_cli.core.result import KanoResult
from kano_cli.core.sample_size import WidthPlan
from kano_cli.renderers.data.json import as_record, json_text, weighted_sizes

SCHEMA_VERSION = 1


def sample_size_schema() -> Mapping[str, Any]:
    """The JSON Schema that every plan fits."""
    text = (files("kano_cli.renderers.data") / "sample_size.schema.json").read_text("utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def width_json(plan: WidthPlan) -> str:
    """A plan without a pilot, as JSON text."""
    return json_text(width_record(plan))


def pilot_json(result: KanoResult, plan: PilotPlan) -> str:
    """A plan with a pilot, as JSON text; what no survey reaches is null."""
    return json_text(pilot_record(result, plan))


def width_record(plan: WidthPlan) -> dict[str, Any]:
    """How many answers make intervals narrow enough."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kano", "version": __version__},
        "settings": {
            "width": plan.width,
            "confidence": plan.confidence,
            "features": plan.features,
        },
        "answers_needed": {
            "share": plan.share,
            "share_normal": plan.normal,
            "feature": plan.feature,
            "survey": plan.survey,
        },
        "half_widths": [
            {"answers": n, "at_50_percent": half, "at_30_percent": third}
            for n, half, third in plan.ladder
        ],
    }


def pilot_record(result: KanoResult, plan: PilotPlan) -> dict[str, Any]:
    """How many answers until each category is right; the plan's rows are the result's features."""
    read = as_record(result)
    sizes = zip(plan.needed(plan.as_found), plan.needed(plan.as_likely), strict=True)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": read["tool"],
        "survey": read["survey"],
        "settings": {
            "table": read["settings"]["table"],
            "rule": plan.rule,
            "certainty": plan.certainty,
            "answers_tried": list(plan.rungs),
            "draws": plan.draws,
            "seed": plan.seed,
        },
        "features": [
            {
                "id": feature.id,
                "name": feature.name,
                "category": feature.category.word if feature.category is not None else None,
                "letter": feature.category.letter if feature.category is not None else None,
                "answered": feature.answered,
                **weighted_sizes(feature),
                "counts": dict(zip(CATEGORY_WORDS, feature.counts, strict=True)),
                "answers_needed": {"pilot_exact": found, "pilot_uncertain": likely},
                "chances": {
                    "pilot_exact": _chances(plan.as_found[at].tolist()),
                    "pilot_uncertain": _chances(plan.as_likely[at].tolist()),
                },
            }
            for at, (feature, (found, likely)) in enumerate(
                zip(result.features, sizes, strict=True)
            )
        ],
        "all_features": {
            "answers_needed": {
                "pilot_exact": plan.needed_for_all(plan.as_found),
                "pilot_uncertain": plan.needed_for_all(plan.as_likely),
            }
        },
    }


def _chances(row: Sequence[float]) -> list[float] | None:
    """The chance at each number of answers that was tried; none without a category."""
    return None if isnan(row[0]) else list(row)
