"""Means of ratings with weights, worked by hand."""

from math import isnan
from typing import Any

import numpy as np
import pytest

from kano_cli.core.scores import means

WEIGHTS = np.array([2.0, 1.0, 1.0])


def small(*rows: tuple[float, ...]) -> Any:  # noqa: ANN401
    """Ratings as they are read, in floats of 32 bits."""
    return np.array(rows, np.float32)


def test_the_spread_of_weighted_ratings_is_that_of_the_size_they_leave() -> None:
    """8 6 2 with weights 2 1 1: mean 6, and 24 of 4 are 16 of 16/6."""
    (found,), (again,) = (means(small((8,), (6,), (2,)), by * WEIGHTS) for by in (1, 3))

    assert found.mean == again.mean == 6
    assert found.n == again.n == pytest.approx(16 / 6)
    assert found.sd == again.sd == pytest.approx((16 / (16 / 6 - 1)) ** 0.5)
    assert found.se == pytest.approx(found.sd / (16 / 6) ** 0.5)


def test_each_column_has_its_own_mean_and_its_own_size() -> None:
    """Where those who rated weigh the same, they count as people."""
    one, two, three = means(small((8, 5, np.nan), (6, 5, 3), (2, 9, 4)), WEIGHTS)

    assert (one.mean, two.mean, three.mean) == (6, 6, 3.5)
    assert one.n == two.n == pytest.approx(16 / 6)
    assert (three.n, three.sd) == (2, 0.5**0.5)


@pytest.mark.parametrize("weights", [[0.0, 0.0, 5.0], [0.0, 0.0, 0.0]])
def test_ratings_that_weigh_nothing_have_no_mean(weights: list[float]) -> None:
    """Nobody who rated counts, though others may."""
    (found,) = means(small((3,), (9,), (np.nan,)), np.array(weights))

    assert all(isnan(value) for value in (found.mean, found.sd, found.se))
    assert found.n == 0


def test_one_who_counts_has_a_mean_and_no_spread_and_more_than_one_has_both() -> None:
    """Weights 2 and 1 are a size of 1.8."""
    (alone,) = means(small((3,), (9,)), np.array([0.0, 4.0]))
    (both,) = means(small((3,), (9,)), np.array([2.0, 1.0]))

    assert (alone.mean, alone.n, type(alone.n)) == (9, 1, int)
    assert isnan(alone.sd)
    assert (both.mean, both.n) == (5, 1.8)
    assert both.sd == pytest.approx((24 * 1.8 / 3 / 0.8) ** 0.5)


def test_ratings_keep_their_digits() -> None:
    """A third has more of them than a small float."""
    (found,) = means(small((7,), (8,), (8,)))

    assert found.mean == 23 / 3
    assert found.sd == pytest.approx(3**-0.5, rel=1e-14)


@pytest.mark.parametrize("order", [(2, 3, 5), (5, 2, 3), (3, 5, 2), (5, 3, 2)])
def test_the_order_of_the_ratings_does_not_show(order: tuple[float, ...]) -> None:
    """Not in the last digit of the sd: 2, 3 and 5 once gave two of them."""
    (found,) = means(np.array([[rating] for rating in order], np.float64))

    assert found == means(np.array([[2.0], [3.0], [5.0]]))[0]
