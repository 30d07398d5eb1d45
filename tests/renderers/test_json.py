"""The JSON of a result: the contract, key by key."""

import json
from math import isnan
from pathlib import Path
from typing import Any

import pytest

from kano_cli import __version__, classify
from kano_cli.core.categories import CATEGORY_WORDS
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.renderers.data.json import as_record, to_json
from tests.renderers.screens import drives
from tests.report.surveys import HOSTILE, hard_results, result_of

SAMPLES = Path(__file__).parents[2] / "samples"
TOP = ["schema_version", "tool", "survey", "settings", "features", "findings", "dropped"]
SURVEY = [
    "file", "sheet", "layout", "platform", "language", "respondents", "features",
    "half_answered_pairs", "left_out_rows", "answered_from", "answered_until",
]  # fmt: skip
CONTRACT = [
    "id", "name", "rank", "category", "letter", "runner_up", "mixed", "certainty", "answered",
    "classified", "counts", "shares", "better", "better_interval", "worse", "worse_interval",
    "total_strength", "category_strength", "distinct", "p_value", "fong", "functional_score",
    "dysfunctional_score", "importance", "rules", "answers",
]  # fmt: skip
OURS = ["tied", "half_answered", "share_intervals"]
"""Beside the contract of DESIGN section 5, which may grow."""


@pytest.fixture(scope="module")
def sample() -> KanoResult:
    """The English sample: importance, half pairs, and a feature on which the rules disagree."""
    folder = SAMPLES / "saas-en"
    return classify(folder / "survey.xlsx", questionnaire=folder / "questionnaire.yaml")


def test_the_record_has_the_keys_of_the_contract(sample: KanoResult) -> None:
    """In its order, the version first."""
    record = as_record(sample)

    assert list(record) == TOP
    assert record["schema_version"] == 1
    assert record["tool"] == {"name": "kano", "version": __version__}
    assert list(record["survey"]) == SURVEY
    assert {"table", "rule", "prior", "confidence"} <= set(record["settings"])
    for feature in record["features"]:
        assert [key for key in feature if key not in OURS] == CONTRACT


def test_the_survey_and_the_settings_are_told(sample: KanoResult) -> None:
    """Names of files come without their folders."""
    record = as_record(sample)

    assert record["survey"] == {
        "file": "survey.xlsx",
        "sheet": "Answers",
        "layout": "wide",
        "platform": None,
        "language": "en",
        "respondents": 178,
        "features": 8,
        "half_answered_pairs": 5,
        "left_out_rows": {"empty": 2},
        "answered_from": None,
        "answered_until": None,
    }
    assert record["settings"] == {
        "table": "standard", "rule": "mode", "sort": "category", "prior": 0.5, "confidence": 0.95,
        "intervals": "wilson",
        "importance_scaled": False,
    }  # fmt: skip


def value(number: float) -> float | None:
    """A number as JSON has it."""
    return None if isnan(number) else number


def expected(feature: FeatureResult, scale: dict[str, float] | None = None) -> dict[str, Any]:
    """The simple values of a feature, written once more."""
    category, second, test = feature.category, feature.runner_up, feature.fong
    both = feature.functional_score, feature.dysfunctional_score
    functional, dysfunctional = (
        {"mean": value(s.mean), "sd": value(s.sd), "se": value(s.se), "n": s.n} for s in both
    )
    return {
        "id": feature.id,
        "name": feature.name,
        "rank": feature.rank,
        "category": None if category is None else category.word,
        "letter": None if category is None else "MOAIRQ"[category],
        "runner_up": None if second is None else second.word,
        "tied": feature.tied,
        "mixed": feature.mixed,
        "certainty": value(feature.certainty),
        "answered": sum(feature.counts),
        "classified": sum(feature.counts[:4]),
        "half_answered": feature.half_answered,
        "counts": dict(zip(CATEGORY_WORDS, feature.counts, strict=True)),
        "shares": {
            word: value(share) for word, share in zip(CATEGORY_WORDS, feature.shares, strict=True)
        },
        "share_intervals": {
            word: None if isnan(ends[0]) else list(ends)
            for word, ends in zip(CATEGORY_WORDS, feature.share_intervals, strict=True)
        },
        "better": value(feature.better),
        "better_interval": None if isnan(feature.better) else list(feature.better_interval),
        "worse": value(feature.worse),
        "worse_interval": None if isnan(feature.worse) else list(feature.worse_interval),
        "total_strength": value(feature.total_strength),
        "category_strength": value(feature.category_strength),
        "distinct": feature.distinct,
        "p_value": value(feature.p_value),
        "fong": test
        and {
            "a": test.a,
            "b": test.b,
            "n": test.n,
            "difference": test.a - test.b,
            "bound": test.bound,
            "distinct": test.distinct,
        },
        "functional_score": functional,
        "dysfunctional_score": dysfunctional,
        "importance": feature.importance
        and {
            "mean": feature.importance.mean,
            "sd": value(feature.importance.sd),
            "n": feature.importance.n,
            "scale": scale,
            "weight": value(feature.importance_weight),
            "scaled_better": value(feature.scaled_better),
            "scaled_worse": value(feature.scaled_worse),
        },
        "rules": {
            name: None if said is None else said.word for name, said in feature.rules.items()
        },
        "answers": feature.answers and [list(row) for row in feature.answers],
    }


@pytest.mark.parametrize("name", hard_results())
def test_every_value_is_the_unrounded_one_of_the_result(name: str) -> None:
    """What does not exist is null, never 0 and never NaN."""
    result = hard_results()[name]

    assert as_record(result)["features"] == [expected(feature) for feature in result.features]


def test_a_sample_is_the_unrounded_result(sample: KanoResult) -> None:
    """In the order of the ranking."""
    features = as_record(sample)["features"]

    declared = {"min": 1.0, "max": 9.0}
    assert features == [expected(feature, declared) for feature in sample.features]
    assert [feature["rank"] for feature in features] == list(range(1, 9))


def test_an_empty_base_is_null_and_what_has_a_base_is_not() -> None:
    """12 reverse and 3 questionable answers have shares, but no Better."""
    (feature,) = as_record(hard_results()["an empty base"])["features"]

    assert feature["better"] is feature["worse"] is feature["better_interval"] is None
    assert (feature["answered"], feature["classified"]) == (15, 0)
    assert feature["shares"]["reverse"] == 0.8
    assert feature["category"] == "reverse"
    assert feature["rules"]["quadrant"] is None


def test_a_feature_that_nobody_answered_has_no_category_and_no_number() -> None:
    """Its counts are zero, its half pairs stay."""
    last = as_record(hard_results()["nobody answered"])["features"][-1]

    assert last["name"] == "Silence"
    assert last["category"] is last["letter"] is last["runner_up"] is last["certainty"] is None
    assert last["distinct"] is last["p_value"] is last["fong"] is None
    assert last["half_answered"] == 7
    assert set(last["counts"].values()) == {0}
    assert set(last["shares"].values()) == {None}


def test_findings_are_told_in_english_with_code_and_place() -> None:
    """Programs read them, whatever language people chose."""
    findings = as_record(result_of({"Dark mode": (20, 5)}, half={"Dark mode": 2}))["findings"]

    assert [list(finding) for finding in findings] == [
        ["code", "severity", "message", "place", "hint"]
    ] * len(findings)
    assert [(finding["code"], finding["severity"]) for finding in findings] == [
        ("K201", "warning"), ("K203", "info"),
    ]  # fmt: skip
    assert findings[1]["message"] == "2 half-answered pairs left out: Dark mode 2"


def test_the_text_ends_in_one_line_feed_and_keeps_other_scripts_readable() -> None:
    """As they are, not as numbers."""
    text = to_json(result_of({"夜間ロッカー": (1,)}))

    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert '"夜間ロッカー"' in text


def test_names_survive_and_nothing_can_drive_a_terminal() -> None:
    """Controls and overrides are written as numbers, and are the same once parsed."""
    text = to_json(hard_results()["hostile names"])

    assert {feature["name"] for feature in json.loads(text)["features"]} == set(HOSTILE)
    assert drives(text) == set()
