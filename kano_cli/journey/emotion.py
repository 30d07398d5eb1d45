"""The emotion curve: how people feel along the journey, and what of it they will remember."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kano_cli.core.categories import Floats
from kano_cli.core.intervals import CONFIDENCE
from kano_cli.core.scores import means
from kano_cli.core.student import mean_interval
from kano_cli.journey.record import Curve, CurvePoint, Measured
from kano_cli.study.ratings import EmotionColumns, emotion_key

LEAST = 5
"""A mean of fewer people is not shown: it says too much of each of them."""

_NOBODY = np.array([], dtype=np.float64)


@dataclass(frozen=True)
class PeakEnd:
    """The places of peak and end in a series of ratings, and (peak + end) / 2."""

    peak: int
    end: int
    score: float


def peak_end(ratings: Sequence[float], neutral: float) -> PeakEnd | None:
    """The peak is the rating furthest from neutral; of two as far the worse one, then the first.

    score = (peak + end) / 2, on the scale of the ratings. None without ratings. Source: METHOD
    14.4, after Kahneman et al. (1993); that the worse of two counts is our choice.

    >>> peak_end([6, 9, 3, 7], neutral=5)
    PeakEnd(peak=1, end=3, score=8.0)
    """
    if not ratings:
        return None
    peak = max(
        range(len(ratings)),
        key=lambda at: (abs(ratings[at] - neutral), -ratings[at], -at),
    )
    end = len(ratings) - 1
    return PeakEnd(peak, end, (ratings[peak] + ratings[end]) / 2)


def measured(
    ratings: Floats,
    ends: tuple[float, float],
    weights: Floats | None = None,
    confidence: float = CONFIDENCE,
) -> Measured | None:
    """The mean of ratings, float64 (N,) with NaN for blanks, and its interval; None without any.

    >>> measured(np.array([6, 7, 7, 8.0]), (1, 10)).mean
    Mean(mean=7.0, sd=0.816496580927726, n=4)
    """
    mean = means(ratings[:, np.newaxis], weights)[0]
    return Measured(mean, mean_interval(mean, confidence, ends)) if mean.n else None


def _told(ratings: Floats, least: int) -> Floats:
    """Ratings behind which enough people stand, else none: a mean of one is what one said."""
    return ratings if np.count_nonzero(~np.isnan(ratings)) >= least else _NOBODY


def emotion_curve(
    columns: EmotionColumns,
    ratings: Mapping[str, Floats],
    touchpoints: Sequence[str],
    weights: Floats | None = None,
    confidence: float = CONFIDENCE,
    least: int = 1,
) -> Curve | None:
    """How people feel at each touchpoint that anybody rated, in the order of the journey.

    Args:
        columns: the scale, and which touchpoints were rated.
        ratings: float64 (N,) by key of column, NaN where blank.
        touchpoints: their names, in order.
        weights: what each of the N counts, float64 (N,).
        confidence: of the intervals.
        least: what fewer people rated is absent.

    Returns:
        None where nobody rated anything.
    """
    ends = (columns.lowest, columns.highest)
    width = columns.highest - columns.lowest
    points = []
    for name in touchpoints:
        before, after = (
            _told(ratings.get(emotion_key(when, name), _NOBODY), least)
            for when in ("before", "after")
        )
        felt, left = (measured(of, ends, _of(of, weights), confidence) for of in (before, after))
        lift = None
        if len(before) == len(after) > 0:
            # Blank where either is: a lift is of people, not of two means.
            both = _told(after - before, least)
            lift = measured(both, (-width, width), _of(both, weights), confidence)
        if felt or left:
            points.append(CurvePoint(name, felt, left, lift))
    if not points:
        return None
    rated = [(each.touchpoint, each.after.mean.mean) for each in points if each.after]
    found = peak_end([mean for _, mean in rated], columns.neutral)
    return Curve(
        columns.lowest,
        columns.highest,
        columns.neutral,
        tuple(points),
        rated[found.peak][0] if found else None,
        rated[found.end][0] if found else None,
        found.score if found else float("nan"),
        float(np.mean([mean for _, mean in rated])) if rated else float("nan"),
    )


def _of(ratings: Floats, weights: Floats | None) -> Floats | None:
    """The weights of these ratings; none where there are no ratings."""
    return weights if len(ratings) else None
