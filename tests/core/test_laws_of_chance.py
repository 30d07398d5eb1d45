"""What holds for every survey, whatever its answers: intervals, tests and certainty."""

from fractions import Fraction
from math import comb, sqrt
from statistics import mean, stdev

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kano_cli.core.categories import CLASSIFIED, Category, Floats, Ints
from kano_cli.core.certainty import certainty
from kano_cli.core.coefficients import better, worse
from kano_cli.core.intervals import better_interval, wilson, worse_interval
from kano_cli.core.rules import near_tie
from kano_cli.core.scores import means
from kano_cli.core.shares import answered, classified
from kano_cli.core.significance import distinct, equal_shares, fong, mixed, top_two_p
from kano_cli.core.strength import top_two

COUNTS = arrays(np.int64, (4, 6), elements=st.integers(0, 500))
FEW = arrays(np.int64, (2, 6), elements=st.integers(0, 12))
CONFIDENCES = st.floats(0.5, 0.999)


@st.composite
def parts(draw: st.DrawFn) -> tuple[Ints, Ints]:
    """A part and its base, which is not empty."""
    base = draw(st.integers(1, 2000))
    return np.array([draw(st.integers(0, base))]), np.array([base])


@given(parts(), st.integers(2, 50))
def test_more_answers_of_the_same_kind_narrow_every_interval(
    part_of: tuple[Ints, Ints], k: int
) -> None:
    """Even where nobody or everybody said so."""
    part, base = part_of

    few, many = wilson(part, base)[0], wilson(k * part, k * base)[0]

    assert many[1] - many[0] < few[1] - few[0]


@given(parts(), CONFIDENCES, CONFIDENCES)
def test_an_interval_holds_its_share_and_grows_with_confidence(
    part_of: tuple[Ints, Ints], one: float, two: float
) -> None:
    """It stays within 0 and 1, and touches them only at no part and all of it."""
    part, base = part_of
    share = part[0] / base[0]

    inner = wilson(part, base, min(one, two))[0]
    outer = wilson(part, base, max(one, two))[0]

    assert 0 <= outer[0] <= inner[0] <= share <= inner[1] <= outer[1] <= 1
    assert (outer[0] == 0) == (part[0] == 0)
    assert (outer[1] == 1) == (part[0] == base[0])


@given(COUNTS)
def test_both_coefficients_lie_in_their_intervals(counts: Ints) -> None:
    """And Worse runs from the larger loss to the smaller."""
    some = counts[classified(counts) > 0]

    gain, loss = better_interval(some), worse_interval(some)

    assert ((gain[:, 0] <= better(some)) & (better(some) <= gain[:, 1])).all()
    assert ((loss[:, 0] <= worse(some)) & (worse(some) <= loss[:, 1])).all()
    assert ((gain >= 0) & (gain <= 1)).all()
    assert ((loss >= -1) & (loss <= 0)).all()


@given(FEW)
def test_the_worse_of_a_feature_is_the_better_with_basic_and_wow_exchanged(counts: Ints) -> None:
    """With the sign turned and the ends of the interval swapped."""
    exchanged = counts[:, [2, 1, 0, 3, 4, 5]]

    np.testing.assert_array_equal(worse(counts), 0 - better(exchanged))
    np.testing.assert_array_equal(worse_interval(counts), 0 - better_interval(exchanged)[:, ::-1])


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_p_value_is_the_exact_binomial_one(one: int, two: int) -> None:
    """Against whole-number arithmetic; without answers there is none."""
    a, n = max(one, two), one + two
    tail = sum(comb(n, k) for k in range(a, n + 1))
    exact = float(min(Fraction(1), Fraction(2 * tail, 2**n)))

    found = top_two_p(np.array([[one, 0, two, 0, 0, 7]]))[0]

    assert np.isnan(found) if n == 0 else found == pytest.approx(exact, rel=1e-11, abs=0)


@given(COUNTS, CONFIDENCES, CONFIDENCES)
def test_distinct_at_a_confidence_stays_distinct_at_a_lower_one(
    counts: Ints, one: float, two: float
) -> None:
    """And what is not mixed at a confidence is not mixed at a lower one."""
    p_values = top_two_p(counts)
    low, high = min(one, two), max(one, two)

    assert (distinct(p_values, low) | ~distinct(p_values, high)).all()
    assert (mixed(counts, high) | ~mixed(counts, low)).all()


@given(COUNTS, st.floats(0.5, 0.999))
def test_mixed_means_near_or_not_distinct(counts: Ints, confidence: float) -> None:
    """As long as there is a second category to be mixed with."""
    found = mixed(counts, confidence)

    for row, is_mixed in zip(counts, found, strict=True):
        first, second = sorted(row[:5].tolist())[:-3:-1]
        tail = sum(comb(first + second, k) for k in range(first, first + second + 1))
        real = 2 * Fraction(tail, 2 ** (first + second)) < 1 - confidence
        near = Fraction(first - second) <= Fraction(6, 100) * int(row.sum())
        assert is_mixed == (second > 0 and (near or not real))


@given(COUNTS)
def test_a_category_by_near_tie_is_never_far_behind(counts: Ints) -> None:
    """It is the first, or a second at most 6 points behind that comes earlier in the tie order."""
    two = top_two(counts)

    found = near_tie(counts)

    for row, first, second, name in zip(counts, two.first, two.second, found, strict=True):
        if name not in (first, second, Category.QUESTIONABLE, -1):
            raise AssertionError(name)
        if name == second != first:
            assert second < first
            assert 100 * int(row[first] - row[second]) <= 6 * int(row.sum())
        if name == Category.QUESTIONABLE:
            assert (row[5] > row[:5]).all()


@given(COUNTS)
def test_fongs_verdict_agrees_with_its_own_numbers(counts: Ints) -> None:
    """Distinct unless the difference is below the bound, which follows from a, b and n."""
    two = top_two(counts)

    for test, a, b, n in zip(fong(counts), two.a, two.b, answered(counts), strict=True):
        if test is None:
            assert a == 0
            continue
        together = test.a + test.b
        bound = 1.65 * sqrt(together * (2 * test.n - together) / (2 * test.n))
        assert (test.a, test.b, test.n) == (a, b, n)
        assert test.difference == test.a - test.b >= 0
        assert test.bound == pytest.approx(bound)
        assert test.distinct == (test.difference >= test.bound)


@given(COUNTS, st.permutations(range(4)))
def test_equal_shares_forgets_which_category_is_which(counts: Ints, order: list[int]) -> None:
    """So it cannot say that one of them leads; equal counts give 0 and p 1."""
    shuffled = counts.copy()
    shuffled[:, :4] = counts[:, order]
    flat = np.repeat(counts[:, :1], 6, axis=1)

    statistic, p_value = equal_shares(counts)

    np.testing.assert_allclose(equal_shares(shuffled)[0], statistic, rtol=1e-9, atol=1e-9)
    some = flat[flat[:, 0] > 0]
    np.testing.assert_array_equal(equal_shares(some)[0], 0)
    np.testing.assert_array_equal(equal_shares(some)[1], 1)
    known = counts[:, CLASSIFIED].any(axis=1)
    np.testing.assert_array_equal(np.isnan(statistic), ~known)
    assert ((p_value[known] >= 0) & (p_value[known] <= 1)).all()


@settings(deadline=None)
@given(COUNTS)
def test_certainty_adds_up_to_one_and_favours_the_most_common(counts: Ints) -> None:
    """More answers never mean less certainty, and equal counts mean equal certainty."""
    found = certainty(counts)

    for row, chances in zip(counts, found, strict=True):
        if not row.any():
            assert np.isnan(chances).all()
            continue
        assert chances.sum() == pytest.approx(1, abs=1e-12)
        assert ((chances >= 0) & (chances <= 1)).all()
        assert chances[row.argmax()] >= chances.max() - 1e-12
        ordered = chances[np.argsort(row, kind="stable")]
        assert (np.diff(ordered) >= -1e-9).all()


@settings(deadline=None)
@given(FEW, st.permutations(range(6)))
def test_certainty_knows_no_category_by_name(counts: Ints, order: list[int]) -> None:
    """Counts in another order give the same chances in that order."""
    np.testing.assert_allclose(certainty(counts[:, order]), certainty(counts)[:, order], atol=1e-12)


@given(arrays(np.float64, (7, 2), elements=st.sampled_from([np.nan, *map(float, range(1, 10))])))
def test_the_mean_of_ratings_is_that_of_the_people_who_gave_one(ratings: Floats) -> None:
    """Blanks count nowhere; two ratings make an sd."""
    for column, found in zip(ratings.T, means(ratings), strict=True):
        rated = [rating for rating in column.tolist() if rating == rating]
        expected = mean(rated) if rated else np.nan
        spread = stdev(rated) if len(rated) > 1 else np.nan

        np.testing.assert_allclose([found.mean, found.sd], [expected, spread], atol=1e-12)
        np.testing.assert_allclose(found.se, spread / sqrt(len(rated) or 1), atol=1e-12)
        assert found.n == len(rated)
