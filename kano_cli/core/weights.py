"""Weighted counts: whole numbers of a small unit, and the size that the weights leave."""

from dataclasses import dataclass
from fractions import Fraction
from math import fsum, isfinite
from typing import Any

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Codes, Floats, Ints

_EXACT = 2.0**53
"""Above this a float64 has no room for every whole number."""

_PLACES = 290


@dataclass(frozen=True, eq=False)
class WeightedTally:
    """How much weight each pair of answers has, per feature.

    `counts` is int64 (F, 5, 5), in units of `unit`, so that rules compare whole numbers: 0.1 + 0.2
    is exactly 0.3. `effective` is float64 (F,), the effective size of the answered pairs.
    """

    counts: Ints
    unit: Fraction
    effective: Floats

    @property
    def scale(self) -> Floats:
        """What turns counts in units into counts of the effective size, float64 (F,)."""
        total = self.counts.sum(axis=(1, 2))
        scale = np.zeros(len(total))
        np.divide(self.effective, total, out=scale, where=total > 0)
        return scale

    def sized(self, counts: Ints) -> npt.NDArray[Any]:
        """Counts in units, (F, …), as counts that sum to the effective size; float64."""
        shape = (len(counts), *(1 for _ in counts.shape[1:]))
        sized: npt.NDArray[Any] = counts * self.scale.reshape(shape)
        return sized

    def told(self, count: int) -> float:
        """A count in units as the weight that it is; an int where it is whole."""
        return whole(float(count * self.unit))


def in_units(weights: Floats) -> tuple[Ints, Fraction]:
    """Weights as whole numbers of a unit, int64 (N,), and that unit.

    As many decimals as the weights have, and fewer where their sum would grow too large.

    >>> units, unit = in_units(np.array([2.5, 1.0, 0.5]))
    >>> units.tolist(), str(unit)
    ([5, 2, 1], '1/2')
    """
    total, places = fsum(weights.tolist()), 0
    while total * 10.0**places >= _EXACT:
        places -= 1
    while places < _PLACES and total * 10.0 ** (places + 1) < _EXACT:
        if np.array_equal(np.round(weights, places), weights):
            break
        places += 1
    units = np.rint(weights * 10.0**places).astype(np.int64)
    # Weights of 2 for everybody are weights of 1: the size is the same, to the last digit.
    common = int(np.gcd.reduce(units)) or 1 if len(units) else 1
    return units // common, common / Fraction(10) ** places


def effective_size(weights: Floats) -> float:
    """(sum w)² / sum w²: how many people without weights would tell as much; 0 without any.

    Source: Kish (1965).

    >>> round(effective_size(np.array([2.0, 1.0, 1.0])), 4)
    2.6667
    """
    # fsum: the order of the respondents must not show, not even in the last digit.
    squares = fsum((weights**2).tolist())
    return fsum(weights.tolist()) ** 2 / squares if squares else 0.0


def weighted_tally(functional: Codes, dysfunctional: Codes, weights: Floats) -> WeightedTally:
    """The weight of each pair of answers of N respondents to F features.

    Args:
        functional: int8 (N, F), answers 1..5, 0 where blank.
        dysfunctional: int8 (N, F), the same.
        weights: float64 (N,), none of them negative or missing.

    Raises:
        ValueError: for a weight that is negative or no number.
    """
    if not all(isfinite(weight) and weight >= 0 for weight in weights.tolist()):
        raise ValueError("a weight is negative or no number")
    units, unit = in_units(weights)
    counts = np.zeros((functional.shape[1], 6, 6), np.int64)
    effective = np.zeros(functional.shape[1])
    for feature in range(functional.shape[1]):
        one, other = functional[:, feature], dysfunctional[:, feature]
        pair = one * 6 + other
        summed = np.bincount(pair, weights=units.astype(np.float64), minlength=36)
        counts[feature] = np.rint(summed).astype(np.int64).reshape(6, 6)
        effective[feature] = effective_size(units[(one > 0) & (other > 0)].astype(np.float64))
    return WeightedTally(counts[:, 1:, 1:].copy(), unit, effective)


def whole(value: float) -> float:
    """The same number, as an int where it is a whole one.

    >>> whole(3.0), whole(2.5)
    (3, 2.5)
    """
    return int(value) if float(value).is_integer() else float(value)
