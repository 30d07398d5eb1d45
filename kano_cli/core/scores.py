"""The continuous analysis: how much the two questions score on average."""

from dataclasses import dataclass
from math import fsum, nan, sqrt

import numpy as np

from kano_cli.core.categories import Category, Floats, Ints
from kano_cli.core.tables import EvaluationTable
from kano_cli.core.weights import WeightedTally, effective_size, whole

# DuMouchel in Berger et al. (1993), pp. 20-22; order like, must-be, neutral, live-with, dislike.
# Both sides point the same way: high wants the feature, so dislike of its absence is +4.
FUNCTIONAL: Floats = np.array([4.0, 2.0, 0.0, -1.0, -2.0])
DYSFUNCTIONAL: Floats = np.array([-2.0, -1.0, 0.0, 2.0, 4.0])

CONTINUOUS = "continuous"
LINE = 2.0
"""Where the plane of the two means is cut (Berger et al. 1993, fig. 20)."""
_FEWEST = 2


@dataclass(frozen=True)
class Mean:
    """A mean with what it rests on; NaN where it does not exist (sd and se need two)."""

    mean: float
    sd: float
    n: float

    @property
    def se(self) -> float:
        """Standard error of the mean, sd / sqrt(n)."""
        return self.sd / sqrt(self.n) if self.n else nan


def scores(
    answer_counts: Ints,
    table: EvaluationTable,
    *,
    keep_questionable: bool = False,
    weighted: WeightedTally | None = None,
) -> list[tuple[Mean, Mean]]:
    """Functional and dysfunctional score of each feature, -2 to 4.

    Args:
        answer_counts: pairs of answers per feature, int64 (F, 5, 5).
        table: pairs that it calls questionable stay out of the means (Berger et al. 1993, p. 21).
        keep_questionable: count them all the same, as many spreadsheets do.
        weighted: whose counts these are, if people have weights; then n is the effective size.

    >>> from kano_cli.core.tables import STANDARD
    >>> pairs = np.zeros((1, 5, 5), np.int64)
    >>> for row, column in [(0, 4), (0, 3), (1, 4), (2, 2), (0, 0)]: pairs[0, row, column] += 1
    >>> scores(pairs, STANDARD)[0][0]
    Mean(mean=2.5, sd=1.9148542155126762, n=4)
    """
    kept = answer_counts.copy()
    if not keep_questionable:
        kept[:, table.cells == Category.QUESTIONABLE] = 0
    scale = np.ones(len(kept)) if weighted is None else weighted.scale
    return [
        (_mean(pairs.sum(axis=1), FUNCTIONAL, one), _mean(pairs.sum(axis=0), DYSFUNCTIONAL, one))
        for pairs, one in zip(kept, scale, strict=True)
    ]


def continuous(functional: Mean, dysfunctional: Mean) -> Category | None:
    """The quarter of the plane of both means, cut at 2; 2 itself is high. Never of record.

    Both high is performance, functional only wow, dysfunctional only basic, neither
    indifferent; never reverse or questionable. None below two scored pairs. Exact: a sum of
    twice n divides to 2.0 itself. Source: Berger et al. (1993), p. 22; `>=` is our choice.

    >>> continuous(Mean(2.33, 1.5, 234), Mean(3.04, 1.4, 234)).word
    'performance'
    """
    if functional.n < _FEWEST:
        return None
    wow, basic = functional.mean >= LINE, dysfunctional.mean >= LINE
    if wow and basic:
        return Category.PERFORMANCE
    return Category.WOW if wow else Category.BASIC if basic else Category.INDIFFERENT


def _mean(times: Ints, values: Floats, scale: float) -> Mean:
    """Mean and sd (n - 1) of `values`, each counted so many `times`; n is their sum, scaled."""
    total = times.sum()
    if not total:
        return Mean(nan, nan, 0)
    n = whole(total * scale)
    mean = float((times * values).sum() / total)
    spread = (times * (values - mean) ** 2).sum() * scale
    return Mean(mean, sqrt(spread / (n - 1)) if n > 1 else nan, n)


def means(ratings: Floats, weights: Floats | None = None) -> list[Mean]:
    """Mean, sd (n - 1) and n of each column of ratings, float (N, F) with NaN for blanks.

    With weights, float64 (N,), the mean is weighted and n is the effective size.
    """
    results = []
    for column in ratings.T:
        there = ~np.isnan(column)
        rated = column[there].astype(np.float64)
        if weights is not None and not _alike(weights[there]):
            results.append(_weighted_mean(rated, weights[there]))
            continue
        # Sorted: the order of the respondents must not show, not even in the last digit.
        n, rated = len(rated), np.sort(rated)
        mean = float(rated.mean()) if n else nan
        results.append(Mean(mean, float(rated.std(ddof=1)) if n > 1 else nan, n))
    return results


def scaled(mean: Mean | None, scale: tuple[float, float] | None) -> float:
    """A mean rating between the ends of its scale, 0 to 1: (mean - min) / (max - min).

    NaN where there is no rating, or the ends are not declared: a scale is never guessed.
    Source: Timko in Berger et al. (1993), p. 19, who takes (rating - 1) / 8 of a scale to 9.

    >>> round(scaled(Mean(6.804469, 1.9, 358), (1, 9)), 6)
    0.725559
    """
    if mean is None or scale is None:
        return nan
    low, high = scale
    return (mean.mean - low) / (high - low)


def _alike(weights: Floats) -> bool:
    """Whether everybody has the same weight, so that none of them matters."""
    return bool(len(weights) and weights.min() == weights.max() > 0)


def _weighted_mean(values: Floats, weights: Floats) -> Mean:
    """The weighted mean of values, float64 (N,), with the sd of as many as the weights leave."""
    total, n = fsum(weights.tolist()), effective_size(weights)
    if not total:
        return Mean(nan, nan, 0)
    mean = fsum((weights * values).tolist()) / total
    spread = fsum((weights * (values - mean) ** 2).tolist()) * n / total
    return Mean(mean, sqrt(spread / (n - 1)) if n > 1 else nan, whole(n))
