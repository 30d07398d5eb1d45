"""The JSON of groups and waves: stable within a major `schema_version`, additive only."""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from math import isnan
from typing import Any

from kano_cli import __version__
from kano_cli.comparison.record import ComparedFeature, Difference, Group, GroupComparison
from kano_cli.comparison.segments import Segments
from kano_cli.core.categories import CATEGORY_WORDS
from kano_cli.core.result import FeatureResult
from kano_cli.renderers.data.json import as_record, finding_record, json_text, weighted_sizes

SCHEMA_VERSION = 1


def comparison_schema() -> Mapping[str, Any]:
    """The JSON Schema that every comparison fits."""
    return _shipped("comparison.schema.json")


def segments_schema() -> Mapping[str, Any]:
    """The JSON Schema of groups; it refers to that of a result."""
    return _shipped("segments.schema.json")


def _shipped(name: str) -> Mapping[str, Any]:
    """A schema that stands beside this file."""
    text = (files("kano_cli.renderers.data") / name).read_text("utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def comparison_json(comparison: GroupComparison) -> str:
    """A comparison as JSON text; a number that does not exist is null."""
    return json_text(comparison_record(comparison))


def comparison_record(comparison: GroupComparison) -> dict[str, Any]:
    """A comparison in dicts and lists, as JSON has it."""
    groups, settings = comparison.groups, comparison.settings
    tests = [feature.test for feature in comparison.features]
    shuffled = comparison.shuffled
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kano", "version": __version__},
        "kind": comparison.kind.value,
        "by": comparison.by or None,
        "settings": {
            "rule": settings.rule,
            "confidence": settings.confidence,
            "prior": settings.prior,
            "adjustment": comparison.adjustment,
            "permutation": comparison.permutation,
            "sort": comparison.sort,
            "shuffles": tests[0].shuffles if shuffled else None,
            "seed": tests[0].seed if shuffled else None,
        },
        "groups": [_group(group) for group in groups],
        "left_out_respondents": comparison.left_out,
        "features": [_feature(feature, groups) for feature in comparison.features],
        "features_of_one": [
            {"name": name, "group": groups[at].name} for name, at in comparison.alone
        ],
        "findings": [finding_record(finding) for finding in comparison.findings],
    }


def _group(group: Group) -> dict[str, Any]:
    """One group, and where it came from."""
    record = as_record(group.result)
    return {
        "name": group.name,
        "respondents": group.respondents,
        "survey": record["survey"],
        "table": record["settings"]["table"],
        "dropped": record["dropped"],
    }


def _feature(feature: ComparedFeature, groups: Sequence[Group]) -> dict[str, Any]:
    """One feature in every group."""
    test, path = feature.test, feature.path
    return {
        "id": feature.id,
        "name": feature.name,
        "test": {
            "chi2": _number(test.chi2),
            "df": test.df,
            "n": test.n,
            "groups": test.groups,
            "categories": test.categories,
            "smallest_expected": _number(test.smallest_expected),
            "asymptotic_p": _number(test.asymptotic_p),
            "permutation_p": _number(test.permutation_p),
            "p_value": _number(test.p_value),
            "cramers_v": _number(test.cramers_v),
        },
        "adjusted_p": _number(feature.adjusted_p),
        "differs": feature.differs,
        "groups": [
            _result(group.name, result)
            for group, result in zip(groups, feature.results, strict=True)
        ],
        "differences": [_difference(each, groups) for each in feature.differences],
        "path": path
        and {
            "direction": path.direction.value,
            "adjusted_p": _number(path.adjusted_p),
            "moved": path.moved,
        },
        "with_all": feature.with_all
        and {
            "adjusted_p": _number(feature.with_all.adjusted_p),
            "differs": feature.with_all.differs,
        },
    }


def _result(name: str, result: FeatureResult | None) -> dict[str, Any]:
    """A feature in one group; nulls where the group was not asked."""
    if result is None:
        empty = ("category", "letter", "runner_up", "mixed", "certainty", "answered", "classified",
                 "counts", "better", "better_interval", "worse", "worse_interval")  # fmt: skip
        return {"group": name, **dict.fromkeys(empty)}
    category, second = result.category, result.runner_up
    return {
        "group": name,
        "category": category.word if category is not None else None,
        "letter": category.letter if category is not None else None,
        "runner_up": second.word if second is not None else None,
        "mixed": result.mixed,
        "certainty": _number(result.certainty),
        "answered": result.answered,
        "classified": result.classified,
        **weighted_sizes(result),
        "counts": dict(zip(CATEGORY_WORDS, result.counts, strict=True)),
        "better": _number(result.better),
        "better_interval": _interval(result.better_interval),
        "worse": _number(result.worse),
        "worse_interval": _interval(result.worse_interval),
    }


def _difference(difference: Difference, groups: Sequence[Group]) -> dict[str, Any]:
    """A group minus another; minus all others together where `against` is null."""
    against = difference.against
    return {
        "group": groups[difference.group].name,
        "against": None if against is None else groups[against].name,
        "better": _number(difference.better),
        "better_interval": _interval(difference.better_interval),
        "worse": _number(difference.worse),
        "worse_interval": _interval(difference.worse_interval),
    }


def segments_json(segments: Segments) -> str:
    """The results of the groups of a survey, each as `kano classify` gives it."""
    return json_text(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "kano", "version": __version__},
            "by": segments.column,
            "groups": [
                {
                    "name": group.name or None,
                    "respondents": group.respondents,
                    "result": as_record(group.result),
                }
                for group in segments.all
            ],
            "findings": [finding_record(finding) for finding in segments.findings],
        }
    )


def _number(value: float) -> float | None:
    """A number, or nothing where it does not exist."""
    return None if isnan(value) else value


def _interval(ends: tuple[float, float]) -> list[float] | None:
    """Both ends, or nothing."""
    return None if isnan(ends[0]) else list(ends)
