"""Many tests at once: worked values, another implementation, laws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from statsmodels.stats.multitest import multipletests

from kano_cli.core.adjusted import benjamini_hochberg, holm
from kano_cli.core.categories import Floats

WORKED = np.array([0.004, 0.030, 0.020, 0.200])
P_VALUES = arrays(np.float64, st.integers(1, 30), elements=st.floats(0, 1))


def test_the_worked_p_values() -> None:
    """Holm .016 .060 .060 .200, Benjamini-Hochberg .016 .040 .040 .200."""
    assert holm(WORKED).round(6).tolist() == [0.016, 0.060, 0.060, 0.200]
    assert benjamini_hochberg(WORKED).round(6).tolist() == [0.016, 0.040, 0.040, 0.200]


# Few examples: statsmodels empties Python's memory of garbage at every call.
@settings(max_examples=20, deadline=None)
@given(P_VALUES)
def test_both_are_as_another_program_has_them(p_values: Floats) -> None:
    """Statsmodels."""
    for adjust, name in ((holm, "holm"), (benjamini_hochberg, "fdr_bh")):
        theirs = multipletests(p_values, method=name)[1]
        # The smallest numbers that there are have few digits.
        np.testing.assert_allclose(adjust(p_values), theirs, atol=1e-300)


@given(P_VALUES, st.randoms(use_true_random=False))
def test_adjusting_raises_and_keeps_the_order(p_values: Floats, random: object) -> None:
    """Never above 1; Holm never below Benjamini-Hochberg; each test keeps its place."""
    order = list(range(len(p_values)))
    random.shuffle(order)  # type: ignore[attr-defined]

    strict, mild = holm(p_values), benjamini_hochberg(p_values)

    assert (p_values <= mild + 1e-15).all()
    assert (mild <= strict + 1e-12).all()
    assert (strict <= 1).all()
    ranks = np.argsort(p_values, kind="stable")
    assert (np.diff(strict[ranks]) >= 0).all()
    assert (np.diff(mild[ranks]) >= 0).all()
    np.testing.assert_allclose(holm(p_values[order]), strict[order], rtol=1e-12)
    np.testing.assert_allclose(benjamini_hochberg(p_values[order]), mild[order], rtol=1e-12)


@pytest.mark.parametrize("adjust", [holm, benjamini_hochberg])
def test_a_test_that_does_not_exist_does_not_count(adjust: object) -> None:
    """It stays NaN in its place, and the rest is as if it were not there."""
    with_none = np.array([np.nan, *WORKED, np.nan])

    found = adjust(with_none)  # type: ignore[operator]

    np.testing.assert_array_equal(found[1:-1], adjust(WORKED))  # type: ignore[operator]
    assert np.isnan(found[[0, -1]]).all()
    assert np.isnan(adjust(np.array([np.nan]))).all()  # type: ignore[operator]
    assert adjust(np.array([])).tolist() == []  # type: ignore[operator]
    assert adjust(np.array([0.3])).tolist() == [0.3]  # type: ignore[operator]
