"""The continuous analysis: how much the two questions score on average."""

from dataclasses import dataclass
from math import nan, sqrt

import numpy as np

from kano_cli.core.categories import Category, Floats, Ints
from kano_cli.core.tables import EvaluationTable

# DuMouchel in Berger et al. (1993), pp. 20-22; order like, must-be, neutral, live-with, dislike.
# Both sides point the same way: high wants the feature, so dislike of its absence is +4.
FUNCTIONAL = np.array([4, 2, 0, -1, -2], dtype=np.float64)
DYSFUNCTIONAL = np.array([-2, -1, 0, 2, 4], dtype=np.float64)


@dataclass(frozen=True)
class Mean:
    """A mean with what it rests on; NaN where it does not exist (sd and se need two)."""

    mean: float
    sd: float
    n: int

    @property
    def se(self) -> float:
        """Standard error of the mean, sd / sqrt(n)."""
        return self.sd / sqrt(self.n) if self.n else nan


def scores(
    answer_counts: Ints, table: EvaluationTable, *, keep_questionable: bool = False
) -> list[tuple[Mean, Mean]]:
    """Functional and dysfunctional score of each feature, -2 to 4.

    Args:
        answer_counts: pairs of answers per feature, int64 (F, 5, 5).
        table: pairs that it calls questionable stay out of the means (Berger et al. 1993, p. 21).
        keep_questionable: count them all the same, as many spreadsheets do.

    >>> from kano_cli.core.tables import STANDARD
    >>> pairs = np.zeros((1, 5, 5), np.int64)
    >>> for row, column in [(0, 4), (0, 3), (1, 4), (2, 2), (0, 0)]: pairs[0, row, column] += 1
    >>> scores(pairs, STANDARD)[0][0]
    Mean(mean=2.5, sd=1.9148542155126762, n=4)
    """
    kept = answer_counts.copy()
    if not keep_questionable:
        kept[:, table.cells == Category.QUESTIONABLE] = 0
    return [
        (_mean(pairs.sum(axis=1), FUNCTIONAL), _mean(pairs.sum(axis=0), DYSFUNCTIONAL))
        for pairs in kept
    ]


def _mean(times: Ints, values: Floats) -> Mean:
    """Mean and sd (n - 1) of `values`, each counted so many `times`."""
    n = int(times.sum())
    if not n:
        return Mean(nan, nan, 0)
    mean = float((times * values).sum() / n)
    spread = float((times * (values - mean) ** 2).sum())
    return Mean(mean, sqrt(spread / (n - 1)) if n > 1 else nan, n)


def means(ratings: Floats) -> list[Mean]:
    """Mean, sd (n - 1) and n of each column of ratings, float (N, F) with NaN for blanks."""
    results = []
    for column in ratings.T:
        rated = column[~np.isnan(column)].astype(np.float64)
        n = len(rated)
        mean = float(rated.mean()) if n else nan
        results.append(Mean(mean, float(rated.std(ddof=1)) if n > 1 else nan, n))
    return results
