"""Intervals of means, against another program's."""

from math import isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kano_cli.core.scores import Mean
from kano_cli.core.student import mean_interval, t_quantile


@given(st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99, 0.999]), st.floats(1, 5000))
def test_the_quantile_is_that_of_scipy(confidence: float, df: float) -> None:
    """For whole and broken degrees of freedom."""
    expected = stats.t.ppf((1 + confidence) / 2, df)

    assert t_quantile(confidence, df) == pytest.approx(expected, rel=1e-8)


def test_a_mean_of_four_has_the_interval_of_the_textbook() -> None:
    """2.5 with se .957427 and t(3) = 3.182446, cut where the scale ends."""
    low, high = mean_interval(Mean(2.5, 1.914854, 4), 0.95)

    assert (low, high) == pytest.approx((2.5 - 3.182446 * 0.957427, 2.5 + 3.182446 * 0.957427))
    assert mean_interval(Mean(2.5, 1.914854, 4), 0.95, (-2, 4)) == (low, 4)


@pytest.mark.parametrize("mean", [Mean(nan, nan, 0), Mean(3.0, nan, 1)])
def test_a_mean_of_less_than_two_has_no_interval(mean: Mean) -> None:
    """Nobody knows how far it may be from the truth."""
    assert all(map(isnan, mean_interval(mean, 0.95)))


def test_equal_answers_leave_a_point() -> None:
    """No spread, no width."""
    assert mean_interval(Mean(4.0, 0.0, 12), 0.95, (-2, 4)) == (4, 4)
