"""Would people recommend it: the net promoter score, and how far it may be from the truth."""

from dataclasses import dataclass
from math import nan, sqrt
from statistics import NormalDist

import numpy as np

from kano_cli.core.categories import Floats, Ints
from kano_cli.core.intervals import CONFIDENCE
from kano_cli.errors import KanoError


@dataclass(frozen=True)
class RatingScale:
    """The whole numbers that people could choose from, as the questionnaire declares them."""

    lowest: int
    highest: int

    def __post_init__(self) -> None:
        if self.lowest >= self.highest:
            raise KanoError(
                f"a scale cannot run from {self}", hint="name the lower of its two ends first"
            )

    def __str__(self) -> str:
        """As messages and legends name it: `0 to 10`."""
        return f"{self.lowest} to {self.highest}"

    def counts(self, ratings: Floats) -> Ints:
        """How often each number was given, from the lowest up, int64 (highest - lowest + 1,).

        Args:
            ratings: float64 (N,), NaN where blank; a blank counts nowhere.

        Raises:
            KanoError: for a rating that is not on the scale; nothing is cut to fit it.

        >>> RatingScale(1, 3).counts(np.array([3, 1, 3, np.nan])).tolist()
        [1, 0, 2]
        """
        given = ratings[~np.isnan(ratings)]
        outside = given[(given < self.lowest) | (given > self.highest) | (given != np.floor(given))]
        if len(outside):
            raise KanoError(
                f"{len(outside)} of {len(given)} ratings are not whole numbers from {self}, "
                f"such as {outside[0]:g}",
                hint="declare the scale that people saw, or correct these ratings",
            )
        steps = self.highest - self.lowest + 1
        return np.bincount((given - self.lowest).astype(np.int64), minlength=steps)


NPS_SCALE = RatingScale(0, 10)
"""The one scale that promoters and detractors are defined on."""

PROMOTERS = 9
DETRACTORS = 6


@dataclass(frozen=True)
class NetScore:
    """What is above minus what is below, in points of 100, with the counts behind it.

    For the net promoter score `above` are promoters, `between` passives and `below`
    detractors; in a weighted survey they add up to the effective size. `score`, `se` and
    `interval` are NaN where nobody answered.
    """

    above: float
    between: float
    below: float
    score: float
    se: float
    interval: tuple[float, float]

    @property
    def answered(self) -> float:
        """The base: everybody who gave a rating."""
        return self.above + self.between + self.below

    @property
    def uniform(self) -> bool:
        """Whether all ratings fell into one class: `se` is 0 then, and says nothing."""
        return max(self.above, self.between, self.below) == self.answered > 0


def net_score(
    above: float, between: float, below: float, confidence: float = CONFIDENCE
) -> NetScore:
    """The net score of three counts.

    score = 100 (p - d), from -100 to 100, p and d the shares above and below of everybody
    who answered; se = 100 sqrt((p + d - (p - d)²) / n); interval = score -+ z se, cut to
    -100..100. NaN without answers. Source: cybaea.net (2016), variance of the two shares.

    >>> promoters = net_score(50, 30, 20)
    >>> promoters.score, round(promoters.se, 6), [round(end, 3) for end in promoters.interval]
    (30.0, 7.81025, [14.692, 45.308])
    """
    n, lead = above + between + below, above - below
    if not n:
        return NetScore(above, between, below, nan, nan, (nan, nan))
    score = 100 * lead / n
    # p + d - (p - d)² over n, in whole numbers: what has no spread has exactly none.
    se = 100 * sqrt((n * (above + below) - lead**2) / n**3)
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * se
    ends = (max(-100.0, score - reach), min(100.0, score + reach))
    return NetScore(above, between, below, score, se, ends)


def nps(
    ratings: Floats, scale: RatingScale = NPS_SCALE, confidence: float = CONFIDENCE
) -> NetScore:
    """Net promoter score: per cent that rate 9 or 10 minus per cent that rate 0 to 6.

    From -100 to 100; se, interval and base as for `net_score`. float64 (N,) in, NaN for a
    blank. Source: METHOD 14.1; the cut-offs are Reichheld's (2003), on 0 to 10 only.

    Args:
        ratings: how likely people are to recommend it.
        scale: the scale they saw; the cut-offs say nothing about any other than 0 to 10.
        confidence: of the interval.

    Raises:
        KanoError: for another scale, or a rating that is not on it.

    >>> nps(np.array([10, 9, 8, 6])).score
    25.0
    """
    if (scale.lowest, scale.highest) != (NPS_SCALE.lowest, NPS_SCALE.highest):
        raise KanoError(
            f"the net promoter score is defined on a scale from {NPS_SCALE}, not from {scale}",
            hint="give the share of the highest ratings in its place",
        )
    counts = scale.counts(ratings)
    below, between, above = np.split(counts, [DETRACTORS + 1, PROMOTERS])
    return net_score(int(above.sum()), int(between.sum()), int(below.sum()), confidence)


@dataclass(frozen=True)
class NetDifference:
    """By how many points one group is above another, with what chance alone would do."""

    difference: float
    se: float
    interval: tuple[float, float]


def net_difference(one: NetScore, other: NetScore, confidence: float = CONFIDENCE) -> NetDifference:
    """`one` minus `other`, for two groups of different people.

    se = sqrt(se_one² + se_other²), interval = difference -+ z se. NaN where a group is
    empty. Source: METHOD 14.1.

    >>> round(net_difference(net_score(50, 30, 20), net_score(40, 30, 30)).se, 4)
    11.4018
    """
    difference, se = one.score - other.score, sqrt(one.se**2 + other.se**2)
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * se
    return NetDifference(difference, se, (difference - reach, difference + reach))
