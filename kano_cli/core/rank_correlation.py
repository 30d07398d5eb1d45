"""How far two orders of the same things agree."""

from math import nan, sqrt

import numpy as np

from kano_cli.core.categories import Floats


def tau_b(first: Floats, second: Floats) -> float:
    """Kendall's tau-b of two rankings with ties, -1 (reversed) to 1 (the same order).

    tau-b = (agreeing - opposed pairs) / sqrt(pairs not tied in the first x in the second).
    Takes float64 (N,) twice; NaN where a ranking puts everything on one place.
    Source: Kendall (1945), The treatment of ties in ranking problems, Biometrika 33.

    >>> tau_b(np.array([1.0, 2, 3, 4]), np.array([1.0, 3, 2, 4])).__round__(4)
    0.6667
    """
    one = np.sign(first[:, None] - first[None, :])
    other = np.sign(second[:, None] - second[None, :])
    # Every pair stands there twice, above and below the line: in both, so it does not matter.
    untied = float((one != 0).sum()) * float((other != 0).sum())
    return float((one * other).sum()) / sqrt(untied) if untied else nan
