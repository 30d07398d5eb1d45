"""Intervals of shares and of differences: worked values, other implementations, laws."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    multinomial_proportions_confint,
    proportion_confint,
)

from kano_cli.core.categories import Ints
from kano_cli.core.intervals import better_interval, goodman, newcombe, simultaneous, wilson
from kano_cli.core.shares import shares

COUNTS = arrays(np.int64, (3, 6), elements=st.integers(0, 400))
CONFIDENCES = st.floats(0.5, 0.999)
# A public manual's check of Goodman's intervals, 319 answers.
MANUAL = np.array([[44, 55, 43, 32, 67, 78]])
MANUAL_ENDS = [
    [0.09468368, 0.19664128],
    [0.12376893, 0.23504889],
    [0.09208527, 0.19310398],
    [0.06412671, 0.15356968],
    [0.15637944, 0.27606696],
    [0.18692732, 0.31301194],
]


@st.composite
def two_groups(draw: st.DrawFn) -> tuple[Ints, Ints, Ints, Ints]:
    """A part and a base in each of two groups."""
    base, base2 = draw(st.integers(1, 500)), draw(st.integers(1, 500))
    one, two = draw(st.integers(0, base)), draw(st.integers(0, base2))
    return np.array([one]), np.array([base]), np.array([two]), np.array([base2])


def test_the_simultaneous_intervals_of_a_manual() -> None:
    """To the eight digits that it prints."""
    assert goodman(MANUAL)[0].round(8).tolist() == MANUAL_ENDS


def test_the_difference_of_two_groups_worked_by_hand() -> None:
    """15 of 50 against 30 of 50: -.30, from -.465010 to -.105058."""
    one, base, two = np.array([15]), np.array([50]), np.array([30])

    difference, ends = newcombe(one, base, two, base)

    assert difference.tolist() == [-0.3]
    assert ends[0].round(6).tolist() == [-0.465010, -0.105058]


@given(COUNTS, CONFIDENCES)
def test_all_six_at_once_are_as_another_program_has_them(counts: Ints, confidence: float) -> None:
    """Statsmodels, written by others from the same paper."""
    for row, ends in zip(counts, goodman(counts, confidence), strict=True):
        if row.any():
            theirs = multinomial_proportions_confint(row, 1 - confidence, method="goodman")
            np.testing.assert_allclose(ends, theirs, atol=1e-12)


@given(two_groups(), CONFIDENCES)
def test_one_share_and_a_difference_are_as_another_program_has_them(
    groups: tuple[Ints, Ints, Ints, Ints], confidence: float
) -> None:
    """Statsmodels again; it calls Newcombe's interval newcomb."""
    one, base, two, base2 = (int(group[0]) for group in groups)

    _, ends = newcombe(*groups, confidence)

    theirs = confint_proportions_2indep(
        one, base, two, base2, method="newcomb", compare="diff", alpha=1 - confidence
    )
    np.testing.assert_allclose(ends[0], theirs, atol=1e-9)
    alone = proportion_confint(one, base, 1 - confidence, method="wilson")
    np.testing.assert_allclose(wilson(*groups[:2], confidence)[0], alone, atol=1e-12)


@given(COUNTS, CONFIDENCES, CONFIDENCES)
def test_intervals_that_hold_at_once_are_wider(counts: Ints, one: float, two: float) -> None:
    """Than one at a time; they hold their share, stay within 0 and 1, and grow with confidence."""
    low, high = min(one, two), max(one, two)
    some = counts[counts.any(axis=1)]

    inner, outer = goodman(some, low), goodman(some, high)
    single = wilson(some[:, 0], some.sum(axis=1), low)

    assert ((outer >= 0) & (outer <= 1)).all()
    assert (outer[..., 0] <= inner[..., 0] + 1e-15).all()
    assert (inner[..., 1] <= outer[..., 1] + 1e-15).all()
    assert (inner[..., 0] <= shares(some)).all()
    assert (shares(some) <= inner[..., 1]).all()
    assert (inner[:, 0, 0] <= single[:, 0]).all()
    assert (single[:, 1] <= inner[:, 0, 1]).all()


@given(two_groups(), CONFIDENCES)
def test_a_difference_lies_in_its_interval_and_turns_round_with_the_groups(
    groups: tuple[Ints, Ints, Ints, Ints], confidence: float
) -> None:
    """Between -1 and 1; the other way round it is the same with the sign turned."""
    one, base, two, base2 = groups

    difference, ends = newcombe(one, base, two, base2, confidence)
    turned, turned_ends = newcombe(two, base2, one, base, confidence)

    assert -1 <= ends[0, 0] <= difference[0] <= ends[0, 1] <= 1
    np.testing.assert_array_equal(turned, -difference)
    np.testing.assert_allclose(turned_ends, -ends[:, ::-1], atol=1e-15)


@given(two_groups(), st.integers(2, 20))
def test_more_answers_of_the_same_kind_narrow_a_difference(
    groups: tuple[Ints, Ints, Ints, Ints], k: int
) -> None:
    """The difference stays."""
    one, base, two, base2 = (k * group for group in groups)

    few, many = newcombe(*groups), newcombe(one, base, two, base2)

    np.testing.assert_array_equal(few[0], many[0])
    assert np.ptp(many[1]) < np.ptp(few[1])


def test_where_nobody_answered_there_is_no_interval() -> None:
    """Not from 0 to 1 and not at 0."""
    nobody, some = np.array([0]), np.array([5])

    difference, ends = newcombe(nobody, nobody, some, some)

    assert np.isnan(goodman(np.zeros((1, 6), np.int64))).all()
    assert goodman(np.zeros((0, 6), np.int64)).shape == (0, 6, 2)
    assert np.isnan(difference).all()
    assert np.isnan(ends).all()


def test_the_ends_of_nobody_and_everybody_are_exact() -> None:
    """At once as well as one at a time."""
    ends = goodman(np.array([[20, 0, 0, 0, 0, 0]]))[0]

    assert ends[0, 1] == 1
    assert ends[1:, 0].tolist() == [0] * 5
    assert 0 < ends[0, 0] < 1


def test_a_confidence_near_to_one_still_has_an_end() -> None:
    """Also where the error is split in six."""
    confidence = 1 - 4e-16

    assert simultaneous(confidence, 6) > 0
    assert np.isfinite(goodman(MANUAL, confidence)).all()
    assert np.isfinite(better_interval(MANUAL, confidence)).all()
