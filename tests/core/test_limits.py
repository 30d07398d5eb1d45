"""Where rounding, size or an end of a range decides: exactly there."""

from fractions import Fraction
from math import comb, isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import integrate, stats
from scipy.special import betainc

from kano_cli.core import homogeneity as of_groups
from kano_cli.core import pilot
from kano_cli.core.beta import incomplete_beta
from kano_cli.core.categories import Ints
from kano_cli.core.certainty import certainty
from kano_cli.core.chi_square import chi_square_p
from kano_cli.core.homogeneity import MOST, homogeneity
from kano_cli.core.intervals import wilson
from kano_cli.core.significance import equal_shares, fong, top_two_p

TABLES = arrays(
    np.int64, st.tuples(st.integers(2, 5), st.integers(2, 6)), elements=st.integers(1, 9)
)


def test_the_seed_is_the_year_of_the_first_paper() -> None:
    """It is printed with every p that was drawn, and so is how often that was."""
    assert (of_groups.SEED, pilot.SEED) == (1984, 1984)
    assert (of_groups.SHUFFLES, pilot.DRAWS) == (9999, 4000)


@pytest.mark.parametrize(("x", "share"), [(-0.5, 0), (0, 0), (1, 1), (1.5, 1)])
def test_the_beta_function_ends_where_its_range_does(x: float, share: float) -> None:
    """Exactly."""
    assert incomplete_beta(x, 2.5, 0.5) == share


def test_the_beta_function_ends_with_more_answers_than_there_are_people() -> None:
    """A million million on either side: its last digits are gone, and it still ends."""
    assert incomplete_beta(0.5, 1e12, 1e12 + 1) == pytest.approx(0.5, abs=0.1)


@given(st.floats(1, 1000), st.floats(1, 1000))
def test_the_beta_function_has_twelve_digits_of_a_thousand(a: float, b: float) -> None:
    """As it says of itself."""
    assert incomplete_beta(0.5, a, b) == pytest.approx(betainc(a, b, 0.5), abs=5e-12)


@given(st.floats(-4, 6), st.floats(-4, 6), st.sampled_from([1, 1 - 1e-9, 0.5, 1 + 1e-9]))
def test_the_beta_function_holds_where_its_two_sides_meet(a: float, b: float, near: float) -> None:
    """There its fraction settles last, and its denominators are smallest."""
    a, b = 10**a, 10**b
    x = min(1.0, near * (a + 1) / (a + b + 2))

    assert incomplete_beta(x, a, b) == pytest.approx(betainc(a, b, x), rel=1e-7, abs=1e-8)


@pytest.mark.parametrize("prior", [0.05, 0.3, 0.5, 1.0, 3.0])
@pytest.mark.parametrize("counts", [[1, 0, 0, 0, 0, 0], [3, 2, 0, 1, 0, 0], [12, 6, 1, 1, 0, 0]])
def test_certainty_keeps_its_digits_with_any_prior(prior: float, counts: list[int]) -> None:
    """Adaptive quadrature over the logarithm, where no density is infinite."""
    gammas = [stats.gamma(count + prior) for count in counts]

    def height(log: float) -> float:
        x = float(np.exp(log))
        return float(gammas[0].pdf(x) * x * np.prod([gamma.cdf(x) for gamma in gammas[1:]]))

    theirs = integrate.quad(height, -60, 5, limit=500, epsabs=1e-10, points=[0, 2])[0]

    assert certainty(np.array([counts]), prior)[0, 0] == pytest.approx(theirs, abs=1e-6)


def test_a_chance_is_never_more_than_one() -> None:
    """These terms add up to one and a last digit."""
    assert chi_square_p(3.0383776970710406e-05, 7) == 1
    assert chi_square_p(1.3770218640960313e-06, 7) == 1


def test_groups_with_nothing_in_common_differ_by_one_and_not_more() -> None:
    """Cramer's V of this table is one and a last digit before it is cut."""
    assert homogeneity(np.array([[3, 0], [0, 63]]), shuffles=9).cramers_v == 1


@given(TABLES)
def test_groups_and_categories_can_change_places(table: Ints) -> None:
    """Neither is the cause of the other."""
    one, other = homogeneity(table, shuffles=9), homogeneity(table.T, shuffles=9)

    assert one.cramers_v == pytest.approx(other.cramers_v)
    assert one.chi2 == pytest.approx(other.chi2)
    assert (one.df, one.groups, one.categories) == (other.df, other.categories, other.groups)


@pytest.mark.parametrize(("more", "drawn"), [(-1, True), (0, False)])
def test_just_below_a_billion_answers_are_still_shuffled(more: int, drawn: bool) -> None:
    """The billion itself is not."""
    table = np.array([[MOST // 2, 3], [MOST // 2 - 6, 3 + more]])

    found = homogeneity(table, shuffles=9)

    assert (found.n, isnan(found.permutation_p)) == (1_000_000_000 + more, not drawn)


@given(st.integers(1, 400), st.integers(0, 400))
def test_a_lead_of_whole_counts_is_summed_to_the_last_digit(a: int, b: int) -> None:
    """As fractions, which are exact."""
    a, b = max(a, b), min(a, b)
    tail = sum(comb(a + b, k) for k in range(a, a + b + 1))

    found = top_two_p(np.array([[a, b, 0, 0, 0, 0]]))[0]

    assert found == pytest.approx(min(1.0, float(Fraction(2 * tail, 2 ** (a + b)))), rel=1e-11)
    assert found <= 1


@pytest.mark.parametrize(("a", "b"), [(6.0, 2.5), (5.5, 2.0), (5.5, 2.5), (6.0, 2.0)])
def test_a_lead_of_part_of_a_person_is_between_those_of_people(a: float, b: float) -> None:
    """The binomial tail as a beta function, also where only one of the two is whole."""
    found = top_two_p(np.array([[a, b, 0, 0, 0, 0]]))[0]

    assert found == pytest.approx(2 * betainc(a, b + 1, 0.5), rel=1e-9)


def test_one_answer_has_a_chi_square() -> None:
    """(1 - 1/4)² and three times (1/4)², by 1/4."""
    assert equal_shares(np.array([[0, 1, 0, 0, 9, 9]]))[0].tolist() == [3.0]


def test_the_bound_of_five_billion_answers_does_not_overflow() -> None:
    """Its product has twenty digits."""
    (test,) = fong(np.array([[3 * MOST, MOST, 0, 0, 0, MOST]]))

    assert test is not None
    assert test.bound == pytest.approx(1.65 * (4e9 * 6e9 / 1e10) ** 0.5)


def test_large_margins_do_not_overflow() -> None:
    """The product of four billion and as many does not fit into 64 bits."""
    found = homogeneity(np.array([[3 * MOST, MOST], [3 * MOST, MOST]]))

    assert (found.chi2, found.smallest_expected) == (0, MOST)


def test_the_interval_of_four_billion_answers_is_narrow() -> None:
    """Nor does the square of that many: in 64 bits that of 2 to the 32nd is 0."""
    n = 2**32

    low, high = wilson(np.array([n // 2]), np.array([n]))[0]

    assert high - low == pytest.approx(2 * 1.959964 * 0.5 / n**0.5, rel=1e-6)
