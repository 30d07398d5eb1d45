"""Whether groups answered alike: worked tables, every permutation, other implementations, laws."""

from collections.abc import Iterator
from itertools import product
from math import comb, isnan, nan, prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from kano_cli.core.categories import Ints
from kano_cli.core.chi_square import chi_square_p
from kano_cli.core.homogeneity import FEW, MOST, SEED, SHUFFLES, homogeneity, shuffled_tables
from tests.core.published import published

LARGE = np.array([[30, 10, 5, 5, 0, 0], [10, 15, 15, 10, 0, 0]])
SMALL = np.array([[6, 1, 2, 1, 0, 0], [2, 4, 1, 3, 0, 0]])
TABLES = arrays(
    np.int64, st.tuples(st.integers(2, 4), st.just(6)), elements=st.integers(0, 60)
).filter(lambda table: min(table.any(axis=1).sum(), table.any(axis=0).sum()) > 1)


def every_table(table: Ints) -> Iterator[tuple[Ints, int]]:
    """Each table of two groups with these margins, and how many relabellings give it."""
    size, columns = int(table[0].sum()), [int(total) for total in table.sum(axis=0)]
    for first in product(*(range(total + 1) for total in columns)):
        if sum(first) == size:
            ways = prod(comb(total, n) for total, n in zip(columns, first, strict=True))
            row = np.array(first)
            yield np.array([row, np.array(columns) - row]), ways


def exact_p(table: Ints) -> float:
    """The permutation p over all relabellings, by counting them."""
    seen = homogeneity(table).chi2
    all_ways = [(homogeneity(other).chi2, ways) for other, ways in every_table(table)]
    as_much = sum(ways for chi2, ways in all_ways if chi2 >= seen - 1e-9)
    return as_much / sum(ways for _, ways in all_ways)


@pytest.mark.parametrize(
    ("table", "chi2", "df", "p", "v", "smallest"),
    [
        (LARGE, 17.666667, 3, 0.000515, 0.420317, 7.5),
        (SMALL, 5.133333, 3, 0.162290, 0.506623, 1.5),
    ],
    ids=["large", "small"],
)
def test_a_worked_table(
    table: Ints, chi2: float, df: int, p: float, v: float, smallest: float
) -> None:
    """To the six digits the method gives; empty categories do not count."""
    found = homogeneity(table)

    assert (round(found.chi2, 6), found.df) == (chi2, df)
    assert (round(found.asymptotic_p, 6), round(found.cramers_v, 6)) == (p, v)
    assert (found.smallest_expected, found.categories, found.groups) == (smallest, 4, 2)
    assert found.n == table.sum()


def test_the_halves_of_a_published_survey_answered_alike() -> None:
    """Reliable, even against odd rows: all that was computed elsewhere, and a permutation p."""
    (feature,) = (f for f in published("reppel-transfers")["features"] if f["name"] == "Reliable")
    expected = feature["halves_test"]
    table = np.array([half["standard"] for half in feature["halves"].values()])

    found = homogeneity(table)

    assert [found.chi2, found.asymptotic_p, found.cramers_v] == pytest.approx(
        [expected["chi_square"], expected["p_value"], expected["cramers_v"]], abs=1e-8
    )
    assert (found.df, found.n) == (expected["df"], expected["n"])
    assert found.smallest_expected == expected["smallest_expected"]
    assert found.p_value == found.permutation_p
    assert found.permutation_p == pytest.approx(expected["permutation_p"], abs=0.015)


def test_all_relabellings_of_the_small_table_give_what_the_method_says() -> None:
    """.18617, counted one by one; the shuffles come near it, and nearer with more of them."""
    exact = exact_p(SMALL)

    assert round(exact, 5) == 0.18617
    # Three standard errors of a share of so many shuffles.
    for shuffles in (SHUFFLES, 200_000):
        near = 3 * (exact * (1 - exact) / shuffles) ** 0.5
        assert homogeneity(SMALL, shuffles=shuffles).p_value == pytest.approx(exact, abs=near)


def test_a_permutation_on_request_agrees_where_the_table_is_large() -> None:
    """About .0002 for the large table; without the request the asymptotic p leads alone."""
    asked, unasked = homogeneity(LARGE, permutation=True), homogeneity(LARGE)

    assert asked.permutation_p < 0.001
    assert asked.p_value == asked.permutation_p
    assert isnan(unasked.permutation_p)
    assert unasked.p_value == unasked.asymptotic_p == asked.asymptotic_p


@settings(max_examples=15, deadline=None)
@given(arrays(np.int64, (2, 3), elements=st.integers(0, 4)).filter(lambda t: t.any(axis=1).all()))
def test_shuffles_are_as_frequent_as_relabellings(table: Ints) -> None:
    """Every table comes up as often as there are ways to make it."""
    ways = {other.tobytes(): count for other, count in every_table(table)}
    total, shuffles = sum(ways.values()), 20_000

    drawn = shuffled_tables(table, shuffles, SEED)

    times = dict.fromkeys(ways, 0)
    for one in drawn.astype(np.int64):
        times[one.tobytes()] += 1
    for other, count in ways.items():
        share = count / total
        # Five standard errors, and as many shuffles for tables that hardly ever come up.
        far = 5 * (share * (1 - share) / shuffles) ** 0.5 + 5 / shuffles
        assert times[other] / shuffles == pytest.approx(share, abs=far)


@settings(max_examples=30, deadline=None)
@given(TABLES)
def test_shuffling_keeps_who_is_in_a_group_and_what_was_answered(table: Ints) -> None:
    """Every shuffled table has the margins of the table."""
    drawn = shuffled_tables(table, 50, 3)

    assert (drawn >= 0).all()
    np.testing.assert_array_equal(drawn.sum(axis=2), np.tile(table.sum(axis=1), (50, 1)))
    np.testing.assert_array_equal(drawn.sum(axis=1), np.tile(table.sum(axis=0), (50, 1)))


@settings(max_examples=50, deadline=None)
@given(TABLES)
def test_the_numbers_are_those_of_another_program(table: Ints) -> None:
    """Scipy, once the empty rows and columns are off."""
    kept = table[table.any(axis=1)][:, table.any(axis=0)]

    found = homogeneity(table, shuffles=9)

    theirs = stats.chi2_contingency(kept, correction=False)
    assert found.chi2 == pytest.approx(theirs.statistic, abs=1e-9)
    assert found.df == theirs.dof
    assert found.asymptotic_p == pytest.approx(theirs.pvalue, rel=1e-9, abs=1e-300)
    assert found.smallest_expected == pytest.approx(theirs.expected_freq.min())
    assert found.cramers_v == pytest.approx(stats.contingency.association(kept, "cramer"))
    assert isnan(found.permutation_p) == (found.smallest_expected >= FEW)


@settings(max_examples=50, deadline=None)
@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_groups_and_categories_does_not_matter(table: Ints, random: object) -> None:
    """Nor do empty ones: chi-square, its p and V stay."""
    rows, columns = [list(range(size)) for size in table.shape]
    random.shuffle(rows)  # type: ignore[attr-defined]
    random.shuffle(columns)  # type: ignore[attr-defined]
    other = np.vstack([table[rows][:, columns], np.zeros((1, 6), np.int64)])

    before, after = homogeneity(table, shuffles=9), homogeneity(other, shuffles=9)

    assert after.chi2 == pytest.approx(before.chi2, abs=1e-9)
    assert after.asymptotic_p == pytest.approx(before.asymptotic_p, abs=1e-9)
    assert (after.df, after.n, after.groups) == (before.df, before.n, before.groups)
    assert 0 <= after.cramers_v <= 1


@given(arrays(np.int64, (6,), elements=st.integers(1, 60)), st.integers(1, 5))
def test_groups_with_the_same_shares_do_not_differ(row: Ints, k: int) -> None:
    """Chi-square 0, p 1, V 0; groups with nothing in common have V 1."""
    same = homogeneity(np.array([row, k * row]), permutation=True, shuffles=99)
    apart = np.zeros((2, 6), np.int64)
    apart[0, :3], apart[1, 3:] = row[:3], row[3:]

    assert [same.chi2, same.cramers_v] == pytest.approx([0, 0], abs=1e-6)
    assert same.asymptotic_p == pytest.approx(1)
    assert same.permutation_p == 1
    assert homogeneity(apart, shuffles=9).cramers_v == pytest.approx(1)


@pytest.mark.parametrize(
    "table",
    [
        np.zeros((2, 6), np.int64),
        np.array([[3, 2, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]]),
        np.array([[3, 0, 0, 0, 0, 0], [9, 0, 0, 0, 0, 0]]),
        np.zeros((0, 6), np.int64),
    ],
    ids=["nobody", "one group", "one category", "no groups"],
)
def test_with_one_group_or_one_category_there_is_no_test(table: Ints) -> None:
    """No chi-square, no p, no V; the answers are still counted."""
    found = homogeneity(table, permutation=True)

    values = [found.chi2, found.p_value, found.cramers_v, found.smallest_expected]
    assert all(isnan(value) for value in values)
    assert (found.df, found.n) == (0, int(table.sum()))


def test_the_line_for_small_expected_counts_is_below_five() -> None:
    """Exactly 5 is enough for chi-square; a little less is not."""
    at, below = np.array([[5, 5], [5, 5]]), np.array([[5, 5], [5, 4]])

    assert homogeneity(at).smallest_expected == 5
    assert isnan(homogeneity(at).permutation_p)
    assert homogeneity(below).smallest_expected < 5
    assert not isnan(homogeneity(below).permutation_p)


def test_the_same_table_has_the_same_p_and_another_seed_another() -> None:
    """Nothing is drawn from the clock; the seed is part of the result."""
    one, two, other = homogeneity(SMALL), homogeneity(SMALL), homogeneity(SMALL, seed=7)

    assert one == two
    assert (one.seed, other.seed, one.shuffles) == (SEED, 7, 9999)
    assert one.permutation_p != other.permutation_p
    assert one.permutation_p == pytest.approx(other.permutation_p, abs=0.02)


def test_a_p_is_never_zero() -> None:
    """The table itself is one of the shuffles."""
    found = homogeneity(np.array([[40, 0], [0, 40]]), permutation=True, shuffles=99)

    assert found.permutation_p == 0.01


def test_a_billion_answers_are_not_shuffled() -> None:
    """The random numbers end there; the margins do not overflow."""
    table = np.array([[MOST, MOST], [MOST, 3]])

    found = homogeneity(table, permutation=True)

    assert found.n == 3 * MOST + 3
    assert isnan(found.permutation_p)
    assert found.p_value == 0
    assert 0 < found.cramers_v < 1


@given(st.floats(0, 1e4), st.integers(1, 400))
def test_the_tail_of_chi_square_is_that_of_another_program(chi2: float, df: int) -> None:
    """Scipy's, over all that a survey can give."""
    theirs = float(stats.chi2.sf(chi2, df))

    assert chi_square_p(chi2, df) == pytest.approx(theirs, rel=1e-9, abs=1e-290)


def test_the_tail_of_no_chi_square() -> None:
    """NaN stays NaN, nothing at all is certain to be reached."""
    assert isnan(chi_square_p(nan, 3))
    assert [chi_square_p(0.0, df) for df in (1, 2, 5)] == [1, 1, 1]
    assert chi_square_p(-1e-12, 4) == 1


def test_effective_counts_are_not_shuffled() -> None:
    """A share of a person cannot change groups: the chi-square p stays, and it is rough."""
    table = np.array([[6.5, 1, 2, 1], [2, 4, 1, 3]])
    found = homogeneity(table, permutation=True)

    assert isnan(found.permutation_p)
    assert found.p_value == found.asymptotic_p
    assert found.rough
    assert not homogeneity(np.array([[6, 1, 2, 1], [2, 4, 1, 3]])).rough
    assert not homogeneity(table * 100).rough
