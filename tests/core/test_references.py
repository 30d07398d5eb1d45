"""The same numbers from another implementation: scipy, which kano itself does not need."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import integrate, stats

from kano_cli.core.categories import Floats, Ints
from kano_cli.core.certainty import certainty
from kano_cli.core.scores import means
from kano_cli.core.significance import equal_shares, top_two_p

COUNTS = arrays(np.int64, (2, 6), elements=st.integers(0, 300))


@given(COUNTS)
def test_the_test_of_the_top_two_is_the_binomial_one(counts: Ints) -> None:
    """Two-sided, at one half."""
    for row, p_value in zip(counts, top_two_p(counts), strict=True):
        b, a = np.sort(row[:5])[-2:].tolist()
        if a:
            theirs = stats.binomtest(a, a + b, 0.5).pvalue
            assert p_value == pytest.approx(theirs, rel=1e-9)


@given(COUNTS)
def test_the_test_of_equal_shares_is_the_chi_square_one(counts: Ints) -> None:
    """Of basic, performance, wow and indifferent."""
    statistic, p_value = equal_shares(counts)

    for row, ours, p in zip(counts, statistic, p_value, strict=True):
        if row[:4].any():
            theirs = stats.chisquare(row[:4])
            assert ours == pytest.approx(theirs.statistic, abs=1e-9)
            assert p == pytest.approx(theirs.pvalue, rel=1e-9, abs=1e-300)


@settings(max_examples=12, deadline=None)
@given(arrays(np.int64, (1, 6), elements=st.integers(0, 80)), st.integers(0, 5))
def test_certainty_is_the_integral_that_it_says(counts: Ints, category: int) -> None:
    """By adaptive quadrature over the gamma densities."""
    if not counts.any():
        return
    gammas = [stats.gamma(count + 0.5) for count in counts[0]]
    others = [gamma for at, gamma in enumerate(gammas) if at != category]

    def height(x: float) -> float:
        return float(gammas[category].pdf(x) * np.prod([gamma.cdf(x) for gamma in others]))

    top = float(counts.max())
    ends = [max(0.0, top - 12 * (top + 1) ** 0.5), top + 12 * (top + 1) ** 0.5 + 12]
    theirs = integrate.quad(height, *ends, limit=400, epsabs=1e-9)[0]

    assert certainty(counts)[0, category] == pytest.approx(theirs, abs=2e-6)


@given(arrays(np.float64, (9, 2), elements=st.sampled_from([np.nan, 1.0, 3.0, 4.0, 9.0])))
def test_a_mean_has_the_standard_error_of_another_program(ratings: Floats) -> None:
    """Blanks left out."""
    for column, mean in zip(ratings.T, means(ratings), strict=True):
        if mean.n > 1:
            theirs = stats.sem(column, nan_policy="omit")
            assert mean.se == pytest.approx(float(theirs), abs=1e-12)
