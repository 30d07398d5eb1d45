"""How sure the category is: the chance that it is the most common one among all customers."""

from math import lgamma, log

import numpy as np

from kano_cli.core.categories import Floats, Ints

PRIOR = 0.5
"""Jeffreys' prior: half an answer in each category before anybody answered."""

_REACH = 8.0
_STEP = 1 / 512


def certainty(category_counts: Ints, prior: float = PRIOR) -> Floats:
    """Posterior probability of each category to be the most common one, float64 (F, 6).

    The shares have a Dirichlet(count + prior) posterior, drawn as independent gamma
    variables, so P(k is largest) = integral of g(x; c_k + prior) * product over the others
    of G(x; c_j + prior) dx. Integrated, not simulated: the same every time, right to 1e-5.
    Rows sum to 1; NaN where nobody answered. Source: this project's choice.

    >>> certainty(np.array([[12, 6, 1, 1, 0, 0]]))[0, :2].round(4).tolist()
    [0.9217, 0.0776]
    """
    rows = [_certainty(row + prior) if row.any() else np.full(6, np.nan) for row in category_counts]
    return np.array(rows).reshape(len(category_counts), 6)


def _certainty(shape: Floats) -> Floats:
    """The integral for one feature; `shape`, float64 (6,), holds the six gamma shapes."""
    # In t = sqrt(x) every gamma density is smooth and about half a unit wide, whatever its
    # shape, and what lies 8 units below the largest one can win with chance zero.
    peak = np.sqrt(shape.max())
    t = np.arange(max(0.0, peak - _REACH), peak + _REACH, _STEP)
    power = 2 * shape[:, np.newaxis] - 1
    with np.errstate(divide="ignore", invalid="ignore"):
        # A prior below a half makes a density infinite at 0, where no largest share can be.
        logs = np.where((t > 0) | (power > 0), power * np.log(t), 0.0)
    norm = np.array([log(2) - lgamma(a) for a in shape])
    density = np.exp(norm[:, np.newaxis] + logs - t**2)
    slices = (density[:, 1:] + density[:, :-1]) * (_STEP / 2)
    above = np.zeros_like(density)
    above[:, :-1] = np.cumsum(slices[:, ::-1], axis=1)[:, ::-1]
    # Summing leaves an `above` a little over 1, and a chance must not come out as -0.00.
    below = np.maximum(1 - above, 0)
    heights = [density[k] * np.delete(below, k, axis=0).prod(axis=0) for k in range(len(shape))]
    # The height is nothing at either end, so the sum is the trapezoid rule.
    areas = np.array(heights).sum(axis=1)
    chances: Floats = areas / areas.sum()
    return chances
