"""A feature as flat columns: of a table, a CSV file, a data frame."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from kano_cli.core.categories import CATEGORY_WORDS

if TYPE_CHECKING:
    from kano_cli.core.result import FeatureResult

COLUMNS = (
    "id", "name", "rank", "category", "runner_up", "mixed", "certainty", "answered", "classified",
    "half_answered", *CATEGORY_WORDS, "better", "better_low", "better_high", "worse", "worse_low",
    "worse_high", "total_strength", "category_strength", "distinct", "p_value", "importance",
)  # fmt: skip

WEIGHTED = ("answered_unweighted", "effective_n")
"""What stands behind them in a weighted survey."""

SCALED = ("importance_weight", "scaled_better", "scaled_worse")
"""What stands behind them where Better and Worse are to be scaled by importance."""

WITH_ALL = (
    "category_with_all", "certainty_with_all", "answered_with_all", "better_with_all",
    "worse_with_all",
)  # fmt: skip
"""What stands behind them where respondents were dropped: the same with everybody counted."""


def with_all(feature: "FeatureResult") -> dict[str, object]:
    """A feature with everybody counted, as flat columns."""
    fields = row(feature)
    return {name: fields[name.removesuffix("_with_all")] for name in WITH_ALL}


def row(feature: "FeatureResult") -> dict[str, object]:
    """One feature as flat columns: the words of the JSON, the counts by their category."""
    fields = asdict(feature)
    low, high = feature.better_interval
    far, close = feature.worse_interval
    return {
        **{name: fields[name] for name in (*COLUMNS, *WEIGHTED) if name in fields},
        **dict(zip(CATEGORY_WORDS, feature.counts, strict=True)),
        "category": feature.category.word if feature.category is not None else None,
        "runner_up": feature.runner_up.word if feature.runner_up is not None else None,
        "better_low": low,
        "better_high": high,
        "worse_low": far,
        "worse_high": close,
        "importance": feature.importance.mean if feature.importance else None,
        **{name: getattr(feature, name) for name in SCALED},
    }
