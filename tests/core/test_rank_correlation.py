"""Kendall's tau-b, against scipy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kano_cli.core.rank_correlation import tau_b

PAIRS = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 4)), min_size=2, max_size=30)


@given(PAIRS)
def test_tau_b_is_scipys(pairs: list[tuple[int, int]]) -> None:
    """With ties on either side; NaN where there is no order."""
    first, second = np.array(pairs, np.float64).T

    assert tau_b(first, second) == pytest.approx(
        stats.kendalltau(first, second).statistic, abs=1e-12, nan_ok=True
    )


@given(PAIRS)
def test_tau_b_turns_with_the_order(pairs: list[tuple[int, int]]) -> None:
    """Reversed it has the other sign, and whichever ranking comes first is the same."""
    first, second = np.array(pairs, np.float64).T
    tau = tau_b(first, second)

    assert tau_b(first, -second) == pytest.approx(-tau, nan_ok=True)
    assert tau_b(second, first) == pytest.approx(tau, nan_ok=True)


def test_equal_orders_agree_and_no_order_is_unknown() -> None:
    """1, -1, and NaN where everything is on one place, or nothing is there."""
    order = np.array([1.0, 2, 3])

    assert tau_b(order, order) == 1
    assert tau_b(order, -order) == -1
    assert np.isnan(tau_b(order, np.ones(3)))
    assert np.isnan(tau_b(np.zeros(0), np.zeros(0)))
