"""The JSON of a result: stable within a major `schema_version`, additive only."""

import json
import re
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from math import isnan
from typing import Any

from kano_cli import __version__
from kano_cli.core.categories import CATEGORY_WORDS, Category
from kano_cli.core.result import Dropped, FeatureResult, KanoResult
from kano_cli.core.scores import Mean
from kano_cli.findings import Finding
from kano_cli.report.words import words

SCHEMA_VERSION = 1
# Beyond what JSON itself escapes: DEL, C1 controls, bidirectional overrides, half surrogates.
_DRIVES = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def schema() -> Mapping[str, Any]:
    """The JSON Schema that every output fits."""
    text = (files("kano_cli.renderers.data") / "result.schema.json").read_text("utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def to_json(result: KanoResult) -> str:
    """The whole result as JSON text; a number that does not exist is null.

    Other scripts stay readable; what could drive a terminal is written as its number.
    """
    return json_text(as_record(result))


def json_text(record: Mapping[str, Any]) -> str:
    """A record as JSON text in which nothing can drive a terminal."""
    text = json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False)
    return harmless(text) + "\n"


def harmless(text: str) -> str:
    """JSON text whose strings have nothing in them that could drive a terminal."""
    return _DRIVES.sub(lambda char: f"\\u{ord(char[0]):04x}", text)


def as_record(result: KanoResult) -> dict[str, Any]:
    """The result in dicts and lists, as JSON has it."""
    survey, settings = result.survey, result.settings
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kano", "version": __version__},
        "survey": {
            "file": survey.file,
            **({"files": survey.files} if survey.files else {}),
            "sheet": survey.sheet or None,
            "layout": survey.layout,
            "platform": survey.platform,
            "language": survey.language,
            "respondents": survey.respondents,
            "features": survey.features,
            "half_answered_pairs": survey.half_answered_pairs,
            "left_out_rows": dict(survey.left_out_rows),
            "answered_from": _day(survey.answered_from),
            "answered_until": _day(survey.answered_until),
            **({} if survey.weight is None else {"weighted": True, "weight": survey.weight}),
        },
        "settings": {
            "table": None if survey.categories_only else settings.table.name,
            "rule": settings.rule,
            "sort": settings.sort,
            "prior": settings.prior,
            "confidence": settings.confidence,
            "intervals": settings.intervals,
            "importance_scaled": settings.importance_scaled,
        },
        "features": [_feature(feature, survey.importance_scale) for feature in result.features],
        "findings": [finding_record(finding) for finding in result.findings],
        "dropped": result.dropped and _dropped(result.dropped),
    }


def _day(day: date | None) -> str | None:
    """A day as 2026-03-14; null where it is not known."""
    return day.isoformat() if day else None


def _dropped(dropped: Dropped) -> dict[str, Any]:
    """Who was left out on request, and every feature with everybody counted."""
    return {
        "respondents": dropped.respondents,
        "kinds": dict(dropped.kinds),
        "with_all": [
            {
                "id": feature.id,
                "category": _word(feature.category),
                "answered": feature.answered,
                "better": _number(feature.better),
                "worse": _number(feature.worse),
                "certainty": _number(feature.certainty),
            }
            for feature, _ in dropped.features
        ],
    }


def _feature(feature: FeatureResult, scale: tuple[float, float] | None) -> dict[str, Any]:
    """One feature; `scale` has the ends of its importance."""
    test = feature.fong
    return {
        "id": feature.id,
        "name": feature.name,
        "rank": feature.rank,
        "category": _word(feature.category),
        "letter": feature.category.letter if feature.category is not None else None,
        "runner_up": _word(feature.runner_up),
        "tied": feature.tied,
        "mixed": feature.mixed,
        "certainty": _number(feature.certainty),
        "answered": feature.answered,
        "classified": feature.classified,
        "half_answered": feature.half_answered,
        **weighted_sizes(feature),
        "counts": dict(zip(CATEGORY_WORDS, feature.counts, strict=True)),
        "shares": dict(zip(CATEGORY_WORDS, map(_number, feature.shares), strict=True)),
        "share_intervals": dict(
            zip(CATEGORY_WORDS, map(_interval, feature.share_intervals), strict=True)
        ),
        "better": _number(feature.better),
        "better_interval": _interval(feature.better_interval),
        "worse": _number(feature.worse),
        "worse_interval": _interval(feature.worse_interval),
        "total_strength": _number(feature.total_strength),
        "category_strength": _number(feature.category_strength),
        "distinct": feature.distinct,
        "p_value": _number(feature.p_value),
        "fong": test
        and {
            "a": test.a,
            "b": test.b,
            "n": test.n,
            "difference": test.difference,
            "bound": test.bound,
            "distinct": test.distinct,
        },
        "functional_score": _mean(feature.functional_score),
        "dysfunctional_score": _mean(feature.dysfunctional_score),
        "importance": feature.importance
        and {
            "mean": _number(feature.importance.mean),
            "sd": _number(feature.importance.sd),
            "n": feature.importance.n,
            "scale": scale and dict(zip(("min", "max"), scale, strict=True)),
            "weight": _number(feature.importance_weight),
            "scaled_better": _number(feature.scaled_better),
            "scaled_worse": _number(feature.scaled_worse),
        },
        "rules": {name: _word(category) for name, category in feature.rules.items()},
        "answers": None if feature.answers is None else [list(row) for row in feature.answers],
    }


def weighted_sizes(feature: FeatureResult) -> dict[str, float | None]:
    """What stands beside the counts of a weighted survey; nothing in another."""
    if feature.effective_n is None:
        return {}
    return {
        "answered_unweighted": feature.answered_unweighted,
        "effective_n": feature.effective_n,
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """One finding, in English: programs read it, whatever language people chose."""
    message, hint = words("en").finding(finding)
    place = {name: value for name, value in vars(finding.place).items() if value}
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": message,
        "place": place,
        "hint": hint,
    }


def _word(category: Category | None) -> str | None:
    """The word of a category."""
    return category.word if category is not None else None


def _number(value: float) -> float | None:
    """A number, or nothing where it does not exist."""
    return None if isnan(value) else value


def _interval(ends: tuple[float, float]) -> list[float] | None:
    """Both ends, or nothing."""
    return None if isnan(ends[0]) else list(ends)


def _mean(mean: Mean) -> dict[str, float | None]:
    """A mean with what it rests on."""
    return {
        "mean": _number(mean.mean),
        "sd": _number(mean.sd),
        "se": _number(mean.se),
        "n": mean.n,
    }
