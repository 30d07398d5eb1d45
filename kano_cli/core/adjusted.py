"""Many features, many tests: p-values that stand for all of them together."""

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Floats


def holm(p_values: Floats) -> Floats:
    """Adjusted so that any false alarm at all among the tests is rare; float64 (F,), 0 to 1.

    The i-th smallest of m is max over k <= i of (m - k + 1) p_k, at most 1. NaN stays NaN and
    is no test. Source: Holm (1979).

    >>> holm(np.array([0.004, 0.030, 0.020, 0.200])).round(3).tolist()
    [0.016, 0.06, 0.06, 0.2]
    """
    tests, order = _in_order(p_values)
    factors = np.arange(len(order), 0, -1)
    raised = np.maximum.accumulate(factors * tests)
    return _back(raised, order, p_values)


def benjamini_hochberg(p_values: Floats) -> Floats:
    """Adjusted so that few of the findings are false alarms; float64 (F,), 0 to 1.

    The i-th smallest of m is min over k >= i of m p_k / k, at most 1. NaN stays NaN and is no
    test. Source: Benjamini & Hochberg (1995).

    >>> benjamini_hochberg(np.array([0.004, 0.030, 0.020, 0.200])).round(3).tolist()
    [0.016, 0.04, 0.04, 0.2]
    """
    tests, order = _in_order(p_values)
    factors = len(order) / np.arange(1, len(order) + 1)
    lowered = np.minimum.accumulate((factors * tests)[::-1])[::-1]
    return _back(lowered, order, p_values)


def _in_order(p_values: Floats) -> tuple[Floats, npt.NDArray[np.intp]]:
    """The p-values that exist, the smallest first, and where each stands."""
    order = np.argsort(p_values)
    order = order[~np.isnan(p_values[order])]
    return p_values[order], order


def _back(adjusted: Floats, order: npt.NDArray[np.intp], p_values: Floats) -> Floats:
    """Each where it was, at most 1."""
    result = np.full(len(p_values), np.nan)
    result[order] = np.minimum(adjusted, 1)
    return result
