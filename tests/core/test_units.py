"""Weights as whole numbers of a unit: exact where they have decimals, near where they have not."""

from fractions import Fraction
from math import gcd

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli.core.weights import WeightedTally, effective_size, in_units, weighted_tally, whole


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=20), st.integers(0, 6))
def test_weights_with_decimals_are_kept_exactly(numbers: list[int], places: int) -> None:
    """In the largest unit that fits all of them."""
    exact = [Fraction(number, 10**places) for number in numbers]

    units, unit = in_units(np.array([float(weight) for weight in exact]))

    assert [n * unit for n in units.tolist()] == exact
    assert gcd(*units.tolist()) == (1 if any(numbers) else 0)


@given(st.lists(st.floats(1e-9, 1e9), min_size=1, max_size=20))
def test_weights_without_end_are_kept_to_fifteen_digits_of_their_sum(weights: list[float]) -> None:
    """And their sum has room in a float."""
    units, unit = in_units(np.array(weights))

    assert units.sum() * unit == pytest.approx(sum(weights), rel=1e-12)
    assert units.sum() < 2**53 + len(weights)
    for n, weight in zip(units.tolist(), weights, strict=True):
        assert float(n * unit) == pytest.approx(weight, abs=sum(weights) * 2e-15)


def test_the_largest_whole_number_of_a_float_is_the_largest_weight_kept_exactly() -> None:
    """From there on the last digit goes."""
    kept, rounded = (in_units(np.array([float(weight)])) for weight in (2**53 - 1, 2**53))

    assert kept[0].tolist()[0] * kept[1] == 2**53 - 1
    assert rounded[0].tolist()[0] * rounded[1] == 2**53 - 2


def test_the_smallest_weights_have_a_unit_too() -> None:
    """Down to where powers of ten end."""
    units, unit = in_units(np.array([1e-289, 3e-289]))

    assert units.tolist() == [1, 3]
    assert unit == Fraction(1, 10**289)


def weighted(*people: tuple[int, int, float]) -> WeightedTally:
    """Two features: the one that these people answered, and one that nobody did."""
    one, other, weights = (np.array(each) for each in zip(*people, strict=True))
    blank = np.zeros_like(one)
    return weighted_tally(
        np.stack([one, blank], axis=1).astype(np.int8),
        np.stack([other, blank], axis=1).astype(np.int8),
        weights.astype(np.float64),
    )


def test_a_weighted_tally_holds_units_a_size_and_what_leads_from_one_to_the_other() -> None:
    """Weights 2.5, 1 and 0.5 are 5, 2 and 1 halves; half-answered pairs have no part in it."""
    found = weighted((1, 5, 2.5), (1, 4, 1.0), (5, 5, 0.5), (1, 0, 3.0), (0, 2, 3.0))

    assert found.unit == Fraction(1, 2)
    assert found.counts.dtype == np.int64
    assert found.counts[0, 0].tolist() == [0, 0, 0, 2, 5]
    assert (found.counts[0, 4, 4], found.counts.sum()) == (1, 8)
    assert found.effective.tolist() == [pytest.approx(16 / 7.5), 0]
    assert found.scale.tolist() == [pytest.approx(16 / 7.5 / 8), 0]
    assert found.sized(found.counts).sum(axis=(1, 2)).tolist() == [pytest.approx(16 / 7.5), 0]
    assert found.sized(found.counts.sum(axis=(1, 2))).tolist() == [pytest.approx(16 / 7.5), 0]
    assert [found.told(n) for n in (5, 2)] == [2.5, 1]
    assert [type(found.told(n)) for n in (5, 2)] == [float, int]


def test_a_size_is_that_of_kish() -> None:
    """Nobody is none, and a weight of nothing is nobody."""
    sizes = [effective_size(np.array(weights)) for weights in ([2, 1, 1.0], [0.0], [], [3.0, 0])]

    assert sizes == [16 / 6, 0, 0, 1]
    assert [type(size) for size in sizes] == [float] * 4


def test_a_whole_number_is_an_int() -> None:
    """Of Python, whatever it came as."""
    numbers = [whole(number) for number in (3, 3.0, np.float64(3), 2.5, np.float64(2.5))]

    assert [type(number) for number in numbers] == [int, int, int, float, float]


@pytest.mark.parametrize("weights", [[1.0, -1e-9], [1.0, np.nan], [np.inf, 1.0]])
def test_one_weight_that_is_none_is_enough(weights: list[float]) -> None:
    """Wherever it stands; a weight of nothing is one."""
    answers = np.ones((2, 1), np.int8)

    with pytest.raises(ValueError, match=r"^a weight is negative or no number$"):
        weighted_tally(answers, answers, np.array(weights))
    assert weighted_tally(answers, answers, np.array([1.0, 0.0])).effective.tolist() == [1]


@pytest.mark.parametrize("size", [1e-250, 1e-9, 1.0, 1e16, 1e17, 1e40, 1e300])
def test_weights_of_any_size_keep_as_many_digits_as_their_sum_has_room_for(size: float) -> None:
    """None of these has an end, so no digit is given away and none is too many."""
    units, unit = in_units(np.array([size / 3, size / 7]))

    assert 2**53 / 10 <= units.sum() <= 2**53
    assert float(units.sum() * unit) == pytest.approx(size * 10 / 21, rel=1e-14)


def test_the_size_of_fine_weights_does_not_overflow() -> None:
    """The square of a number with sixteen digits has no room in 64 bits."""
    found = weighted((1, 5, 1 / 3), (1, 4, 1 / 7), (5, 5, 1.0))

    assert found.effective[0] == pytest.approx((31 / 21) ** 2 / (1 / 9 + 1 / 49 + 1))
