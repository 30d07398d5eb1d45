"""How many answers settle a category, if the next ones are like those that there are."""

from math import ceil, nan, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt

from kano_cli.core.certainty import PRIOR, certainty

MOST = 1_000_000
"""Answers beyond which nobody asks."""

_CLOSE = 25
"""The answer is right to one part in so many: it is a forecast, and each look costs a little."""


def answers_to_settle(
    counts: npt.NDArray[Any], category: int, level: float, prior: float = PRIOR
) -> int | None:
    """The fewest answers at which the certainty of a category reaches a level, at these shares.

    The shares stay as they are and only their number grows, so this is what to expect and no
    promise. Right to 4 %, and never too few; at most `MOST`, and None where even that is not
    enough. A category that is not alone in the first place is never settled.

    Args:
        counts: (6,), the category counts; in a weighted survey float64, of the effective size.
        category: the place of the category among the six.
        level: the certainty wanted, above 0 and below 1.
        prior: of `certainty`.

    >>> answers_to_settle(np.array([12.0, 9, 1, 1, 0, 0]), 0, 0.95)
    146
    """
    first = counts[category]
    rivals = np.delete(counts, category)
    if first <= rivals.max():
        return None
    shares = counts / counts.sum()
    high = _guess(float(first), float(rivals.max()), float(counts.sum()), level)
    low = high - high // 8
    while low and _settled(shares, low, category, level, prior):
        low, high = low // 2, low
    while not _settled(shares, high, category, level, prior):
        if high >= MOST:
            return None
        low, high = high, min(MOST, 2 * high)
    while high - low > max(1, high // _CLOSE):
        middle = (low + high) // 2
        if _settled(shares, middle, category, level, prior):
            high = middle
        else:
            low = middle
    return high


def _settled(
    shares: npt.NDArray[Any], answers: int, category: int, level: float, prior: float
) -> bool:
    """Whether so many answers at these shares are enough."""
    return bool(certainty(shares[np.newaxis] * answers, prior)[0, category] >= level)


def _guess(first: float, second: float, total: float, level: float) -> int:
    """Where to begin: as if the first two were alone and their lead normal."""
    z = NormalDist().inv_cdf(level) if 0 < level < 1 else nan
    lead, spread = (first - second) / total, sqrt((first + second) / total)
    guess = (z * spread / lead) ** 2 if z == z else 1.0
    return min(MOST, max(1, ceil(guess)))
