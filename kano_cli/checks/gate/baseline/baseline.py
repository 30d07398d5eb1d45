"""A baseline: what a team believes of its features, to hold the next survey against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Answer, Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.core.tables import EvaluationTable
from kano_cli.study.responses import Survey
from kano_cli.study.reworded import questions_of

FORMAT = 1
"""The version of the file format."""


@dataclass(frozen=True)
class BaselineFeature:
    """One feature as it was believed; `counts` are of the six categories.

    In a weighted survey they are sums of weights, and `effective_n` is the size behind them. The
    numbers after it are for people to read: rules go back to the counts.
    """

    id: str
    name: str
    category: Category | None
    counts: tuple[float, ...]
    effective_n: float | None
    certainty: float
    better: float
    better_interval: tuple[float, float]
    worse: float
    worse_interval: tuple[float, float]
    questions: tuple[str, str] = ("", "")

    @property
    def answered(self) -> float:
        """Pairs with both halves answered, or their weight."""
        return sum(self.counts)


@dataclass(frozen=True)
class Baseline:
    """What a baseline file says; `features` stand in the order of their ids.

    `survey` is the name of the file that it was made of. `table` is None where that held
    categories only. `answers` has by side and answer the texts that stood for it, as compared.
    `file` is the baseline's own, empty for one that was never written.
    """

    survey: str
    features: tuple[BaselineFeature, ...]
    table: EvaluationTable | None
    rule: str
    confidence: float
    prior: float
    respondents: int = 0
    language: str = ""
    answered_from: date | None = None
    answered_until: date | None = None
    weighted: bool = False
    answers: Mapping[tuple[str, Answer], tuple[str, ...]] = field(default_factory=dict)
    file: str = ""


def baseline_of(survey: Survey, result: KanoResult) -> Baseline:
    """What a survey says today, for `kano baseline`.

    Args:
        survey: as it was read.
        result: its classification.
    """
    origin, settings = result.survey, result.settings
    asked = questions_of(survey)
    features = sorted(result.features, key=lambda feature: feature.id)
    return Baseline(
        survey=Path(origin.file).name,
        features=tuple(_feature(each, asked.get(each.id, ("", ""))) for each in features),
        table=None if survey.category_counts is not None else settings.table,
        rule=settings.rule,
        confidence=settings.confidence,
        prior=settings.prior,
        respondents=origin.respondents,
        language=origin.language or "",
        answered_from=origin.answered_from,
        answered_until=origin.answered_until,
        weighted=survey.weighted is not None,
        answers={
            (side, answer): tuple(sorted(survey.wording.answers[side, answer]))
            for side, answer in sorted(survey.wording.answers)
        },
    )


def _feature(feature: FeatureResult, questions: tuple[str, str]) -> BaselineFeature:
    """One feature as it is today."""
    return BaselineFeature(
        feature.id,
        feature.name,
        feature.category,
        feature.counts,
        feature.effective_n,
        feature.certainty,
        feature.better,
        feature.better_interval,
        feature.worse,
        feature.worse_interval,
        questions,
    )


def sized(feature: BaselineFeature | FeatureResult) -> npt.NDArray[Any]:
    """The six counts, (6,); float64 that sum to the effective size where people have weights."""
    counts: npt.NDArray[Any] = np.array(feature.counts)
    if feature.effective_n is None or not feature.answered:
        return counts
    return counts * (feature.effective_n / feature.answered)
